internal import ByteText
internal import JSONText

/// Which of the keywords that tell kinds of objects apart an object in expanded form has, found in one pass.
struct KeywordSet: OptionSet {
    let rawValue: UInt16

    static let id = KeywordSet(rawValue: 1)
    static let value = KeywordSet(rawValue: 2)
    static let list = KeywordSet(rawValue: 4)
    static let graph = KeywordSet(rawValue: 8)
    static let index = KeywordSet(rawValue: 16)
    static let type = KeywordSet(rawValue: 32)
    static let language = KeywordSet(rawValue: 64)
    static let direction = KeywordSet(rawValue: 128)
    static let preserve = KeywordSet(rawValue: 256)
    static let set = KeywordSet(rawValue: 1024)
    /// Any other member.
    static let other = KeywordSet(rawValue: 512)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The keywords of an object.
    init(_ object: JSONObject) {
        self = []
        // By position, so that no member is copied for its name.
        for position in 0..<object.count {
            switch Keyword(object.members[position].name) {
            case .id: formUnion(.id)
            case .value: formUnion(.value)
            case .list: formUnion(.list)
            case .graph: formUnion(.graph)
            case .index: formUnion(.index)
            case .type: formUnion(.type)
            case .language: formUnion(.language)
            case .direction: formUnion(.direction)
            case .preserve: formUnion(.preserve)
            case .set: formUnion(.set)
            default: formUnion(.other)
            }
        }
    }

    /// The keywords of a value; none if it is no object.
    init(_ value: JSONValue) {
        if case .object(let object) = value { self.init(object) } else { self = [] }
    }

    /// Whether the object is a graph object: `@graph`, and nothing else but `@id` and `@index`.
    var isGraphObject: Bool { contains(.graph) && isSubset(of: [.graph, .id, .index]) }
}
