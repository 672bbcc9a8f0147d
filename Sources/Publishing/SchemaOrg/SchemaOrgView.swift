internal import Localization
internal import OrganizationDirectory
internal import RDFModel

/// What the graph of a directory says in terms of schema.org, under the IRIs of its context: what organizations know
/// about, where they serve, the names of both, and what became of those that are not at work.
struct SchemaOrgView {
    let mapping: DirectoryMapping
    /// The graph of the directory, sorted.
    let graph: StatementTable
    let texts: SchemaOrgTexts

    /// Calls a body with the triples of the view, subject by subject, those of one in a piece; then with the ends of
    /// organizations.
    func forEachSubject(_ body: ([Triple]) -> Void) {
        let hidden = endedProgrammes
        let known = SharedThings(self)
        var values = StatementValues(graph.terms)
        var start = 0
        while start < graph.count {
            let range = graph.range(of: graph.statements[start].subject)
            start = range.upperBound
            let triples = graph.statements[range].compactMap { values.quad($0)?.triple }
            guard let subject = triples.first?.subject, !hidden.contains(subject) else { continue }
            body(view(of: subject, graph.statements[range.lowerBound].subject, triples, known))
        }
        // What the graph only names.
        body(known.places.filter { graph.range(of: $0).isEmpty }.map { place(graph.terms.term($0)) })
        body(known.terms.filter { graph.range(of: $0).isEmpty }.map { definedTerm(graph.terms.term($0)) })
        if let spatial = mapping.directory.publication.spatial, graph.terms.place(of: spatial) == nil {
            body([place(.iri(spatial))])
        }
        body(ends())
    }

    /// The things that organizations share, known before any of them is told of: where they serve, and what they speak
    /// for that is no medical condition.
    private struct SharedThings {
        var places: Set<UInt32> = []
        var terms: Set<UInt32> = []

        init(_ view: SchemaOrgView) {
            let table = view.graph.terms
            func place(_ iri: IRI) -> UInt32? { table.place(of: iri) }
            let hidden = Set(
                view.endedProgrammes.compactMap { term in
                    if case .iri(let iri) = term { place(iri) } else { nil }
                })
            let (represents, serves, type) = (place(LYS.representsCondition), place(Schema.areaServed), place(RDF.type))
            let medicalCondition = place(Schema.medicalCondition)
            var medical: Set<UInt32> = []
            for statement in view.graph.statements where !hidden.contains(statement.subject) {
                switch statement.predicate {
                case represents: terms.insert(statement.object)
                case serves: places.insert(statement.object)
                case type where statement.object == medicalCondition: medical.insert(statement.subject)
                default: break
                }
            }
            if let spatial = view.mapping.directory.publication.spatial.flatMap(place) { places.insert(spatial) }
            terms.subtract(medical)
        }
    }

    private func place(_ term: Term) -> Triple { Triple(term, RDF.type, .iri(Self.term("AdministrativeArea"))) }

    private func definedTerm(_ term: Term) -> Triple { Triple(term, RDF.type, .iri(Self.term("DefinedTerm"))) }

    private func view(of subject: Term, _ number: UInt32, _ triples: [Triple], _ known: SharedThings) -> [Triple] {
        var view: [Triple] = []
        var (names, descriptions): ([(language: String, text: String)], [(language: String, text: String)]) = ([], [])
        var labels = names
        for triple in triples {
            switch triple.predicate {
            case LYS.representsCondition:
                view.append(Triple(triple.subject, Self.term("knowsAbout"), triple.object))
            case RDF.type:
                if let type = Self.mapped(triple.object) { view.append(Triple(triple.subject, RDF.type, type)) }
            case Schema.name: names += Self.text(triple.object)
            case Schema.description: descriptions += Self.text(triple.object)
            case SKOS.prefLabel: labels += Self.text(triple.object)
            default:
                guard case .iri(let property) = Self.mapped(.iri(triple.predicate)) else { continue }
                view.append(Triple(triple.subject, property, Self.value(triple.object, of: property)))
            }
        }
        let (isPlace, isTerm) = (known.places.contains(number), known.terms.contains(number))
        if isPlace { view.append(place(subject)) }
        // A condition that is no medical one is still a thing with a type and a name.
        if isTerm { view.append(definedTerm(subject)) }
        if isPlace || isTerm { names += labels }
        for (number, name) in texts.ordered(names).enumerated() {
            let property = number == 0 ? SchemaOrgTexts.name : SchemaOrgTexts.alternateName
            view.append(Triple(subject, property, .literal(Literal(name))))
        }
        if !descriptions.isEmpty {
            let whole = texts.ordered(descriptions).joined(separator: "\n\n")
            view.append(Triple(subject, SchemaOrgTexts.description, .literal(Literal(whole))))
        }
        return view
    }

    private static func text(_ term: Term) -> [(language: String, text: String)] {
        guard case .literal(let literal) = term else { return [] }
        return [(literal.language ?? "", literal.lexicalForm)]
    }

    /// schema.org has a day of dissolution and no status, so what became of an organization is told in words.
    private func ends() -> [Triple] {
        mapping.directory.organizations.compactMap { organization in
            guard let sentence = mapping.current.end(of: organization) else { return nil }
            let parts = texts.ordered([("fr", sentence.french), ("en", sentence.english)])
            return Triple(
                .iri(mapping.iris.organization(organization.id)), Self.term("disambiguatingDescription"),
                .literal(Literal(parts.joined(separator: " / "))))
        }
    }

    /// schema.org has no end for a grant, so one that has ended is not told of.
    private var endedProgrammes: Set<Term> {
        Set(
            mapping.directory.programmes.filter { !mapping.current.runs($0) }
                .map { .iri(mapping.iris.programme($0.id)) })
    }

    /// A value as the context reads it: it gives these dates the datatype of schema.org.
    private static func value(_ value: Term, of property: IRI) -> Term {
        guard dates.contains(property), case .literal(let literal) = value else { return value }
        return date(literal.lexicalForm)
    }

    private static let dates = [term("foundingDate"), term("dissolutionDate")]

    static func date(_ text: String) -> Term { .literal(Literal(text, datatype: term("Date"))) }

    /// A term of schema.org under the IRI of its context.
    static func term(_ name: String) -> IRI { IRI(unchecked: "http://schema.org/" + name) }

    /// A term of the directory's graph under the IRI of the context; `nil` for what is not of schema.org.
    private static func mapped(_ value: Term) -> Term? {
        guard case .iri(let iri) = value, iri.string.hasPrefix(Schema.namespace) else { return nil }
        return .iri(term(String(iri.string.dropFirst(Schema.namespace.count))))
    }
}
