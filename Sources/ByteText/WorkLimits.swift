internal import Synchronization

/// Which limit ended work before it was done.
public enum WorkLimitError: Error, Hashable, Sendable {
    /// The time is over.
    case time
    /// More memory would be held than so many bytes.
    case memory(Int)
}

/// What a piece of work may take: time until a deadline, and memory.
///
/// One object is shared by all who do the work, on whatever threads. They ask it in their loops; an answer costs about
/// as much as reading the clock. Who started the work may measure its memory now and then, and says here what it found:
/// see ``note(memory:)``.
public final class WorkLimits: Sendable {
    /// When the time is over; `nil` where it never is.
    public let deadline: ContinuousClock.Instant?
    /// How many bytes may be held; `nil` where nobody counts.
    public let memory: Int?
    /// What was held when it was last measured.
    private let held = Atomic<Int>(0)

    /// Limits that begin to count now; without any, work never ends by them.
    public init(timeout: Duration? = nil, memory: Int? = nil) {
        deadline = timeout.map { ContinuousClock.now.advanced(by: $0) }
        self.memory = memory
    }

    /// Says how many bytes are held, as far as that can be measured.
    public func note(memory: Int) { held.store(memory, ordering: .relaxed) }

    /// Which limit has been reached; for threads that then leave their work.
    public var reached: WorkLimitError? {
        if let memory, held.load(ordering: .relaxed) > memory { return .memory(memory) }
        if let deadline, ContinuousClock.now >= deadline { return .time }
        return nil
    }

    /// Throws where a limit has been reached.
    public func check() throws(WorkLimitError) {
        if let reached { throw reached }
    }

    /// Throws where so many bytes more would be too many: for a large piece of memory, before it is taken.
    public func check(taking bytes: Int) throws(WorkLimitError) {
        guard let memory else { return }
        let (sum, overflows) = held.load(ordering: .relaxed).addingReportingOverflow(bytes)
        if overflows || sum > memory { throw .memory(memory) }
    }
}

/// The work of one thread, which counts its steps and asks the limits now and then.
public struct WorkMeter {
    private let limits: WorkLimits?
    private var steps = 0
    /// Steps between two looks at the clock: some tens of microseconds.
    private static let stepsPerCheck = 1024

    /// A meter for limits; without any it never ends the work.
    public init(_ limits: WorkLimits?) { self.limits = limits }

    /// Counts steps, each some tens of nanoseconds of work.
    @inline(__always)
    public mutating func work(_ amount: Int = 1) throws(WorkLimitError) {
        steps &+= amount
        if steps >= Self.stepsPerCheck { try check() }
    }

    private mutating func check() throws(WorkLimitError) {
        steps = 0
        try limits?.check()
    }
}
