/// The keywords of JSON-LD, those of frames included.
/// - Spec: <https://www.w3.org/TR/json-ld11/#syntax-tokens-and-keywords>
enum Keyword: String, Sendable {
    case id = "@id"
    case type = "@type"
    case value = "@value"
    case language = "@language"
    case list = "@list"
    case graph = "@graph"
    case context = "@context"
    case reverse = "@reverse"
    case index = "@index"
    case set = "@set"
    case noneKey = "@none"
    case json = "@json"
    case vocab = "@vocab"
    case base = "@base"
    case container = "@container"
    case direction = "@direction"
    case `import` = "@import"
    case included = "@included"
    case nest = "@nest"
    case prefix = "@prefix"
    case propagate = "@propagate"
    case protected = "@protected"
    case version = "@version"
    // Of frames.
    case `default` = "@default"
    case embed = "@embed"
    case explicit = "@explicit"
    case omitDefault = "@omitDefault"
    case requireAll = "@requireAll"
    case preserve = "@preserve"

    /// The keyword that a text is.
    ///
    /// The texts are tried in turn, the common ones first; nearly all others leave at their first byte.
    init?(_ text: String) {
        let bytes = text.utf8.span
        guard bytes.count > 0, bytes[0] == UInt8(ascii: "@") else { return nil }
        self.init(rawValue: text)
    }

    /// Whether a text has the form of a keyword, `"@" 1*ALPHA`: such texts are kept for later versions of JSON-LD.
    static func isForm(of text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.first == UInt8(ascii: "@"), bytes.count > 1 else { return false }
        return bytes.dropFirst().allSatisfy { ($0 | 0x20) &- UInt8(ascii: "a") < 26 }
    }
}
