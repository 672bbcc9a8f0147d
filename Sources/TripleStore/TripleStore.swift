package import RDFModel
internal import Synchronization

/// A dataset that many read and one writes.
///
/// Readers take the present ``snapshot`` and keep it for as long as they like; it never changes. A writer builds the
/// next one beside it and swaps it in, in one step: a reader sees all of a transaction or nothing of it, and never
/// waits for more than the copying of a reference. Writers wait for one another.
public final class TripleStore: Sendable {
    private let current: Mutex<StoreSnapshot>
    private let writing = Mutex<Void>(())

    /// A store that begins with a snapshot, or with nothing.
    public init(_ snapshot: StoreSnapshot = .empty) {
        current = Mutex(snapshot)
    }

    /// The dataset as it is now.
    public var snapshot: StoreSnapshot { current.withLock { $0 } }

    /// Changes the store: what the function does to the transaction becomes visible at once when it returns, or not
    /// at all when it throws.
    ///
    /// - Throws: What the function throws, or ``StoreError``.
    /// - Complexity: that of ``WriteTransaction/snapshot()``.
    public func write<Result>(_ body: (inout WriteTransaction) throws -> Result) throws -> Result {
        try writing.withLock { _ in
            var transaction = WriteTransaction(snapshot)
            let result = try body(&transaction)
            let next = try transaction.snapshot()
            current.withLock { $0 = next }
            return result
        }
    }

    /// Adds the statements of a document that the function reads into the loader: all of them, or none when it throws.
    ///
    /// - Parameter graph: The graph that takes the statements for which the document names none.
    /// - Returns: The number of statements that are new.
    /// - Throws: What the function throws, or ``StoreError``.
    /// - Complexity: O(*n*) in the statements of the store and the document.
    @discardableResult
    package func load(
        into graph: GraphName = .defaultGraph, _ body: (inout BulkLoader) throws -> Void
    ) throws -> Int {
        try writing.withLock { _ in
            let before = snapshot
            var loader = BulkLoader(adding: before)
            // The loader has begun a document of the default graph by itself.
            if graph != .defaultGraph { try loader.beginDocument(into: graph) }
            try body(&loader)
            let next = try loader.finish()
            current.withLock { $0 = next }
            return next.tripleCount + next.namedQuadCount - before.tripleCount - before.namedQuadCount
        }
    }

    /// Puts another dataset in the place of this one.
    public func replace(with snapshot: StoreSnapshot) {
        writing.withLock { _ in current.withLock { $0 = snapshot } }
    }
}

extension StoreSnapshot {
    /// A dataset without statements.
    public static let empty: StoreSnapshot = {
        let dictionary = TermDictionary()
        let numbers = Renumbering(dense: DenseNumbers(dictionary), numbers: [])
        return StoreSnapshot(dictionary: dictionary, triples: IndexBuilder.triples(RowChunks(), numbers), named: nil)
    }()
}
