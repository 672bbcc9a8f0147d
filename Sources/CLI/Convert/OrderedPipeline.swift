internal import Dispatch
internal import Synchronization

/// Work on several cores whose results are taken in the order in which the work was given.
///
/// The caller's thread gives work and takes results, and waits where as much is under way as the pipeline holds: what
/// is in memory is bounded, and reading and writing go on beside the work.
struct OrderedPipeline<Output: Sendable> {
    private final class Job: Sendable {
        let result = Mutex<Result<Output, any Error>?>(nil)
        let isDone = DispatchSemaphore(value: 0)
    }

    private let capacity: Int
    private var jobs: [Job] = []
    private let take: (Output) throws -> Void

    /// A pipeline, and what becomes of each result.
    /// - Parameter cores: how many pieces are worked on at once; as many again wait.
    init(cores: Int, take: @escaping (Output) throws -> Void) {
        capacity = 2 * cores
        self.take = take
    }

    /// Gives a piece of work.
    /// - Throws: What earlier work or the taking of its result threw; the first error in the order of the work.
    mutating func add(_ work: @escaping @Sendable () throws -> Output) throws {
        if jobs.count == capacity { try takeFirst() }
        let job = Job()
        DispatchQueue.global().async {
            let result = Result(catching: work)
            job.result.withLock { $0 = result }
            job.isDone.signal()
        }
        jobs.append(job)
    }

    /// Takes all results that are left.
    mutating func finish() throws {
        while !jobs.isEmpty { try takeFirst() }
    }

    private mutating func takeFirst() throws {
        let job = jobs.removeFirst()
        job.isDone.wait()
        guard let result = job.result.withLock({ $0 }) else { preconditionFailure("work that is done has a result") }
        try take(result.get())
    }
}
