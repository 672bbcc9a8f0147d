internal import Localization
internal import OrganizationDirectory
internal import RDFModel

/// The catalog that a portal harvests: the dataset, each file in which it can be had, and counts of what is in it.
///
/// - Spec: DCAT 3, DCAT-AP 3.0.1, VoID. The controlled values are typed where they are named, as DCAT-AP's shapes want.
struct CatalogDescription {
    let publication: Publication
    let iris: DirectoryIRIs
    /// The names of the territory that the dataset covers, as its graph has them.
    let territoryNames: [Term]
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
        addContact(to: &graph)
        addWorks(to: &graph)
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
    }

    private func addContact(to graph: inout StatementBuilder) {
        guard let contact = publication.contact else { return }
        let node = contact.iri ?? iris.contact
        graph.add(iris.dataset, DCAT.contactPoint, node)
        graph.add(iris.catalog, DCAT.contactPoint, node)
        graph.add(node, types: VCard.kind, VCard.organization)
        graph.add(node, VCard.formattedName, texts: contact.names ?? publication.publisher.names)
        graph.add(node, VCard.hasEmail, contact.email)
        graph.add(node, VCard.hasURL, contact.page)
    }

    /// The works on which rows rest, and one statement that names them all: a distribution has one at most.
    ///
    /// They are no datasets of ours, so that no harvester lists them.
    private func addWorks(to graph: inout StatementBuilder) {
        for attribution in publication.attributions {
            let work = iris.source(attribution.id)
            graph.add(work, types: PROV.entity)
            graph.add(work, DCTerms.title, texts: attribution.names)
            graph.add(work, DCTerms.license, attribution.licence)
            graph.add(work, FOAF.page, attribution.homepage)
            graph.add(attribution.homepage, types: FOAFAgent.document)
            add(Licence(attribution.licence), to: &graph)
        }
        guard !publication.attributions.isEmpty else { return }
        graph.add(iris.rights, types: DublinCore.rightsStatement)
        graph.add(iris.rights, RDFS.label, texts: publication.attributionStatement)
    }

    private func add(_ licence: Licence, to graph: inout StatementBuilder) {
        graph.add(licence.iri, types: DublinCore.licenseDocument)
        graph.add(licence.iri, DCTerms.title, texts: licence.title)
        if let name = licence.name { graph.add(licence.iri, SKOS.prefLabel, texts: name) }
    }

    private func addDataset(to graph: inout StatementBuilder) {
        let dataset = iris.dataset
        graph.add(dataset, DublinCore.identifier, text: dataset.string)
        graph.add(dataset, DublinCore.accessRights, EuropeanAuthority.publicAccess)
        graph.add(dataset, DublinCore.accrualPeriodicity, publication.frequency)
        graph.add(dataset, DCTerms.spatial, publication.spatial)
        for keyword in publication.keywords {
            graph.add(dataset, DCAT.keyword, text: keyword.text, in: keyword.language)
        }
        for theme in publication.themes { graph.add(dataset, DCAT.theme, theme) }
        for language in publication.languages { graph.add(dataset, DCTerms.language, language.iri) }
        graph.add(dataset, DublinCore.conformsTo, IRI(unchecked: LYS.namespace))
    }

    private func add(_ file: BundleFile, to graph: inout StatementBuilder) {
        let (distribution, checksum) = (iris.distribution(file.name), iris.checksum(file.name))
        graph.add(iris.dataset, DCAT.hasDistribution, distribution)
        graph.add(distribution, types: DCAT.distribution)
        graph.add(distribution, DCTerms.title, texts: file.title)
        graph.add(distribution, DCTerms.description, texts: file.kind.description)
        graph.add(distribution, DCAT.accessURL, iris.download(file.name))
        graph.add(distribution, DCAT.downloadURL, iris.download(file.name))
        graph.add(
            distribution, DCAT.byteSize,
            .literal(Literal(String(file.byteCount), datatype: XSD.nonNegativeInteger)))
        graph.add(distribution, DCTerms.license, publication.licence)
        if !publication.attributions.isEmpty { graph.add(distribution, DublinCore.rights, iris.rights) }
        graph.add(distribution, DublinCore.issued, date: publication.issued)
        let mediaType = IRI(unchecked: "https://www.iana.org/assignments/media-types/" + file.kind.mediaType)
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
        add(Licence(publication.licence), to: &graph)
        graph.add(EuropeanAuthority.publicAccess, types: DublinCore.rightsStatement)
        graph.add(SPDX.sha256, types: SPDX.algorithmClass)
        graph.add(IRI(unchecked: LYS.namespace), types: DublinCore.standard)
        graph.add(
            IRI(unchecked: LYS.namespace), DCTerms.title,
            texts: Texts(
                fr: "Vocabulaire Lys des organismes de patients", en: "Lys vocabulary of patient organizations"))
        if let frequency = publication.frequency { graph.add(frequency, types: DublinCore.frequency) }
        if let spatial = publication.spatial {
            graph.add(spatial, types: DublinCore.location)
            for name in territoryNames { graph.add(spatial, SKOS.prefLabel, name) }
        }
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
