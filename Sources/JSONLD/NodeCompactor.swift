internal import JSONText

/// Puts nodes in expanded form into the words of a context, one by one, as they stand in `@graph` of a compacted
/// document.
struct NodeCompactor {
    private let compaction: Compaction
    private let active: ActiveContext

    /// - Parameter context: the context, or a document that has it.
    init(
        _ processor: JSONLDProcessor, context: JSONValue, documentURL: String?, _ session: Session
    ) throws(JSONLDError) {
        compaction = processor.compaction(session)
        active = try processor.compactionContext(context.localContext, documentURL: documentURL, session)
    }

    /// What the context calls `@graph`.
    var graph: String { compaction.alias(of: .graph, in: active) }

    func compact(_ node: JSONValue) throws(JSONLDError) -> JSONValue {
        try compaction.compact(node, of: .none, in: active, depth: 2)
    }
}
