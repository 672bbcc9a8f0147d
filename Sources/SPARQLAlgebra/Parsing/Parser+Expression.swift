internal import Localization
internal import RDFModel

// Every function leaves the depth of the tree it made in `expressionDepth`.

extension Parser {
    /// `Expression ::= ConditionalOrExpression`, `ConditionalOrExpression ::= ConditionalAndExpression
    /// ( '||' ConditionalAndExpression )*`
    mutating func parseExpression() throws(SyntaxFailure) -> Expression {
        let first = try parseConditionalAndExpression()
        guard kind == .or else { return first }
        var parts = first.disjuncts
        var depth = expressionDepth
        while accept(.or) {
            parts += try parseConditionalAndExpression().disjuncts
            depth = max(depth, expressionDepth)
        }
        try setDepth(depth + balancedDepth(leaves: parts.count))
        return balanced(parts[...], Expression.or) ?? first
    }

    /// `ConditionalAndExpression ::= ValueLogical ( '&&' ValueLogical )*`
    private mutating func parseConditionalAndExpression() throws(SyntaxFailure) -> Expression {
        let first = try parseRelationalExpression()
        guard kind == .and else { return first }
        var parts = first.conjuncts
        var depth = expressionDepth
        while accept(.and) {
            parts += try parseRelationalExpression().conjuncts
            depth = max(depth, expressionDepth)
        }
        try setDepth(depth + balancedDepth(leaves: parts.count))
        return balanced(parts[...], Expression.and) ?? first
    }

    private mutating func setDepth(_ depth: Int) throws(SyntaxFailure) {
        try checkDepth(depth)
        expressionDepth = depth
    }

    /// `RelationalExpression ::= NumericExpression ( '=' NumericExpression | … | 'IN' ExpressionList |
    /// 'NOT' 'IN' ExpressionList )?`
    private mutating func parseRelationalExpression() throws(SyntaxFailure) -> Expression {
        let left = try parseAdditiveExpression()
        let depth = expressionDepth
        if let comparison = comparisonOperator {
            advance()
            let right = try parseAdditiveExpression()
            try setDepth(max(depth, expressionDepth) + 1)
            return .comparison(comparison, left, right)
        }
        if accept(.in) {
            let list = try parseExpressionList()
            try setDepth(max(depth, expressionDepth) + 1)
            return .isIn(left, list)
        }
        if accept(Keyword.not) {
            try expect(.in)
            let list = try parseExpressionList()
            try setDepth(max(depth, expressionDepth) + 1)
            return .isNotIn(left, list)
        }
        return left
    }

    private var comparisonOperator: ComparisonOperator? {
        switch kind {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .greater: .greater
        case .lessOrEqual: .lessOrEqual
        case .greaterOrEqual: .greaterOrEqual
        default: nil
        }
    }

    /// `AdditiveExpression ::= MultiplicativeExpression ( '+' MultiplicativeExpression |
    /// '-' MultiplicativeExpression | ( NumericLiteralPositive | NumericLiteralNegative )
    /// ( ( '*' UnaryExpression ) | ( '/' UnaryExpression ) )* )*`
    private mutating func parseAdditiveExpression() throws(SyntaxFailure) -> Expression {
        var left = try parseMultiplicativeExpression()
        var depth = expressionDepth
        while true {
            let sign: ArithmeticOperator
            let right: Expression
            switch kind {
            case .plus, .minus:
                sign = kind == .plus ? .add : .subtract
                advance()
                right = try parseMultiplicativeExpression()
            case .integer, .decimal, .double:
                // `?x -1` reaches us as a variable and a number with a sign, which is the operator.
                let first = text[Int(token.start)]
                guard first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else { return left }
                sign = first == UInt8(ascii: "+") ? .add : .subtract
                guard let number = try parseLiteral() else { return left }
                let unsigned = Literal(String(number.lexicalForm.dropFirst()), datatype: number.datatype)
                expressionDepth = 1
                right = try parseFactors(after: .term(.literal(unsigned)))
            default: return left
            }
            depth = max(depth, expressionDepth) + 1
            try setDepth(depth)
            left = .arithmetic(sign, left, right)
        }
    }

    /// `MultiplicativeExpression ::= UnaryExpression ( '*' UnaryExpression | '/' UnaryExpression )*`
    private mutating func parseMultiplicativeExpression() throws(SyntaxFailure) -> Expression {
        let first = try parseUnaryExpression()
        return kind == .star || kind == .slash ? try parseFactors(after: first) : first
    }

    private mutating func parseFactors(after first: Expression) throws(SyntaxFailure) -> Expression {
        var left = first
        var depth = expressionDepth
        while kind == .star || kind == .slash {
            let sign: ArithmeticOperator = kind == .star ? .multiply : .divide
            advance()
            let right = try parseUnaryExpression()
            depth = max(depth, expressionDepth) + 1
            try setDepth(depth)
            left = .arithmetic(sign, left, right)
        }
        return left
    }

    /// `UnaryExpression ::= '!' UnaryExpression | '+' PrimaryExpression | '-' PrimaryExpression | PrimaryExpression`
    private mutating func parseUnaryExpression() throws(SyntaxFailure) -> Expression {
        let result: Expression
        switch kind {
        case .not:
            advance()
            try enter()
            result = .not(try parseUnaryExpression())
            leave()
        case .plus:
            advance()
            result = .unaryPlus(try parsePrimaryExpression())
        case .minus:
            advance()
            result = .unaryMinus(try parsePrimaryExpression())
        default: return try parsePrimaryExpression()
        }
        try setDepth(expressionDepth + 1)
        return result
    }

    /// `PrimaryExpression ::= BrackettedExpression | BuiltInCall | iriOrFunction | RDFLiteral | NumericLiteral |
    /// BooleanLiteral | Var | ExprTripleTerm`
    private mutating func parsePrimaryExpression() throws(SyntaxFailure) -> Expression {
        expressionDepth = 1
        switch kind {
        case .leftParenthesis: return try parseBrackettedExpression()
        case .variable: return .variable(try parseVar())
        case .iri, .prefixedName:
            let iri = try parseIRI()
            return kind == .leftParenthesis ? .function(iri, try parseArgList()) : .term(.iri(iri))
        case .tripleTermOpen: return try parseExprTripleTerm()
        default:
            if let literal = try parseLiteral() { return .term(.literal(literal)) }
            guard let call = try parseBuiltInCall() else { throw unexpected(.expression) }
            return call
        }
    }

    /// `BrackettedExpression ::= '(' Expression ')'`
    private mutating func parseBrackettedExpression() throws(SyntaxFailure) -> Expression {
        try expect(.leftParenthesis)
        try enter()
        let inner = try parseExpression()
        leave()
        try expect(.rightParenthesis)
        return inner
    }

    /// `Constraint ::= BrackettedExpression | BuiltInCall | FunctionCall`
    mutating func parseConstraint() throws(SyntaxFailure) -> Expression {
        expressionDepth = 1
        switch kind {
        case .leftParenthesis: return try parseBrackettedExpression()
        case .iri, .prefixedName: return try parseFunctionCall()
        default:
            guard let call = try parseBuiltInCall() else { throw unexpected(.functionOrParenthesis) }
            return call
        }
    }

    /// `FunctionCall ::= iri ArgList`
    private mutating func parseFunctionCall() throws(SyntaxFailure) -> Expression {
        let iri = try parseIRI()
        return .function(iri, try parseArgList())
    }

    /// `ArgList ::= NIL | '(' Expression ( ',' Expression )* ')'`; DISTINCT is for aggregates of one's own, of which
    /// there are none.
    private mutating func parseArgList() throws(SyntaxFailure) -> [Expression] { try parseExpressionList() }

    /// `ExpressionList ::= NIL | '(' Expression ( ',' Expression )* ')'`
    mutating func parseExpressionList() throws(SyntaxFailure) -> [Expression] {
        try expect(.leftParenthesis)
        try enter()
        var expressions: [Expression] = []
        var depth = 0
        if kind != .rightParenthesis {
            repeat {
                expressions.append(try parseExpression())
                depth = max(depth, expressionDepth)
            } while accept(.comma)
        }
        leave()
        guard accept(.rightParenthesis) else { throw unexpected([.token(","), .token(")")]) }
        try setDepth(depth + 1)
        return expressions
    }

    /// `ExprTripleTerm ::= '<<(' ExprTripleTermSubject Verb ExprTripleTermObject ')>>'`, which is a call of TRIPLE
    /// where it holds a variable.
    private mutating func parseExprTripleTerm() throws(SyntaxFailure) -> Expression {
        try expect(.tripleTermOpen)
        try enter()
        let subject: Expression =
            kind == .variable ? .variable(try parseVar()) : .term(.iri(try parseIRI()))
        let predicate: Expression
        if isVerbA {
            predicate = .term(.iri(takeVerbA()))
        } else {
            predicate = kind == .variable ? .variable(try parseVar()) : .term(.iri(try parseIRI()))
        }
        let object: Expression
        expressionDepth = 1
        switch kind {
        case .variable: object = .variable(try parseVar())
        case .iri, .prefixedName: object = .term(.iri(try parseIRI()))
        case .tripleTermOpen: object = try parseExprTripleTerm()
        default:
            guard let literal = try parseLiteral() else { throw unexpected(.term) }
            object = .term(.literal(literal))
        }
        leave()
        try expect(.tripleTermClose)
        expressionDepth += 1
        if case .term(let subject) = subject, case .term(.iri(let predicate)) = predicate,
            case .term(let object) = object
        {
            return .term(.tripleTerm(Triple(subject, predicate, object)))
        }
        return .call(.triple, [subject, predicate, object])
    }
}
