internal import Localization
internal import RDFModel

/// A SELECT written in Swift.
///
/// ```swift
/// let org = Variable("org"), condition = Variable("condition"), name = Variable("name")
/// let query = try SelectQuery {
///     org.has(LYS.representsCondition, condition)
///     Optionally { condition.has(SKOS.prefLabel, name) }
///     Filter(name.language .== "fr")
/// }
/// .select(org, name)
/// .orderBy(name)
/// .limit(10)
/// .query
/// ```
///
/// It is translated by the very steps that translate text, and so yields the same ``Query`` as the text that says the
/// same. A literal as a subject, or as a property, does not compile; what only the whole query shows, such as a
/// variable that is not grouped, is an error of ``query``.
public struct SelectQuery: Sendable {
    private let elements: [any PatternElement]
    private var items: [Item] = []
    private var duplicates = SelectClause.Duplicates.kept
    private var grouping: [Variable] = []
    private var having: [Expression] = []
    private var order: [(value: Value, isAscending: Bool)] = []
    private var limit: Int?
    private var offset: Int?

    private enum Value: Sendable {
        case expression(Expression)
        case aggregate(AggregateExpression)
    }

    private struct Item: Sendable {
        let variable: Variable
        var value: Value?
    }

    /// All solutions of a pattern, with all its variables.
    public init(@PatternBuilder _ elements: () -> [any PatternElement]) { self.elements = elements() }

    private func changing(_ change: (inout SelectQuery) -> Void) -> SelectQuery {
        var query = self
        change(&query)
        return query
    }

    /// These variables, after those that were selected before.
    public func select(_ variables: Variable...) -> SelectQuery {
        changing { $0.items += variables.map { Item(variable: $0) } }
    }

    /// `(expression AS ?v)`
    public func select(_ expression: some ExpressionConvertible, as variable: Variable) -> SelectQuery {
        changing { $0.items.append(Item(variable: variable, value: .expression(expression.expression))) }
    }

    /// `(COUNT(…) AS ?v)`, …
    public func select(_ aggregate: Aggregate, as variable: Variable) -> SelectQuery {
        changing { $0.items.append(Item(variable: variable, value: .aggregate(aggregate.aggregate))) }
    }

    /// Each solution once.
    public func distinct() -> SelectQuery { changing { $0.duplicates = .removed } }

    /// `GROUP BY`
    public func grouped(by variables: Variable...) -> SelectQuery { changing { $0.grouping += variables } }

    /// `HAVING`; a variable that ``select(_:as:)`` assigns may be named.
    public func having(_ condition: some ExpressionConvertible) -> SelectQuery {
        changing { $0.having.append(condition.expression) }
    }

    /// `ORDER BY`, small values first.
    public func orderBy(_ expressions: any ExpressionConvertible...) -> SelectQuery {
        changing { $0.order += expressions.map { (.expression($0.expression), true) } }
    }

    /// `ORDER BY DESC(…)`
    public func orderBy(descending expression: some ExpressionConvertible) -> SelectQuery {
        changing { $0.order.append((.expression(expression.expression), false)) }
    }

    /// `ORDER BY DESC(COUNT(…))`, …
    public func orderBy(descending aggregate: Aggregate) -> SelectQuery {
        changing { $0.order.append((.aggregate(aggregate.aggregate), false)) }
    }

    /// `LIMIT`
    public func limit(_ count: Int) -> SelectQuery { changing { $0.limit = count } }

    /// `OFFSET`
    public func offset(_ count: Int) -> SelectQuery { changing { $0.offset = count } }

    /// The query, as if it had been read from text.
    /// - Throws: ``SPARQLSyntaxError`` for what no text may say either; its place is empty.
    public var query: Query {
        get throws(SPARQLSyntaxError) {
            let group = try Self.group(elements)
            var translation = SelectTranslation(maximumDepth: QueryParser.Options().maximumDepth)
            func expression(_ value: Value) -> Expression {
                switch value {
                case .expression(let expression): expression
                case .aggregate(let aggregate): .variable(translation.extract(aggregate))
                }
            }
            var clause = SelectClause()
            clause.duplicates = duplicates
            if !items.isEmpty {
                clause.items = items.map {
                    SelectClause.Item(variable: $0.variable, expression: $0.value.map(expression), range: 0..<0)
                }
            }
            var modifiers = SolutionModifiers()
            modifiers.grouping = grouping.map { SolutionModifiers.GroupCondition(expression: .variable($0)) }
            modifiers.having = having
            modifiers.order = order.map { OrderCondition(expression($0.value), isAscending: $0.isAscending) }
            modifiers.limit = limit
            modifiers.offset = offset
            do throws(SyntaxFailure) {
                let solutions = try translation.translate(group, select: clause, modifiers, nil, at: 0..<0)
                return Query(form: .select(solutions.variables), algebra: solutions.algebra)
            } catch {
                throw error.located(in: [])
            }
        }
    }

    /// The translation of a block.
    static func group(_ elements: [any PatternElement]) throws(SPARQLSyntaxError) -> GroupTranslation {
        var group = PatternGroup()
        let translation = group.nested(elements)
        if let failure = group.failure { throw failure.located(in: []) }
        return translation
    }
}

extension Query {
    /// `ASK { … }`
    /// - Throws: ``SPARQLSyntaxError`` for what no text may say either.
    public static func ask(@PatternBuilder _ elements: () -> [any PatternElement]) throws(SPARQLSyntaxError) -> Query {
        Query(form: .ask, algebra: try SelectQuery.group(elements()).algebra)
    }

    /// `CONSTRUCT { … } WHERE { … }`; paths in the template are left out.
    /// - Throws: ``SPARQLSyntaxError`` for what no text may say either.
    public static func construct(
        _ template: Triples..., @PatternBuilder where elements: () -> [any PatternElement]
    ) throws(SPARQLSyntaxError) -> Query {
        Query(
            form: .construct(template.flatMap(\.template)), algebra: try SelectQuery.group(elements()).algebra)
    }
}
