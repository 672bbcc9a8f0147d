internal import ByteText
internal import JSONText
internal import Localization

/// A place in a frame, and what has been made of it: many nodes meet the same place.
final class FrameSlot {
    /// What the frame has there.
    let pattern: JSONValue
    private let options: FrameFlags
    private var node: FramePattern?
    private var value: ValuePattern?
    /// The place of the items of a list, if the pattern is one of lists.
    private(set) lazy var items: FrameSlot? =
        pattern.asArray.first?[Keyword.list.rawValue].map { FrameSlot($0, options: options) }
    /// The first of several patterns.
    private(set) lazy var first: FrameSlot? = pattern.asArray.first.map { FrameSlot($0, options: options) }

    /// - Parameter options: the flags of the options, which a frame sets anew for itself alone.
    init(_ pattern: JSONValue, options: FrameFlags) {
        self.pattern = pattern
        self.options = options
    }

    /// The pattern as one of nodes.
    /// - Throws: ``JSONLDError`` where it is none.
    func nodePattern() throws(JSONLDError) -> FramePattern {
        if let node { return node }
        let made = try FramePattern(pattern, options: options)
        node = made
        return made
    }

    /// The pattern as one of values.
    var valuePattern: ValuePattern {
        if let value { return value }
        let made = ValuePattern(pattern.asArray.first)
        value = made
        return made
    }
}

/// A frame for nodes, made ready for being compared with many.
final class FramePattern {
    /// The frame itself.
    let frame: JSONObject
    /// The flags that are in force for the nodes that it lays out.
    let flags: FrameFlags
    private let options: FrameFlags
    /// The values of `@id` and `@type` that it asks for.
    private(set) lazy var ids = Set(frame[Keyword.id]?.asArray ?? [])
    private(set) lazy var types = Set(frame[Keyword.type]?.asArray ?? [])
    /// Whether a type may be missing, for which there is a default.
    private(set) lazy var hasDefaultType = types.contains { $0[Keyword.default.rawValue] != nil }
    /// Whether it says nothing of which nodes it is meant for.
    private(set) lazy var isForAll = frame.members.allSatisfy { member in
        switch Keyword(member.name) {
        case nil, .id?, .type?: false
        default: true
        }
    }
    /// The places that have been asked for; `nil` for what the frame has not.
    private var slots = ByteTable<FrameSlot?>()
    /// The frame of what no frame was written for.
    private(set) lazy var implicit = FrameSlot(flags.implicitFrame, options: options)
    /// The frame of the graph that a node names.
    private(set) lazy var graph = FrameSlot(
        .object(frame[Keyword.graph]?.asArray.first?.object ?? [:]), options: options)
    /// The places below `@reverse`, with their properties, in code point order if the options say so.
    private(set) lazy var reverse: [(property: String, slot: FrameSlot)] = {
        let members = frame[Keyword.reverse]?.object ?? [:]
        return (ordered ? members.sortedByName() : members).members.map {
            ($0.name, FrameSlot($0.value, options: options))
        }
    }()
    /// What stands in a node that lacks what the frame asks for, in the order in which it is added.
    private(set) lazy var defaults: [(name: String, value: JSONValue, isNull: Bool)] = {
        (ordered ? frame.sortedByName() : frame).members.compactMap { member in
            let first = member.value.asArray.first
            if member.name == Keyword.type.rawValue {
                guard first?[Keyword.default.rawValue] != nil else { return nil }
            } else if Keyword(member.name) != nil {
                return nil
            }
            let omits = FrameFlags.truth(.omitDefault, of: first?.object ?? [:]) ?? flags.omitDefault
            guard !omits else { return nil }
            let own = first?[Keyword.default.rawValue]
            let values = (own ?? .string(nullWord)).asArray
            return (member.name, .array([.object(.preserve, .array(values))]), isNull: own == nil)
        }
    }()
    private let ordered: Bool

    /// Step 1 of the Framing algorithm: a frame is one object, whose `@id` and `@type` are IRIs or wildcards.
    init(_ pattern: JSONValue, options: FrameFlags) throws(JSONLDError) {
        ordered = options.ordered
        let frames = pattern.asArray
        guard frames.count == 1, case .object(let frame) = frames[0] else {
            throw JSONLDError(.invalidFrame, .frameIsObject)
        }
        for keyword in [Keyword.id, .type] {
            for value in frame[keyword]?.asArray ?? [] {
                switch value {
                case .object: continue
                case .string(let iri) where IRIForm.isAbsolute(iri) || iri == Keyword.json.rawValue: continue
                default: throw JSONLDError(.invalidFrame, .frameIRIs, keyword.rawValue)
                }
            }
        }
        self.frame = frame
        self.options = options
        flags = try options.overridden(by: frame)  // 2
    }

    /// The place of a property or keyword, if the frame has it.
    func slot(of name: String) -> FrameSlot? {
        if let known = slots[name] { return known }
        let slot = frame[name].map { FrameSlot($0, options: options) }
        slots.append(name, slot)
        return slot
    }

    /// The first of the patterns of a property, by which nodes are matched.
    func first(of name: String) -> FrameSlot? { slot(of: name)?.first }
}
