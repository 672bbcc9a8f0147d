internal import RDFModel
internal import XSDValues

/// The value that a term stands for, as far as SPARQL's operators tell values apart.
enum ExpressionValue {
    /// A resource with a name.
    case iri(String)
    /// A resource without one.
    case blankNode(BlankNode)
    /// A text without a language: a simple literal, that is an `xsd:string`.
    case string(String)
    /// A text in a language; the tag in lower case.
    case languageString(String, language: String, direction: BaseDirection?)
    /// A truth value.
    case boolean(Bool)
    /// A number.
    case number(NumericValue)
    /// A point or span of the calendar.
    case temporal(TemporalValue)
    /// A length of time.
    case duration(DurationValue)
    /// A literal of another datatype, or whose text its datatype does not allow.
    case opaque(Literal)
    /// A triple term.
    case tripleTerm(Triple)

    /// The value of a term.
    init(_ term: Term) {
        switch term {
        case .iri(let iri): self = .iri(iri.string)
        case .blankNode(let node): self = .blankNode(node)
        case .literal(let literal): self.init(literal)
        case .tripleTerm(let triple): self = .tripleTerm(triple)
        }
    }

    /// The value of a literal.
    init(_ literal: Literal) {
        switch literal.kind {
        case .languageTagged(let tag, let direction):
            self = .languageString(literal.lexicalForm, language: tag, direction: direction)
        case .typed(let datatype):
            guard let datatype = XSDDatatype(iri: datatype.string) else {
                self = .opaque(literal)
                return
            }
            if datatype == .string {
                self = .string(literal.lexicalForm)
                return
            }
            guard let value = try? XSDValue(lexicalForm: literal.lexicalForm.utf8.span, datatype: datatype) else {
                self = .opaque(literal)
                return
            }
            switch value {
            case .boolean(let value): self = .boolean(value)
            case .number(let value): self = .number(value)
            case .temporal(let value): self = .temporal(value)
            case .duration(let value): self = .duration(value)
            case .text, .binary: self = .opaque(literal)
            }
        }
    }

    /// The term that stands for the value in its canonical form.
    var term: Term {
        switch self {
        case .iri(let text): .iri(IRI(unchecked: text))
        case .blankNode(let node): .blankNode(node)
        case .string(let text): .literal(Literal(text))
        case .languageString(let text, let language, let direction):
            .literal(Literal(text, language: language, direction: direction))
        case .boolean(let value): .literal(Literal(value ? "true" : "false", datatype: XSD.boolean))
        case .number(let value): .literal(Literal(value.canonicalForm, datatype: Self.iri(value.datatype)))
        case .temporal(let value): .literal(Literal(value.canonicalForm, datatype: Self.iri(value.datatype)))
        case .duration(let value): .literal(Literal(value.canonicalForm, datatype: Self.iri(value.datatype)))
        case .opaque(let literal): .literal(literal)
        case .tripleTerm(let triple): .tripleTerm(triple)
        }
    }

    /// The IRI of a datatype.
    static func iri(_ datatype: XSDDatatype) -> IRI {
        switch datatype {
        case .string: XSD.string
        case .boolean: XSD.boolean
        case .integer: XSD.integer
        case .decimal: XSD.decimal
        case .float: XSD.float
        case .double: XSD.double
        default: IRI(unchecked: datatype.iri)
        }
    }
}

/// A text and what makes it a simple literal or one in a language: the argument of a string function.
struct StringArgument {
    /// The text.
    var text: String
    /// The language tag, in lower case; `nil` for a simple literal.
    var language: String?
    /// The base direction.
    var direction: BaseDirection?

    /// A result with the same language as this argument.
    func with(_ text: String) -> ExpressionValue {
        guard let language else { return .string(text) }
        return .languageString(text, language: language, direction: direction)
    }

    /// Whether another argument may be combined with this one.
    /// - Spec: <https://www.w3.org/TR/sparql11-query/#func-arg-compatibility>
    func isCompatible(with other: StringArgument) -> Bool {
        guard let otherLanguage = other.language else { return true }
        guard let language else { return false }
        return language.utf8.elementsEqual(otherLanguage.utf8) && direction == other.direction
    }
}

extension ExpressionValue {
    /// The value as a text; `nil` where it is no string literal.
    var asString: StringArgument? {
        switch self {
        case .string(let text): StringArgument(text: text, language: nil, direction: nil)
        case .languageString(let text, let language, let direction):
            StringArgument(text: text, language: language, direction: direction)
        default: nil
        }
    }

    /// The value as a number; `nil` where it is none.
    var asNumber: NumericValue? {
        if case .number(let value) = self { value } else { nil }
    }
}
