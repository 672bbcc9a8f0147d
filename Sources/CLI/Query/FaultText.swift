internal import Localization
internal import RDFModel
internal import SPARQLAlgebra
internal import SPARQLEngine

/// Says in words why an expression is an error, and what would mend it.
struct FaultText {
    private let fragments: FragmentText

    init(prefixes: PrefixMap) { fragments = FragmentText(prefixes: prefixes) }

    /// A condition that is an error for all of so many solutions.
    func error(_ condition: Expression, _ count: Int) -> String {
        say(.filter, fragments.text(condition), String(count))
    }

    /// A condition that is an error for some solutions, and true of none.
    func partly(_ condition: Expression, _ errors: Int, _ count: Int) -> String {
        say(.partly, fragments.text(condition), String(errors), String(count))
    }

    /// A condition or value that is an error for every solution, with the reason and the cure.
    func text(_ fault: ComputedFault) -> String {
        let what =
            fault.variable.map { variable in
                say(.bind, whole(fault.expression, fault.aggregate), variable.description)
            } ?? say(.somewhere, fragments.text(fault.expression))
        let why = text(fault.fault, isCondition: fault.variable == nil, aggregate: fault.aggregate)
        return SPARQLHint.and.text(in: .current, what, why)
    }

    /// An expression, in the aggregate that is made of it.
    private func whole(_ expression: Expression, _ aggregate: AggregateExpression?) -> String {
        let text = fragments.text(expression)
        guard let aggregate else { return text }
        return "\(aggregate.function.keyword)(\(aggregate.isDistinct ? "DISTINCT " : "")\(text))"
    }

    /// The reason and the cure.
    func text(
        _ fault: ExpressionFault, isCondition: Bool = true, aggregate: AggregateExpression? = nil
    ) -> String {
        let cure = fault.cure.map { cure in
            let text = whole(cure, aggregate)
            let whole = isCondition ? "FILTER(\(text))" : text
            return say(fault.cureHasSolutions ? .cure : .cureWithoutSolutions, whole)
        }
        let parts = [fault.reason.map { self.reason($0, fault.part) }, cure].compactMap(\.self)
        return parts.dropFirst().reduce(parts.first ?? "") { SPARQLHint.and.text(in: .current, $0, $1) }
    }

    private func reason(_ reason: ExpressionFault.Reason, _ part: Expression) -> String {
        switch reason {
        case .unbound(let variable): say(.unbound, variable.description)
        case .sometimesUnbound(let variable): say(.sometimesUnbound, variable.description)
        case .boundByGraph(let variable): say(.boundByGraph, variable.description)
        case .argument(let name, let want, let given, let value):
            say(.argument, name, text(want), fragments.text(given), kind(value), fragments.text(value))
        case .pair(let name, let left, let leftValue, let right, let rightValue):
            say(
                .pair, name, fragments.text(left), kind(leftValue), fragments.text(leftValue), fragments.text(right),
                kind(rightValue), fragments.text(rightValue))
        case .cast(let type, let value): say(.cast, fragments.text(value), fragments.text(.iri(type)))
        case .pattern(let value): say(.pattern, fragments.text(value))
        case .other: fragments.text(part)
        }
    }

    private func text(_ want: ExpressionFault.Want) -> String {
        switch want {
        case .text: say(.text)
        case .literal: say(.literal)
        case .number: say(.number)
        case .moment: say(.moment)
        case .iri: say(.iri)
        case .condition: say(.condition)
        }
    }

    private func kind(_ term: Term) -> String {
        switch term {
        case .iri: return say(.anIRI)
        case .blankNode: return say(.aBlankNode)
        case .tripleTerm: return say(.aTripleTerm)
        case .literal(let literal):
            if let language = literal.language { return say(.aTextIn, language) }
            guard literal.datatype != XSD.string else { return say(.aText) }
            return say(.aTyped, fragments.text(.iri(literal.datatype)))
        }
    }

    private func say(_ message: FaultMessage, _ arguments: String...) -> String {
        message.text(in: .current, arguments: arguments)
    }
}
