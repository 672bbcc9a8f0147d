internal import ByteText
internal import Dispatch
internal import Synchronization

/// What reads a document piece by piece.
public protocol StatementSource: SendableMetatype {
    /// Reads the next piece into an empty batch; false where none is left.
    mutating func read(into batch: inout StatementBatch) throws -> Bool
}

extension BulkLoader {
    /// Takes all of a source, on two cores: one reads batches while the other takes those before.
    ///
    /// What is held besides the store is a few batches. After an error some statements have been taken.
    /// - Throws: ``StoreError``, or what the source throws.
    public mutating func load<Source: StatementSource>(from source: sending Source) throws {
        let empty = StatementBatch(seed: dictionary.seed)
        let queue = BatchQueue([empty, empty])
        let reader = Reader(source, empty)
        // A thread of its own: the two wait for each other, which the parts of a parallel loop must not.
        StackSpace.detached { reader.read(into: queue) }
        defer {
            queue.close()
            reader.waitForEnd()
        }
        var batch = empty
        while try queue.next(&batch) { try take(batch) }
    }

    /// Takes the statements of a batch.
    mutating func take(_ batch: StatementBatch) throws(StoreError) {
        let ids = try dictionary.intern(batch, document: document)
        func id(_ handle: TermID) -> TermID { ids[Int(handle.rawValue)] }
        for row in batch.triples { append(id(row.subject), id(row.predicate), id(row.object), defaultGraph) }
        for row in batch.quads { append(id(row.subject), id(row.predicate), id(row.object), id(row.graph)) }
    }
}

/// The side that reads.
private final class Reader<Source: StatementSource>: Sendable {
    private struct State {
        var source: Source
        var batch: StatementBatch
    }

    private let state: Mutex<State>
    private let end = DispatchSemaphore(value: 0)

    init(_ source: sending Source, _ batch: StatementBatch) { state = Mutex(State(source: source, batch: batch)) }

    /// Fills batches until the source ends or fails, or nobody wants more.
    func read(into queue: BatchQueue) {
        queue.end(
            Result {
                try state.withLock { state in
                    repeat {
                        state.batch.removeAll()
                        guard try state.source.read(into: &state.batch) else { return }
                    } while queue.put(&state.batch)
                }
            })
        end.signal()
    }

    /// Waits until the source is no longer used.
    func waitForEnd() { end.wait() }
}
