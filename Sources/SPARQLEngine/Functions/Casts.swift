internal import RDFModel
internal import XSDValues

/// A datatype to which a literal can be cast by calling its IRI.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#FunctionMapping>
struct CastTarget: Hashable, Sendable {
    let datatype: XSDDatatype

    /// The cast that an IRI names; `nil` where it names none.
    init?(_ iri: IRI) {
        guard let datatype = XSDDatatype(iri: iri.string), datatype != .anyURI, datatype != .dateTimeStamp else {
            return nil
        }
        self.datatype = datatype
    }

    /// Casts a value.
    func cast(_ argument: ExpressionResult, in context: QueryContext) -> ExpressionResult {
        guard let value = context.terms.value(argument) else { return .error }
        if datatype == .string {
            switch value {
            case .iri(let text), .string(let text): return .string(text)
            // The text as it was written, so that a language or an unknown datatype is all that is lost.
            case .languageString(let text, _, _): return .string(text)
            case .opaque(let literal): return .string(literal.lexicalForm)
            case .blankNode, .tripleTerm: return .error
            default: break
            }
        }
        guard let source = XSDValue(value), let result = try? source.cast(to: datatype) else { return .error }
        let term = Literal(result.canonicalForm, datatype: ExpressionValue.iri(datatype))
        // A literal of a derived integer type is kept as a term, as its value alone would be an `xsd:integer`.
        if datatype.isInteger, datatype != .integer { return .term(context.terms.id(of: .literal(term))) }
        return .value(ExpressionValue(term))
    }
}

extension XSDValue {
    /// The value that XML Schema knows; `nil` for IRIs, blank nodes, texts in a language and unknown datatypes.
    init?(_ value: ExpressionValue) {
        switch value {
        case .string(let text): self = .text(text, datatype: .string)
        case .boolean(let value): self = .boolean(value)
        case .number(let value): self = .number(value)
        case .temporal(let value): self = .temporal(value)
        case .duration(let value): self = .duration(value)
        case .opaque(let literal):
            guard let datatype = XSDDatatype(iri: literal.datatype.string),
                let value = try? XSDValue(lexicalForm: literal.lexicalForm.utf8.span, datatype: datatype)
            else { return nil }
            self = value
        case .iri, .blankNode, .languageString, .tripleTerm: return nil
        }
    }
}
