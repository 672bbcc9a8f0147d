internal import Localization
internal import OrganizationDirectory
internal import RDFModel

/// What a dataset says of itself, in the graph as well as in the catalog: its name, version, licence and publisher.
///
/// A copy of the graph that has lost its catalog still says whose it is and what may be done with it.
struct DatasetDescription {
    let publication: Publication
    let iris: DirectoryIRIs

    /// Adds the description to a graph.
    func add(to graph: inout StatementBuilder) {
        let dataset = iris.dataset
        graph.add(dataset, types: DCAT.dataset, VoID.dataset)
        graph.add(dataset, DCTerms.title, texts: publication.titles)
        graph.add(dataset, DCTerms.description, texts: publication.descriptions)
        graph.add(dataset, DublinCore.publisher, publication.publisher.iri)
        graph.add(dataset, DCTerms.license, publication.licence)
        graph.add(dataset, DCAT.version, text: publication.version)
        graph.add(dataset, DublinCore.issued, date: publication.issued)
        graph.add(dataset, DCTerms.modified, date: publication.compiled)
        for attribution in publication.attributions {
            // No dcterms:source: DCAT-AP wants a dcat:Dataset there, and harvesters would take the work for one of ours.
            graph.add(dataset, DCTerms.relation, iris.source(attribution.id))
            graph.add(dataset, PROV.wasDerivedFrom, iris.source(attribution.id))
        }
    }
}

extension DirectoryIRIs {
    /// The dataset: all that the directory says.
    var dataset: IRI { under("dataset") }
    /// The catalog that describes it.
    var catalog: IRI { under("catalog") }
    /// Where to write about the directory, unless the keeper names it otherwise.
    var contact: IRI { under("contact") }
    /// What must be said of the works on which the dataset rests.
    var rights: IRI { under("rights") }
    /// A file in which the dataset can be had.
    func distribution(_ file: String) -> IRI { under("distribution", file) }
    /// The checksum of a file.
    func checksum(_ file: String) -> IRI { under("checksum", file) }
    /// Where a file is to be published.
    func download(_ file: String) -> IRI { under(file) }
    /// The links to another dataset.
    func linkset(_ target: String) -> IRI { under("linkset", target) }
    /// The part of the dataset that is about the instances of a class or uses a property.
    func partition(_ kind: String, _ name: String) -> IRI { under("partition", kind, name) }

    private func under(_ path: String...) -> IRI { IRI(unchecked: base.string + path.joined(separator: "/")) }
}
