internal import RDFModel
internal import TripleStore

/// Functions on triple terms.
/// - Spec: <https://www.w3.org/TR/sparql12-query/#func-triple-terms>
enum TripleTermFunctions {
    @Sendable static func isTriple(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        TermFunctions.kind(context, arguments[0]).map { .boolean($0 == .tripleTerm) } ?? .error
    }

    @Sendable static func triple(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        guard let subject = context.terms.term(arguments[0]), subject.isResource,
            case .iri(let predicate) = context.terms.term(arguments[1]),
            let object = context.terms.term(arguments[2])
        else { return .error }
        let triple = Triple(subject, predicate, object)
        guard triple.depth < QueryContext.maximumTripleTermDepth else { return .error }
        return .value(.tripleTerm(triple))
    }

    @Sendable static func subject(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        part(context, arguments[0]) { $0.subject }
    }

    @Sendable static func predicate(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        part(context, arguments[0]) { .iri($0.predicate) }
    }

    @Sendable static func object(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        part(context, arguments[0]) { $0.object }
    }

    private static func part(
        _ context: QueryContext, _ argument: ExpressionResult, _ part: (Triple) -> Term
    ) -> ExpressionResult {
        guard case .tripleTerm(let triple) = context.terms.term(argument) else { return .error }
        return .term(context.terms.id(of: part(triple)))
    }
}

extension Triple {
    /// How deep triple terms stand in one another; 0 where there is none.
    fileprivate var depth: Int {
        func depth(_ term: Term) -> Int { if case .tripleTerm(let triple) = term { triple.depth + 1 } else { 0 } }
        return max(depth(subject), depth(object))
    }
}
