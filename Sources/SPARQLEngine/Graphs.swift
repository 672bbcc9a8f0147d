internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

/// Triples of ids, each once, in the order in which they came.
struct TripleCollection {
    private let context: QueryContext
    private var rows = RowSet(width: 3)
    private var held = 0
    /// The bytes of the texts of all triples: whoever writes the graph holds them each time they come up.
    private var textBytes = 0

    init(_ context: QueryContext) { self.context = context }

    /// Adds a triple, if it is one: its subject a resource, its predicate an IRI.
    mutating func insert(_ triple: [TermID]) throws(QueryEvaluationError) {
        try context.limits.work(1)
        guard triple[0].isIRI || triple[0].isBlankNode, triple[1].isIRI, triple[2].isDefined else { return }
        guard rows.insert([[triple[0]], [triple[1]], [triple[2]]], 0).isNew else { return }
        try context.limits.checkRows(rows.count)
        try context.limits.checkKept(rows.count)
        for id in triple { textBytes += context.terms.textLength(.term(id)) }
        // The terms come on top of the ids.
        let memory = rows.memory + rows.count * MemoryLayout<Triple>.stride + textBytes
        if memory - held >= 1 << 16 {
            try context.limits.hold(memory - held)
            held = memory
        }
    }

    /// The triples as terms.
    var triples: [Triple] {
        // Long texts are made once, however often they come up.
        var long: [TermID: Term] = [:]
        func term(_ id: TermID) -> Term {
            guard context.terms.textLength(.term(id)) > Self.shortText else { return context.terms.term(id) }
            if let known = long[id] { return known }
            let term = context.terms.term(id)
            long[id] = term
            return term
        }
        return (0..<rows.count).compactMap { row in
            guard case .iri(let predicate) = context.terms.term(rows.id(row, 1)) else { return nil }
            return Triple(term(rows.id(row, 0)), predicate, term(rows.id(row, 2)))
        }
    }

    private static let shortText = 256
}

/// Puts the values of a solution into the triples of a template.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#construct>
struct TemplateInstantiation {
    private let context: QueryContext
    private let columns: [Variable: Slot]
    private var values: [Variable: TermID] = [:]
    private var blankNodes: [BlankNode: TermID] = [:]

    init(context: QueryContext, columns: [Variable: Slot]) {
        self.context = context
        self.columns = columns
    }

    /// Begins with a solution: blank nodes of the template are new for each.
    mutating func begin(_ batch: Batch, _ row: Int) {
        blankNodes.removeAll(keepingCapacity: true)
        for (variable, slot) in columns { values[variable] = batch[slot, row] }
    }

    /// The triple of a pattern; `nil` where a variable has no value.
    mutating func triple(_ pattern: TriplePattern) -> [TermID]? {
        guard let subject = id(pattern.subject), let predicate = id(pattern.predicate), let object = id(pattern.object)
        else { return nil }
        return [subject, predicate, object]
    }

    /// The graph that a template names; `nil` where a variable has no value.
    func id(of graph: GraphSpecifier) -> TermID? {
        switch graph {
        case .iri(let iri): return context.terms.id(of: Term.iri(iri))
        case .variable(let variable):
            let id = values[variable] ?? .undefined
            return id.isDefined ? id : nil
        }
    }

    private mutating func id(_ pattern: TermPattern) -> TermID? {
        switch pattern {
        case .term(.blankNode(let node)): return blankNode(node)
        case .term(let term): return context.terms.id(of: term)
        case .variable(let variable):
            // A blank node of a pattern is a variable; in a template it is a node.
            if variable.isBlankNode { return blankNode(BlankNode(String(variable.name.dropFirst(2)))) }
            let id = values[variable] ?? .undefined
            return id.isDefined ? id : nil
        case .triple(let inner):
            guard let parts = triple(inner), case .iri(let predicate) = context.terms.term(parts[1]) else { return nil }
            let subject = context.terms.term(parts[0])
            guard subject.isResource else { return nil }
            return context.terms.id(of: Term.tripleTerm(Triple(subject, predicate, context.terms.term(parts[2]))))
        }
    }

    private mutating func blankNode(_ node: BlankNode) -> TermID {
        if let id = blankNodes[node] { return id }
        let id = context.terms.id(of: Term.blankNode(context.freshBlankNode()))
        blankNodes[node] = id
        return id
    }
}

/// What DESCRIBE answers: the concise bounded description of each resource, that is all triples with it as the subject
/// and, for each object that is a blank node, the description of that node.
/// - Spec: <https://www.w3.org/submissions/CBD/>, without reifications.
struct ConciseDescription {
    private let context: QueryContext
    private(set) var triples: TripleCollection
    private var described: Set<TermID> = []

    init(_ context: QueryContext) {
        self.context = context
        triples = TripleCollection(context)
    }

    /// Adds the description of a resource.
    mutating func add(_ resource: TermID) throws(QueryEvaluationError) {
        var waiting = [resource]
        while let subject = waiting.popLast() {
            guard described.insert(subject).inserted, !subject.isComputed else { continue }
            let run = context.dataset.snapshot.run(matching: IDPattern(subject: subject))
            try context.limits.check()
            for row in 0..<run.count {
                let object = run.id(.object, row: row)
                try triples.insert([subject, run.id(.predicate, row: row), object])
                if object.isBlankNode { waiting.append(object) }
            }
        }
    }
}
