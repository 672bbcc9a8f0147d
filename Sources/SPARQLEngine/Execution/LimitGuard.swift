/// Watches the limits of one query; every operator asks it once a batch.
final class LimitGuard {
    private let limits: QueryLimits
    private let cancellation: QueryCancellation?
    private let deadline: ContinuousClock.Instant?
    /// Bytes that operators said they hold.
    private var held = 0
    /// Work done since the clock was last read, in rows or steps.
    private var workSinceCheck = 0

    /// Work between two looks at the clock.
    private static let workPerCheck = 4096

    init(limits: QueryLimits, cancellation: QueryCancellation?) {
        self.limits = limits
        self.cancellation = cancellation
        deadline = limits.timeout.map { ContinuousClock.now.advanced(by: $0) }
    }

    /// Throws if the query is cancelled or its time is over.
    func check() throws(QueryEvaluationError) {
        workSinceCheck = 0
        if let cancellation, cancellation.isCancelled { throw .cancelled }
        if let deadline, ContinuousClock.now >= deadline { throw .timeLimit }
    }

    /// Counts work, and looks at the clock now and then: for loops that may run long between batches.
    @inline(__always)
    func work(_ amount: Int) throws(QueryEvaluationError) {
        workSinceCheck += amount
        if workSinceCheck >= Self.workPerCheck { try check() }
    }

    /// Says that an operator holds more bytes; throws if they are too many.
    func hold(_ bytes: Int) throws(QueryEvaluationError) {
        held += bytes
        if let memory = limits.memory, held > memory { throw .memoryLimit(memory) }
    }

    /// Says that an operator has let go of bytes.
    func release(_ bytes: Int) { held -= bytes }

    /// Checks the number of rows of the result.
    func checkRows(_ count: Int) throws(QueryEvaluationError) {
        if let rows = limits.rows, count > rows { throw .rowLimit(rows) }
    }
}
