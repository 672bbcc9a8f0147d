internal import ByteText

/// The keywords of JSON-LD, those of frames included.
/// - Spec: <https://www.w3.org/TR/json-ld11/#syntax-tokens-and-keywords>
enum Keyword: String, CaseIterable, Sendable {
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
    /// Length and a byte or two leave one candidate, to which the text is then compared.
    @inline(__always)
    init?(_ text: String) {
        // Most names are IRIs, and longer than any keyword.
        guard (3...12).contains(text.utf8.count) else { return nil }
        // The commonest ones, by the words that they are: the text is neither looked at nor kept alive for that.
        if text.hasSameWords(as: "@id") {
            self = .id
        } else if text.hasSameWords(as: "@value") {
            self = .value
        } else if text.hasSameWords(as: "@type") {
            self = .type
        } else if text.hasSameWords(as: "@language") {
            self = .language
        } else if let keyword = Self.found(text) {
            self = keyword
        } else {
            return nil
        }
    }

    @inline(never)
    private static func found(_ text: String) -> Keyword? {
        let bytes = text.utf8.span
        guard bytes[0] == UInt8(ascii: "@") else { return nil }
        let candidate: Keyword
        switch (bytes.count, Unicode.Scalar(bytes[1])) {
        case (3, "i"): candidate = .id
        case (4, "s"): candidate = .set
        case (5, "t"): candidate = .type
        case (5, "l"): candidate = .list
        case (5, "n"): candidate = bytes[2] == UInt8(ascii: "o") ? .noneKey : .nest
        case (5, "j"): candidate = .json
        case (5, "b"): candidate = .base
        case (6, "v"): candidate = bytes[2] == UInt8(ascii: "a") ? .value : .vocab
        case (6, "g"): candidate = .graph
        case (6, "i"): candidate = .index
        case (6, "e"): candidate = .embed
        case (7, "i"): candidate = .import
        case (7, "p"): candidate = .prefix
        case (8, "c"): candidate = .context
        case (8, "r"): candidate = .reverse
        case (8, "v"): candidate = .version
        case (8, "d"): candidate = .default
        case (9, "l"): candidate = .language
        case (9, "i"): candidate = .included
        case (9, "p"): candidate = .preserve
        case (9, "e"): candidate = .explicit
        case (10, "c"): candidate = .container
        case (10, "d"): candidate = .direction
        case (10, "p"): candidate = bytes[4] == UInt8(ascii: "p") ? .propagate : .protected
        case (11, "r"): candidate = .requireAll
        case (12, "o"): candidate = .omitDefault
        default: return nil
        }
        return candidate.rawValue.hasSameBytes(as: text) ? candidate : nil
    }

    /// A number of its own for each keyword, from 0, to look things up by.
    var number: Int {
        switch self {
        case .id: 0
        case .type: 1
        case .value: 2
        case .language: 3
        case .list: 4
        case .graph: 5
        case .context: 6
        case .reverse: 7
        case .index: 8
        case .set: 9
        case .noneKey: 10
        case .json: 11
        case .vocab: 12
        case .base: 13
        case .container: 14
        case .direction: 15
        case .import: 16
        case .included: 17
        case .nest: 18
        case .prefix: 19
        case .propagate: 20
        case .protected: 21
        case .version: 22
        case .default: 23
        case .embed: 24
        case .explicit: 25
        case .omitDefault: 26
        case .requireAll: 27
        case .preserve: 28
        }
    }

    /// Whether a text has the form of a keyword, `"@" 1*ALPHA`: such texts are kept for later versions of JSON-LD.
    static func isForm(of text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.first == UInt8(ascii: "@"), bytes.count > 1 else { return false }
        return bytes.dropFirst().allSatisfy { ($0 | 0x20) &- UInt8(ascii: "a") < 26 }
    }
}
