internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

/// One run of one request; the operations are in files of their own, by family.
final class UpdateRun {
    /// The base IRI of the request.
    let base: IRI?
    /// What it may use.
    let options: UpdateOptions
    /// The limits of the whole request.
    let limits: LimitGuard
    private let deadline: ContinuousClock.Instant?
    /// Statements since the limits were last asked.
    private var workSinceCheck = 0
    /// Bytes of changes that the limits know of.
    private var heldBytes = 0

    /// About what a statement takes in the sets of a transaction.
    private static let bytesPerChange = 32
    private static let workPerCheck = 1024

    init(base: IRI?, options: UpdateOptions) {
        self.base = base
        self.options = options
        limits = LimitGuard(limits: options.query.limits, cancellation: options.query.cancellation)
        deadline = options.query.limits.timeout.map { ContinuousClock.now.advanced(by: $0) }
    }

    /// The options of a pattern, to which the time is left that operations before it have not used.
    var queryOptions: QueryOptions {
        var query = options.query
        query.limits.timeout = deadline.map { max(.zero, $0 - ContinuousClock.now) }
        return query
    }

    func perform(_ operation: UpdateOperation, in transaction: inout WriteTransaction) throws {
        try limits.check()
        switch operation {
        case .insertData(let quads): try insert(quads, in: &transaction)
        case .deleteData(let quads): try delete(quads, in: &transaction)
        case .modify(let modification): try modify(modification, in: &transaction)
        case .load(let document, let graph, let silent):
            try unlessSilent(silent) { try load(document, into: graph, in: &transaction) }
        case .clear(let target, _), .drop(let target, _): try clear(target, in: &transaction)
        case .create(let graph, let silent): try unlessSilent(silent) { try create(graph, in: &transaction) }
        case .add(let source, let destination, let silent):
            try unlessSilent(silent) { try transfer(.add, source, to: destination, in: &transaction) }
        case .copy(let source, let destination, let silent):
            try unlessSilent(silent) { try transfer(.copy, source, to: destination, in: &transaction) }
        case .move(let source, let destination, let silent):
            try unlessSilent(silent) { try transfer(.move, source, to: destination, in: &transaction) }
        }
        try checkMemory(of: transaction)
    }

    /// SILENT forgives what is wrong with graphs and documents, before anything of the operation is done; limits and
    /// a full store are never forgiven.
    private func unlessSilent(_ isSilent: Bool, _ body: () throws -> Void) throws {
        do { try body() } catch let error as UpdateError { if !isSilent { throw error } }
    }

    /// Counts a statement, and asks the limits now and then.
    func work(on transaction: borrowing WriteTransaction) throws(QueryEvaluationError) {
        workSinceCheck += 1
        guard workSinceCheck >= Self.workPerCheck else { return }
        workSinceCheck = 0
        try limits.check()
        try checkMemory(of: transaction)
    }

    private func checkMemory(of transaction: borrowing WriteTransaction) throws(QueryEvaluationError) {
        let bytes = transaction.changeCount * Self.bytesPerChange
        let change = bytes - heldBytes
        heldBytes = bytes
        try limits.hold(change)
    }
}
