internal import Localization
internal import RDFModel

extension DirectoryMapping {
    /// What the row of a condition says.
    func quads(of condition: Condition) -> [Quad] {
        let iri = iris.condition(condition.id)
        let record = iris.record("condition", condition.id)
        var graph = StatementBuilder(graph: record)
        graph.add(iri, types: SKOS.concept)
        graph.add(iri, SKOS.inScheme, iris.conditions)
        graph.add(iri, SKOS.prefLabel, texts: condition.labels)
        for name in condition.synonyms.french { graph.add(iri, SKOS.altLabel, text: name, in: .french) }
        for name in condition.synonyms.english { graph.add(iri, SKOS.altLabel, text: name, in: .english) }
        for broader in condition.broader { graph.add(iri, SKOS.broader, iris.condition(broader)) }
        if condition.isMedicalCondition {
            graph.add(iri, types: Schema.medicalCondition)
            graph.add(iri, Schema.name, texts: condition.labels)
        }
        for code in condition.codes { add(code, of: condition, iri, to: &graph) }
        // `no` and empty only mean that no ORPHA code was found: that is no negative claim.
        if condition.isRare == true {
            graph.add(iri, LYS.rare, .literal(Literal("true", datatype: XSD.boolean)))
        }
        graph.add(record, LYS.codeCheck, condition.codeCheck?.iri)
        addRecord(record, about: iri, condition.evidence, to: &graph)
        return graph.quads
    }
}
