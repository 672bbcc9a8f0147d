internal import ByteText
internal import JSONText
internal import RDFModel

/// The container mapping of a term: a combination of keywords as a set of bits.
struct Container: OptionSet, Hashable {
    let rawValue: UInt8

    static let graph = Container(rawValue: 1)
    static let id = Container(rawValue: 2)
    static let index = Container(rawValue: 4)
    static let language = Container(rawValue: 8)
    static let list = Container(rawValue: 16)
    static let set = Container(rawValue: 32)
    static let type = Container(rawValue: 64)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The container of a keyword.
    init?(_ keyword: String) {
        switch Keyword(keyword) {
        case .graph: self = .graph
        case .id: self = .id
        case .index: self = .index
        case .language: self = .language
        case .list: self = .list
        case .set: self = .set
        case .type: self = .type
        default: return nil
        }
    }
}

/// A mapping that can be absent, or say “none” in so many words.
enum Mapping<Value> {
    case absent
    case null
    case value(Value)

    /// The value of the mapping; of a default where the mapping is absent.
    func value(or defaultValue: Value?) -> Value? {
        switch self {
        case .absent: defaultValue
        case .null: nil
        case .value(let value): value
        }
    }
}

/// What a term means in a context.
///
/// An object, because contexts made from one another share most of their definitions, and because its identity is the
/// key under which the contexts that it leads to are remembered. It does not change once its context is made.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#dfn-term-definitions>
final class TermDefinition {
    /// The IRI, blank node identifier or keyword that the term stands for; `nil` if it stands for nothing.
    var iri: String? {
        didSet { keyword = iri.flatMap { Keyword($0) } }
    }
    /// The keyword that the term stands for, if it is an alias.
    private(set) var keyword: Keyword?
    var isPrefix = false
    var isProtected = false
    var isReverse = false
    /// The IRI of the document that has the scoped context.
    var baseURL: BaseIRI?
    /// The scoped context, which may be `null`.
    var context: JSONValue?
    var container: Container = []
    var direction = Mapping<BaseDirection>.absent
    var index: String?
    var language = Mapping<String>.absent
    var nest: String?
    var type: TypeMapping?

    /// The type mapping.
    enum TypeMapping {
        case id
        case vocab
        case json
        case none
        case iri(String)

        init(_ text: String) {
            switch Keyword(text) {
            case .id: self = .id
            case .vocab: self = .vocab
            case .json: self = .json
            case .noneKey: self = .none
            default: self = .iri(text)
            }
        }

        /// The keyword or IRI.
        var text: String {
            switch self {
            case .id: Keyword.id.rawValue
            case .vocab: Keyword.vocab.rawValue
            case .json: Keyword.json.rawValue
            case .none: Keyword.noneKey.rawValue
            case .iri(let iri): iri
            }
        }

        var isJSON: Bool { if case .json = self { true } else { false } }
        var isNone: Bool { if case .none = self { true } else { false } }
    }

    /// Whether two definitions are the same but for their protection.
    func isSame(as other: TermDefinition) -> Bool {
        Self.same(iri, other.iri) && isPrefix == other.isPrefix && isReverse == other.isReverse
            && container == other.container && Self.same(index, other.index) && Self.same(nest, other.nest)
            && Self.same(type?.text, other.type?.text) && context == other.context
            && Self.same(direction, other.direction) { $0 == $1 }
            && Self.same(language, other.language) { $0.hasSameBytes(as: $1) }
    }

    private static func same(_ left: String?, _ right: String?) -> Bool {
        left.map { ByteKey($0) } == right.map { ByteKey($0) }
    }

    private static func same<Value>(
        _ left: Mapping<Value>, _ right: Mapping<Value>, _ areSame: (Value, Value) -> Bool
    ) -> Bool {
        switch (left, right) {
        case (.absent, .absent), (.null, .null): true
        case (.value(let left), .value(let right)): areSame(left, right)
        default: false
        }
    }
}
