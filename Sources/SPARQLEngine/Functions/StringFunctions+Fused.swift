internal import ByteText
internal import SPARQLAlgebra

// Tests of what LCASE or STR make of a term of the store: they read the text where it stands, and none is made.

extension FunctionImplementation {
    /// A call as the plan makes it: where it tests a text that another call makes of a term, both are one function.
    static func fused(_ call: FunctionImplementation, _ arguments: [PlanExpression]) -> PlanExpression {
        if call.function == .contains, let text = argument(of: .lcase, arguments[0]) {
            if let term = argument(of: .str, text) {
                return .call(containsLowercasedForm, [term, arguments[1]])
            }
            return .call(containsLowercased, [text, arguments[1]])
        }
        if let test = testsOfForms[call.function], let term = argument(of: .str, arguments[0]) {
            return .call(test, [term, arguments[1]])
        }
        return .call(call, arguments)
    }

    private static func argument(of function: BuiltInFunction, _ expression: PlanExpression) -> PlanExpression? {
        guard case .call(let call, let arguments) = expression, call.function == function else { return nil }
        return arguments.first
    }

    private static let containsLowercased = FunctionImplementation(
        function: .contains, name: "CONTAINS∘LCASE", body: StringFunctions.containsLowercased,
        mapsCase: true)
    private static let containsLowercasedForm = FunctionImplementation(
        function: .contains, name: "CONTAINS∘LCASE∘STR", body: StringFunctions.containsLowercasedForm,
        mapsCase: true)
    private static let testsOfForms: [BuiltInFunction: FunctionImplementation] = [
        .contains: FunctionImplementation(
            function: .contains, name: "CONTAINS∘STR",
            body: StringFunctions.ofForm(StringFunctions.contains) { $0.firstIndex(of: $1) != nil }),
        .strStarts: FunctionImplementation(
            function: .strStarts, name: "STRSTARTS∘STR",
            body: StringFunctions.ofForm(StringFunctions.strStarts) { $0.starts(with: $1) }),
        .strEnds: FunctionImplementation(
            function: .strEnds, name: "STRENDS∘STR",
            body: StringFunctions.ofForm(StringFunctions.strEnds) { $0.ends(with: $1) }),
    ]
}

extension StringFunctions {
    /// A test of the IRI or the lexical form of a term.
    fileprivate static func ofForm(
        _ body: @escaping FunctionBody, _ test: @escaping @Sendable (Span<UInt8>, Span<UInt8>) -> Bool
    ) -> FunctionBody {
        { context, arguments in
            if case .string(let part)? = context.terms.value(arguments[1]) {
                let result = context.terms.withStoredForm(arguments[0]) { test($0, part.utf8.span) }
                if let result { return .boolean(result) }
            }
            return body(context, [TermFunctions.str(context, [arguments[0]]), arguments[1]])
        }
    }

    /// Whether a text in lower case contains another.
    @Sendable fileprivate static func containsLowercased(
        _ context: QueryContext, _ arguments: [ExpressionResult]
    ) -> ExpressionResult {
        if case .string(let part)? = context.terms.value(arguments[1]) {
            let found = context.terms.withStoredText(arguments[0]) { text, _ in
                lowercased(text, contains: part, context)
            }
            if let found, let found { return .boolean(found) }
        }
        return contains(context, [lcase(context, [arguments[0]]), arguments[1]])
    }

    /// Whether the IRI or the lexical form of a term in lower case contains a text.
    @Sendable fileprivate static func containsLowercasedForm(
        _ context: QueryContext, _ arguments: [ExpressionResult]
    ) -> ExpressionResult {
        if case .string(let part)? = context.terms.value(arguments[1]) {
            let found = context.terms.withStoredForm(arguments[0]) { lowercased($0, contains: part, context) }
            if let found, let found { return .boolean(found) }
        }
        return contains(context, [lcase(context, [TermFunctions.str(context, [arguments[0]])]), arguments[1]])
    }

    /// Whether bytes in lower case contain a text; `nil` where they hold letters that this does not know.
    private static func lowercased(_ text: Span<UInt8>, contains part: String, _ context: QueryContext) -> Bool? {
        // One owner while it is written.
        var bytes: [UInt8] = []
        swap(&bytes, &context.scratch)
        defer { swap(&bytes, &context.scratch) }
        return lowercased(text, contains: part.utf8.span, &bytes)
    }

    /// Whether bytes in lower case contain others; `nil` where they hold letters that this does not know.
    static func lowercased(_ text: Span<UInt8>, contains part: Span<UInt8>, _ scratch: inout [UInt8]) -> Bool? {
        guard CaseMapping.latin(text, isUpper: false, into: &scratch) else { return nil }
        return scratch.span.extracting(first: text.count).firstIndex(of: part) != nil
    }
}
