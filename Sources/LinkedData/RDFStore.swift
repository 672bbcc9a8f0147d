public import JSONLD
public import RDFModel
internal import SPARQLAlgebra
public import SPARQLEngine
internal import TripleStore

/// An RDF dataset in memory, which files are loaded into, queries read and updates change.
///
/// ```swift
/// import LinkedData
///
/// let store = RDFStore()
/// try await store.load(file: "directory.ttl")
/// for try await row in try await store.select("SELECT ?name { ?org skos:prefLabel ?name }") {
///     print(row["name", as: String.self] ?? "")
/// }
/// ```
///
/// Any number of tasks may use a store at the same time. Those who read see the statements of the ``snapshot`` that they
/// began with; loads and updates come one after another, each as a whole or not at all. All work is done on threads of
/// the library's own, so that no thread of Swift's pool is kept waiting.
public final class RDFStore: Sendable {
    let store: TripleStore
    /// Where the contexts of JSON-LD documents come from.
    let contexts: any DocumentLoader

    /// A store without statements.
    /// - Parameter contexts: where the contexts come from that documents of JSON-LD name; by default they are refused, so
    ///   that reading a document never asks the network.
    public init(contexts: any DocumentLoader = RefusingLoader()) {
        store = TripleStore()
        self.contexts = contexts
    }

    /// The statements as they are now, which no later change touches.
    /// - Complexity: O(1).
    public var snapshot: RDFSnapshot { RDFSnapshot(store.snapshot) }

    /// The number of statements in all graphs.
    /// - Complexity: O(1).
    public var count: Int { snapshot.count }

    /// Changes the statements as a SPARQL update says: all of its operations, or none.
    ///
    /// - Parameters:
    ///   - text: one or more operations; the prefixes of ``RDFSnapshot/prefixes`` need no declaration.
    ///   - limits: the time and memory that it may take.
    /// - Returns: the number of statements that are new, and of those that are gone.
    /// - Throws: `SPARQLSyntaxError`, `QueryEvaluationError` where a limit is met, `UpdateError`, `CancellationError`; the
    ///   statements are then as they were.
    /// - Spec: <https://www.w3.org/TR/sparql11-update/>
    @discardableResult
    public func update(
        _ text: String, limits: QueryLimits = QueryLimits()
    ) async throws -> (inserted: Int, deleted: Int) {
        try await WorkPool.shared.runCancellable { [store] cancellation in
            let update = try QueryParser.parseUpdate(text, options: RDFSnapshot.syntax)
            let options = UpdateOptions(query: QueryOptions(limits: limits, cancellation: cancellation))
            return try UpdateEngine(store).execute(update, options: options).changes
        }
    }

    // MARK: Queries of the present statements

    /// The solutions of a SELECT; see ``RDFSnapshot/select(_:binding:limits:)``.
    public func select(
        _ query: String, binding values: [String: Term] = [:], limits: QueryLimits = QueryLimits()
    ) async throws -> QueryRows {
        try await snapshot.select(query, binding: values, limits: limits)
    }

    /// The answer of an ASK; see ``RDFSnapshot/ask(_:binding:limits:)``.
    public func ask(
        _ query: String, binding values: [String: Term] = [:], limits: QueryLimits = QueryLimits()
    ) async throws -> Bool {
        try await snapshot.ask(query, binding: values, limits: limits)
    }

    /// The graph of a CONSTRUCT or DESCRIBE; see ``RDFSnapshot/construct(_:binding:limits:)``.
    public func construct(
        _ query: String, binding values: [String: Term] = [:], limits: QueryLimits = QueryLimits()
    ) async throws -> [Triple] {
        try await snapshot.construct(query, binding: values, limits: limits)
    }
}
