internal import Localization
public import RDFModel
public import SPARQLAlgebra

extension Query {
    /// The query with values in the place of variables.
    ///
    /// The rule: the term stands wherever the variable stood, in patterns, filters, subqueries and templates alike; where
    /// a SELECT shows the variable or a GROUP BY names it, the variable is there, bound to the term. A `VALUES` of that
    /// variable alone is its default and gives way; of a `VALUES` of several variables, the rows with the term stay. So
    /// that a query with defaults runs unchanged anywhere:
    ///
    /// ```sparql
    /// VALUES ?role { role:research-funding }
    /// ?organization lys:playsRole ?role .
    /// ```
    /// - Throws: ``QuestionError`` where the query lacks one of the variables, or computes it itself.
    /// - Complexity: O(*n* · *d*) for *n* operators and *d* subqueries around one another.
    public func binding(_ values: [Variable: Term]) throws(QuestionError) -> Query {
        guard !values.isEmpty else { return self }
        var substitution = Substitution(values)
        var query = self
        query.algebra = try substitution.rewrite(algebra)
        switch form {
        case .select, .ask: break
        case .construct(let template):
            query.form = .construct(template.map { substitution.rewrite($0) }.filter(\.canBeTemplate))
        case .describe(let things): query.form = .describe(things.map { substitution.rewrite($0) })
        }
        if let stranger = values.keys.sorted().first(where: { !substitution.met.contains($0) }) {
            throw QuestionError(.noSuchVariable, stranger.name)
        }
        return query
    }
}
