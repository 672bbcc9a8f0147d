internal import Localization
internal import RDFModel

extension DirectoryMapping {
    /// What the row of an organization says, and what tables besides say of its activities.
    func quads(of organization: PatientOrganization) -> [Quad] {
        let iri = iris.organization(organization.id)
        let record = iris.record("organization", organization.id)
        var graph = StatementBuilder(graph: record)
        graph.add(iri, types: LYS.patientOrganization, ORG.organization, Schema.ngo, FOAF.organization)
        addNames(of: organization, iri, to: &graph)
        addWebsite(of: organization, iri, to: &graph)
        addPlace(of: organization, iri, to: &graph)
        addIdentifiers(of: organization, iri, to: &graph)
        graph.add(iri, ORG.classification, organization.field.iri)
        graph.add(iri, Schema.foundingDate, date: organization.founded)
        graph.add(iri, Schema.dissolutionDate, date: organization.dissolved)
        graph.add(iri, LYS.status, organization.status?.iri)
        graph.add(iri, DCTerms.isReplacedBy, organization.replacedBy.map(iris.organization))
        for representation in organization.representations {
            add(representation, of: organization, to: &graph)
        }
        for activity in organization.activities where activity.evidence == nil {
            add(activity, of: organization, to: &graph)
        }
        addRecord(record, about: iri, organization.evidence, to: &graph)
        return graph.quads
            + organization.activities.flatMap { activity -> [Quad] in
                activity.evidence.map { quads(of: activity, of: organization, $0) } ?? []
            }
    }

    private func addNames(of organization: PatientOrganization, _ iri: IRI, to graph: inout StatementBuilder) {
        graph.add(iri, SKOS.prefLabel, texts: organization.names)
        graph.add(iri, Schema.name, texts: organization.names)
        graph.add(iri, LYS.acronym, text: organization.acronym)
        graph.add(iri, Schema.alternateName, text: organization.acronym)
        for name in organization.formerNames { graph.add(iri, SKOS.hiddenLabel, text: name) }
        graph.add(iri, DCTerms.description, texts: organization.mission)
        graph.add(iri, Schema.description, texts: organization.mission)
    }

    /// The languages are those of pages, so they belong to the website and not to the organization; the node is there
    /// even where only the languages are known.
    private func addWebsite(of organization: PatientOrganization, _ iri: IRI, to graph: inout StatementBuilder) {
        graph.add(iri, FOAF.homepage, organization.website)
        graph.add(iri, Schema.url, organization.website)
        guard organization.website != nil || !organization.pageLanguages.isEmpty else { return }
        let website = iris.website(organization.id)
        graph.add(iri, LYS.hasWebsite, website)
        graph.add(website, types: LYS.website, Schema.webSite)
        graph.add(website, Schema.url, organization.website)
        for language in organization.pageLanguages {
            graph.add(website, DCTerms.language, language.iri)
            graph.add(website, Schema.inLanguage, text: language.rawValue)
        }
    }

    /// Where an organization works is not where its office is. One that is not at work serves no area now.
    private func addPlace(of organization: PatientOrganization, _ iri: IRI, to graph: inout StatementBuilder) {
        for territory in organization.territories {
            graph.add(iri, DCTerms.spatial, iris.territory(territory))
            if organization.isAtWork { graph.add(iri, Schema.areaServed, iris.territory(territory)) }
        }
        guard let city = organization.city else { return }
        let (site, address) = (iris.site(organization.id), iris.address(organization.id))
        graph.add(iri, ORG.hasPrimarySite, site)
        graph.add(site, types: ORG.site)
        graph.add(site, ORG.siteAddress, address)
        graph.add(address, types: VCard.address)
        graph.add(address, VCard.locality, text: city)
    }

    private func addIdentifiers(of organization: PatientOrganization, _ iri: IRI, to graph: inout StatementBuilder) {
        for identifier in organization.identifiers {
            let node = iris.identifier(organization.id, identifier.register)
            graph.add(iri, ADMS.identifier, node)
            graph.add(node, types: ADMS.identifierClass)
            graph.add(node, SKOS.notation, text: identifier.number)
            graph.add(node, ADMS.schemaAgency, texts: identifier.register.agency)
            graph.add(iri, Schema.identifier, text: identifier.register.rawValue + ":" + identifier.number)
        }
    }
}
