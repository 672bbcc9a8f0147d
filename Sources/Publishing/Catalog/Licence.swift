internal import Localization
internal import OrganizationDirectory
internal import RDFModel

/// A licence by its IRI, with the names that portals and readers know it by.
///
/// CKAN finds the licence of a dataset by the title that its own register has, so that is the title in both languages;
/// the whole name, with its version, stands beside it.
struct Licence {
    let iri: IRI
    /// The title in the registers of portals; the address where the licence is none that we know.
    let title: Texts
    /// The whole name, if we know it.
    let name: Texts?

    init(_ iri: IRI) {
        self.iri = iri
        let address = Self.comparable(iri)
        let known =
            Self.creativeCommons(address)
            ?? Self.others.first { address == $0.address || address.hasPrefix($0.address + "/") }
            .map { ($0.title, $0.name) }
        (title, name) = known.map { ($0, $1) } ?? (Texts(fr: address, en: address), nil)
    }

    /// The address without its scheme and the slash at its end.
    private static func comparable(_ iri: IRI) -> String {
        var address = iri.string[...]
        if let scheme = address.firstRange(of: "://") { address = address[scheme.upperBound...] }
        if address.hasPrefix("www.") { address = address.dropFirst(4) }
        while address.hasSuffix("/") { address.removeLast() }
        return String(address)
    }

    /// `creativecommons.org/licenses/by-nc-sa/4.0`, whatever stands behind the version.
    private static func creativeCommons(_ address: String) -> (Texts, Texts?)? {
        let parts = address.split(separator: "/").map(String.init)
        guard parts.count >= 4, parts[0] == "creativecommons.org", parts[1] == "licenses",
            let licence = creativeCommonsLicences[parts[2]]
        else { return nil }
        let version = parts[3] + (parts[3] == "4.0" ? " International" : "")
        let name = Texts(
            fr: "Creative Commons \(licence.french) \(version)", en: "Creative Commons \(licence.english) \(version)")
        return (Texts(fr: licence.title, en: licence.title), name)
    }

    private static let creativeCommonsLicences: [String: (title: String, french: String, english: String)] = [
        "by": ("Creative Commons Attribution", "Attribution", "Attribution"),
        "by-sa": (
            "Creative Commons Attribution Share-Alike", "Attribution – Partage dans les mêmes conditions",
            "Attribution-ShareAlike"
        ),
        "by-nd": (
            "Creative Commons Attribution-NoDerivatives", "Attribution – Pas de modification",
            "Attribution-NoDerivatives"
        ),
        "by-nc": (
            "Creative Commons Non-Commercial (Any)", "Attribution – Pas d’utilisation commerciale",
            "Attribution-NonCommercial"
        ),
        "by-nc-sa": (
            "Creative Commons Non-Commercial (Any)",
            "Attribution – Pas d’utilisation commerciale – Partage dans les mêmes conditions",
            "Attribution-NonCommercial-ShareAlike"
        ),
        "by-nc-nd": (
            "Creative Commons Non-Commercial (Any)",
            "Attribution – Pas d’utilisation commerciale – Pas de modification",
            "Attribution-NonCommercial-NoDerivatives"
        ),
    ]

    private static let others: [(address: String, title: Texts, name: Texts)] = [
        (
            "creativecommons.org/publicdomain/zero/1.0", both("Creative Commons CCZero"),
            Texts(
                fr: "CC0 1.0 universel, transfert dans le domaine public",
                en: "CC0 1.0 Universal, Public Domain Dedication")
        ),
        (
            "opendatacommons.org/licenses/odbl", both("Open Data Commons Open Database License (ODbL)"),
            both("Open Database License (ODbL)")
        ),
        (
            "opendatacommons.org/licenses/by", both("Open Data Commons Attribution License"),
            both("Open Data Commons Attribution License (ODC-By)")
        ),
        (
            "opendatacommons.org/licenses/pddl",
            both("Open Data Commons Public Domain Dedication and License (PDDL)"),
            both("Public Domain Dedication and License (PDDL)")
        ),
        (
            "open.canada.ca/en/open-government-licence-canada", both("Open Government Licence - Canada"),
            Texts(fr: "Licence du gouvernement ouvert – Canada", en: "Open Government Licence – Canada")
        ),
        (
            "ouvert.canada.ca/fr/licence-du-gouvernement-ouvert-canada", both("Open Government Licence - Canada"),
            Texts(fr: "Licence du gouvernement ouvert – Canada", en: "Open Government Licence – Canada")
        ),
    ]

    private static func both(_ name: String) -> Texts { Texts(fr: name, en: name) }
}

extension Publication {
    /// What must be said of the works on which rows rest, in a sentence: their names, pages and licences.
    var attributionStatement: Texts {
        func list(_ language: Language) -> String {
            attributions.map { work in
                let name = work.names.text(preferring: language) ?? work.id
                return "\(name) (\(work.homepage.string), \(work.licence.string))"
            }.joined(separator: "; ")
        }
        return Texts(
            fr: "Contient des renseignements tirés de\u{A0}: \(list(.french))",
            en: "Contains information from: \(list(.english))")
    }
}
