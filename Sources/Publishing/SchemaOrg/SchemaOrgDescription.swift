internal import Localization
internal import OrganizationDirectory
internal import RDFModel

/// The dataset and its organizations as search engines want them: schema.org only, under the IRIs of its own context.
///
/// The directory's graph says `https://schema.org/`, as schema.org recommends today; the context that the document
/// names expands to `http://schema.org/`, so this view of the graph is written in those terms.
struct SchemaOrgDescription {
    let publication: Publication
    let iris: DirectoryIRIs
    /// The graph of the directory, sorted.
    let graph: [Triple]
    /// The files in which the dataset can be had.
    let files: [BundleFile]

    /// The triples of the description, sorted, each once.
    func triples() -> [Triple] {
        var builder = StatementBuilder(graph: iris.dataset)
        addDataset(to: &builder)
        for file in files { add(file, to: &builder) }
        return Set(builder.quads.map(\.triple) + view()).sorted()
    }

    private func addDataset(to graph: inout StatementBuilder) {
        let dataset = iris.dataset
        graph.add(dataset, types: Self.term("Dataset"))
        graph.add(dataset, Self.term("name"), texts: publication.titles)
        graph.add(dataset, Self.term("description"), texts: publication.descriptions)
        graph.add(dataset, Self.term("url"), iris.dataset)
        graph.add(dataset, Self.term("license"), publication.licence)
        graph.add(dataset, Self.term("version"), text: publication.version)
        graph.add(dataset, Self.term("datePublished"), Self.date(publication.issued.description))
        graph.add(dataset, Self.term("dateModified"), Self.date(publication.compiled.description))
        graph.add(dataset, Self.term("isAccessibleForFree"), .literal(Literal("true", datatype: XSD.boolean)))
        for language in publication.languages {
            graph.add(dataset, Self.term("inLanguage"), text: language.rawValue)
        }
        for (language, keyword) in publication.keywords {
            graph.add(dataset, Self.term("keywords"), text: keyword, in: language)
        }
        graph.add(dataset, Self.term("creator"), publication.publisher.iri)
        graph.add(dataset, Self.term("spatialCoverage"), publication.spatial)
        graph.add(publication.publisher.iri, types: Self.term("Organization"))
        graph.add(publication.publisher.iri, Self.term("name"), texts: publication.publisher.names)
        graph.add(publication.publisher.iri, Self.term("url"), publication.publisher.homepage)
        for attribution in publication.attributions {
            graph.add(dataset, Self.term("isBasedOn"), attribution.homepage)
        }
    }

    private func add(_ file: BundleFile, to graph: inout StatementBuilder) {
        let distribution = iris.distribution(file.name)
        graph.add(iris.dataset, Self.term("distribution"), distribution)
        graph.add(distribution, types: Self.term("DataDownload"))
        graph.add(distribution, Self.term("name"), text: file.name)
        graph.add(distribution, Self.term("contentUrl"), iris.download(file.name))
        graph.add(distribution, Self.term("encodingFormat"), text: file.kind.mediaType)
        graph.add(distribution, Self.term("contentSize"), text: "\(file.bytes.count) B")
        graph.add(distribution, Self.term("sha256"), text: file.sha256)
    }

    /// What the graph says in terms of schema.org, what an organization knows about, and the names of territories.
    private func view() -> [Triple] {
        var places: Set<IRI> = [publication.spatial].reduce(into: []) { places, place in
            if let place { places.insert(place) }
        }
        var view: [Triple] = []
        for triple in graph {
            if triple.predicate == LYS.representsCondition {
                view.append(Triple(triple.subject, Self.term("knowsAbout"), triple.object))
            } else if triple.predicate == RDF.type {
                if let type = Self.mapped(triple.object) { view.append(Triple(triple.subject, RDF.type, type)) }
            } else if let predicate = Self.mapped(.iri(triple.predicate)), case .iri(let property) = predicate {
                view.append(Triple(triple.subject, property, Self.value(triple.object, of: property)))
                if triple.predicate == Schema.areaServed, case .iri(let place) = triple.object { places.insert(place) }
            }
        }
        for place in places { view.append(Triple(.iri(place), RDF.type, .iri(Self.term("AdministrativeArea")))) }
        for triple in graph where triple.predicate == SKOS.prefLabel {
            guard case .iri(let subject) = triple.subject, places.contains(subject) else { continue }
            view.append(Triple(triple.subject, Self.term("name"), triple.object))
        }
        return view
    }

    /// A value as the context reads it: it gives every founding date the datatype of schema.org.
    private static func value(_ value: Term, of property: IRI) -> Term {
        guard property == term("foundingDate"), case .literal(let literal) = value else { return value }
        return date(literal.lexicalForm)
    }

    private static func date(_ text: String) -> Term { .literal(Literal(text, datatype: term("Date"))) }

    /// A term of schema.org under the IRI of its context.
    private static func term(_ name: String) -> IRI { IRI(unchecked: "http://schema.org/" + name) }

    /// A term of the directory's graph under the IRI of the context; `nil` for what is not of schema.org.
    private static func mapped(_ value: Term) -> Term? {
        guard case .iri(let iri) = value, iri.string.hasPrefix(Schema.namespace) else { return nil }
        return .iri(term(String(iri.string.dropFirst(Schema.namespace.count))))
    }
}
