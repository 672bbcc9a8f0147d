import OrganizationDirectory
import Publishing
import RDFModel

// A directory of one organization, made in code and published into a folder: PublishDirectory exports
func iri(_ text: String) throws -> IRI { try IRI(text) }
guard let today = CalendarDate("2026-11-30"), let french = LanguageTag(rawValue: "fr") else { fatalError() }
let directory = try Directory(
    publication: Publication(
        base: iri("https://example.org/directory/"),
        titles: LocalizedText(fr: "Répertoire", en: "Directory"),
        descriptions: LocalizedText(fr: "Un exemple", en: "An example"),
        publisher: .init(iri: iri("https://example.org/"), names: LocalizedText(fr: "Exemple", en: "Example")),
        licence: iri("https://creativecommons.org/licenses/by/4.0/"), issued: today, compiled: today,
        version: "1.0.0", languages: [french], noteLanguage: french),
    organizations: [
        PatientOrganization(
            id: "alpha", names: LocalizedText(fr: "Société Alpha"), field: .rare,
            activities: [Activity(.informationSupport)])
    ])
let bundle = try Export(directory, options: .init()).publish(to: CommandLine.arguments[1])
print(bundle.receipt.files.count, "files")
