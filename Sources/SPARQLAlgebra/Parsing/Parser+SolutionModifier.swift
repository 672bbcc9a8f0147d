internal import Localization
internal import RDFModel

extension Parser {
    /// `SelectClause ::= 'SELECT' ( 'DISTINCT' | 'REDUCED' )? ( ( Var | ( '(' Expression 'AS' Var ')' ) )+ | '*' )`
    mutating func parseSelectClause() throws(SyntaxFailure) -> SelectClause {
        advance()
        var clause = SelectClause()
        if accept(.distinct) {
            clause.duplicates = .removed
        } else if accept(.reduced) {
            clause.duplicates = .mayBeRemoved
        }
        clause.starRange = token.range
        if accept(.star) { return clause }
        translation.aggregates.isAllowed = true
        var items: [SelectClause.Item] = []
        while true {
            if kind == .variable {
                let range = token.range
                items.append(SelectClause.Item(variable: try parseVar(), range: range))
            } else if kind == .leftParenthesis {
                items.append(try parseSelectExpression())
            } else {
                break
            }
        }
        translation.aggregates.isAllowed = false
        guard !items.isEmpty else { throw unexpected([.construct(.variable), .token("("), .token("*")]) }
        clause.items = items
        return clause
    }

    private mutating func parseSelectExpression() throws(SyntaxFailure) -> SelectClause.Item {
        advance()
        let start = token.range.lowerBound
        let expression = try parseExpression()
        let depth = expressionDepth
        let place = start..<token.range.lowerBound
        try expect(.as)
        let range = token.range
        let variable = try parseVar()
        try expect(.rightParenthesis)
        return SelectClause.Item(
            variable: variable, expression: expression, depth: depth, range: range, expressionRange: place)
    }

    /// `SolutionModifier` and `ValuesClause`, applied to a pattern of a form without variables of its own.
    mutating func parseSolutions(of group: GroupTranslation) throws(SyntaxFailure) -> Solutions {
        let modifiers = try parseSolutionModifier()
        let values = try parseValuesClause()
        return try translation.translate(group, select: nil, modifiers, values, at: token.range)
    }

    /// `SolutionModifier` and `ValuesClause`, applied to the pattern of a SELECT.
    mutating func parseSolutions(
        of group: GroupTranslation, select: SelectClause
    ) throws(SyntaxFailure) -> Solutions {
        let modifiers = try parseSolutionModifier()
        let values = try parseValuesClause()
        return try translation.translate(group, select: select, modifiers, values, at: token.range)
    }

    /// `ValuesClause ::= ( 'VALUES' DataBlock )?`
    private mutating func parseValuesClause() throws(SyntaxFailure) -> ([Variable], [[Term?]])? {
        accept(.values) ? try parseDataBlock() : nil
    }

    /// `SolutionModifier ::= GroupClause? HavingClause? OrderClause? LimitOffsetClauses?`
    private mutating func parseSolutionModifier() throws(SyntaxFailure) -> SolutionModifiers {
        var modifiers = SolutionModifiers()
        if accept(.group) {
            try expect(.by)
            repeat { modifiers.grouping.append(try parseGroupCondition()) } while beginsCondition
        }
        translation.aggregates.isAllowed = true
        if accept(.having) {
            repeat {
                modifiers.having.append(try parseConstraint())
                modifiers.depth = max(modifiers.depth, expressionDepth)
            } while beginsConstraint
        }
        if accept(.order) {
            try expect(.by)
            repeat {
                modifiers.order.append(try parseOrderCondition())
                modifiers.depth = max(modifiers.depth, expressionDepth)
            } while beginsCondition || isKeyword(.ascending) || isKeyword(.descending)
        }
        translation.aggregates.isAllowed = false
        try parseLimitOffsetClauses(into: &modifiers)
        return modifiers
    }

    private var beginsConstraint: Bool {
        switch kind {
        case .leftParenthesis, .iri, .prefixedName: true
        case .word:
            switch token.word {
            case .none: false
            case .function: true
            case .keyword(let keyword):
                switch keyword {
                case .bound, .if, .coalesce, .exists, .not, .count, .sum, .min, .max, .average, .sample, .groupConcat:
                    true
                default: false
                }
            }
        default: false
        }
    }

    private var beginsCondition: Bool { kind == .variable || beginsConstraint }

    /// `GroupCondition ::= BuiltInCall | FunctionCall | '(' Expression ( 'AS' Var )? ')' | Var`
    private mutating func parseGroupCondition() throws(SyntaxFailure) -> SolutionModifiers.GroupCondition {
        if kind == .variable { return .init(expression: .variable(try parseVar())) }
        guard kind == .leftParenthesis else {
            let expression = try parseConstraint()
            return .init(expression: expression, depth: expressionDepth)
        }
        advance()
        try enter()
        var condition = SolutionModifiers.GroupCondition(expression: try parseExpression())
        condition.depth = expressionDepth
        leave()
        if accept(.as) {
            condition.range = token.range
            condition.variable = try parseVar()
        }
        guard accept(.rightParenthesis) else { throw unexpected([.token("AS"), .token(")")]) }
        return condition
    }

    /// `OrderCondition ::= ( ( 'ASC' | 'DESC' ) BrackettedExpression ) | ( Constraint | Var )`
    private mutating func parseOrderCondition() throws(SyntaxFailure) -> OrderCondition {
        if isKeyword(.ascending) || isKeyword(.descending) {
            let isAscending = isKeyword(.ascending)
            advance()
            guard kind == .leftParenthesis else { throw unexpected([.token("(")]) }
            return OrderCondition(try parseConstraint(), isAscending: isAscending)
        }
        guard beginsCondition else { throw unexpected([.construct(.variable), .construct(.functionOrParenthesis)]) }
        if kind == .variable {
            expressionDepth = 1
            return OrderCondition(.variable(try parseVar()))
        }
        return OrderCondition(try parseConstraint())
    }

    /// `LimitOffsetClauses ::= LimitClause OffsetClause? | OffsetClause LimitClause?`
    private mutating func parseLimitOffsetClauses(into modifiers: inout SolutionModifiers) throws(SyntaxFailure) {
        while true {
            if modifiers.limit == nil, accept(.limit) {
                modifiers.limit = try parseCount()
            } else if modifiers.offset == nil, accept(.offset) {
                modifiers.offset = try parseCount()
            } else {
                return
            }
        }
    }
}
