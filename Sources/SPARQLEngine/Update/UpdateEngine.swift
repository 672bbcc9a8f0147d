internal import RDFModel
public import SPARQLAlgebra
public import TripleStore

/// Changes a store as updates say: all operations of a request, or none.
///
/// A graph exists as long as it holds a statement, so that CREATE of an empty graph and DROP of an absent one do
/// nothing, as §3.2 allows.
/// - Spec: <https://www.w3.org/TR/sparql11-update/>
public struct UpdateEngine: Sendable {
    /// What is changed.
    public let store: TripleStore

    /// An engine for a store.
    public init(_ store: TripleStore) { self.store = store }

    /// Does the operations in order; readers of the store see all of them at once.
    ///
    /// - Throws: ``QueryEvaluationError``, ``UpdateError`` or ``StoreError``; then the store is as it was.
    public func execute(_ update: Update, options: UpdateOptions = UpdateOptions()) throws {
        try store.write { transaction in
            for operation in update.operations {
                try Self.perform(operation, update, options, &transaction)
            }
        }
    }

    private static func perform(
        _ operation: UpdateOperation, _ update: Update, _ options: UpdateOptions, _ transaction: inout WriteTransaction
    ) throws {
        switch operation {
        case .insertData(let quads): try transaction.insertDocument(quads)
        case .deleteData(let quads): for quad in quads { transaction.delete(quad) }
        case .modify(let modification):
            try ModificationRun(modification, base: update.base, options: options.query).apply(to: &transaction)
        case .load(let source, let graph, let silent):
            try unless(silent) { try load(source, into: graph, options, &transaction) }
        case .clear(let target, _), .drop(let target, _): try clear(target, &transaction)
        case .create(let graph, let silent):
            try unless(silent) {
                if try exists(.iri(graph), &transaction) { throw UpdateError.graphExists(graph) }
            }
        case .add(let source, let target, let silent):
            try unless(silent) { try copy(source, to: target, &transaction) }
        case .copy(let source, let target, let silent):
            try unless(silent) {
                guard source != target else { return }
                try require(source, &transaction)
                try clear(target, &transaction)
                try copy(source, to: target, &transaction)
            }
        case .move(let source, let target, let silent):
            try unless(silent) {
                guard source != target else { return }
                try require(source, &transaction)
                try clear(target, &transaction)
                try copy(source, to: target, &transaction)
                try clear(source, &transaction)
            }
        }
    }

    /// Does something whose failure SILENT forgives, but for limits of the store.
    private static func unless(_ silent: Bool, _ body: () throws -> Void) throws {
        do { try body() } catch let error as UpdateError { if !silent { throw error } }
    }

    private static func load(
        _ source: IRI, into graph: IRI?, _ options: UpdateOptions, _ transaction: inout WriteTransaction
    ) throws {
        guard let loader = options.documentLoader else { throw UpdateError.load(source, "LOAD is not allowed") }
        let quads: [Quad]
        do { quads = try loader(source) } catch { throw UpdateError.load(source, String(describing: error)) }
        try transaction.insertDocument(quads, into: graph.map { .iri($0) } ?? .defaultGraph)
    }

    // MARK: Graphs

    private static func exists(_ graph: GraphName, _ transaction: inout WriteTransaction) throws -> Bool {
        guard let name = graph.term else { return true }
        let snapshot = try transaction.snapshot()
        guard let id = snapshot.dictionary.id(of: name) else { return false }
        return snapshot.count(matching: IDPattern(), in: .named(id)) > 0
    }

    private static func require(_ graph: GraphName, _ transaction: inout WriteTransaction) throws {
        guard case .iri(let iri) = graph, try !exists(graph, &transaction) else { return }
        throw UpdateError.noSuchGraph(iri)
    }

    private static func clear(_ target: GraphTarget, _ transaction: inout WriteTransaction) throws {
        switch target {
        case .graph(let iri): try clear(.iri(iri), &transaction)
        case .defaultGraph: transaction.clear(.defaultGraph)
        case .named: transaction.clear(.anyNamed)
        case .all:
            transaction.clear(.defaultGraph)
            transaction.clear(.anyNamed)
        }
    }

    private static func clear(_ graph: GraphName, _ transaction: inout WriteTransaction) throws {
        guard let name = graph.term else { return transaction.clear(.defaultGraph) }
        guard let id = try transaction.snapshot().dictionary.id(of: name) else { return }
        transaction.clear(.named(id))
    }

    private static func copy(
        _ source: GraphName, to target: GraphName, _ transaction: inout WriteTransaction
    ) throws {
        try require(source, &transaction)
        let snapshot = try transaction.snapshot()
        var scope = GraphScope.defaultGraph
        if let name = source.term {
            guard let id = snapshot.dictionary.id(of: name) else { return }
            scope = .named(id)
        }
        let graph = try target.term.map { try transaction.id(of: $0) } ?? .undefined
        let run = snapshot.run(matching: IDPattern(), in: scope)
        for row in 0..<run.count {
            transaction.insert(
                run.id(.subject, row: row), run.id(.predicate, row: row), run.id(.object, row: row), in: graph)
        }
    }
}
