internal import ByteText
internal import Dispatch
internal import Synchronization
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Threads of our own for work that takes its time, so that none of Swift's few threads for tasks is kept from others.
///
///     task ── run ──▶ ┌ jobs ┐ ──▶ thread, with a stack for deep queries
///      ▲              └──────┘        │
///      └───────── resumes ────────────┘
///
/// There are as many threads as processors, and two at least; the first jobs start one each, which then waits for more.
/// Jobs are begun in the order in which they came.
final class WorkPool: Sendable {
    /// The pool that all stores of a process share.
    static let shared = WorkPool(threads: max(2, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

    private typealias Job = @Sendable () -> Void

    private struct State {
        var jobs: ArraySlice<Job> = []
        var threads = 0
    }

    private let limit: Int
    private let state = Mutex(State())
    private let arrival = DispatchSemaphore(value: 0)

    /// A pool of at most so many threads.
    init(threads limit: Int) { self.limit = max(1, limit) }

    /// Does some work on a thread of the pool, and comes back to the task with what it gave.
    func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            submit { continuation.resume(with: Swift.Result(catching: body)) }
        }
    }

    private func submit(_ job: @escaping Job) {
        let needsThread = state.withLock { state in
            state.jobs.append(job)
            guard state.threads < limit else { return false }
            state.threads += 1
            return true
        }
        arrival.signal()
        guard needsThread, !StackSpace.beginsDetached({ [self] in work() }) else { return }
        // No room for a thread: the others do the work, or nobody does but the one who asks.
        let isAlone = state.withLock { state in
            state.threads -= 1
            return state.threads == 0
        }
        if isAlone { step() }
    }

    /// Takes jobs, for ever: a signal comes for each, and the thread that hears it takes the oldest one.
    private func work() {
        while true {
            step()
        }
    }

    private func step() {
        arrival.wait()
        state.withLock { $0.jobs.popFirst() }?()
    }
}
