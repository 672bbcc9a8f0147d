internal import ByteText
internal import RDFModel
internal import XSDValues

extension ExpressionValue {
    /// The effective boolean value; `nil` is a type error.
    ///
    /// As in SPARQL 1.2 a text in a language and a literal whose text its datatype does not allow are errors; in a
    /// FILTER that is what the false of 1.1 is, and only a negation tells them apart.
    /// - Spec: <https://www.w3.org/TR/sparql12-query/#ebv>
    var effectiveBooleanValue: Bool? {
        switch self {
        case .boolean(let value): return value
        case .string(let text): return !text.isEmpty
        case .number(let value): return value.effectiveBooleanValue
        case .iri, .blankNode, .languageString, .temporal, .duration, .opaque, .tripleTerm: return nil
        }
    }

    /// `=`; `nil` is a type error.
    ///
    /// Literals of two datatypes that are both known are unequal rather than an error, as the extensions of §17.3.1
    /// allow; a literal that is not understood is equal to itself only, and to others neither equal nor unequal.
    /// - Spec: <https://www.w3.org/TR/sparql11-query/#func-RDFterm-equal>
    func isEqual(to other: ExpressionValue) -> Bool? {
        switch (self, other) {
        case (.number(let left), .number(let right)): return left.order(to: right) == .equal
        case (.string(let left), .string(let right)): return left.hasSameBytes(as: right)
        case (
            .languageString(let left, let leftTag, let leftDirection),
            .languageString(let right, let rightTag, let rightDirection)
        ):
            return left.hasSameBytes(as: right) && leftTag.hasSameBytes(as: rightTag)
                && leftDirection == rightDirection
        case (.boolean(let left), .boolean(let right)): return left == right
        case (.temporal(let left), .temporal(let right)):
            guard left.datatype == right.datatype || left.isMoment && right.isMoment else { return false }
            let order = left.order(to: right)
            return order == .incomparable ? nil : order == .equal
        case (.duration(let left), .duration(let right)): return left.order(to: right) == .equal
        case (.iri(let left), .iri(let right)): return left.hasSameBytes(as: right)
        case (.blankNode(let left), .blankNode(let right)): return left == right
        case (.tripleTerm(let left), .tripleTerm(let right)): return Self.isEqual(left, right)
        case (.opaque(let left), .opaque(let right)): return left == right ? true : nil
        // A text in a language has a datatype of its own, and is known to be none of another.
        case (.opaque, .languageString), (.languageString, .opaque): return false
        case (.opaque, _) where other.isLiteral, (_, .opaque) where isLiteral: return nil
        default: return false
        }
    }

    /// Two triple terms are equal if their parts are.
    private static func isEqual(_ left: Triple, _ right: Triple) -> Bool? {
        if left == right { return true }
        guard let subjects = ExpressionValue(left.subject).isEqual(to: ExpressionValue(right.subject)),
            let objects = ExpressionValue(left.object).isEqual(to: ExpressionValue(right.object))
        else { return nil }
        return subjects && objects && left.predicate == right.predicate
    }

    /// Whether the term is a literal.
    var isLiteral: Bool {
        switch self {
        case .iri, .blankNode, .tripleTerm: false
        default: true
        }
    }

    /// How two values stand to each other for `<` and its kin; `nil` is a type error.
    /// - Spec: <https://www.w3.org/TR/sparql11-query/#OperatorMapping>
    func order(to other: ExpressionValue) -> ValueOrder? {
        switch (self, other) {
        case (.number(let left), .number(let right)): return left.order(to: right)
        case (.string(let left), .string(let right)): return Self.order(left, right)
        case (.boolean(let left), .boolean(let right)): return left == right ? .equal : left ? .greater : .less
        case (.temporal(let left), .temporal(let right)):
            guard left.datatype == right.datatype || left.isMoment && right.isMoment else { return nil }
            let order = left.order(to: right)
            return order == .incomparable ? nil : order
        case (.duration(let left), .duration(let right)):
            let order = left.order(to: right)
            return order == .incomparable ? nil : order
        default: return nil
        }
    }

    /// Code point order.
    static func order(_ left: String, _ right: String) -> ValueOrder {
        if left.hasSameBytes(as: right) { return .equal }
        return left.precedesInBytes(right) ? .less : .greater
    }
}

extension TemporalValue {
    /// Whether it is an `xsd:dateTime`, or the `xsd:dateTimeStamp` derived from it.
    var isMoment: Bool { datatype == .dateTime || datatype == .dateTimeStamp }
}
