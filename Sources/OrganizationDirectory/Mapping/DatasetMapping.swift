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
            for name in attribution.sourceNames { graph.add(source, SKOS.altLabel, text: name) }
            graph.add(source, FOAF.page, attribution.homepage)
            graph.add(source, DCTerms.license, attribution.licence)
        }
        for scheme in ConceptSchemes.all { addConcepts(of: scheme, to: &graph) }
        addTerritories(to: &graph)
        return graph.quads
    }

    private func addTerritories(to graph: inout StatementBuilder) {
        for territory in directory.territories.all {
            let iri = iris.territory(territory)
            graph.add(iri, types: SKOS.concept)
            graph.add(iri, SKOS.inScheme, Territory.schemeIRI)
            graph.add(iri, SKOS.prefLabel, texts: territory.label)
            graph.add(iri, SKOS.notation, text: territory.notation)
            if let broader = territory.broader.flatMap({ directory.territories[$0] }) {
                graph.add(iri, SKOS.broader, iris.territory(broader))
            } else {
                graph.add(iri, SKOS.topConceptOf, Territory.schemeIRI)
            }
        }
    }

    private func addConcepts<Concept: SchemeConcept>(of type: Concept.Type, to graph: inout StatementBuilder) {
        for concept in type.allCases {
            graph.add(concept.iri, types: SKOS.concept)
            graph.add(concept.iri, SKOS.inScheme, type.schemeIRI)
            graph.add(concept.iri, SKOS.prefLabel, texts: concept.label)
            graph.add(concept.iri, SKOS.notation, text: concept.notation)
            if let broader = concept.broaderIRI {
                graph.add(concept.iri, SKOS.broader, broader)
            } else {
                graph.add(concept.iri, SKOS.topConceptOf, type.schemeIRI)
            }
        }
    }
}
