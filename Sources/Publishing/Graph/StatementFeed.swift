internal import RDFModel

/// Hands statements of a table to a sink, each of their terms once: what the sink makes of a term is made once.
struct StatementFeed {
    private let terms: TermTable
    private var handles: [UInt32: TermHandle] = [:]
    private var subject: (place: UInt32, handle: TermHandle)?

    init(_ terms: TermTable) { self.terms = terms }

    /// Hands a statement to the sink, which is the same each time.
    mutating func push(_ statement: StatementPlaces, to sink: inout some QuadSink) throws {
        let subject: TermHandle
        if let last = self.subject, last.place == statement.subject {
            subject = last.handle
        } else {
            subject = try handle(statement.subject, &sink)
            self.subject = (statement.subject, subject)
        }
        let graph = statement.graph > 0 ? try handle(statement.graph, &sink) : nil
        try sink.quad(
            subject, handle(statement.predicate, &sink), handle(statement.object, &sink), graph: graph)
    }

    private mutating func handle<Sink: QuadSink>(_ place: UInt32, _ sink: inout Sink) throws -> TermHandle {
        if let known = handles[place] { return known }
        let handle = try terms.hand(place, to: &sink) { try self.handle($0, &$1) }
        guard let handle else { preconditionFailure("every thing of a directory has an IRI") }
        handles[place] = handle
        return handle
    }
}
