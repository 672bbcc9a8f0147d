public import RDFModel

/// A function that a query calls by its IRI, given by the program around the engine or by the engine itself.
public struct ExtensionFunction: Sendable {
    /// The name.
    public let name: IRI
    /// How many arguments it takes.
    public let arity: ClosedRange<Int>
    /// The value for arguments without errors; `nil` is an error. It must depend on its arguments alone.
    let body: @Sendable (QueryContext, [ExpressionResult]) -> ExpressionResult
    /// Whether it is `lys:matches`, which tests of texts can do on all cores.
    var matchesWords = false

    /// A function on terms.
    public init(_ name: IRI, arity: ClosedRange<Int>, body: @escaping @Sendable ([Term]) -> Term?) {
        self.name = name
        self.arity = arity
        self.body = { context, arguments in
            var terms: [Term] = []
            for argument in arguments {
                guard let term = context.terms.term(argument) else { return .error }
                terms.append(term)
            }
            guard let result = body(terms) else { return .error }
            return .term(context.terms.id(of: result))
        }
    }

    init(
        _ name: IRI, arity: ClosedRange<Int>,
        onResults body: @escaping @Sendable (QueryContext, [ExpressionResult]) -> ExpressionResult
    ) {
        self.name = name
        self.arity = arity
        self.body = body
    }
}

/// The extension functions that a query may call.
struct ExtensionFunctions: Sendable {
    private var functions: [IRI: ExtensionFunction] = [:]

    /// The engine's own, and others, which win.
    init(_ others: [ExtensionFunction] = []) {
        for function in [TextSearchFunctions.matches, TextSearchFunctions.score] + others {
            functions[function.name] = function
        }
    }

    /// The function of a name.
    subscript(name: IRI) -> ExtensionFunction? { functions[name] }
}
