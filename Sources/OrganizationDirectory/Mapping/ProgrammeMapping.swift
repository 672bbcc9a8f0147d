internal import RDFModel

extension DirectoryMapping {
    /// A programme; one that pays for research is a grant whose funder is the organization.
    func quads(of programme: Programme) -> [Quad] {
        let iri = iris.programme(programme.id)
        let record = iris.record("programme", programme.id)
        var graph = StatementBuilder(graph: record)
        graph.add(iri, types: LYS.programme)
        if programme.kind == .researchFunding {
            graph.add(iri, types: Schema.grant)
            graph.add(iri, Schema.funder, iris.organization(programme.organization))
        }
        graph.add(iri, LYS.organization, iris.organization(programme.organization))
        graph.add(iri, LYS.programmeKind, programme.kind.iri)
        graph.add(iri, SKOS.prefLabel, texts: programme.names)
        graph.add(iri, Schema.name, texts: programme.names)
        for condition in programme.conditions { graph.add(iri, LYS.condition, iris.condition(condition)) }
        graph.add(iri, FOAF.page, programme.page)
        graph.add(iri, LYS.since, date: programme.since)
        graph.add(iri, LYS.until, date: programme.until)
        addRecord(record, about: iri, programme.evidence, to: &graph)
        return graph.quads
    }
}
