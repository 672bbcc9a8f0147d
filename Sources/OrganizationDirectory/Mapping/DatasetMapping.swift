internal import Localization
internal import RDFModel

extension DirectoryMapping {
    /// What belongs to no row: the scheme of conditions, the works on which rows rest, and the labels and order of our
    /// concepts, so that a query over the directory alone widens from a region to Quebec and prints names.
    func datasetQuads() -> [Quad] {
        var graph = StatementBuilder(graph: iris.datasetGraph)
        graph.add(iris.conditions, types: SKOS.conceptScheme)
        graph.add(iris.conditions, SKOS.prefLabel, texts: Texts(fr: "Affections", en: "Conditions"))
        for attribution in directory.publication.attributions {
            let source = iris.source(attribution.id)
            graph.add(source, types: PROV.entity)
            graph.add(source, DCTerms.title, texts: attribution.names)
            graph.add(source, FOAF.page, attribution.homepage)
            graph.add(source, DCTerms.license, attribution.licence)
        }
        for group in MissionGroup.allCases {
            addConcept(group.iri, group.label, scheme: "role", to: &graph)
            graph.add(group.iri, SKOS.topConceptOf, LYS.scheme("role"))
        }
        for role in Role.allCases {
            addConcept(role.iri, role.label, scheme: "role", to: &graph)
            graph.add(role.iri, SKOS.broader, role.group.iri)
        }
        for territory in Territory.allCases {
            addConcept(territory.iri, territory.label, scheme: "territory", to: &graph)
            graph.add(territory.iri, SKOS.broader, territory.broader?.iri)
            if territory.isRegion { graph.add(territory.iri, SKOS.notation, text: territory.rawValue) }
        }
        for field in Field.allCases { addConcept(field.iri, field.label, scheme: "field", to: &graph) }
        return graph.quads
    }

    private func addConcept(_ iri: IRI, _ label: Texts, scheme: String, to graph: inout StatementBuilder) {
        graph.add(iri, types: SKOS.concept)
        graph.add(iri, SKOS.inScheme, LYS.scheme(scheme))
        graph.add(iri, SKOS.prefLabel, texts: label)
    }
}
