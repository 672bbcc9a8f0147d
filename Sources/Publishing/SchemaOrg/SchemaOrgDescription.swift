internal import Localization
internal import OrganizationDirectory
internal import RDFModel

/// The dataset and its organizations as search engines want them: schema.org only, under the IRIs of its own context.
///
/// The directory's graph says `https://schema.org/`, as schema.org recommends today; the context that the document
/// names expands to `http://schema.org/`, so this view of the graph is written in those terms.
struct SchemaOrgDescription {
    let mapping: DirectoryMapping
    /// The graph of the directory, sorted.
    let graph: StatementTable
    /// The files in which the dataset can be had.
    let files: [BundleFile]

    private var publication: Publication { mapping.directory.publication }
    private var iris: DirectoryIRIs { mapping.iris }
    private var texts: SchemaOrgTexts { SchemaOrgTexts(publication) }

    /// The statements of the description.
    func table(placing place: ([Quad]) -> [Quad]) -> StatementTable {
        var builder = StatementBuilder(graph: iris.dataset)
        addDataset(to: &builder)
        addPublisher(to: &builder)
        for file in files { add(file, to: &builder) }
        addDistribution(.schemaOrg, to: &builder)
        var table = GraphBuilder()
        table.add(place(builder.quads.map { Quad($0.triple) }))
        SchemaOrgView(mapping: mapping, graph: graph, texts: texts).forEachSubject { triples in
            table.add(place(triples.map { Quad($0) }))
        }
        return table.table()
    }

    private func addDataset(to graph: inout StatementBuilder) {
        let dataset = iris.dataset
        graph.add(dataset, types: Self.term("Dataset"))
        texts.add(name: publication.titles, of: dataset, to: &graph)
        texts.add(description: publication.descriptions, of: dataset, to: &graph)
        graph.add(dataset, Self.term("url"), iris.dataset)
        graph.add(dataset, Self.term("license"), publication.licence)
        graph.add(dataset, Self.term("version"), text: publication.version)
        graph.add(dataset, Self.term("datePublished"), SchemaOrgView.date(publication.issued.description))
        graph.add(dataset, Self.term("dateModified"), SchemaOrgView.date(publication.compiled.description))
        graph.add(dataset, Self.term("isAccessibleForFree"), .literal(Literal("true", datatype: XSD.boolean)))
        for language in publication.languages {
            graph.add(dataset, Self.term("inLanguage"), text: language.rawValue)
        }
        for keyword in publication.keywords { graph.add(dataset, Self.term("keywords"), text: keyword.text) }
        graph.add(dataset, Self.term("creator"), publication.publisher.iri)
        graph.add(dataset, Self.term("spatialCoverage"), publication.spatial)
        for attribution in publication.attributions {
            graph.add(dataset, Self.term("isBasedOn"), attribution.homepage)
        }
    }

    /// A contact belongs to an organization there, and not to a dataset.
    private func addPublisher(to graph: inout StatementBuilder) {
        let publisher = publication.publisher
        graph.add(publisher.iri, types: Self.term("Organization"))
        texts.add(name: publisher.names, of: publisher.iri, to: &graph)
        graph.add(publisher.iri, Self.term("url"), publisher.homepage)
        guard let contact = publication.contact else { return }
        let node = contact.iri ?? iris.contact
        graph.add(publisher.iri, Self.term("contactPoint"), node)
        graph.add(node, types: Self.term("ContactPoint"))
        texts.add(name: contact.names ?? publisher.names, of: node, to: &graph)
        graph.add(node, Self.term("contactType"), text: "information")
        graph.add(node, Self.term("email"), text: contact.emailAddress)
        graph.add(node, Self.term("url"), contact.page)
    }

    private func add(_ file: BundleFile, to graph: inout StatementBuilder) {
        let distribution = addDistribution(file.kind, to: &graph)
        graph.add(distribution, Self.term("contentSize"), text: "\(file.byteCount) B")
        graph.add(distribution, Self.term("sha256"), text: file.sha256)
    }

    /// A file by its name and form; of this file itself no more can be said in it.
    @discardableResult
    private func addDistribution(_ kind: PublishedFile, to graph: inout StatementBuilder) -> IRI {
        let distribution = iris.distribution(kind.fileName)
        graph.add(iris.dataset, Self.term("distribution"), distribution)
        graph.add(distribution, types: Self.term("DataDownload"))
        graph.add(distribution, Self.term("name"), text: kind.fileName)
        graph.add(distribution, Self.term("contentUrl"), iris.download(kind.fileName))
        graph.add(distribution, Self.term("encodingFormat"), text: kind.mediaType)
        return distribution
    }

    private static func term(_ name: String) -> IRI { SchemaOrgView.term(name) }
}
