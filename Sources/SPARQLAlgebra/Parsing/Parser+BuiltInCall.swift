internal import Localization
internal import RDFModel

extension Parser {
    /// `BuiltInCall`, or `nil` where none is next.
    mutating func parseBuiltInCall() throws(SyntaxFailure) -> Expression? {
        let name = token
        switch name.word {
        case .none: return nil
        case .function(let function):
            advance()
            guard kind == .leftParenthesis else { throw unexpected([.token("(")]) }
            let arguments = try parseExpressionList()
            guard function.arity.contains(arguments.count) else {
                throw SyntaxFailure(
                    .wrongNumberOfArguments, [function.rawValue, String(arguments.count)], at: name.range)
            }
            return .call(function, arguments)
        case .keyword(let keyword):
            switch keyword {
            case .bound: return try parseBound()
            case .if: return try parseIf()
            case .coalesce:
                advance()
                return .coalesce(try parseExpressionList())
            case .exists:
                advance()
                return .exists(try parseExistsPattern())
            case .not:
                advance()
                try expect(.exists)
                return .notExists(try parseExistsPattern())
            case .count, .sum, .min, .max, .average, .sample, .groupConcat: return try parseAggregate(keyword)
            default: return nil
            }
        }
    }

    /// `'BOUND' '(' Var ')'`
    private mutating func parseBound() throws(SyntaxFailure) -> Expression {
        advance()
        try expect(.leftParenthesis)
        let variable = try parseVar()
        try expect(.rightParenthesis)
        return .bound(variable)
    }

    /// `'IF' '(' Expression ',' Expression ',' Expression ')'`
    private mutating func parseIf() throws(SyntaxFailure) -> Expression {
        let name = token
        advance()
        let parts = try parseExpressionList()
        guard parts.count == 3 else {
            throw SyntaxFailure(.wrongNumberOfArguments, [Keyword.if.rawValue, String(parts.count)], at: name.range)
        }
        return .conditional(parts[0], parts[1], parts[2])
    }

    /// The pattern of `ExistsFunc` and `NotExistsFunc`.
    private mutating func parseExistsPattern() throws(SyntaxFailure) -> Algebra {
        let group = try parseGroupGraphPattern()
        expressionDepth = group.wholeDepth + 1
        return group.algebra
    }

    /// `Aggregate ::= 'COUNT' '(' 'DISTINCT'? ( '*' | Expression ) ')' | 'SUM' '(' 'DISTINCT'? Expression ')' | … |
    /// 'GROUP_CONCAT' '(' 'DISTINCT'? Expression ( ';' 'SEPARATOR' '=' String )? ')'`
    ///
    /// The aggregate is extracted at once: the expression is the variable that will hold its value (§18.2.4.1).
    private mutating func parseAggregate(_ name: Keyword) throws(SyntaxFailure) -> Expression {
        guard !translation.aggregates.isInside else { throw SyntaxFailure(.nestedAggregate, at: token.range) }
        guard translation.aggregates.isAllowed else { throw SyntaxFailure(.aggregateNotAllowed, at: token.range) }
        advance()
        try expect(.leftParenthesis)
        try enter()
        translation.aggregates.isInside = true
        let isDistinct = accept(.distinct)
        let argument: Expression? = name == .count && accept(.star) ? nil : try parseExpression()
        let function: AggregateFunction
        switch name {
        case .count: function = .count
        case .sum: function = .sum
        case .min: function = .min
        case .max: function = .max
        case .average: function = .average
        case .sample: function = .sample
        default:
            var separator = " "
            if accept(.semicolon) {
                try expect(.separator)
                try expect(.equal)
                separator = try parseString()
            }
            function = .groupConcat(separator: separator)
        }
        translation.aggregates.isInside = false
        leave()
        try expect(.rightParenthesis)
        expressionDepth += 1
        return .variable(translation.extract(AggregateExpression(function, argument, isDistinct: isDistinct)))
    }
}
