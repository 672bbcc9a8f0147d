internal import RDFModel
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
