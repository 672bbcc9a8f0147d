internal import TripleStore

/// An operator: whoever wants its rows pulls them, batch by batch.
///
/// `nil` says that there is no more for now. Operators that work row by row go on when their input has more again,
/// which is how the right side of an optional or of an EXISTS is run for one batch of the left after another;
/// ``reset()`` drops what such an operator still holds of the input before.
protocol BatchSource: AnyObject {
    /// The next rows, at least one; `nil` where there are no more.
    func next() throws(QueryEvaluationError) -> Batch?

    /// Forgets input that is not used up.
    func reset()
}

extension BatchSource {
    /// All rows in one batch.
    func drain(width: Int, limits: LimitGuard) throws(QueryEvaluationError) -> Batch {
        guard var result = try next() else { return Batch(width: width, count: 0) }
        try limits.hold(result.memory)
        while let batch = try next() {
            try limits.hold(batch.memory)
            try limits.checkKept(result.count + batch.count)
            result.append(batch)
        }
        return result
    }
}

/// A source that gives what was put into it.
final class FeedSource: BatchSource {
    private var batch: Batch?

    init(_ batch: Batch? = nil) { self.batch = batch }

    /// Puts rows in, in place of any that are left.
    func feed(_ batch: Batch) { self.batch = batch.count > 0 ? batch : nil }

    func next() -> Batch? {
        defer { batch = nil }
        return batch
    }

    func reset() { batch = nil }
}

/// A source of no rows.
final class EmptySource: BatchSource {
    func next() -> Batch? { nil }
    func reset() {}
}
