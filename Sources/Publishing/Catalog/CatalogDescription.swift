internal import Localization
internal import OrganizationDirectory
internal import RDFModel

/// The catalog that a portal harvests: the dataset, each file in which it can be had, and counts of what is in it.
///
/// - Spec: DCAT 3, DCAT-AP 3.0.1, VoID. The controlled values are typed where they are named, as DCAT-AP's shapes want.
struct CatalogDescription {
    let publication: Publication
    let iris: DirectoryIRIs
    /// What the counts are taken from.
    let statistics: GraphStatistics
    /// The files in which the dataset can be had.
    let files: [BundleFile]

    /// The triples of the catalog, sorted, each once.
    func triples() -> [Triple] {
        var graph = StatementBuilder(graph: iris.catalog)
        addCatalog(to: &graph)
        DatasetDescription(publication: publication, iris: iris).add(to: &graph)
        addDataset(to: &graph)
        for file in files { add(file, to: &graph) }
        addControlledValues(to: &graph)
        statistics.add(to: &graph, iris: iris)
        return Set(graph.quads.map(\.triple)).sorted()
    }

    private func addCatalog(to graph: inout StatementBuilder) {
        let catalog = iris.catalog
        graph.add(catalog, types: DCAT.catalog)
        graph.add(
            catalog, DCTerms.title,
            texts: LocalizedText(
                fr: publication.titles.french.map { "Catalogue : \($0)" },
                en: publication.titles.english.map { "Catalog: \($0)" }))
        graph.add(catalog, DCTerms.description, texts: publication.descriptions)
        graph.add(catalog, DublinCore.publisher, publication.publisher.iri)
        graph.add(catalog, DCTerms.license, publication.licence)
        graph.add(catalog, DublinCore.issued, date: publication.issued)
        graph.add(catalog, DCTerms.modified, date: publication.issued)
        graph.add(catalog, DCAT.hasDataset, iris.dataset)
        graph.add(catalog, DCTerms.spatial, publication.spatial)
        for language in publication.languages { graph.add(catalog, DCTerms.language, language.iri) }
        graph.add(publication.publisher.iri, types: FOAFAgent.agent, FOAF.organization)
        graph.add(publication.publisher.iri, FOAFAgent.name, texts: publication.publisher.names)
        if let homepage = publication.publisher.homepage {
            graph.add(publication.publisher.iri, FOAF.homepage, homepage)
            graph.add(homepage, types: FOAFAgent.document)
        }
        for attribution in publication.attributions {
            graph.add(iris.source(attribution.id), types: DCAT.dataset)
            graph.add(iris.source(attribution.id), DCTerms.title, texts: attribution.names)
            graph.add(iris.source(attribution.id), DCTerms.description, texts: attribution.names)
            graph.add(iris.source(attribution.id), DCTerms.license, attribution.licence)
            graph.add(attribution.licence, types: DublinCore.licenseDocument)
            graph.add(iris.source(attribution.id), FOAF.page, attribution.homepage)
            graph.add(attribution.homepage, types: FOAFAgent.document)
        }
    }

    private func addDataset(to graph: inout StatementBuilder) {
        let dataset = iris.dataset
        graph.add(dataset, DublinCore.identifier, text: dataset.string)
        graph.add(dataset, DublinCore.accessRights, EuropeanAuthority.publicAccess)
        graph.add(dataset, DublinCore.accrualPeriodicity, publication.frequency)
        graph.add(dataset, DCTerms.spatial, publication.spatial)
        for (language, keyword) in publication.keywords {
            graph.add(dataset, DCAT.keyword, text: keyword, in: language)
        }
        for theme in publication.themes { graph.add(dataset, DCAT.theme, theme) }
        for language in publication.languages { graph.add(dataset, DCTerms.language, language.iri) }
        graph.add(dataset, DublinCore.conformsTo, IRI(unchecked: LYS.namespace))
    }

    private func add(_ file: BundleFile, to graph: inout StatementBuilder) {
        let (distribution, checksum) = (iris.distribution(file.name), iris.checksum(file.name))
        graph.add(iris.dataset, DCAT.hasDistribution, distribution)
        graph.add(distribution, types: DCAT.distribution)
        graph.add(distribution, DCTerms.title, text: file.name)
        graph.add(distribution, DCTerms.description, texts: file.kind.description)
        graph.add(distribution, DCAT.accessURL, iris.download(file.name))
        graph.add(distribution, DCAT.downloadURL, iris.download(file.name))
        graph.add(
            distribution, DCAT.byteSize,
            .literal(Literal(String(file.bytes.count), datatype: XSD.nonNegativeInteger)))
        graph.add(distribution, DCTerms.license, publication.licence)
        graph.add(distribution, DublinCore.issued, date: publication.issued)
        let mediaType = IRI(unchecked: "http://www.iana.org/assignments/media-types/" + file.kind.mediaType)
        graph.add(distribution, DCAT.mediaType, mediaType)
        graph.add(mediaType, types: DublinCore.mediaType)
        let format = EuropeanAuthority.fileType(file.kind.europeanFileType)
        graph.add(distribution, DublinCore.format, format)
        graph.add(format, types: DublinCore.mediaTypeOrExtent)
        graph.add(distribution, SPDX.checksum, checksum)
        graph.add(checksum, types: SPDX.checksumClass)
        graph.add(checksum, SPDX.algorithm, SPDX.sha256)
        graph.add(checksum, SPDX.checksumValue, .literal(Literal(file.sha256, datatype: XSD.hexBinary)))
        if file.kind.isDump { graph.add(iris.dataset, VoID.dataDump, iris.download(file.name)) }
    }

    /// What the values that we point to are: portals cannot look them up while they check us.
    private func addControlledValues(to graph: inout StatementBuilder) {
        graph.add(publication.licence, types: DublinCore.licenseDocument)
        graph.add(EuropeanAuthority.publicAccess, types: DublinCore.rightsStatement)
        graph.add(SPDX.sha256, types: SPDX.algorithmClass)
        graph.add(IRI(unchecked: LYS.namespace), types: DublinCore.standard)
        graph.add(
            IRI(unchecked: LYS.namespace), DCTerms.title,
            texts: Texts(
                fr: "Vocabulaire Lys des organismes de patients", en: "Lys vocabulary of patient organizations"))
        if let frequency = publication.frequency { graph.add(frequency, types: DublinCore.frequency) }
        if let spatial = publication.spatial { graph.add(spatial, types: DublinCore.location) }
        for language in Language.allCases { graph.add(language.iri, types: DublinCore.linguisticSystem) }
        for theme in publication.themes {
            graph.add(theme, types: SKOS.concept)
            guard let known = EuropeanTheme(theme) else { continue }
            graph.add(theme, SKOS.prefLabel, texts: known.label)
            graph.add(theme, SKOS.inScheme, EuropeanAuthority.themes)
            graph.add(EuropeanAuthority.themes, types: SKOS.conceptScheme)
            graph.add(EuropeanAuthority.themes, DCTerms.title, texts: Texts(fr: "Thèmes", en: "Data themes"))
        }
    }
}

/// The terms of FOAF that only a catalog needs.
enum FOAFAgent {
    static let agent = IRI(unchecked: FOAF.namespace + "Agent")
    static let name = IRI(unchecked: FOAF.namespace + "name")
    static let document = IRI(unchecked: FOAF.namespace + "Document")
}
