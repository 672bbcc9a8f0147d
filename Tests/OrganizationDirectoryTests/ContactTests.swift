import Localization
import OrganizationDirectory
import RDFModel
import Testing

/// The forms that `contact` of `publication.yaml` may have.
@Suite struct ContactTests {
    private func load(_ yaml: String) -> Directory.Loading {
        Directory.load(
            files: FixtureDirectory.replacing("licence:", with: yaml + "\nlicence:", in: "publication.yaml"))
    }

    @Test(
        arguments: [
            ("contact: info@example.org", "mailto:info@example.org", nil, nil),
            ("contact: mailto:info@example.org", "mailto:info@example.org", nil, nil),
            ("contact: mailto:info@example.org?subject=Lys", "mailto:info@example.org?subject=Lys", nil, nil),
            ("contact: https://example.org/contact", nil, "https://example.org/contact", nil),
            ("contact: urn:example:desk", nil, nil, "urn:example:desk"),
            (
                "contact: { email: info@example.org, url: https://example.org/c }", "mailto:info@example.org",
                "https://example.org/c", nil
            ),
            (
                "contact: { iri: https://example.org/id, email: info@example.org }", "mailto:info@example.org", nil,
                "https://example.org/id"
            ),
        ] as [(String, String?, String?, String?)])
    func eachFormIsRead(_ yaml: String, _ email: String?, _ page: String?, _ iri: String?) throws {
        let loading = load(yaml)
        #expect(loading.errors.map { $0.text(in: .english) } == [])
        let contact = try #require(loading.directory?.publication.contact)
        #expect(contact.email?.string == email && contact.page?.string == page && contact.iri?.string == iri)
        if email != nil { #expect(contact.emailAddress == "info@example.org") }
    }

    @Test func aNameMayBeOneOrTwo() throws {
        let both = load("contact: { name: { fr: Bureau, en: Desk }, email: a@example.org }").directory
        #expect(both?.publication.contact?.names?.french == "Bureau")
        #expect(both?.publication.contact?.names?.english == "Desk")
        let one = load("contact: { name: Bureau, email: a@example.org }").directory
        #expect(one?.publication.contact?.names?.english == "Bureau")
    }

    @Test func noneIsNone() throws {
        let directory = try #require(load("contact: none").directory)
        #expect(directory.publication.contact == nil)
    }

    @Test(arguments: [
        ("contact: nobody", "“nobody” is no address to write to"), ("contact: a@b", "“a@b” is no address"),
        ("contact: a b@example.org", "is no address"), ("contact: https://localhost/", "is no name of a site"),
        ("contact: { name: Desk }", "the key “contact.email” is missing"),
        ("contact: { email: x, url: https://example.org/ }", "“x” is no address"),
        ("contact: { mail: a@example.org }", "unknown key “mail”; did you mean “email”?"),
        ("contact: [a@example.org]", "a text is expected"),
    ])
    func whatIsNoneIsAnError(_ yaml: String, _ message: String) {
        let errors = load(yaml).errors.map { $0.text(in: .english) }
        #expect(errors.contains { $0.contains(message) && $0.hasPrefix("publication.yaml:6:contact") }, "\(errors)")
    }
}
