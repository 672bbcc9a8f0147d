internal import ByteText
public import RDFModel

/// A language tag of BCP 47, well formed and in the usual case: `fr`, `en-CA`, `iu-Latn`, `zh-Hant-TW`.
/// - Spec: <https://www.rfc-editor.org/rfc/rfc5646#section-2.1>, `langtag`, `privateuse` and `grandfathered`.
public struct LanguageTag: RawRepresentable, Sendable, Hashable, Codable {
    /// The tag.
    public let rawValue: String

    /// A tag in any case; `nil` if it is malformed, or begins with a subtag that no registry has: one of four to eight
    /// letters, which are mostly the name of a language.
    public init?(rawValue text: String) {
        let subtags = text.split(separator: "-", omittingEmptySubsequences: false).map(Array.init(_:))
        guard subtags.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(Self.isLetterOrDigit) }) else {
            return nil
        }
        let lower = text.asciiLowercased
        guard Self.irregular.contains(lower) || Self.isWellFormed(subtags.map { String($0).asciiLowercased }) else {
            return nil
        }
        self.rawValue = Self.inUsualCase(lower)
    }

    /// The language that a keeper names by its tag, with any case and `_` for `-`, or by its name in French or English.
    init?(_ text: String) {
        let tag = String(text.map { $0 == "_" ? "-" : $0 })
        // Three letters may be those of ISO 639-2 for a language whose tag has two.
        let named = LanguageNames.list.value(of: text)
        if let named, !tag.contains("-") {
            self.init(rawValue: named)
        } else {
            self.init(rawValue: tag)
        }
    }

    /// The language without script, region and variants.
    public var primary: String { String(rawValue.prefix { $0 != "-" }) }

    /// Whether a tag of two letters is one that no registry has.
    var isUnknown: Bool { primary.utf8.count == 2 && LanguageNames.byTag[primary] == nil }

    /// The language as a concept of the European authority table, which DCAT-AP asks for; its codes are those of three
    /// letters.
    public var iri: IRI {
        let code = LanguageNames.byTag[primary]?.threeLetters ?? primary
        return IRI(
            unchecked: "http://publications.europa.eu/resource/authority/language/"
                + String(code.map { $0.uppercased() }.joined()))
    }

    /// The production `langtag` after its first subtag, or `privateuse`; all subtags are in small letters.
    private static func isWellFormed(_ subtags: [String]) -> Bool {
        guard let language = subtags.first else { return false }
        if language == "x" { return subtags.count > 1 }
        guard (2...3).contains(language.utf8.count), isLetters(language) else { return false }
        var rest = subtags.dropFirst()
        for _ in 0..<3 where rest.first.map({ $0.utf8.count == 3 && isLetters($0) }) ?? false { rest.removeFirst() }
        if let script = rest.first, script.utf8.count == 4, isLetters(script) { rest.removeFirst() }
        if let region = rest.first,
            region.utf8.count == 2 && isLetters(region) || region.utf8.count == 3 && isDigits(region)
        {
            rest.removeFirst()
        }
        while let variant = rest.first, (5...8).contains(variant.utf8.count) || isShortVariant(variant) {
            rest.removeFirst()
        }
        while let singleton = rest.first, singleton.utf8.count == 1, singleton != "x" {
            rest.removeFirst()
            let parts = rest.prefix { $0.utf8.count >= 2 }
            guard !parts.isEmpty else { return false }
            rest = rest.dropFirst(parts.count)
        }
        if rest.first == "x" { return rest.count > 1 }
        return rest.isEmpty
    }

    private static func isShortVariant(_ text: String) -> Bool {
        text.utf8.count == 4 && text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    }

    private static func isLetterOrDigit(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }

    private static func isLetters(_ text: String) -> Bool { text.utf8.allSatisfy { (0x61...0x7A).contains($0) } }
    private static func isDigits(_ text: String) -> Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    /// Scripts with a capital, regions in capitals, all else in small letters; so too what follows a single letter.
    private static func inUsualCase(_ lower: String) -> String {
        var isAfterSingle = false
        return lower.split(separator: "-").enumerated().map { place, subtag -> String in
            defer { if subtag.utf8.count == 1 { isAfterSingle = true } }
            if place == 0 || isAfterSingle { return String(subtag) }
            if subtag.utf8.count == 2 { return subtag.uppercased() }
            return subtag.utf8.count == 4 && isLetters(String(subtag)) ? subtag.capitalized : String(subtag)
        }
        .joined(separator: "-")
    }

    /// `grandfathered`, as far as `langtag` does not have it.
    private static let irregular: Set<String> = [
        "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo",
        "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de",
    ]
}

extension Substring {
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
