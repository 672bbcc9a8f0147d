internal import ByteText
internal import CRaptor
internal import RDFModel
internal import RDFSyntax

/// The statements of a document that Raptor reads, kept until it is known to be whole: one error discards all.
struct StatementBuffer {
    private enum Kind { case iri, blank, plain, typed, language }

    private struct Record {
        var kind: Kind
        var text: Range<Int>
        /// The datatype, or the language.
        var detail: Range<Int>
    }

    private var arena: [UInt8] = []
    private var records: [Record] = []
    /// With what the labels begin that Raptor made itself.
    let freshPrefix: [UInt8]

    init(freshPrefix: [UInt8]) { self.freshPrefix = freshPrefix }

    /// How many statements there are.
    var count: Int { records.count / 3 }

    /// Copies a statement. What is no RDF is left out whole; the reader counts it as an error.
    mutating func append(_ statement: UnsafePointer<raptor_statement>) {
        let statement = unsafe statement.pointee
        guard let subject = unsafe statement.subject, let predicate = unsafe statement.predicate,
            let object = unsafe statement.object
        else { return }
        unsafe append(subject)
        unsafe append(predicate)
        unsafe append(object)
    }

    private mutating func append(_ term: UnsafeMutablePointer<raptor_term>) {
        let text = unsafe copy(lys_raptor_term_text(term))
        switch unsafe lys_raptor_term_kind(term) {
        case 0: records.append(Record(kind: .iri, text: text, detail: 0..<0))
        case 1: records.append(Record(kind: .blank, text: text, detail: 0..<0))
        default:
            let language = unsafe copy(lys_raptor_language_text(term))
            let datatype = unsafe copy(lys_raptor_datatype_text(term))
            if !language.isEmpty {
                records.append(Record(kind: .language, text: text, detail: language))
            } else if !datatype.isEmpty {
                records.append(Record(kind: .typed, text: text, detail: datatype))
            } else {
                records.append(Record(kind: .plain, text: text, detail: 0..<0))
            }
        }
    }

    private mutating func copy(_ text: lys_raptor_text) -> Range<Int> {
        let start = arena.count
        unsafe arena.append(
            contentsOf: UnsafeBufferPointer(start: text.bytes, count: text.bytes == nil ? 0 : text.count))
        return start..<arena.count
    }

    /// Forgets what was pushed.
    mutating func removeAll() {
        arena.removeAll(keepingCapacity: true)
        records.removeAll(keepingCapacity: true)
    }

    /// The first IRI that begins with a text, datatypes included.
    func firstIRI(startingWith text: String) -> String? {
        for record in records {
            let range = record.kind == .iri ? record.text : record.kind == .typed ? record.detail : 0..<0
            if !range.isEmpty, arena[range].starts(with: text.utf8) {
                return String(decoding: arena[range].dropFirst(text.utf8.count), as: UTF8.self)
            }
        }
        return nil
    }

    /// Pushes everything into a sink, in the order in which it came.
    func push<Sink: QuadSink>(into sink: inout Sink) throws {
        var fresh: [[UInt8]: TermHandle] = [:]
        var index = 0
        while index + 2 < records.count {
            let subject = try handle(records[index], &fresh, &sink)
            let predicate = try handle(records[index + 1], &fresh, &sink)
            let object = try handle(records[index + 2], &fresh, &sink)
            try sink.quad(subject, predicate, object, graph: nil)
            index += 3
        }
    }

    private func handle<Sink: QuadSink>(
        _ record: Record, _ fresh: inout [[UInt8]: TermHandle], _ sink: inout Sink
    ) throws -> TermHandle {
        let text = arena.span.extracting(record.text)
        let detail = arena.span.extracting(record.detail)
        switch record.kind {
        case .iri: return try sink.iri(text)
        case .blank:
            guard arena[record.text].starts(with: freshPrefix) else { return try sink.blankNode(text) }
            let label = Array(arena[record.text])
            if let known = fresh[label] { return known }
            let handle = try sink.freshBlankNode()
            fresh[label] = handle
            return handle
        case .plain: return try sink.literal(text, datatype: nil)
        case .typed:
            if case .string = DatatypeKind(detail) { return try sink.literal(text, datatype: nil) }
            return try sink.literal(text, datatype: try sink.iri(detail))
        case .language: return try sink.literal(text, language: detail, direction: nil)
        }
    }
}
