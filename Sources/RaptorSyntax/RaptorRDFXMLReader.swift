internal import ByteText
internal import CRaptor
internal import Localization
public import RDFModel
internal import RDFSyntax

/// Reads RDF/XML with Raptor, all or nothing.
///
/// Meant for what we wrote ourselves: Raptor 2.0.15 is not proof against hostile documents. It is fed in small pieces,
/// reads neither files nor the network, and a document with any error gives no statement at all. Internal entities are
/// allowed, for ontologies declare them; external ones are refused.
public enum RaptorRDFXMLReader {
    /// What Raptor is given at a time: one call over 10 MB ends in an error after all statements have come.
    private static var pieceLength: Int { 1 << 16 }
    /// The base of documents without one: IRIs that begin with it were relative.
    private static var noBase: String { "urn:x-lys-no-base:/" }

    /// Reads a document into a sink. Blank node labels are kept; nodes without one get none.
    ///
    /// - Parameters:
    ///   - base: where the document comes from; without it a relative reference is an error.
    ///   - sourceName: what errors call the document.
    /// - Throws: ``RDFSyntaxError``, or what the sink throws.
    /// - Complexity: O(*n*) time and memory: statements are kept until the end of the document.
    public static func read<Sink: QuadSink>(
        _ bytes: Span<UInt8>, base: IRI? = nil, sourceName: String = "", into sink: inout Sink
    ) throws {
        let options = RDFReaderOptions(base: base, sourceName: sourceName)
        let start = TextPosition()
        do {
            try XMLProlog.check(bytes)
        } catch {
            throw start.error(for: error, in: bytes, sourceName: options.sourceName)
        }
        let fresh = unusedPrefix(in: bytes)
        let statements = try RaptorPool.shared.withWorld { world in
            world.inbox.statements = StatementBuffer(freshPrefix: Array(fresh.utf8))
            try parse(bytes, fresh: fresh, options: options, in: world)
            if let message = world.inbox.messages.first(where: \.isError) {
                throw error(message, options)
            }
            return world.inbox.statements
        }
        guard let statements else { return }
        if options.base == nil, let relative = statements.firstIRI(startingWith: noBase) {
            throw RDFSyntaxError(
                .relativeIRI, at: start..<start, sourceName: options.sourceName, offendingText: relative)
        }
        try statements.push(into: &sink)
    }

    /// Reads a document that comes in pieces into a sink, which has statements before the document is known to be whole.
    ///
    /// For proofs of what we wrote: the document has no prolog that could hurt, and no blank nodes.
    /// - Parameter next: the next piece; `nil` at the end.
    /// - Throws: ``RDFSyntaxError``, or what the sink or `next` throws.
    package static func read<Sink: QuadSink>(
        sourceName: String, into sink: inout Sink, next: () throws -> [UInt8]?
    ) throws {
        let options = RDFReaderOptions(sourceName: sourceName)
        try RaptorPool.shared.withWorld { world in
            world.inbox.statements = StatementBuffer(freshPrefix: Array("genid".utf8))
            try unsafe withParser(fresh: "genid", options: options, in: world) { parser in
                while let piece = try next() {
                    guard unsafe feed(piece.span, to: parser, isFinal: false, in: world) else { return }
                    guard world.inbox.errorCount == 0 else { return }
                    try world.inbox.statements?.push(into: &sink)
                    world.inbox.statements?.removeAll()
                }
                let end: [UInt8] = []
                _ = unsafe feed(end.span, to: parser, isFinal: true, in: world)
            }
            if let message = world.inbox.messages.first(where: \.isError) { throw error(message, options) }
            try world.inbox.statements?.push(into: &sink)
        }
    }

    private static func parse(
        _ bytes: Span<UInt8>, fresh: String, options: RDFReaderOptions, in world: RaptorWorld
    ) throws {
        try unsafe withParser(fresh: fresh, options: options, in: world) { parser in
            _ = unsafe feed(bytes, to: parser, isFinal: true, in: world)
        }
    }

    private static func withParser(
        fresh: String, options: RDFReaderOptions, in world: RaptorWorld, _ body: (OpaquePointer) throws -> Void
    ) throws {
        let failure = RDFSyntaxError(.noRaptorWorld, at: .init()..<(.init()), sourceName: options.sourceName)
        unsafe fresh.withCString { prefix in
            unsafe raptor_world_set_generate_bnodeid_parameters(
                world.pointer, UnsafeMutablePointer(mutating: prefix), 1)
        }
        guard let parser = unsafe lys_raptor_new_parser(world.pointer, "rdfxml", world.handlers) else { throw failure }
        defer { unsafe raptor_free_parser(parser) }
        let uri = unsafe withRaptorText(options.base?.string ?? noBase) { text in
            unsafe raptor_new_uri_from_counted_string(world.pointer, text.bytes, text.count)
        }
        guard let uri = unsafe uri else { throw failure }
        defer { unsafe raptor_free_uri(uri) }
        guard unsafe raptor_parser_parse_start(parser, uri) == 0 else { throw failure }
        try unsafe body(parser)
    }

    /// Hands bytes over in small pieces; false where something is wrong.
    private static func feed(
        _ bytes: Span<UInt8>, to parser: OpaquePointer, isFinal: Bool, in world: RaptorWorld
    ) -> Bool {
        var offset = 0
        repeat {
            let end = min(offset + pieceLength, bytes.count)
            let piece = bytes.extracting(offset..<end)
            let result = unsafe piece.withUnsafeBufferPointer { buffer in
                unsafe raptor_parser_parse_chunk(
                    parser, buffer.baseAddress, buffer.count, isFinal && end == bytes.count ? 1 : 0)
            }
            // Raptor goes on after errors, and answers 0; we do not.
            guard world.inbox.errorCount == 0 else { return false }
            guard result == 0 else {
                world.inbox.note(level: 4, line: -1, text: "the document could not be read")
                return false
            }
            offset = end
        } while offset < bytes.count
        return true
    }

    /// A beginning for the labels that Raptor makes which occurs nowhere in the document.
    private static func unusedPrefix(in bytes: Span<UInt8>) -> String {
        var longest = 0
        var run = 0
        for index in bytes.indices {
            run = bytes[index] == UInt8(ascii: "g") ? run + 1 : 0
            longest = max(longest, run)
        }
        return String(repeating: "g", count: longest + 1)
    }

    private static func error(_ message: RaptorMessage, _ options: RDFReaderOptions) -> RDFSyntaxError {
        let place = TextPosition(line: (message.line ?? 1) - 1)
        return RDFSyntaxError(
            .raptor, arguments: [message.text], at: place..<place, sourceName: options.sourceName)
    }
}

/// What stands before the root of an XML document, as far as it can make a reader open other documents.
enum XMLProlog {
    /// Throws unless the document is UTF-8, says nothing else, and declares no external entity.
    static func check(_ bytes: Span<UInt8>) throws(ReadingFault) {
        do {
            _ = try UTF8Span(validating: bytes)
        } catch {
            throw ReadingFault(.badUTF8, from: error.byteOffsets.lowerBound, to: error.byteOffsets.upperBound)
        }
        var index = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
        while index < bytes.count {
            if bytes[index] <= ASCII.space {
                guard bytes[index] != 0 else { throw ReadingFault(.badUTF8, from: index, to: index + 1) }
                index += 1
            } else if starts(bytes, index, with: "<?") {
                let end = find(bytes, "?>", from: index)
                if starts(bytes, index, with: "<?xml") { try checkEncoding(bytes, index..<end) }
                index = end
            } else if starts(bytes, index, with: "<!--") {
                index = find(bytes, "-->", from: index)
            } else if starts(bytes, index, with: "<!DOCTYPE") {
                index = try checkDeclarations(bytes, from: index)
            } else {
                return
            }
        }
    }

    private static func starts(_ bytes: Span<UInt8>, _ index: Int, with text: StaticString) -> Bool {
        let end = index + text.utf8CodeUnitCount
        return end <= bytes.count && bytes.extracting(index..<end).isText(text)
    }

    /// The offset after a text, or the end.
    private static func find(_ bytes: Span<UInt8>, _ text: StaticString, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if starts(bytes, index, with: text) { return index + text.utf8CodeUnitCount }
            index += 1
        }
        return bytes.count
    }

    /// `encoding` must be UTF-8, or ASCII, which is the same.
    private static func checkEncoding(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(ReadingFault) {
        var index = range.lowerBound
        while index < range.upperBound, !starts(bytes, index, with: "encoding") { index += 1 }
        guard index < range.upperBound else { return }
        while index < range.upperBound, bytes[index] != ASCII.quote, bytes[index] != ASCII.apostrophe { index += 1 }
        guard index < range.upperBound else { return }
        let start = index + 1
        var end = start
        while end < range.upperBound, bytes[end] != bytes[index] { end += 1 }
        let name = bytes.extracting(start..<end)
        guard name.isTextWithoutCase("utf-8") || name.isTextWithoutCase("us-ascii") else {
            throw ReadingFault(.badUTF8, from: start, to: end)
        }
    }

    /// A document type: no `SYSTEM`, no `PUBLIC`, and no parameter entity, out of which they could be made.
    private static func checkDeclarations(_ bytes: Span<UInt8>, from start: Int) throws(ReadingFault) -> Int {
        var index = start + 9
        var depth = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case ASCII.quote, ASCII.apostrophe:
                index += 1
                while index < bytes.count, bytes[index] != byte { index += 1 }
                index += 1
            case ASCII.less where starts(bytes, index, with: "<!--"):
                index = find(bytes, "-->", from: index)
            case ASCII.openBracket:
                depth += 1
                index += 1
            case ASCII.closeBracket:
                depth -= 1
                index += 1
            case ASCII.greater where depth <= 0:
                return index + 1
            case ASCII.percent:
                throw ReadingFault(.externalEntity, from: index, to: index + 1)
            case UInt8(ascii: "S") where starts(bytes, index, with: "SYSTEM"),
                UInt8(ascii: "P") where starts(bytes, index, with: "PUBLIC"):
                throw ReadingFault(.externalEntity, from: index, to: index + 6)
            default:
                index += 1
            }
        }
        return index
    }
}
