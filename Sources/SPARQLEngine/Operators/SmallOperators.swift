internal import TripleStore

/// The columns of some slots only.
final class ProjectOperator: BatchSource {
    private let input: any BatchSource
    private let hidden: [Slot]

    /// - Parameter hidden: The slots whose columns go.
    init(_ input: any BatchSource, hiding hidden: [Slot]) {
        self.input = input
        self.hidden = hidden
    }

    func reset() { input.reset() }

    func next() throws(QueryEvaluationError) -> Batch? {
        guard var batch = try input.next() else { return nil }
        for slot in hidden { batch.removeColumn(slot) }
        return batch
    }
}

/// A part of the sequence of rows.
final class SliceOperator: BatchSource {
    private let input: any BatchSource
    private var toSkip: Int
    private var toTake: Int

    init(_ input: any BatchSource, offset: Int, limit: Int?) {
        self.input = input
        toSkip = offset
        toTake = limit ?? .max
    }

    func reset() { input.reset() }

    func next() throws(QueryEvaluationError) -> Batch? {
        while toTake > 0, let batch = try input.next() {
            let skipped = min(toSkip, batch.count)
            toSkip -= skipped
            let taken = min(batch.count - skipped, toTake)
            toTake -= taken
            if taken > 0 { return batch.slice(skipped..<skipped + taken) }
        }
        return nil
    }
}

/// The rows of several operands for the same input, one operand after another.
final class UnionOperator: BatchSource {
    private let input: any BatchSource
    private let branches: [(feed: FeedSource, source: any BatchSource)]
    private var branch: Int
    private var batch: Batch?

    /// - Parameter branches: The operands, each with the source from which it takes its input.
    init(_ input: any BatchSource, branches: [(feed: FeedSource, source: any BatchSource)]) {
        self.input = input
        self.branches = branches
        branch = branches.count
    }

    func reset() {
        batch = nil
        branch = branches.count
        for (_, source) in branches { source.reset() }
        input.reset()
    }

    func next() throws(QueryEvaluationError) -> Batch? {
        while true {
            if branch < branches.count {
                if let result = try branches[branch].source.next() { return result }
                branch += 1
                if branch < branches.count, let batch { branches[branch].feed.feed(batch) }
                continue
            }
            guard let next = try input.next(), let first = branches.first else { return nil }
            batch = next
            branch = 0
            first.feed.feed(next)
        }
    }
}

/// Rows joined with rows written down.
final class ValuesJoin: BatchSource {
    private let input: any BatchSource
    private let slots: [Slot]
    private let rows: [[TermID]]
    private let context: QueryContext
    private var batch: Batch?
    private var row = 0
    private var place = 0

    init(_ input: any BatchSource, slots: [Slot], rows: [[TermID]], context: QueryContext) {
        self.input = input
        self.slots = slots
        self.rows = rows
        self.context = context
    }

    func reset() {
        batch = nil
        input.reset()
    }

    func next() throws(QueryEvaluationError) -> Batch? {
        while true {
            if batch == nil {
                guard let next = try input.next() else { return nil }
                (batch, row, place) = (next, 0, 0)
            }
            guard let batch else { return nil }
            let result = try join(batch)
            if row >= batch.count { self.batch = nil }
            if result.count > 0 { return result }
        }
    }

    private func join(_ batch: Batch) throws(QueryEvaluationError) -> Batch {
        var matched: [Int32] = []
        var columns = [[TermID]](repeating: [], count: slots.count)
        let wanted = context.batchCount
        while row < batch.count, matched.count < wanted {
            try context.limits.work(1)
            while place < rows.count, matched.count < wanted {
                try context.limits.work(1)
                let values = rows[place]
                place += 1
                let agrees = slots.indices.allSatisfy { index in
                    let id = batch[slots[index], row]
                    return id == values[index] || !id.isDefined || !values[index].isDefined
                }
                guard agrees else { continue }
                matched.append(Int32(row))
                for index in slots.indices {
                    let id = batch[slots[index], row]
                    columns[index].append(id.isDefined ? id : values[index])
                }
            }
            guard place >= rows.count else { break }
            row += 1
            place = 0
        }
        var result = batch.gathering(matched, slots: Array(0..<batch.width))
        for index in slots.indices { result.setColumn(slots[index], columns[index]) }
        return result
    }
}
