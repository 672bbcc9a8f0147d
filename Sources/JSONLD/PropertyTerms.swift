internal import ByteText
internal import JSONText

/// Where the values of a property go in compacted form.
final class CompactionTarget {
    /// The term, compact IRI or IRI that the property is written as.
    let term: String
    let definition: TermDefinition?
    /// The member in which the property is nested, if it is.
    let nest: String?
    /// Whether a single value stands in an array.
    let asArray: Bool
    /// The property, for what is inside the values.
    let property: ActiveProperty
    /// Whether the property has no definition and is not nested: its values go as they are.
    let isPlain: Bool

    init(term: String, definition: TermDefinition?, nest: String?, asArray: Bool) {
        self.term = term
        self.definition = definition
        self.nest = nest
        self.asArray = asArray
        let keyword = Keyword(term) ?? (definition?.keyword == .graph ? .graph : nil)
        property = keyword.map { .keyword($0) } ?? .term(term, definition)
        isPlain = keyword == nil && definition == nil && nest == nil
    }

    /// The container mapping of the term.
    var container: Container { definition?.container ?? [] }
}

/// The terms that a property has been given in a context, by what they depend on.
///
/// Of a plain value, term selection looks at its keywords, and at its language, direction or type: values alike in
/// these get the same term. A property has few such kinds of values, so that they are looked through one by one.
final class PropertyTerms {
    /// What term selection looks at.
    struct Kind {
        let keywords: KeywordSet
        let isReverse: Bool
        /// The language or the type.
        let detail: String

        /// The kind of a value; `nil` for those of which more than that matters: lists, graphs, nodes with a term, and
        /// texts with a direction.
        init?(_ object: JSONObject?, _ keywords: KeywordSet, isReverse: Bool, _ inverse: InverseContext) {
            guard keywords.isDisjoint(with: [.list, .graph, .direction, .preserve]) else { return nil }
            self.keywords = keywords
            self.isReverse = isReverse
            if keywords.contains(.value) {
                if keywords.contains(.language) {
                    detail = object?[Keyword.language]?.string ?? ""
                } else if keywords.contains(.type) {
                    guard let type = object?[Keyword.type]?.string else { return nil }
                    detail = type
                } else {
                    detail = ""
                }
            } else {
                if keywords.contains(.id), let id = object?[Keyword.id]?.string, inverse.hasTerm(for: id) { return nil }
                detail = ""
            }
        }
    }

    private var kinds: [Kind] = []
    private var targets: [CompactionTarget] = []
    private static let remembered = 32

    /// The target that a value of a kind has been given.
    func target(of kind: Kind) -> CompactionTarget? {
        for position in 0..<kinds.count
        where kinds[position].keywords == kind.keywords && kinds[position].isReverse == kind.isReverse
            && kinds[position].detail.hasSameBytes(as: kind.detail)
        {
            return targets[position]
        }
        return nil
    }

    /// Remembers a target.
    func remember(_ target: CompactionTarget, of kind: Kind) {
        guard kinds.count < Self.remembered else { return }
        kinds.append(kind)
        targets.append(target)
    }
}
