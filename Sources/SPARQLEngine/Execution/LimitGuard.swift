internal import ByteText

/// Watches the limits of one query; every operator asks it once a batch.
final class LimitGuard {
    private let limits: QueryLimits
    private let cancellation: QueryCancellation?
    private let deadline: ContinuousClock.Instant?
    /// Bytes that operators said they hold.
    private var held = 0
    /// Work done since the clock was last read, in rows or steps.
    private var workSinceCheck = 0
    /// Work done before that.
    private var workBefore = 0
    /// What stops the query at its next check, found where nothing can be thrown.
    private var pending: QueryEvaluationError?

    /// The longest text that a function makes, in bytes: about as long as one of the data may be.
    private static let longestText = 1 << 26

    /// Work between two looks at the clock.
    private static let workPerCheck = 4096

    /// Bytes that one text may have: what a query computes by doubling must end before the memory does. A function has a
    /// text up to three times while it makes one.
    let maximumText: Int

    init(limits: QueryLimits, cancellation: QueryCancellation?) {
        self.limits = limits
        self.cancellation = cancellation
        deadline = limits.timeout.map { ContinuousClock.now.advanced(by: $0) }
        maximumText = min((limits.memory ?? .max) / 4, Self.longestText)
    }

    /// Throws if the query is cancelled, its time is over, or a function has met a limit.
    func check() throws(QueryEvaluationError) {
        workBefore &+= workSinceCheck
        workSinceCheck = 0
        if let pending { throw pending }
        if let cancellation, cancellation.isCancelled { throw .cancelled }
        if let deadline, ContinuousClock.now >= deadline { throw .timeLimit }
    }

    /// Whether the query has been cancelled or its time is over: for other threads, which then leave their work. The
    /// query's own thread learns it from ``check()``.
    var isOver: @Sendable () -> Bool {
        { [cancellation, deadline] in
            cancellation?.isCancelled ?? false || deadline.map { ContinuousClock.now >= $0 } ?? false
        }
    }

    /// Counts work, and looks at the clock now and then: for loops that may run long between batches.
    @inline(__always)
    func work(_ amount: Int) throws(QueryEvaluationError) {
        workSinceCheck &+= amount
        if workSinceCheck >= Self.workPerCheck { try check() }
    }

    /// All work done, in rows or steps: for operators that compare two ways.
    var work: Int { workBefore &+ workSinceCheck }

    /// Stops the query at its next piece of work: for functions, which cannot throw.
    func fail(_ error: QueryEvaluationError) {
        if pending == nil { pending = error }
        workSinceCheck = Self.workPerCheck
    }

    /// Counts work where nothing can be thrown; the clock is looked at before the next piece of work.
    func hasWorked(_ amount: Int) { workSinceCheck &+= amount }

    /// Whether planning may take another step; if it may not, the query stops.
    ///
    /// Passes rewrite without throwing, so each step asks, and what is left of the plan is left as it is.
    func allowsPlanning() -> Bool {
        if StackSpace.isLow { fail(.nestedTooDeep) }
        do throws(QueryEvaluationError) { try work(Self.workPerStep) } catch { fail(error) }
        return pending == nil
    }

    /// Rows that a step of planning takes as long as.
    private static let workPerStep = 64

    /// Counts bytes that a function reads or writes, and says whether the query goes on: long texts are gone through in
    /// pieces, between which this is asked.
    func goesOn(after bytes: Int) -> Bool {
        workSinceCheck &+= bytes / Self.bytesPerRow
        guard workSinceCheck >= Self.workPerCheck else { return true }
        do throws(QueryEvaluationError) { try check() } catch { fail(error) }
        return pending == nil
    }

    /// Bytes of a text that take about as long as a row.
    static let bytesPerRow = 64

    /// Whether a text may be made; if it may not, the query stops.
    func allowsText(of bytes: Int) -> Bool {
        guard bytes > maximumText else { return true }
        // What is named is what can be raised.
        fail(.memoryLimit(maximumText == Self.longestText ? maximumText : limits.memory ?? maximumText))
        return false
    }

    /// Says that the query holds more bytes, where nothing can be thrown.
    func note(_ bytes: Int) {
        held += bytes
        if let memory = limits.memory, held > memory { fail(.memoryLimit(memory)) }
    }

    /// Says that an operator holds more bytes; throws if they are too many.
    func hold(_ bytes: Int) throws(QueryEvaluationError) {
        held += bytes
        if let memory = limits.memory, held > memory { throw .memoryLimit(memory) }
    }

    /// The bytes that the query may still hold.
    var room: Int { limits.memory.map { max(0, $0 - held) } ?? .max }

    /// Says that an operator has let go of bytes.
    func release(_ bytes: Int) { held -= bytes }

    /// Checks the number of rows that are kept together, which have numbers of 32 bits.
    func checkKept(_ count: Int) throws(QueryEvaluationError) {
        if count > Batch.maximumCount { throw .rowLimit(Batch.maximumCount) }
    }

    /// Checks the number of rows of the result.
    func checkRows(_ count: Int) throws(QueryEvaluationError) {
        if let rows = limits.rows, count > rows { throw .rowLimit(rows) }
    }
}
