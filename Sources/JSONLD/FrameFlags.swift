internal import ByteText
internal import JSONText
internal import Localization

/// How a frame lays nodes out: flags that a frame sets for itself, and for what it contains without a frame of its own.
/// - Spec: <https://www.w3.org/TR/json-ld11-framing/#framing-flags>
struct FrameFlags {
    var embed: JSONLDOptions.Embed
    var explicit: Bool
    var omitDefault: Bool
    var requireAll: Bool
    /// Whether properties are gone through in code point order; no frame changes it.
    let ordered: Bool
    private let isVersion10: Bool

    /// The flags that the options set.
    init(_ options: JSONLDOptions) {
        embed = options.embed
        explicit = options.explicit
        omitDefault = options.omitDefault
        requireAll = options.requireAll
        ordered = options.ordered
        isVersion10 = options.processingMode == .version10
    }

    /// These flags, but for those that a frame sets.
    func overridden(by frame: JSONObject) throws(JSONLDError) -> FrameFlags {
        var flags = self
        switch Self.flag(.embed, of: frame) {
        case nil: break
        case .bool(let embeds)?: flags.embed = embeds ? .once : .never
        case .string("@first")?: flags.embed = .once  // its name in JSON-LD 1.0
        case let value?:
            guard let embed = value.string.flatMap({ JSONLDOptions.Embed(rawValue: $0) }), embed != .last || isVersion10
            else {
                throw JSONLDError(.invalidEmbedValue, .embed)
            }
            flags.embed = embed
        }
        flags.explicit = Self.truth(.explicit, of: frame) ?? flags.explicit
        flags.requireAll = Self.truth(.requireAll, of: frame) ?? flags.requireAll
        return flags
    }

    /// The flag that a frame sets: a scalar, which expansion has made a value object.
    static func flag(_ keyword: Keyword, of frame: JSONObject) -> JSONValue? {
        guard let value = frame[keyword]?.asArray.first else { return nil }
        return value[Keyword.value.rawValue]?.asArray.first ?? value
    }

    /// The truth value of a flag that a frame sets, also where it is written as a string.
    static func truth(_ keyword: Keyword, of frame: JSONObject) -> Bool? {
        switch flag(keyword, of: frame) {
        case .bool(let truth)?: truth
        case .string("true")?: true
        case .string("false")?: false
        default: nil
        }
    }

    /// Whether a member of a frame is a flag or a default, and so says nothing of which nodes match.
    static func isFlag(_ name: String) -> Bool {
        switch Keyword(name) {
        case .embed, .explicit, .omitDefault, .requireAll, .default: true
        default: false
        }
    }

    /// The frame of what no frame was written for.
    var implicitFrame: JSONValue {
        .object([
            Keyword.embed.rawValue: .array([.string(embed.rawValue)]),
            Keyword.explicit.rawValue: .array([.bool(explicit)]),
            Keyword.requireAll.rawValue: .array([.bool(requireAll)]),
        ])
    }
}

/// Value Pattern Matching: what a frame asks of values.
/// - Spec: <https://www.w3.org/TR/json-ld11-framing/#value-matching>
struct ValuePattern {
    /// What one member of a pattern allows.
    private struct Allowed {
        private let values: Set<JSONValue>
        /// Whether any value will do.
        private let allowsAll: Bool
        var isEmpty: Bool { values.isEmpty }

        init(_ pattern: JSONValue?) {
            let patterns = pattern?.asArray ?? []
            values = Set(patterns)
            allowsAll = patterns.first?.isEmptyObject == true
        }

        /// Whether a value is allowed; one that is not there is where nothing is asked of it.
        func allows(_ value: JSONValue?) -> Bool {
            guard let value else { return isEmpty }
            return allowsAll || values.contains(value)
        }
    }

    private let values: Allowed
    private let types: Allowed
    private let languages: Allowed
    private let allowsAll: Bool

    /// What a pattern asks; nothing where it is no object.
    init(_ pattern: JSONValue?) {
        let object = pattern?.object
        values = Allowed(object?[Keyword.value])
        types = Allowed(object?[Keyword.type])
        languages = Allowed(object?[Keyword.language])
        allowsAll = values.isEmpty && types.isEmpty && languages.isEmpty
    }

    /// Whether a value is one of those that the pattern allows.
    /// - Complexity: O(1), however many it allows.
    func matches(_ value: JSONObject) -> Bool {
        if allowsAll { return true }
        guard let own = value[Keyword.value] else { return false }
        return values.allows(own) && types.allows(value[Keyword.type]) && languages.allows(value[Keyword.language])
    }
}
