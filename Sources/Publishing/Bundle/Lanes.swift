internal import ByteText
internal import Synchronization

/// Work that is done on two threads.
enum Lanes {
    /// Does a piece of work for each item, begun in their order: who is done takes the next.
    ///
    /// Work that is itself done on two threads, as trees of JSON-LD are made, finds a second one where the other lane is
    /// out of work.
    /// - Returns: what came of each, in the order of the items.
    /// - Throws: what the first of them that failed has thrown.
    static func run<Item: Sendable, Result: Sendable>(
        _ items: [Item], _ work: @escaping @Sendable (Item) throws -> Result
    ) throws -> [Result] {
        let shared = Shared(items, work)
        // No `concurrentPerform`: inside of one, another has one thread.
        StackSpace.inParallel(2) { _ in shared.run() }
        return try shared.results()
    }

    /// What both threads share; each takes items, and keeps what comes of them, under the lock.
    private final class Shared<Item: Sendable, Result: Sendable>: Sendable {
        private let items: [Item]
        private let work: @Sendable (Item) throws -> Result
        private let next = Mutex(0)
        private let done: Mutex<[Swift.Result<Result, any Error>?]>

        init(_ items: [Item], _ work: @escaping @Sendable (Item) throws -> Result) {
            self.items = items
            self.work = work
            done = Mutex(Array(repeating: nil, count: items.count))
        }

        func run() {
            while true {
                let index = next.withLock { next in
                    defer { next += 1 }
                    return next
                }
                guard index < items.count else { return }
                let result = Swift.Result { try work(items[index]) }
                done.withLock { $0[index] = result }
            }
        }

        func results() throws -> [Result] { try done.withLock { $0 }.compactMap { try $0?.get() } }
    }
}
