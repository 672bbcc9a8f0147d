internal import RDFModel

extension DirectoryMapping {
    /// A row as a record: what it is about, where it comes from, when the sources were read.
    ///
    /// The record has a source, not the organization: an organization is not derived from a web page.
    func addRecord(_ record: IRI, about topic: IRI, _ evidence: Evidence, to graph: inout StatementBuilder) {
        graph.add(record, types: LYS.record, PROV.entity)
        graph.add(record, FOAF.primaryTopic, topic)
        graph.add(record, LYS.basis, evidence.basis.kind?.iri)
        switch evidence.basis {
        case .page(let page):
            graph.add(record, PROV.hadPrimarySource, page)
        case .tables(let attributions, let text):
            for attribution in attributions { graph.add(record, PROV.hadPrimarySource, iris.source(attribution)) }
            graph.add(record, LYS.sourceText, text: text)
        case .generalKnowledge, .unstated: break
        }
        graph.add(record, SKOS.note, text: evidence.note, in: directory.publication.noteLanguage)
        graph.add(record, DCTerms.modified, date: directory.publication.compiled)
        graph.add(record, LYS.reviewedOn, date: evidence.reviewedOn)
        graph.add(record, LYS.sourceDate, date: evidence.sourceDate)
    }
}
