/// How an update is run.
public struct UpdateOptions: Sendable {
    /// What the patterns may use, and who answers SERVICE in them. The time is that of the whole request; rows are the
    /// solutions of one pattern; memory is also that of the statements to insert and to delete.
    public var query: QueryOptions
    /// Who reads what LOAD names; without one LOAD is refused.
    public var documents: (any DocumentSource)?

    /// Options; no limits, and nothing is loaded, where nothing is said.
    public init(query: QueryOptions = QueryOptions(), documents: (any DocumentSource)? = nil) {
        self.query = query
        self.documents = documents
    }
}
