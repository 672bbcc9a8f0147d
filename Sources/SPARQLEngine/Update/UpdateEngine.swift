internal import ByteText
public import SPARQLAlgebra
public import TripleStore

/// Changes a store as updates say: all operations of a request, or none of them.
///
/// ```swift
/// let store = TripleStore(snapshot)
/// let update = try QueryParser.parseUpdate("DELETE WHERE { ?s <urn:old> ?o }")
/// let result = try UpdateEngine(store).execute(update)
/// print(result.changes.deleted)
/// ```
///
/// Readers go on with the snapshot that they have, and see all of the request in the next one. Requests wait for one
/// another. A graph is there as long as it holds a statement: CREATE of one that is empty and CLEAR or DROP of one
/// that is absent succeed, as §3.2 says of stores without empty graphs.
/// - Spec: <https://www.w3.org/TR/sparql11-update/>
public struct UpdateEngine: Sendable {
    /// What is changed.
    public let store: TripleStore

    /// An engine for a store.
    public init(_ store: TripleStore) { self.store = store }

    /// Does the operations in order; each sees what those before it did.
    ///
    /// - Throws: ``UpdateError``, ``QueryEvaluationError`` when a limit is met, or `StoreError`; then the store is as
    ///   it was.
    /// - Complexity: O(*n*) in the statements of the store for each operation that looks at what others changed, besides
    ///   the work of patterns.
    @discardableResult
    public func execute(_ update: Update, options: UpdateOptions = UpdateOptions()) throws -> UpdateResult {
        let run = UpdateRun(base: update.base, options: options)
        return try StackSpace.planning(update) {
            try store.write { transaction in
                let before = try transaction.snapshot()
                for operation in update.operations { try run.perform(operation, in: &transaction) }
                return UpdateResult(before: before, after: try transaction.snapshot())
            }
        }
    }
}
