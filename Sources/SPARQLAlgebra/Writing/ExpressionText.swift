internal import RDFModel

/// Writes expressions as SPARQL does, with no more parentheses than reading them again needs.
///
/// Chains that are read from the left are written without parentheses, so that a chain of a thousand additions does not
/// become a nesting of a thousand.
extension SPARQLWriter {
    /// How tightly a form binds, from the grammar's chain of productions.
    private enum Precedence: Int, Comparable {
        case or, and, relational, additive, multiplicative, unary, primary

        static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
    }

    /// An expression between parentheses.
    func bracketted(_ expression: Expression) -> String { "(" + text(expression) + ")" }

    /// An expression where any may stand.
    func text(_ expression: Expression) -> String { text(expression, atLeast: .or) }

    private func text(_ expression: Expression, atLeast lowest: Precedence) -> String {
        let (text, precedence) = written(expression)
        return precedence < lowest ? "(" + text + ")" : text
    }

    private func list(_ expressions: [Expression]) -> String {
        "(" + expressions.map { text($0) }.joined(separator: ", ") + ")"
    }

    private func written(_ expression: Expression) -> (String, Precedence) {
        switch expression {
        case .term(let term): return (terms.text(term), .primary)
        case .variable(let variable):
            guard let aggregate = aggregates[variable] else { return (terms.text(variable), .primary) }
            return (text(aggregate), .primary)
        case .bound(let variable): return ("BOUND(\(terms.text(variable)))", .primary)
        case .or: return (expression.disjuncts.map { text($0, atLeast: .and) }.joined(separator: " || "), .or)
        case .and:
            return (expression.conjuncts.map { text($0, atLeast: .relational) }.joined(separator: " && "), .and)
        case .not(let inner): return ("!" + text(inner, atLeast: .unary), .unary)
        case .comparison(let sign, let left, let right):
            return (
                text(left, atLeast: .additive) + " \(sign.rawValue) " + text(right, atLeast: .additive), .relational
            )
        case .arithmetic: return arithmetic(expression)
        // A space keeps the sign apart from a number, whose sign it would become.
        case .unaryPlus(let inner): return ("+ " + text(inner, atLeast: .primary), .unary)
        case .unaryMinus(let inner): return ("- " + text(inner, atLeast: .primary), .unary)
        case .isIn(let value, let items): return (text(value, atLeast: .additive) + " IN " + list(items), .relational)
        case .isNotIn(let value, let items):
            return (text(value, atLeast: .additive) + " NOT IN " + list(items), .relational)
        case .exists(let pattern): return ("EXISTS " + block(pattern), .primary)
        case .notExists(let pattern): return ("NOT EXISTS " + block(pattern), .primary)
        case .conditional(let condition, let yes, let no): return ("IF" + list([condition, yes, no]), .primary)
        case .coalesce(let items): return ("COALESCE" + list(items), .primary)
        case .call(let function, let arguments): return (function.rawValue + list(arguments), .primary)
        case .function(let iri, let arguments): return (terms.text(iri) + list(arguments), .primary)
        }
    }

    /// The left operands are followed in a loop: such chains are the deep ones.
    private func arithmetic(_ expression: Expression) -> (String, Precedence) {
        var parts: [String] = []
        var rest = expression
        var outer = Precedence.multiplicative
        if case .arithmetic(let sign, _, _) = expression, sign.isAdditive { outer = .additive }
        while case .arithmetic(let sign, let left, let right) = rest, sign.isAdditive == (outer == .additive) {
            parts.append(" \(sign.rawValue) " + text(right, atLeast: outer == .additive ? .multiplicative : .unary))
            rest = left
        }
        parts.append(text(rest, atLeast: outer == .additive ? .multiplicative : .unary))
        return (parts.reversed().joined(), outer)
    }

    func text(_ aggregate: AggregateExpression) -> String {
        var inside = aggregate.isDistinct ? "DISTINCT " : ""
        inside += aggregate.argument.map { text($0) } ?? "*"
        if case .groupConcat(let separator) = aggregate.function, separator != " " {
            inside += "; SEPARATOR=" + TermText.quoted(separator)
        }
        return aggregate.function.keyword + "(" + inside + ")"
    }
}

extension ArithmeticOperator {
    fileprivate var isAdditive: Bool { self == .add || self == .subtract }
}
