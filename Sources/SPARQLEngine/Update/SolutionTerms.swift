internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

/// The ids that the values and blank nodes of one solution after another have in a transaction.
struct SolutionTerms {
    private let dictionary: TermDictionary
    /// The values of the present solution, as far as they were asked for.
    private var values: [TermID?]
    /// The blank nodes of the present solution, as far as they were asked for.
    private var blankNodes: [TermID?]
    /// The nodes that the pattern made with BNODE, which are new ones of the store.
    private var madeNodes: [BlankNode: TermID] = [:]
    private var solution: (batch: SolutionBatch, row: Int)?

    /// - Parameter dictionary: The terms of the dataset that the pattern is matched against.
    init(_ dictionary: TermDictionary, columns: Int, blankNodes: Int) {
        self.dictionary = dictionary
        values = Array(repeating: nil, count: columns)
        self.blankNodes = Array(repeating: nil, count: blankNodes)
    }

    /// Goes on to a solution: blank nodes of templates are new for each.
    mutating func begin(_ batch: SolutionBatch, row: Int) {
        solution = (batch, row)
        for index in values.indices { values[index] = nil }
        for index in blankNodes.indices { blankNodes[index] = nil }
    }

    /// The statement of a template; `nil` where a variable has no value, or one that cannot stand in its place.
    /// - Spec: <https://www.w3.org/TR/sparql11-update/#deleteInsert>
    mutating func statement(
        _ template: QuadTemplate, in transaction: inout WriteTransaction
    ) throws(StoreError) -> StatementIDs? {
        guard let triple = try triple(template.subject, template.predicate, template.object, in: &transaction) else {
            return nil
        }
        guard let name = template.graph else { return triple }
        guard let graph = try id(name, in: &transaction), graph.isIRI || graph.isBlankNode else { return nil }
        return StatementIDs(subject: triple.subject, predicate: triple.predicate, object: triple.object, graph: graph)
    }

    private mutating func triple(
        _ subject: QuadTemplate.Part, _ predicate: QuadTemplate.Part, _ object: QuadTemplate.Part,
        in transaction: inout WriteTransaction
    ) throws(StoreError) -> StatementIDs? {
        guard let subject = try id(subject, in: &transaction), subject.isIRI || subject.isBlankNode,
            let predicate = try id(predicate, in: &transaction), predicate.isIRI,
            let object = try id(object, in: &transaction)
        else { return nil }
        return StatementIDs(subject: subject, predicate: predicate, object: object, graph: .undefined)
    }

    private mutating func id(
        _ part: QuadTemplate.Part, in transaction: inout WriteTransaction
    ) throws(StoreError) -> TermID? {
        switch part {
        case .constant(let id): return id
        case .column(let column):
            if let known = values[column] { return known }
            guard let solution, let term = solution.batch[solution.row, column] else { return nil }
            let id = try id(of: term, in: &transaction)
            values[column] = id
            return id
        case .blankNode(let number):
            if let known = blankNodes[number] { return known }
            let id = try transaction.freshBlankNode()
            blankNodes[number] = id
            return id
        case .triple(let subject, let predicate, let object):
            guard let parts = try triple(subject, predicate, object, in: &transaction) else { return nil }
            return try transaction.tripleTerm(parts.subject, parts.predicate, parts.object)
        }
    }

    /// The id of a value: a term of the dataset, or one that the pattern computed.
    private mutating func id(of term: Term, in transaction: inout WriteTransaction) throws(StoreError) -> TermID {
        switch term {
        case .iri, .literal: return try transaction.id(of: term)
        case .blankNode(let node):
            if let id = dictionary.id(of: term) ?? madeNodes[node] { return id }
            let id = try transaction.freshBlankNode()
            madeNodes[node] = id
            return id
        case .tripleTerm(let triple):
            if let id = dictionary.id(of: term) { return id }
            // The engine makes no triple terms that nest deeper than the store takes them.
            return try transaction.tripleTerm(
                id(of: triple.subject, in: &transaction), id(of: .iri(triple.predicate), in: &transaction),
                id(of: triple.object, in: &transaction))
        }
    }
}

/// A statement of ids; an undefined graph is the default one.
struct StatementIDs {
    let subject: TermID
    let predicate: TermID
    let object: TermID
    let graph: TermID
}
