internal import ByteText
internal import Localization
internal import RDFCanon
internal import RDFModel
internal import SPARQLAlgebra
internal import SPARQLResults

/// What the entities of a difference are called: things by their labels, blank nodes by what stands around them.
struct EntityNames {
    private let display = TermDisplay(prefixes: CommonPrefixes.map)
    /// The labels of things, by the rank of the property and the language; the best one comes first.
    private var labels: [Term: (rank: Int, text: String)] = [:]
    /// What is said of blank nodes, in the new dataset where it knows them, else in the old one.
    private var contents: [Term: [Quad]] = [:]
    /// The statements that lead to blank nodes.
    private var referrers: [Term: [Quad]] = [:]

    /// The properties by which things have labels, the best first.
    static let labelProperties: [IRI] = [
        "http://www.w3.org/2004/02/skos/core#prefLabel", "http://www.w3.org/2000/01/rdf-schema#label",
        "https://schema.org/name", "http://schema.org/name", "http://xmlns.com/foaf/0.1/name",
        "http://purl.org/dc/terms/title",
    ].map { IRI(unchecked: $0) }

    /// How far blank nodes are followed, to what they hold and to what they belong.
    private static let reach = 4

    init(_ difference: DatasetDifference, _ entities: [EntityDifference]) {
        var terms = Set(entities.map(\.subject))
        for entity in entities {
            for property in entity.properties {
                terms.formUnion((property.removed + property.added).filter(\.isResource))
            }
        }
        follow(Set(terms.filter(\.isBlankNode)), in: difference)
        // What blank nodes belong to has a label too.
        for quads in referrers.values { terms.formUnion(quads.map(\.subject)) }
        for side in [DatasetSide.old, .new] {
            for quad in difference.statements(of: side, about: terms) { note(quad) }
        }
    }

    private mutating func note(_ quad: Quad) {
        guard let property = Self.labelProperties.firstIndex(of: quad.predicate), case .literal(let label) = quad.object
        else { return }
        let spoken = label.language.map { $0 == Language.current.rawValue ? 0 : 2 } ?? 1
        let rank = property * 3 + spoken
        // The new dataset comes last and wins; within a dataset the lesser text, whatever the order of statements.
        if let known = labels[quad.subject], known.rank < rank { return }
        labels[quad.subject] = (rank, label.lexicalForm)
    }

    /// Collects what stands around blank nodes.
    private mutating func follow(_ nodes: Set<Term>, in difference: DatasetDifference) {
        guard !nodes.isEmpty else { return }
        var (inner, outer) = (nodes, nodes)
        for _ in 0..<Self.reach where !inner.isEmpty {
            let open = inner.filter { contents[$0] == nil }
            inner = []
            for side in [DatasetSide.new, .old] {
                var found: [Term: [Quad]] = [:]
                for quad in difference.statements(of: side, about: open) {
                    found[quad.subject, default: []].append(quad)
                }
                for (node, quads) in found where contents[node] == nil {
                    contents[node] = quads.sorted()
                    inner.formUnion(quads.map(\.object).filter(\.isBlankNode))
                }
            }
        }
        for _ in 0..<Self.reach where !outer.isEmpty {
            let open = outer.filter { referrers[$0] == nil }
            outer = []
            for side in [DatasetSide.new, .old] {
                var found: [Term: [Quad]] = [:]
                for quad in difference.statements(of: side, to: open) { found[quad.object, default: []].append(quad) }
                for (node, quads) in found where referrers[node] == nil {
                    referrers[node] = quads.sorted()
                    outer.formUnion(quads.map(\.subject).filter(\.isBlankNode))
                }
            }
        }
    }

    /// The label of a thing, in the language of this run where there is one.
    func label(of term: Term) -> String? { labels[term]?.text }

    /// The heading of an entity: its label and its IRI; for a blank node the way to it, or else what it holds.
    func heading(_ term: Term) -> String {
        guard term.isBlankNode else { return named(term) }
        return path(to: term, depth: 0) ?? content(of: term, depth: 0)
    }

    /// A value in a line.
    func value(_ term: Term) -> String {
        switch term {
        case .blankNode: return content(of: term, depth: 0)
        case .iri(let iri):
            let short = display.shortened(iri)
            guard short.hasPrefix("<"), let label = label(of: term) else { return display.text(of: term) }
            return TerminalText.escaped(label) + " " + display.text(of: term)
        case .literal, .tripleTerm:
            let (text, note) = display.parts(of: term)
            guard case .literal(let literal) = term else { return text }
            // What is shown without its datatype is plain: a number, a date.
            let isPlain = literal.language == nil && literal.datatype != XSD.string && note.isEmpty
            return isPlain ? text : "\"" + text + "\"" + note
        }
    }

    /// A property, shortened.
    func property(_ iri: IRI) -> String { iri == RDF.type ? "a" : display.text(of: .iri(iri)) }

    private func named(_ term: Term) -> String {
        let name = display.text(of: term)
        return label(of: term).map { TerminalText.escaped($0) + "  " + name } ?? name
    }

    /// `Label ex:a › ex:address › […]`, where one statement leads to each blank node on the way.
    private func path(to node: Term, depth: Int) -> String? {
        guard depth < Self.reach, let quads = referrers[node], let quad = quads.first,
            quads.allSatisfy({ $0.triple == quad.triple })
        else { return nil }
        let end = depth == 0 ? " › " + content(of: node, depth: 1) : ""
        if quad.subject.isBlankNode {
            guard let start = path(to: quad.subject, depth: depth + 1) else { return nil }
            return start + " › " + property(quad.predicate) + end
        }
        return named(quad.subject) + " › " + property(quad.predicate) + end
    }

    /// Where an entity stands among others: blank nodes come after the thing that they belong to.
    func position(of term: Term) -> (thing: Term, depth: Int) {
        var (thing, depth) = (term, 0)
        while thing.isBlankNode, depth < Self.reach, let quad = referrers[thing]?.first {
            thing = quad.subject
            depth += 1
        }
        return (thing, depth)
    }

    /// The first items of a list: `(1 2 3 …)`; `nil` for what is no list.
    private func list(at node: Term, depth: Int) -> String? {
        var items: [String] = []
        var cell = node
        while cell != .iri(RDF.nil), items.count < 8 {
            let quads = contents[cell] ?? []
            guard quads.count == 2, let first = quads.first(where: { $0.predicate == RDF.first }),
                let rest = quads.first(where: { $0.predicate == RDF.rest })
            else {
                // A list is followed as far as what was collected reaches.
                guard quads.isEmpty, !items.isEmpty else { return nil }
                break
            }
            items.append(first.object.isBlankNode ? content(of: first.object, depth: depth + 1) : value(first.object))
            cell = rest.object
        }
        return "(" + items.joined(separator: " ") + (cell == .iri(RDF.nil) ? ")" : " …)")
    }

    /// `[a schema:PostalAddress; schema:streetAddress "…"; …]`
    private func content(of node: Term, depth: Int) -> String {
        if depth < 3, let list = list(at: node, depth: depth) { return list }
        let quads = (contents[node] ?? []).sorted { left, right in
            (left.predicate == RDF.type ? 0 : 1, left) < (right.predicate == RDF.type ? 0 : 1, right)
        }
        guard !quads.isEmpty, depth < 3 else { return quads.isEmpty ? "[]" : "[…]" }
        let shown = quads.prefix(4).map { quad in
            let value =
                quad.object.isBlankNode ? content(of: quad.object, depth: depth + 1) : self.value(quad.object)
            return property(quad.predicate) + " " + value
        }
        return "[" + shown.joined(separator: "; ") + (quads.count > shown.count ? "; …" : "") + "]"
    }
}

extension Term {
    /// Whether the term is a blank node.
    var isBlankNode: Bool { if case .blankNode = self { true } else { false } }
}
