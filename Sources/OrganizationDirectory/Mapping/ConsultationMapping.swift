internal import RDFModel

extension DirectoryMapping {
    /// That an organization commented in a public evaluation or consultation.
    func quads(of consultation: Consultation) -> [Quad] {
        let iri = iris.consultation(consultation.id)
        let record = iris.record("consultation", consultation.id)
        var graph = StatementBuilder(graph: record)
        graph.add(iri, types: LYS.consultation)
        graph.add(iri, LYS.organization, iris.organization(consultation.organization))
        graph.add(iri, SKOS.prefLabel, texts: consultation.names)
        graph.add(iri, LYS.consultingBody, text: consultation.body)
        graph.add(iri, LYS.technology, consultation.technology.iri)
        for condition in consultation.conditions { graph.add(iri, LYS.condition, iris.condition(condition)) }
        graph.add(iri, LYS.opened, date: consultation.opened)
        graph.add(iri, LYS.closed, date: consultation.closed)
        graph.add(iri, LYS.submission, consultation.submission)
        addRecord(record, about: iri, consultation.evidence, to: &graph)
        return graph.quads
    }
}
