internal import Localization
internal import RDFModel
internal import TabularText

/// Reads `contact` of `publication.yaml`: `none`, an e-mail address, the address of a page, another IRI, or a mapping
/// with `name`, `email`, `url` and `iri`.
struct ContactReader {
    static let keys = ["name", "email", "url", "iri"]

    let keys: PublicationKeys

    /// The contact; `nil` for none, and with a report for what is none of these.
    func read() -> Publication.Contact? {
        guard !keys.hasKeys("contact") else { return keys.keys("contact").flatMap(mapped) }
        guard let (text, place) = keys.text("contact", isNeeded: false), text != "none" else { return nil }
        let lowercased = text.asciiLowercased
        if lowercased.hasPrefix("https://") || lowercased.hasPrefix("http://") {
            return page(text, at: place, keys).map { Publication.Contact(page: $0) }
        }
        if let email = EmailAddress.iri(text) { return Publication.Contact(email: email) }
        // A text with @ was meant to be an address; what has a scheme of its own names the contact.
        if !text.contains("@"), let iri = try? IRI(text), iri.string.contains(":"), !text.hasSuffix(":") {
            return keys.iri(text, at: place).map { Publication.Contact(iri: $0) }
        }
        keys.report(.malformedContact, [text], at: place)
        return nil
    }

    private func mapped(_ contact: PublicationKeys) -> Publication.Contact? {
        contact.expectOnly(Self.keys)
        let names =
            contact.hasKeys("name")
            ? contact.bothLanguages("name")
            : contact.text("name", isNeeded: false).map { LocalizedText(fr: $0.text, en: $0.text) }
        let email = contact.text("email", isNeeded: false).flatMap { text, place -> IRI? in
            if let email = EmailAddress.iri(text) { return email }
            contact.report(.malformedContact, [text], at: place)
            return nil
        }
        let url = contact.text("url", isNeeded: false).flatMap { page($0.text, at: $0.place, contact) }
        let iri = contact.text("iri", isNeeded: false).flatMap { contact.iri($0.text, at: $0.place) }
        if email == nil, url == nil, iri == nil { _ = contact.text("email") }
        return Publication.Contact(iri: iri, names: names, email: email, page: url)
    }

    private func page(_ text: String, at place: DirectoryProblem.Place, _ keys: PublicationKeys) -> IRI? {
        switch AddressCheck.check(text) {
        case .success(let iri): return iri
        case .failure(let fault):
            keys.report(fault.message, fault.arguments, at: place)
            return nil
        }
    }
}

extension PublicationKeys {
    /// The texts of a key in both languages.
    func bothLanguages(_ name: String) -> LocalizedText? {
        guard let texts = keys(name) else { return nil }
        texts.expectOnly(["fr", "en"])
        guard let french = texts.text("fr")?.text, let english = texts.text("en")?.text else { return nil }
        return LocalizedText(fr: french.trimmingBlanks, en: english.trimmingBlanks)
    }

    /// The absolute IRI that a text is; reported where it is none.
    func iri(_ text: String, at place: DirectoryProblem.Place) -> IRI? {
        if let iri = try? IRI(text), iri.string.contains(":"), !text.hasSuffix(":") {
            if !iri.hasDotSegment { return iri }
            report(.dotSegment, [text], at: place)
            return nil
        }
        report(.malformedIRI, [text], at: place)
        return nil
    }
}
