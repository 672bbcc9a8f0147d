internal import Dispatch
internal import Synchronization

/// Hands batches from a thread that reads to one that takes, in order, and empty ones back.
///
///     reader ─▶ filled ─▶ taker
///        ▲                  │
///        └───── empty ◀─────┘
///
/// There are few of them, so that neither gets far ahead of the other, but more than one: a batch that takes longer
/// than usual, such as when a table grows, holds nobody up. Batches are exchanged, never copied.
final class BatchQueue: Sendable {
    private struct State: Sendable {
        var filled: [StatementBatch] = []
        var empty: [StatementBatch]
        /// Why the reader ended: `success` where there is no more to read.
        var end: Result<Void, any Error>?
        /// Whether the taker wants no more.
        var isClosed = false
    }

    private let state: Mutex<State>
    private let filled = DispatchSemaphore(value: 0)
    private let empty = DispatchSemaphore(value: 0)

    /// A queue of so many batches.
    init(_ batches: [StatementBatch]) {
        state = Mutex(State(empty: batches))
        for _ in batches { empty.signal() }
    }

    /// For the reader: exchanges a batch it has filled for one that is to be emptied; false where nobody wants more.
    func put(_ batch: inout StatementBatch) -> Bool {
        empty.wait()
        let isWanted = state.withLock { state in
            guard !state.isClosed, var other = state.empty.popLast() else { return false }
            swap(&batch, &other)
            state.filled.append(consume other)
            return true
        }
        filled.signal()
        return isWanted
    }

    /// For the reader: says that there is no more, and why.
    func end(_ result: Result<Void, any Error>) {
        state.withLock { $0.end = result }
        filled.signal()
    }

    /// For the taker: exchanges a batch it has done with for the next one; false where there is none.
    /// - Throws: what the reader failed with.
    func next(_ batch: inout StatementBatch) throws -> Bool {
        filled.wait()
        let isLeft = try state.withLock { state in
            guard !state.filled.isEmpty else {
                try state.end?.get()
                return false
            }
            var other = state.filled.removeFirst()
            swap(&batch, &other)
            state.empty.append(consume other)
            return true
        }
        empty.signal()
        return isLeft
    }

    /// For the taker: wants no more.
    func close() {
        state.withLock { $0.isClosed = true }
        empty.signal()
    }
}
