internal import ByteText
internal import RDFModel
internal import XSDValues

extension ExpressionValue {
    /// The order of ORDER BY, MIN and MAX, which ranks any two values: blank nodes, IRIs, literals, triple terms; of
    /// literals numbers, truth values, points in time, texts, all else.
    ///
    /// Zero where SPARQL sees no difference, so that a next condition decides.
    /// - Spec: <https://www.w3.org/TR/sparql11-query/#modOrderBy>
    func sortOrder(to other: ExpressionValue) -> Int {
        let (leftRank, rightRank) = (rank, other.rank)
        if leftRank != rightRank { return leftRank - rightRank }
        switch (self, other) {
        case (.number(let left), .number(let right)): return Self.sortOrder(left, right)
        case (.boolean(let left), .boolean(let right)): return left == right ? 0 : left ? 1 : -1
        case (.temporal(let left), .temporal(let right)):
            if left.datatype != right.datatype { return Self.sortOrder(left.datatype.iri, right.datatype.iri) }
            return left.sortKey < right.sortKey ? -1 : left.sortKey == right.sortKey ? 0 : 1
        case (.duration(let left), .duration(let right)):
            switch left.order(to: right) {
            case .less: return -1
            case .greater: return 1
            case .equal: return 0
            case .incomparable: return Self.sortOrder(left.canonicalForm, right.canonicalForm)
            }
        case (.iri(let left), .iri(let right)): return Self.sortOrder(left, right)
        case (.blankNode(let left), .blankNode(let right)): return Self.sortOrder(left.label, right.label)
        case (.opaque(let left), .opaque(let right)): return left == right ? 0 : left < right ? -1 : 1
        case (.tripleTerm(let left), .tripleTerm(let right)):
            let subjects = ExpressionValue(left.subject).sortOrder(to: ExpressionValue(right.subject))
            if subjects != 0 { return subjects }
            let predicates = Self.sortOrder(left.predicate.string, right.predicate.string)
            if predicates != 0 { return predicates }
            return ExpressionValue(left.object).sortOrder(to: ExpressionValue(right.object))
        default: return Self.sortOrder(textual, other.textual)
        }
    }

    private var rank: Int {
        switch self {
        case .blankNode: 0
        case .iri: 1
        case .number: 2
        case .boolean: 3
        case .temporal: 4
        case .string, .languageString: 5
        case .duration: 6
        case .opaque: 7
        case .tripleTerm: 8
        }
    }

    private var textual: (text: String, language: String) {
        switch self {
        case .string(let text): (text, "")
        case .languageString(let text, let language, _): (text, language)
        default: ("", "")
        }
    }

    private static func sortOrder(
        _ left: (text: String, language: String), _ right: (text: String, language: String)
    )
        -> Int
    {
        let texts = sortOrder(left.text, right.text)
        return texts != 0 ? texts : sortOrder(left.language, right.language)
    }

    static func sortOrder(_ left: String, _ right: String) -> Int {
        if left.hasSameBytes(as: right) { return 0 }
        return left.precedesInBytes(right) ? -1 : 1
    }

    /// Numbers by value; NaN stands after all, as in the order that the store keeps.
    static func sortOrder(_ left: NumericValue, _ right: NumericValue) -> Int {
        switch left.order(to: right) {
        case .less: -1
        case .equal: 0
        case .greater: 1
        case .incomparable: (left.isNaN ? 1 : 0) - (right.isNaN ? 1 : 0)
        }
    }
}
