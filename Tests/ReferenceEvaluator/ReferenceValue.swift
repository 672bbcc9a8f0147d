internal import RDFModel
internal import SPARQLAlgebra

/// What a term stands for, as far as expressions tell terms apart.
enum ReferenceValue {
    case iri(String)
    case blankNode(BlankNode)
    case tripleTerm(Triple)
    case string(String)
    case languageString(String, language: String, direction: BaseDirection?)
    case boolean(Bool)
    case integer(Int128)
    case decimal(ReferenceDecimal)
    case float(Float)
    case double(Double)
    case dateTime(ReferenceDateTime)
    /// A literal of a datatype that operators know nothing of, or whose text its datatype does not allow.
    case other(Literal)

    init(_ term: Term) {
        switch term {
        case .iri(let iri): self = .iri(iri.string)
        case .blankNode(let node): self = .blankNode(node)
        case .tripleTerm(let triple): self = .tripleTerm(triple)
        case .literal(let literal): self.init(literal)
        }
    }

    private init(_ literal: Literal) {
        let text = literal.lexicalForm
        if let language = literal.language {
            self = .languageString(text, language: language, direction: literal.baseDirection)
            return
        }
        let value: ReferenceValue? =
            switch literal.datatype {
            case XSD.string: .string(text)
            case XSD.boolean:
                ["true", "1"].contains(text)
                    ? .boolean(true)
                    : ["false", "0"].contains(text) ? .boolean(false) : nil
            case XSD.integer: ReferenceNumber.integer(text).map { .integer($0) }
            case XSD.decimal: ReferenceDecimal(text).map { .decimal($0) }
            case XSD.float: ReferenceNumber.double(text).map { .float(Float($0)) }
            case XSD.double: ReferenceNumber.double(text).map { .double($0) }
            case XSD.dateTime: ReferenceDateTime(text).map { .dateTime($0) }
            default: nil
            }
        self = value ?? .other(literal)
    }

    /// The term; of a number, one with the value.
    var term: Term {
        switch self {
        case .iri(let text): .iri(IRI(unchecked: text))
        case .blankNode(let node): .blankNode(node)
        case .tripleTerm(let triple): .tripleTerm(triple)
        case .string(let text): .literal(Literal(text))
        case .languageString(let text, let language, let direction):
            .literal(Literal(text, language: language, direction: direction))
        case .boolean(let value): .literal(Literal(value ? "true" : "false", datatype: XSD.boolean))
        case .integer(let value): .literal(Literal(String(value), datatype: XSD.integer))
        case .decimal(let value): .literal(Literal(value.text, datatype: XSD.decimal))
        case .float(let value): .literal(Literal(ReferenceNumber.text(Double(value)), datatype: XSD.float))
        case .double(let value): .literal(Literal(ReferenceNumber.text(value), datatype: XSD.double))
        case .dateTime(let value): .literal(Literal(value.text, datatype: XSD.dateTime))
        case .other(let literal): .literal(literal)
        }
    }

    /// STR of the value; not for numbers with a point, of which this evaluator keeps the values only.
    var text: String {
        get throws {
            switch self {
            case .decimal, .float, .double: throw ReferenceError.unsupported("canonical forms")
            default: break
            }
            switch term {
            case .iri(let iri): return iri.string
            case .literal(let literal): return literal.lexicalForm
            case .blankNode, .tripleTerm: throw ReferenceError.type
            }
        }
    }

    var isLiteral: Bool {
        switch self {
        case .iri, .blankNode, .tripleTerm: false
        default: true
        }
    }

    var isNumber: Bool {
        switch self {
        case .integer, .decimal, .float, .double: true
        default: false
        }
    }

    /// §17.2.2 as 1.2 has it: a text in a language and a malformed literal have none.
    var effectiveBooleanValue: Bool {
        get throws {
            switch self {
            case .boolean(let value): value
            case .string(let text): !text.isEmpty
            case .integer(let value): value != 0
            case .decimal(let value): value.mantissa != 0
            case .float(let value): !value.isNaN && value != 0
            case .double(let value): !value.isNaN && value != 0
            default: throw ReferenceError.type
            }
        }
    }

    static func codePointOrder(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        return left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
    }

    /// `=`, where two literals of datatypes that are both known are unequal rather than an error.
    func isEqual(to other: ReferenceValue) throws -> Bool {
        switch (self, other) {
        case _ where isNumber && other.isNumber: return try order(to: other, nan: 2) == 0
        case (.dateTime(let left), .dateTime(let right)):
            guard let order = left.order(to: right) else { throw ReferenceError.type }
            return order == 0
        case (.tripleTerm(let left), .tripleTerm(let right)):
            if left == right { return true }
            let subjects = try ReferenceValue(left.subject).isEqual(to: ReferenceValue(right.subject))
            let objects = try ReferenceValue(left.object).isEqual(to: ReferenceValue(right.object))
            return subjects && objects && left.predicate == right.predicate
        case (.other(let left), .other(let right)):
            if left == right { return true }
            throw ReferenceError.type
        case (.other, .languageString), (.languageString, .other): return false
        case (.other, _) where other.isLiteral: throw ReferenceError.type
        case (_, .other) where isLiteral: throw ReferenceError.type
        default: return term == other.term
        }
    }

    /// `<` and its kin: negative, 0 or positive.
    func order(to other: ReferenceValue, nan: Int? = nil) throws -> Int {
        switch (self, other) {
        case (.string(let left), .string(let right)): return Self.codePointOrder(left, right)
        case (.boolean(let left), .boolean(let right)): return left == right ? 0 : left ? 1 : -1
        case (.dateTime(let left), .dateTime(let right)):
            guard let order = left.order(to: right) else { throw ReferenceError.type }
            return order
        default:
            let (left, right) = try Self.promoted(self, other)
            switch (left, right) {
            case (.integer(let left), .integer(let right)): return left == right ? 0 : left < right ? -1 : 1
            case (.decimal(let left), .decimal(let right)): return try left.order(to: right)
            case (.float(let left), .float(let right)):
                if left.isNaN || right.isNaN { return try nan ?? { throw NotANumber() }() }
                return left == right ? 0 : left < right ? -1 : 1
            case (.double(let left), .double(let right)):
                if left.isNaN || right.isNaN { return try nan ?? { throw NotANumber() }() }
                return left == right ? 0 : left < right ? -1 : 1
            default: throw ReferenceError.type
            }
        }
    }

    /// Every comparison with NaN but `!=` is false, which is no error.
    struct NotANumber: Error {}

    // MARK: Arithmetic

    /// Numeric type promotion: integer, decimal, float, double.
    static func promoted(
        _ left: ReferenceValue, _ right: ReferenceValue
    ) throws -> (ReferenceValue, ReferenceValue) {
        func rank(_ value: ReferenceValue) throws -> Int {
            switch value {
            case .integer: 0
            case .decimal: 1
            case .float: 2
            case .double: 3
            default: throw ReferenceError.type
            }
        }
        let rank = max(try rank(left), try rank(right))
        return (try left.converted(to: rank), try right.converted(to: rank))
    }

    private func converted(to rank: Int) throws -> ReferenceValue {
        switch (self, rank) {
        case (.integer(let value), 1): .decimal(ReferenceDecimal(mantissa: value, scale: 0))
        case (.integer(let value), 2): .float(Float(value))
        case (.integer(let value), 3): .double(Double(value))
        case (.decimal(let value), 2): .float(Float(value.double))
        case (.decimal(let value), 3): .double(value.double)
        case (.float(let value), 3): .double(Double(value))
        default: self
        }
    }

    static func arithmetic(
        _ sign: ArithmeticOperator, _ left: ReferenceValue, _ right: ReferenceValue
    ) throws -> ReferenceValue {
        if case .dateTime = left, case .dateTime = right {
            // SPARQL leaves it open; the engine gives the duration.
            throw ReferenceError.unsupported("arithmetic of two moments")
        }
        switch try promoted(left, right) {
        case (.integer(let left), .integer(let right)):
            if sign == .divide {
                return .decimal(
                    try ReferenceDecimal(mantissa: left, scale: 0).divided(
                        by: ReferenceDecimal(mantissa: right, scale: 0)))
            }
            let (value, isOver) =
                switch sign {
                case .add: left.addingReportingOverflow(right)
                case .subtract: left.subtractingReportingOverflow(right)
                default: left.multipliedReportingOverflow(by: right)
                }
            guard !isOver else { throw ReferenceError.unsupported("a large integer") }
            return .integer(value)
        case (.decimal(let left), .decimal(let right)):
            switch sign {
            case .add: return .decimal(try left.adding(right))
            case .subtract: return .decimal(try left.adding(right.negated))
            case .multiply: return .decimal(try left.multiplied(by: right))
            case .divide: return .decimal(try left.divided(by: right))
            }
        case (.float(let left), .float(let right)): return .float(apply(sign, left, right))
        case (.double(let left), .double(let right)): return .double(apply(sign, left, right))
        default: throw ReferenceError.type
        }
    }

    private static func apply<Number: BinaryFloatingPoint>(
        _ sign: ArithmeticOperator, _ left: Number, _ right: Number
    ) -> Number {
        switch sign {
        case .add: left + right
        case .subtract: left - right
        case .multiply: left * right
        case .divide: left / right
        }
    }
}
