internal import RDFCanon
public import RDFModel
internal import RDFSyntax
internal import SPARQLAlgebra
public import SPARQLEngine
internal import TripleStore

/// The statements of a store at one moment.
///
/// A value that any number of tasks read at the same time, for as long as they like.
public struct RDFSnapshot: Sendable {
    let snapshot: StoreSnapshot

    init(_ snapshot: StoreSnapshot) { self.snapshot = snapshot }

    /// The prefixes that queries and updates need not declare.
    public static var prefixes: PrefixMap { CommonPrefixes.map }

    /// Prefixes that everybody knows, and patterns without `SELECT`.
    static var syntax: QueryParser.Options { .init(predeclaredPrefixes: prefixes, allowBarePattern: true) }

    /// The number of statements in all graphs.
    /// - Complexity: O(1).
    public var count: Int { snapshot.tripleCount + snapshot.namedQuadCount }

    /// The statements, those of the default graph first.
    /// - Complexity: O(*n*), with terms made for each.
    public var quads: [Quad] { snapshot.quads() }

    /// Tells if a statement is there.
    /// - Complexity: O(log *n*).
    public func contains(_ quad: Quad) -> Bool { snapshot.contains(quad) }

    // MARK: Queries

    /// The solutions of a SELECT, found as they are asked for.
    ///
    /// - Parameters:
    ///   - query: a query, or a pattern alone, whose variables are all asked for.
    ///   - values: values of variables, by their names without `?`: only solutions in which they have these values count.
    ///   - limits: the time, rows and memory that it may take.
    /// - Throws: `SPARQLSyntaxError`; ``QueryFormError`` for a query of another form. What goes wrong later is thrown by
    ///   the sequence.
    /// - Spec: <https://www.w3.org/TR/sparql11-query/#select>
    public func select(
        _ query: String, binding values: [String: Term] = [:], limits: QueryLimits = QueryLimits()
    ) async throws -> QueryRows {
        let request = try await request(query, values, limits)
        guard case .select(let variables) = request.query.form else { throw QueryFormError(expected: "SELECT") }
        return QueryRows(request, variables)
    }

    /// The answer of an ASK.
    /// - Throws: as ``select(_:binding:limits:)``, and `QueryEvaluationError` where a limit is met.
    /// - Spec: <https://www.w3.org/TR/sparql11-query/#ask>
    public func ask(
        _ query: String, binding values: [String: Term] = [:], limits: QueryLimits = QueryLimits()
    ) async throws -> Bool {
        let request = try await request(query, values, limits)
        return try await request.run { result in
            guard case .boolean(let answer) = result else { throw QueryFormError(expected: "ASK") }
            return answer
        }
    }

    /// The graph of a CONSTRUCT or DESCRIBE, each triple once.
    /// - Throws: as ``ask(_:binding:limits:)``.
    /// - Spec: <https://www.w3.org/TR/sparql11-query/#construct>
    public func construct(
        _ query: String, binding values: [String: Term] = [:], limits: QueryLimits = QueryLimits()
    ) async throws -> [Triple] {
        let request = try await request(query, values, limits)
        return try await request.run { result in
            guard case .triples(let graph) = result else { throw QueryFormError(expected: "CONSTRUCT, DESCRIBE") }
            return graph.triples
        }
    }

    func request(_ query: String, _ values: [String: Term], _ limits: QueryLimits) async throws -> QueryRequest {
        let query = try await WorkPool.shared.run { try QueryParser.parse(query, options: Self.syntax) }
        let bindings = values.sorted { $0.key < $1.key }.map { (variable: Variable($0.key), term: $0.value) }
        return QueryRequest(
            snapshot: snapshot, query: query, options: QueryOptions(limits: limits, bindings: bindings))
    }

    // MARK: Comparison

    /// The SHA-256 of the canonical form, in hexadecimal digits: the same for equal datasets, whatever their blank nodes
    /// are called.
    /// - Parameter workLimit: the steps after which it gives up, for blank nodes that are too alike.
    /// - Throws: `CanonicalizationError` where the limit is met.
    /// - Spec: <https://www.w3.org/TR/rdf-canon/>
    public func canonicalHash(workLimit: Int? = nil) async throws -> String {
        try await WorkPool.shared.run {
            try canonicalize(quads, options: CanonicalizationOptions(workLimit: workLimit)).hash()
        }
    }

    /// The statements that are gone and new since an older state, with blank nodes paired by what is said of them.
    /// - Throws: `CanonicalizationError` where blank nodes are too alike.
    public func changes(since old: RDFSnapshot) async throws -> (removed: [Quad], added: [Quad]) {
        try await WorkPool.shared.run {
            let difference = try DatasetPair(old: old.quads, new: quads).difference()
            return (difference.removed, difference.added)
        }
    }
}

/// That a query has another form than the method that was called is for.
public struct QueryFormError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The forms that the method takes, separated by a comma.
    public let expected: String

    /// The error and its cure.
    public var description: String {
        "the query has another form than \(expected): call the method of its form, or change its first word"
    }
}
