internal import Synchronization

/// What a query may use before it is stopped. `nil` means without limit.
public struct QueryLimits: Sendable {
    /// The time from the start of planning to the last row.
    public var timeout: Duration?
    /// Rows of the result.
    public var rows: Int?
    /// Bytes held at a time by joins, groups, sorts and computed terms; an estimate from the sizes of columns.
    public var memory: Int?

    /// Limits; none where nothing is said.
    public init(timeout: Duration? = nil, rows: Int? = nil, memory: Int? = nil) {
        self.timeout = timeout
        self.rows = rows
        self.memory = memory
    }
}

/// Stops a query from another thread, at its next batch.
public final class QueryCancellation: Sendable {
    private let flag = Atomic<Bool>(false)

    /// Not cancelled yet.
    public init() {}

    /// Whether ``cancel()`` was called.
    public var isCancelled: Bool { flag.load(ordering: .relaxed) }

    /// Asks the query to stop.
    public func cancel() { flag.store(true, ordering: .relaxed) }
}
