internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

/// A statement of a template, with its constants as ids and its variables as columns of the solutions.
struct QuadTemplate {
    /// What stands in a position.
    indirect enum Part {
        case constant(TermID)
        /// The column of a variable.
        case column(Int)
        /// The number of a blank node, which is a new one for each solution.
        case blankNode(Int)
        /// A triple term with one of those in it.
        case triple(Part, Part, Part)
    }

    let subject: Part
    let predicate: Part
    let object: Part
    /// `nil` is the default graph.
    let graph: Part?
}

/// Makes templates: finds the columns of variables, and numbers blank nodes.
struct TemplateCompiler {
    /// The variables that templates ask for, each once.
    private(set) var variables: [Variable] = []
    /// How many blank nodes there are.
    private(set) var blankNodeCount = 0
    private var columns: [Variable: Int] = [:]
    private var blankNodes: [BlankNode: Int] = [:]

    /// The id of a constant; `nil` where it has none, so that nothing can match the template.
    typealias ConstantID = (Term) throws(StoreError) -> TermID?

    /// The template of a pattern; `nil` where it can make no statement.
    mutating func template(_ pattern: QuadPattern, _ constant: ConstantID) throws(StoreError) -> QuadTemplate? {
        guard let subject = try part(pattern.triple.subject, constant),
            let predicate = try part(pattern.triple.predicate, constant),
            let object = try part(pattern.triple.object, constant)
        else { return nil }
        switch pattern.graph {
        case nil: return QuadTemplate(subject: subject, predicate: predicate, object: object, graph: nil)
        case .variable(let variable)?:
            return QuadTemplate(
                subject: subject, predicate: predicate, object: object, graph: .column(column(variable)))
        case .iri(let iri)?:
            guard let graph = try constant(.iri(iri)) else { return nil }
            return QuadTemplate(subject: subject, predicate: predicate, object: object, graph: .constant(graph))
        }
    }

    private mutating func part(
        _ pattern: TermPattern, depth: Int = 0, _ constant: ConstantID
    ) throws(StoreError) -> QuadTemplate.Part? {
        guard depth <= QueryContext.maximumTripleTermDepth else { throw .tooDeep }
        switch pattern {
        case .term(.blankNode(let node)): return .blankNode(number(node))
        case .term(.tripleTerm(let triple)) where triple.holdsBlankNode:
            let parts = TriplePattern(.term(triple.subject), .term(.iri(triple.predicate)), .term(triple.object))
            return try part(.triple(parts), depth: depth, constant)
        case .term(let term): return try constant(term).map { .constant($0) }
        // A blank node of a pattern is a variable; in a template it is a node.
        case .variable(let variable) where variable.isBlankNode:
            return .blankNode(number(BlankNode(String(variable.name.dropFirst(2)))))
        case .variable(let variable): return .column(column(variable))
        case .triple(let triple):
            guard let subject = try part(triple.subject, depth: depth + 1, constant),
                let predicate = try part(triple.predicate, depth: depth + 1, constant),
                let object = try part(triple.object, depth: depth + 1, constant)
            else { return nil }
            return .triple(subject, predicate, object)
        }
    }

    private mutating func column(_ variable: Variable) -> Int {
        if let column = columns[variable] { return column }
        columns[variable] = variables.count
        variables.append(variable)
        return variables.count - 1
    }

    private mutating func number(_ node: BlankNode) -> Int {
        if let number = blankNodes[node] { return number }
        blankNodes[node] = blankNodeCount
        blankNodeCount += 1
        return blankNodeCount - 1
    }
}

extension Triple {
    /// Whether a blank node stands in the triple, also inside a triple term of it.
    fileprivate var holdsBlankNode: Bool { subject.holdsBlankNode || object.holdsBlankNode }
}

extension Term {
    fileprivate var holdsBlankNode: Bool {
        switch self {
        case .iri, .literal: false
        case .blankNode: true
        case .tripleTerm(let triple): triple.holdsBlankNode
        }
    }
}
