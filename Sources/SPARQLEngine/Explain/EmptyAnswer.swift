public import RDFModel
public import SPARQLAlgebra

/// A part of a query that leaves no solution, and what in the data comes near to it.
public struct EmptyAnswerReason: Sendable, Hashable {
    /// The part, and what it does.
    public enum Culprit: Sendable, Hashable {
        /// The pattern alone matches nothing.
        case triple(TriplePattern)
        /// No two nodes are joined by the path.
        case path(TermPattern, PropertyPath, TermPattern)
        /// The pattern matches, but nothing that the patterns before it match, too.
        case together(TriplePattern, after: [TriplePattern])
        /// Both sides of a join have solutions, but none that are compatible.
        case join
        /// The condition is true of none of so many solutions.
        case filter(Expression, count: Int)
        /// The condition is an error for so many of so many solutions, and true of none.
        case error(Expression, count: Int, of: Int)
        /// MINUS takes every solution away.
        case minus
        /// There is no such graph, or its pattern matches in none.
        case graph(GraphSpecifier)
        /// OFFSET or LIMIT leave none of the solutions that are there.
        case slice
        /// VALUES without rows.
        case values
    }

    /// What the data has in place of what the query asks for.
    public enum NearMiss: Sendable, Hashable {
        /// The term is nowhere in the data; the other is the nearest that is, if any is near.
        case absent(Term, nearest: Term?)
        /// The term is nowhere in the data, nor is any that is near; its vocabulary has the other one.
        case misspelled(Term, IRI)
        /// The term is in the data, but never as a property.
        case noProperty(Term)
        /// Nothing has the property with the value, but with the same text in another language or datatype.
        case otherLiteral(Term, found: Term)
        /// The value is there, of other properties.
        case otherProperties(Term, [IRI])
        /// The subject has other properties only.
        case propertiesOf(Term, [IRI])
        /// The pattern matches in these graphs, which the query does not look into; `nil` is the default graph.
        case otherGraphs([Term?])
        /// The named graphs that there are.
        case graphs([Term])
        /// What a variable of a filter stands for, for example.
        case examples(Variable, [Term])
        /// Why a condition is an error or never true, and what would mend it.
        case fault(ExpressionFault)
    }

    /// The part.
    public let culprit: Culprit
    /// What comes near.
    public internal(set) var nearMisses: [NearMiss] = []

    init(_ culprit: Culprit, nearMisses: [NearMiss] = []) {
        self.culprit = culprit
        self.nearMisses = nearMisses
    }
}

extension QueryEngine {
    /// The conditions and computed values of a query that are an error for every solution, wherever they stand.
    ///
    /// - Throws: ``QueryEvaluationError`` when a limit is met; all parts that are tried have the time together.
    public func faults(
        in query: Query, options: QueryOptions = QueryOptions()
    ) throws(QueryEvaluationError) -> [ComputedFault] {
        try ComputedFaultSearch(parts: QueryParts(snapshot: snapshot, query: query, options: options)).faults()
    }

    /// Why a query has no solution: the smallest parts of it that leave none, each with what nearly matches; nothing
    /// where it has one.
    ///
    /// - Parameter vocabularies: The names among which one that is nowhere in the data is looked for.
    /// - Throws: ``QueryEvaluationError`` when a limit is met; all parts that are tried have the time together.
    /// - Complexity: that of the query's parts, tried one after another, and of a look at all terms for those that are
    ///   not in the data.
    public func reasonsForNoAnswer(
        to query: Query, options: QueryOptions = QueryOptions(), vocabularies: KnownVocabularies = .standard
    ) throws(QueryEvaluationError) -> [EmptyAnswerReason] {
        try EmptyAnswerSearch(
            snapshot: snapshot, query: query, options: options, vocabularies: vocabularies
        ).reasons()
    }
}
