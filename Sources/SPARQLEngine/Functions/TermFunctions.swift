internal import ByteText
internal import RDFModel
internal import TripleStore
internal import XSDValues

/// Functions on terms.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#func-rdfTerms>
enum TermFunctions {
    @Sendable static func str(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        switch context.terms.term(arguments[0]) {
        case .iri(let iri): .string(iri.string)
        case .literal(let literal): .string(literal.lexicalForm)
        case .blankNode, .tripleTerm, nil: .error
        }
    }

    @Sendable static func lang(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        if case .term(let id) = arguments[0], id.isLiteral, !id.isComputed {
            return .string(String(decoding: context.terms.dictionary.type(id).language, as: UTF8.self))
        }
        guard case .literal(let literal) = context.terms.term(arguments[0]) else { return .error }
        return .string(literal.language ?? "")
    }

    @Sendable static func langDirection(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        guard case .literal(let literal) = context.terms.term(arguments[0]) else { return .error }
        return .string(literal.baseDirection?.rawValue ?? "")
    }

    @Sendable static func hasLang(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        guard let term = context.terms.term(arguments[0]) else { return .error }
        if case .literal(let literal) = term { return .boolean(literal.language != nil) }
        return .false
    }

    @Sendable static func hasLangDirection(
        _ context: QueryContext, _ arguments: [ExpressionResult]
    ) -> ExpressionResult {
        guard let term = context.terms.term(arguments[0]) else { return .error }
        if case .literal(let literal) = term { return .boolean(literal.baseDirection != nil) }
        return .false
    }

    /// Basic filtering: the range `*` matches any tag, any other the tags that are it or begin with it and `-`.
    /// - Spec: <https://www.rfc-editor.org/rfc/rfc4647#section-3.3.1>
    @Sendable static func langMatches(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        guard case .string(let tag)? = context.terms.value(arguments[0]),
            case .string(let range)? = context.terms.value(arguments[1])
        else { return .error }
        if range.utf8.elementsEqual("*".utf8) { return .boolean(!tag.isEmpty) }
        let (tagBytes, rangeBytes) = (Array(tag.utf8), Array(range.utf8))
        guard tagBytes.count >= rangeBytes.count, !tagBytes.isEmpty || rangeBytes.isEmpty else { return .false }
        for index in rangeBytes.indices
        where CaseMapping.lowercased(tagBytes[index]) != CaseMapping.lowercased(rangeBytes[index]) {
            return .false
        }
        return .boolean(tagBytes.count == rangeBytes.count || tagBytes[rangeBytes.count] == UInt8(ascii: "-"))
    }

    @Sendable static func datatype(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        if case .term(let id) = arguments[0], id.isLiteral, !id.isComputed {
            return .term(context.terms.dictionary.type(id).datatype)
        }
        guard case .literal(let literal) = context.terms.term(arguments[0]) else { return .error }
        return .value(.iri(literal.datatype.string))
    }

    @Sendable static func iri(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        switch context.terms.value(arguments[0]) {
        case .iri: arguments[0]
        case .string(let text): context.resolve(text).map { .value(.iri($0.string)) } ?? .error
        default: .error
        }
    }

    @Sendable static func blankNode(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        guard let argument = arguments.first else { return .value(.blankNode(context.freshBlankNode())) }
        guard case .string(let label)? = context.terms.value(argument) else { return .error }
        return .value(.blankNode(context.blankNode(ofSolution: label)))
    }

    @Sendable static func strDatatype(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        guard case .string(let text)? = context.terms.value(arguments[0]),
            case .iri(let datatype)? = context.terms.value(arguments[1])
        else { return .error }
        let iri = IRI(unchecked: datatype)
        // A language belongs to these, and none is given.
        guard iri != RDF.langString, iri != RDF.dirLangString else { return .error }
        return .term(context.terms.id(of: .literal(Literal(text, datatype: iri))))
    }

    @Sendable static func strLang(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        guard case .string(let text)? = context.terms.value(arguments[0]),
            case .string(let tag)? = context.terms.value(arguments[1]), isLanguageTag(tag)
        else { return .error }
        return .value(ExpressionValue(Literal(text, language: tag)))
    }

    @Sendable static func strLangDirection(
        _ context: QueryContext, _ arguments: [ExpressionResult]
    ) -> ExpressionResult {
        guard case .string(let text)? = context.terms.value(arguments[0]),
            case .string(let tag)? = context.terms.value(arguments[1]), isLanguageTag(tag),
            case .string(let direction)? = context.terms.value(arguments[2]),
            let direction = BaseDirection(rawValue: direction)
        else { return .error }
        return .value(ExpressionValue(Literal(text, language: tag, direction: direction)))
    }

    /// The tags that Turtle can write: letters, then parts of letters and digits after hyphens.
    private static func isLanguageTag(_ tag: String) -> Bool {
        let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
        return parts.indices.allSatisfy { index in
            !parts[index].isEmpty
                && parts[index].allSatisfy { isLetter($0) || index > 0 && (0x30...0x39).contains($0) }
        }
    }

    @Sendable static func uuid(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        .value(.iri("urn:uuid:" + context.randomUUID()))
    }

    @Sendable static func strUUID(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        .string(context.randomUUID())
    }

    @Sendable static func sameTerm(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        let (left, right) = (context.terms.id(of: arguments[0]), context.terms.id(of: arguments[1]))
        return left.isDefined && right.isDefined ? .boolean(left == right) : .error
    }

    @Sendable static func isIRI(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        kind(context, arguments[0]).map { .boolean($0 == .iri) } ?? .error
    }

    @Sendable static func isBlank(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        kind(context, arguments[0]).map { .boolean($0 == .blankNode) } ?? .error
    }

    @Sendable static func isLiteral(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        kind(context, arguments[0]).map { .boolean($0 == .literal) } ?? .error
    }

    @Sendable static func isNumeric(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        switch context.terms.value(arguments[0]) {
        case nil: .error
        case .number: .true
        default: .false
        }
    }

    static func kind(_ context: QueryContext, _ result: ExpressionResult) -> TermID.Kind? {
        switch result {
        case .error: nil
        case .term(let id): id.kind
        case .value(.iri): .iri
        case .value(.blankNode): .blankNode
        case .value(.tripleTerm): .tripleTerm
        case .value: .literal
        }
    }
}
