internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

/// One DELETE/INSERT: the solutions are found over the dataset as it is before, then all is deleted, then inserted.
/// - Spec: <https://www.w3.org/TR/sparql11-update/#deleteInsert>
struct ModificationRun {
    private let modification: Modification
    private let base: IRI?
    private let options: QueryOptions

    init(_ modification: Modification, base: IRI?, options: QueryOptions) {
        self.modification = modification
        self.base = base
        self.options = options
    }

    /// A statement of ids, of which some may be the query's own.
    private typealias Statement = (subject: TermID, predicate: TermID, object: TermID, graph: TermID)

    func apply(to transaction: inout WriteTransaction) throws {
        let snapshot = try transaction.snapshot()
        let run = try QueryRun(dataset(of: snapshot), query, options)
        var (deletions, insertions) = ([Statement](), [Statement]())
        let templates = modification.delete + modification.insert
        let variables = Set(templates.flatMap { $0.triple.variables + [$0.graph?.variable].compactMap { $0 } })
        try run.forEachSolution(of: variables.filter { !$0.isBlankNode }) { instantiation in
            for template in modification.delete {
                if let statement = statement(template, &instantiation) { deletions.append(statement) }
            }
            for template in modification.insert {
                if let statement = statement(template, &instantiation) { insertions.append(statement) }
            }
        }
        var names = StoreNames(run.terms)
        for statement in deletions {
            // What the query has computed is none of the store's and cannot be deleted.
            let ids = [statement.subject, statement.predicate, statement.object, statement.graph]
            guard !ids.contains(where: \.isComputed) else { continue }
            transaction.delete(statement.subject, statement.predicate, statement.object, in: statement.graph)
        }
        for statement in insertions {
            transaction.insert(
                try names.id(statement.subject, &transaction), try names.id(statement.predicate, &transaction),
                try names.id(statement.object, &transaction), in: try names.id(statement.graph, &transaction))
        }
    }

    private var query: Query { Query(form: .ask, algebra: modification.pattern, base: base) }

    private func dataset(of snapshot: StoreSnapshot) -> DatasetView {
        if let clause = modification.using { return DatasetView(snapshot, clause: clause) }
        guard let graph = modification.with else { return DatasetView(snapshot) }
        return DatasetView(snapshot, defaultGraph: graph)
    }

    /// The statement that a template makes of a solution; `nil` where a variable has no value, or one that cannot
    /// stand in its place.
    private func statement(_ template: QuadPattern, _ instantiation: inout TemplateInstantiation) -> Statement? {
        guard let triple = instantiation.triple(template.triple), triple[0].isIRI || triple[0].isBlankNode,
            triple[1].isIRI
        else { return nil }
        var graph = TermID.undefined
        if let name = template.graph {
            guard let id = instantiation.id(of: name), id.isIRI || id.isBlankNode else { return nil }
            graph = id
        }
        return (triple[0], triple[1], triple[2], graph)
    }
}

/// The ids that terms of a query get in a transaction.
private struct StoreNames {
    private let terms: QueryTerms
    private var known: [TermID: TermID] = [:]

    init(_ terms: QueryTerms) { self.terms = terms }

    mutating func id(_ id: TermID, _ transaction: inout WriteTransaction) throws -> TermID {
        guard id.isComputed else { return id }
        if let known = known[id] { return known }
        let new = id.isBlankNode ? try transaction.freshBlankNode() : try transaction.id(of: terms.term(id))
        known[id] = new
        return new
    }
}
