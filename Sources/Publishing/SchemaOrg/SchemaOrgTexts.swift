internal import Localization
internal import OrganizationDirectory
internal import RDFModel

/// Texts in several languages as the readers of schema.org take them: as plain strings.
///
/// Google's and most other readers want text where they ask for a name or a description, and pass over objects of
/// `@language` and `@value`. So a name is that of the first language of the publication, and the others are alternate
/// names; a description is one text, in the first language and then in the others.
struct SchemaOrgTexts {
    /// The languages of the publication, the first one first.
    let languages: [String]

    init(_ publication: Publication) { languages = publication.languages.map(\.rawValue) }

    /// Texts by language, those of the publication's languages first and in their order.
    func ordered(_ texts: [(language: String, text: String)]) -> [String] {
        func place(_ language: String) -> (Int, String) {
            (languages.firstIndex(of: language) ?? languages.count, language)
        }
        return texts.sorted { place($0.language) < place($1.language) }.reduce(into: []) { ordered, next in
            if !ordered.contains(next.text) { ordered.append(next.text) }
        }
    }

    /// Adds a name, and the names in other languages as alternate ones.
    func add(name texts: LocalizedText, of subject: IRI, to graph: inout StatementBuilder) {
        let names = ordered(texts.pairs.map { ($0.language.rawValue, $0.text) })
        graph.add(subject, Self.name, text: names.first)
        for other in names.dropFirst() { graph.add(subject, Self.alternateName, text: other) }
    }

    /// Adds a description, one text for all languages.
    func add(description texts: LocalizedText, of subject: IRI, to graph: inout StatementBuilder) {
        let parts = ordered(texts.pairs.map { ($0.language.rawValue, $0.text) })
        if !parts.isEmpty { graph.add(subject, Self.description, text: parts.joined(separator: "\n\n")) }
    }

    static let name = IRI(unchecked: "http://schema.org/name")
    static let alternateName = IRI(unchecked: "http://schema.org/alternateName")
    static let description = IRI(unchecked: "http://schema.org/description")
}
