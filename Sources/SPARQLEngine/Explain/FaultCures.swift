internal import RDFModel
internal import SPARQLAlgebra

/// The usual ways to mend an expression: each is tried before it is proposed.
enum FaultCures {
    /// What might stand in the place of a part that is an error, given what its parts are for example.
    static func forError(_ part: Expression, _ values: [Term]) -> [Expression] {
        switch part {
        case .comparison(let sign, let left, let right):
            guard values.count == 2 else { return [] }
            return comparisons(left, values[0], right, values[1]).map { .comparison(sign, $0, $1) }
        case .arithmetic(let sign, let left, let right):
            guard values.count == 2 else { return [] }
            return [.arithmetic(sign, asNumber(left, values[0]), asNumber(right, values[1]))]
        case .call(let function, let arguments): return calls(function, arguments, values)
        case .unaryMinus(let inner): return values.map { .unaryMinus(asNumber(inner, $0)) }
        case .unaryPlus(let inner): return values.map { .unaryPlus(asNumber(inner, $0)) }
        // A year or a number within a longer text.
        case .function(let name, let arguments):
            guard let argument = arguments.first else { return [] }
            let year = Expression.call(.substr, [text(argument), integer(1), integer(4)])
            return [.function(name, [text(argument)]), .function(name, [year])]
        case .variable(let variable): return [.bound(variable)]
        default: return []
        }
    }

    /// What is meant, perhaps, by a condition that is never true: without case, of the text alone, of the value.
    static func forFalse(_ condition: Expression) -> [Expression] {
        switch condition {
        case .comparison(.equal, let left, let right):
            return [
                .comparison(.equal, text(left), text(right)),
                .comparison(.equal, lower(text(left)), lower(text(right))),
            ]
        case .isIn(let value, let items):
            return [
                .isIn(text(value), items.map(text)),
                .isIn(lower(text(value)), items.map { lower(text($0)) }),
            ]
        case .call(let function, let arguments) where [.contains, .strStarts, .strEnds].contains(function):
            let folded = Expression.call(function, arguments.map { lower(text($0)) })
            guard function == .contains, arguments.count == 2 else { return [folded] }
            return [folded, .function(IRI(unchecked: "https://w3id.org/lys/ns#matches"), arguments)]
        case .call(.regex, let arguments) where arguments.count == 2:
            return [.call(.regex, arguments + [.term(.literal(Literal("i")))])]
        case .call(.langMatches, let arguments) where arguments.count == 2:
            // The tag of a text is asked for by LANG.
            return [.call(.langMatches, [.call(.lang, [arguments[0]]), arguments[1]])]
        default: return []
        }
    }

    // MARK: Operands

    /// Pairs in the order in which they keep most of what is meant.
    private static func comparisons(
        _ left: Expression, _ leftValue: Term, _ right: Expression, _ rightValue: Term
    ) -> [(Expression, Expression)] {
        var pairs: [(Expression, Expression)] = []
        if leftValue.isNumber != rightValue.isNumber {
            pairs.append((asNumber(left, leftValue), asNumber(right, rightValue)))
        }
        if let retyped = retyped(right, rightValue, like: leftValue) { pairs.append((left, retyped)) }
        if let retyped = retyped(left, leftValue, like: rightValue) { pairs.append((retyped, right)) }
        if leftValue.isTemporal, rightValue.isTemporal {
            pairs.append((asDate(left, leftValue), asDate(right, rightValue)))
            pairs.append((year(left), year(right)))
        }
        pairs.append((text(left), text(right)))
        return pairs
    }

    private static func calls(
        _ function: BuiltInFunction, _ arguments: [Expression], _ values: [Term]
    ) -> [Expression] {
        guard arguments.count == values.count else { return [] }
        var mended = arguments
        for (place, value) in values.enumerated() {
            guard let want = function.want(place) else { continue }
            switch want {
            case .text where !value.is(.text): mended[place] = text(arguments[place])
            case .number where !value.isNumber: mended[place] = asNumber(arguments[place], value)
            case .moment where !value.is(.moment):
                // The year of a date or of a year alone.
                if function == .year { return [year(arguments[place])] }
            default: break
            }
        }
        var result = mended == arguments ? [] : [Expression.call(function, mended)]
        // Texts of two languages.
        if arguments.count > 1, (0..<2).allSatisfy({ function.want($0) == .text }) {
            result.append(.call(function, arguments.prefix(2).map(text) + arguments.dropFirst(2)))
        }
        if function == .strDatatype || function == .strLang, let first = arguments.first {
            result.append(.call(function, [text(first)] + arguments.dropFirst()))
        }
        return result
    }

    private static func text(_ expression: Expression) -> Expression {
        switch expression {
        case .call(.str, _): expression
        case .term(.literal(let literal)) where literal.datatype == XSD.string: expression
        case .term(.literal(let literal)): .term(.literal(Literal(literal.lexicalForm)))
        case .term(.iri(let iri)): .term(.literal(Literal(iri.string)))
        default: .call(.str, [expression])
        }
    }

    private static func lower(_ expression: Expression) -> Expression {
        if case .term(.literal(let literal)) = expression {
            return .term(.literal(Literal(literal.lexicalForm.lowercased())))
        }
        return .call(.lcase, [expression])
    }

    private static func integer(_ number: Int) -> Expression {
        .term(.literal(Literal(String(number), datatype: XSD.integer)))
    }

    private static func year(_ expression: Expression) -> Expression {
        .function(XSD.integer, [.call(.substr, [text(expression), integer(1), integer(4)])])
    }

    /// A number as it is; of a date its year; of a text the number that it writes.
    private static func asNumber(_ expression: Expression, _ value: Term) -> Expression {
        if value.isNumber { return expression }
        if value.isTemporal { return year(expression) }
        guard case .literal(let literal) = value else { return expression }
        let isWhole = literal.lexicalForm.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return .function(isWhole ? XSD.integer : XSD.decimal, [text(expression)])
    }

    private static func asDate(_ expression: Expression, _ value: Term) -> Expression {
        guard case .literal(let literal) = value, literal.datatype != XSD.date else { return expression }
        return .function(XSD.date, [expression])
    }

    /// A constant in the datatype of the value that it is compared with.
    private static func retyped(_ expression: Expression, _ value: Term, like other: Term) -> Expression? {
        guard case .term(.literal(let constant)) = expression, case .literal(let model) = other,
            model.language == nil, model.datatype != constant.datatype, other.isTemporal
        else { return nil }
        var text = constant.lexicalForm
        if model.datatype == XSD.dateTime, text.utf8.count == 10 { text += "T00:00:00" }
        if model.datatype == XSD.date { text = String(text.prefix { $0 != "T" }) }
        return .term(.literal(Literal(text, datatype: model.datatype)))
    }
}

extension BuiltInFunction {
    /// What the function takes in a place; `nil` where it takes anything.
    func want(_ place: Int) -> ExpressionFault.Want? {
        switch self {
        case .langMatches, .strlen, .ucase, .lcase, .strStarts, .strEnds, .contains, .strBefore, .strAfter,
            .encodeForURI, .concat, .regex, .replace, .md5, .sha1, .sha256, .sha384, .sha512:
            .text
        case .substr: place == 0 ? .text : .number
        case .lang, .langDirection, .datatype: .literal
        case .strDatatype: place == 0 ? .text : .iri
        case .strLang, .strLangDirection: .text
        case .abs, .round, .ceil, .floor: .number
        case .year, .month, .day, .hours, .minutes, .seconds, .timezone, .tz: .moment
        default: nil
        }
    }
}

extension Term {
    /// Whether the term is one that an operator takes.
    func `is`(_ want: ExpressionFault.Want) -> Bool {
        switch (self, want) {
        case (.literal(let literal), .text): literal.language != nil || literal.datatype == XSD.string
        case (.literal, .literal): true
        case (.literal, .number): isNumber
        case (.literal(let literal), .moment):
            literal.datatype == XSD.dateTime || literal.datatype.string == XSD.namespace + "dateTimeStamp"
        case (.literal(let literal), .condition):
            literal.language == nil
                && (isNumber || literal.datatype == XSD.string || literal.datatype == XSD.boolean)
        case (.iri, .iri): true
        default: false
        }
    }

    /// Whether the term is a literal of a numeric datatype.
    var isNumber: Bool {
        guard case .literal(let literal) = self, literal.language == nil else { return false }
        return Self.numbers.contains(literal.datatype.string)
    }

    /// Whether the term is a literal of a datatype of the calendar, of which the first four characters are the year.
    var isTemporal: Bool {
        guard case .literal(let literal) = self, literal.language == nil else { return false }
        return Self.times.contains(literal.datatype.string)
    }

    private static let numbers = Set(
        [
            "integer", "decimal", "double", "float", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
            "negativeInteger", "long", "int", "short", "byte", "unsignedLong", "unsignedInt", "unsignedShort",
            "unsignedByte",
        ].map { XSD.namespace + $0 })

    private static let times = Set(
        ["date", "dateTime", "dateTimeStamp", "gYear", "gYearMonth"].map { XSD.namespace + $0 })
}
