internal import ByteText
internal import Localization
internal import RDFModel

/// Reads N-Triples and N-Quads: a statement a line.
///
/// A subject written like the one before it is neither scanned nor interned again, nor are predicates and datatypes
/// that came lately.
/// - Spec: <https://www.w3.org/TR/rdf12-n-triples/>, <https://www.w3.org/TR/rdf12-n-quads/>
struct LineReader {
    private var scanner: TermScanner
    private let hasGraphs: Bool
    /// How many lines ended in what was read last.
    private(set) var lineCount = 0
    private var depth = 0
    private var lastSubject = LastTerm()
    private var predicates = LastTerms()
    private var datatypes = LastTerms()

    init(hasGraphs: Bool, options: RDFReaderOptions) {
        self.hasGraphs = hasGraphs
        scanner = TermScanner(options: options)
    }

    /// Where the lines end that are whole: after the last line break, or at the end where no more will come.
    static func endOfWholeLines(_ bytes: Span<UInt8>, isFinal: Bool) -> Int {
        if isFinal { return bytes.count }
        var index = bytes.count
        while index > 0 {
            index -= 1
            if bytes[index] == ASCII.lineFeed { return index + 1 }
        }
        // A CR at the very end may be the half of a line break.
        index = bytes.count - 1
        while index > 0 {
            index -= 1
            if bytes[index] == ASCII.carriageReturn { return index + 1 }
        }
        return 0
    }

    /// Reads whole lines. A fault goes to `skip`, which throws or lets the line be skipped.
    mutating func read<Sink: QuadSink>(
        _ bytes: Span<UInt8>, into sink: inout Sink, skip: (ReadingFault) throws -> Void
    ) throws {
        scanner.position = 0
        lineCount = 0
        forgetLastTerms()
        while scanner.position < bytes.count {
            let (start, startLine) = (scanner.position, lineCount)
            do {
                try line(bytes, into: &sink)
                if scanner.position - start > scanner.limits.statementBytes {
                    throw ReadingFault(
                        .statementTooLong, [String(scanner.limits.statementBytes)], from: start, to: start)
                }
            } catch let fault as ReadingFault {
                try skip(fault)
                (depth, lineCount) = (0, startLine)
                var index = start
                while index < bytes.count, bytes[index] != ASCII.lineFeed, bytes[index] != ASCII.carriageReturn {
                    index += 1
                }
                scanner.position = max(index, start + 1)
            }
            if sink.wantsToForgetTerms {
                forgetLastTerms()
                var none: [TermHandle] = []
                sink.forgetTerms(keeping: &none)
            }
        }
    }

    private mutating func forgetLastTerms() {
        lastSubject.length = 0
        predicates.forget()
        datatypes.forget()
    }

    /// A line with its line break; empty lines before it are taken along.
    @inline(__always)
    private mutating func line<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws {
        scanner.skipBlanks(bytes)
        switch scanner.peek(bytes) {
        case ASCII.lineFeed, ASCII.carriageReturn:
            lineBreak(bytes)
            return
        case ASCII.hash:
            try scanner.comment(bytes)
            return
        case UInt8(ascii: "V"):
            try version(bytes)
        case 0 where scanner.position >= bytes.count:
            return
        default:
            try statement(bytes, into: &sink)
        }
        scanner.skipBlanks(bytes)
        switch scanner.peek(bytes) {
        case ASCII.lineFeed, ASCII.carriageReturn: lineBreak(bytes)
        case ASCII.hash: try scanner.comment(bytes)
        case 0 where scanner.position >= bytes.count: return
        default: throw scanner.expected(.expectedLineEnd)
        }
    }

    /// One byte of a line break; of CR LF the LF ends the line.
    @inline(__always)
    private mutating func lineBreak(_ bytes: Span<UInt8>) {
        let isHalf = bytes[scanner.position] == ASCII.carriageReturn
        scanner.position &+= 1
        if isHalf, scanner.position < bytes.count, bytes[scanner.position] == ASCII.lineFeed { return }
        lineCount &+= 1
    }

    /// `versionDirective`
    private mutating func version(_ bytes: Span<UInt8>) throws {
        let start = scanner.position
        let word = try scanner.word(bytes)
        guard bytes.extracting(word).isText("VERSION") else { throw scanner.fault(.expectedSubject, from: start) }
        try scanner.require12(from: start)
        scanner.skipBlanks(bytes)
        let quote = scanner.peek(bytes)
        guard quote == ASCII.quote || quote == ASCII.apostrophe else { throw scanner.expected(.expectedVersion) }
        _ = try scanner.string(bytes, mayBeLong: false)
    }

    /// `statement`: subject, predicate, object, in N-Quads perhaps a graph, and a full stop.
    @inline(__always)
    private mutating func statement<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws {
        let subject = try subject(bytes, into: &sink)
        scanner.skipBlanks(bytes)
        let predicate = try predicate(bytes, into: &sink)
        scanner.skipBlanks(bytes)
        let object = try object(bytes, into: &sink)
        scanner.skipBlanks(bytes)
        var graph: TermHandle?
        if scanner.peek(bytes) != ASCII.dot {
            guard hasGraphs else {
                let byte = scanner.peek(bytes)
                let isName = byte == ASCII.less || byte == ASCII.underscore
                throw scanner.expected(isName ? .graphInTriples : .expectedDot)
            }
            switch scanner.peek(bytes) {
            case ASCII.less: graph = try iri(bytes, into: &sink)
            case ASCII.underscore: graph = try blankNode(bytes, into: &sink)
            case ASCII.quote: throw scanner.expected(.expectedGraphName)
            default: throw scanner.expected(.expectedDot)
            }
            scanner.skipBlanks(bytes)
            guard scanner.peek(bytes) == ASCII.dot else { throw scanner.expected(.expectedDot) }
        }
        scanner.position &+= 1
        try sink.quad(subject, predicate, object, graph: graph)
    }

    /// `subject`
    @inline(__always)
    private mutating func subject<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle {
        let start = scanner.position
        switch scanner.peek(bytes) {
        case ASCII.less where scanner.peek(bytes, ahead: 1) != ASCII.less:
            if lastSubject.recurs(in: bytes, at: start) {
                scanner.position = start &+ lastSubject.length
                return lastSubject.handle
            }
            let handle = try iri(bytes, into: &sink)
            lastSubject = LastTerm(start: start, length: scanner.position &- start, handle: handle)
            return handle
        case ASCII.underscore:
            // The same label, if it does not go on.
            if lastSubject.recurs(in: bytes, at: start) {
                scanner.position = start &+ lastSubject.length
                if scanner.peek(bytes) == ASCII.space { return lastSubject.handle }
                scanner.position = start
            }
            let handle = try blankNode(bytes, into: &sink)
            lastSubject = LastTerm(start: start, length: scanner.position &- start, handle: handle)
            return handle
        default:
            throw scanner.expected(.expectedSubject)
        }
    }

    /// `predicate`
    @inline(__always)
    private mutating func predicate<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle {
        let start = scanner.position
        guard scanner.peek(bytes) == ASCII.less, scanner.peek(bytes, ahead: 1) != ASCII.less else {
            throw scanner.expected(.expectedPredicate)
        }
        if let known = predicates.next(in: bytes, at: start) {
            scanner.position = start &+ known.length
            return known.handle
        }
        let handle = try iri(bytes, into: &sink)
        predicates.add(LastTerm(start: start, length: scanner.position &- start, handle: handle), in: bytes)
        return handle
    }

    /// `object`
    @inline(__always)
    private mutating func object<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle {
        switch scanner.peek(bytes) {
        case ASCII.less where scanner.peek(bytes, ahead: 1) != ASCII.less: try iri(bytes, into: &sink)
        case ASCII.less: try tripleTerm(bytes, into: &sink)
        case ASCII.quote: try literal(bytes, into: &sink)
        case ASCII.underscore: try blankNode(bytes, into: &sink)
        default: throw scanner.expected(.expectedObject)
        }
    }

    /// `IRIREF`, which must be absolute.
    private mutating func iri<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle {
        let found = try scanner.iriReference(bytes)
        if !found.isDecoded {
            let text = bytes.extracting(found.range)
            if !found.isPlain || !text.isPlainlyAbsolute { try scanner.checkIRI(found, bytes) }
            return try sink.iri(text)
        }
        try scanner.checkIRI(found, bytes)
        return try sink.iri(scanner.iri.span)
    }

    private mutating func blankNode<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle {
        try sink.blankNode(bytes.extracting(try scanner.blankNodeLabel(bytes)))
    }

    /// `literal`
    private mutating func literal<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle {
        let text = try scanner.string(bytes, mayBeLong: false)
        scanner.skipBlanks(bytes)
        switch scanner.peek(bytes) {
        case ASCII.at:
            let language = try scanner.languageTag(bytes)
            let tag = bytes.extracting(language.tag)
            if text.isDecoded {
                return try sink.literal(scanner.text.span, language: tag, direction: language.direction)
            }
            return try sink.literal(bytes.extracting(text.range), language: tag, direction: language.direction)
        case ASCII.caret:
            guard scanner.peek(bytes, ahead: 1) == ASCII.caret else { throw scanner.expected(.expectedCloser, "^^") }
            scanner.position &+= 2
            scanner.skipBlanks(bytes)
            let datatype = try datatype(bytes, into: &sink)
            if text.isDecoded { return try sink.literal(scanner.text.span, datatype: datatype) }
            return try sink.literal(bytes.extracting(text.range), datatype: datatype)
        default:
            if text.isDecoded { return try sink.literal(scanner.text.span, datatype: nil) }
            return try sink.literal(bytes.extracting(text.range), datatype: nil)
        }
    }

    /// The IRI after `^^`; `nil` for `xsd:string`, which sinks know without a handle.
    private mutating func datatype<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle? {
        let start = scanner.position
        guard scanner.peek(bytes) == ASCII.less else { throw scanner.expected(.expectedIRI) }
        if let known = datatypes.next(in: bytes, at: start) {
            scanner.position = start &+ known.length
            return known.handle
        }
        let found = try scanner.absoluteIRI(bytes)
        let kind =
            found.isDecoded ? DatatypeKind(scanner.iri.span) : DatatypeKind(bytes.extracting(found.range))
        let handle: TermHandle
        switch kind {
        case .string: return nil
        case .needsLanguage: throw scanner.fault(.languageDatatype, from: start)
        case .other:
            handle = found.isDecoded ? try sink.iri(scanner.iri.span) : try sink.iri(bytes.extracting(found.range))
        }
        datatypes.add(LastTerm(start: start, length: scanner.position &- start, handle: handle), in: bytes)
        return handle
    }

    /// `tripleTerm`
    private mutating func tripleTerm<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle {
        let start = scanner.position
        guard scanner.peek(bytes, ahead: 2) == ASCII.openParenthesis else {
            throw scanner.expected(.expectedCloser, "<<(")
        }
        scanner.position += 3
        try scanner.require12(from: start)
        depth += 1
        guard depth <= scanner.limits.depth else {
            throw scanner.fault(.tooDeep, from: start, String(scanner.limits.depth))
        }
        scanner.skipBlanks(bytes)
        let subject = try subject(bytes, into: &sink)
        scanner.skipBlanks(bytes)
        let predicate = try predicate(bytes, into: &sink)
        scanner.skipBlanks(bytes)
        let object = try object(bytes, into: &sink)
        scanner.skipBlanks(bytes)
        guard scanner.peek(bytes) == ASCII.closeParenthesis, scanner.peek(bytes, ahead: 1) == ASCII.greater,
            scanner.peek(bytes, ahead: 2) == ASCII.greater
        else { throw scanner.expected(.expectedCloser, ")>>") }
        scanner.position += 3
        depth -= 1
        return try sink.tripleTerm(subject, predicate, object)
    }
}
