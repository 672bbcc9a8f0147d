internal import Localization
internal import OrganizationDirectory
internal import RDFModel

/// What the graph of a directory says in terms of schema.org, under the IRIs of its context: what organizations know
/// about, where they serve, the names of both, and what became of those that are not at work.
struct SchemaOrgView {
    let mapping: DirectoryMapping
    /// The graph of the directory, sorted.
    let graph: [Triple]
    let texts: SchemaOrgTexts

    /// The triples of the view.
    func triples() -> [Triple] {
        let hidden = endedProgrammes
        var view: [Triple] = []
        var names = TextCollection()
        var descriptions = TextCollection()
        var labels = TextCollection()
        var places = Set([mapping.directory.publication.spatial].compactMap { $0.map(Term.iri) })
        var known: Set<Term> = []
        var medical: Set<Term> = []
        for triple in graph where !hidden.contains(triple.subject) {
            switch triple.predicate {
            case LYS.representsCondition:
                view.append(Triple(triple.subject, Self.term("knowsAbout"), triple.object))
                known.insert(triple.object)
            case RDF.type:
                if let type = Self.mapped(triple.object) { view.append(Triple(triple.subject, RDF.type, type)) }
                if triple.object == .iri(Schema.medicalCondition) { medical.insert(triple.subject) }
            case Schema.name: names.add(triple.subject, triple.object)
            case Schema.description: descriptions.add(triple.subject, triple.object)
            case SKOS.prefLabel: labels.add(triple.subject, triple.object)
            default:
                guard case .iri(let property) = Self.mapped(.iri(triple.predicate)) else { continue }
                view.append(Triple(triple.subject, property, Self.value(triple.object, of: property)))
                if triple.predicate == Schema.areaServed { places.insert(triple.object) }
            }
        }
        for place in places { view.append(Triple(place, RDF.type, .iri(Self.term("AdministrativeArea")))) }
        // A condition that is no medical one is still a thing with a type and a name.
        let terms = known.subtracting(medical)
        for term in terms { view.append(Triple(term, RDF.type, .iri(Self.term("DefinedTerm")))) }
        for (subject, labels) in labels.texts where places.contains(subject) || terms.contains(subject) {
            for label in labels { names.add(subject, .literal(Literal(label.text, language: label.language))) }
        }
        return view + told(names, descriptions) + ends()
    }

    private func told(_ names: TextCollection, _ descriptions: TextCollection) -> [Triple] {
        func text(_ text: String) -> Term { .literal(Literal(text)) }
        var told: [Triple] = []
        for (subject, all) in names.texts {
            for (number, name) in texts.ordered(all).enumerated() {
                let property = number == 0 ? SchemaOrgTexts.name : SchemaOrgTexts.alternateName
                told.append(Triple(subject, property, text(name)))
            }
        }
        for (subject, all) in descriptions.texts {
            let whole = texts.ordered(all).joined(separator: "\n\n")
            told.append(Triple(subject, SchemaOrgTexts.description, text(whole)))
        }
        return told
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
        let dates = [term("foundingDate"), term("dissolutionDate")]
        guard dates.contains(property), case .literal(let literal) = value else { return value }
        return date(literal.lexicalForm)
    }

    static func date(_ text: String) -> Term { .literal(Literal(text, datatype: term("Date"))) }

    /// A term of schema.org under the IRI of its context.
    static func term(_ name: String) -> IRI { IRI(unchecked: "http://schema.org/" + name) }

    /// A term of the directory's graph under the IRI of the context; `nil` for what is not of schema.org.
    private static func mapped(_ value: Term) -> Term? {
        guard case .iri(let iri) = value, iri.string.hasPrefix(Schema.namespace) else { return nil }
        return .iri(term(String(iri.string.dropFirst(Schema.namespace.count))))
    }
}
