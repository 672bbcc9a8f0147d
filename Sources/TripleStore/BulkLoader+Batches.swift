internal import Synchronization

/// What reads a document piece by piece.
public protocol StatementSource: SendableMetatype {
    /// Reads the next piece into an empty batch; false where none is left.
    mutating func read(into batch: inout StatementBatch) throws -> Bool
}

extension BulkLoader {
    /// Takes all of a source, on two cores: one reads a batch while the other takes the one before.
    ///
    /// What is held besides the store is two batches. After an error some statements have been taken.
    /// - Throws: ``StoreError``, or what the source throws.
    public mutating func load<Source: StatementSource>(from source: sending Source) throws {
        let seed = dictionary.seed
        let reading = Mutex(Reading(source: source, batch: StatementBatch(seed: seed)))
        let taking = Mutex(Taking(loader: self, batch: StatementBatch(seed: seed)))
        self = BulkLoader()
        defer { taking.withLock { swap(&self, &$0.loader) } }
        var isLeft = try reading.withLock { $0.next() }.get()
        while isLeft {
            reading.withLock { reading in taking.withLock { taking in swap(&reading.batch, &taking.batch) } }
            let (read, taken) = inParallel(
                { reading.withLock { $0.next() } }, { taking.withLock { $0.take() } })
            try taken.get()
            isLeft = try read.get()
        }
    }

    /// Takes the statements of a batch.
    mutating func take(_ batch: StatementBatch) throws(StoreError) {
        let ids = try dictionary.intern(batch, document: document)
        func id(_ handle: TermID) -> TermID { ids[Int(handle.rawValue)] }
        for row in batch.triples { append(id(row.subject), id(row.predicate), id(row.object), defaultGraph) }
        for row in batch.quads { append(id(row.subject), id(row.predicate), id(row.object), id(row.graph)) }
    }
}

/// The half that reads.
private struct Reading<Source: StatementSource> {
    var source: Source
    var batch: StatementBatch

    mutating func next() -> Result<Bool, any Error> {
        batch.removeAll()
        return Result { try source.read(into: &batch) }
    }
}

/// The half that takes what was read.
private struct Taking {
    var loader: BulkLoader
    var batch: StatementBatch

    mutating func take() -> Result<Void, StoreError> {
        do throws(StoreError) {
            return .success(try loader.take(batch))
        } catch {
            return .failure(error)
        }
    }
}
