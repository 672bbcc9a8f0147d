internal import ByteText
internal import Localization
internal import RDFModel

// Terms: IRIs, prefixed names, literals, and the choice among them.

extension TurtleReader {
    /// `object`
    mutating func object<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle {
        let byte = scanner.peek(bytes)
        switch byte {
        case ASCII.less:
            guard scanner.peek(bytes, ahead: 1) == ASCII.less else { return try iri(bytes, into: &sink) }
            return scanner.peek(bytes, ahead: 2) == ASCII.openParenthesis
                ? try tripleTerm(bytes, into: &sink) : try reifiedTriple(bytes, into: &sink)
        case ASCII.quote, ASCII.apostrophe:
            return try literal(bytes, into: &sink)
        case ASCII.underscore:
            return try blankNode(bytes, into: &sink)
        case ASCII.openBracket:
            return try blankNodePropertyList(bytes, into: &sink).node
        case ASCII.openParenthesis:
            return try collection(bytes, into: &sink)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), ASCII.plus, ASCII.minus,
            ASCII.dot where byte != ASCII.dot || scanner.peek(bytes, ahead: 1).isDigit:
            return try number(bytes, into: &sink)
        case UInt8(ascii: "t"), UInt8(ascii: "f"):
            if let boolean = try boolean(bytes, into: &sink) { return boolean }
            fallthrough
        default:
            guard byte == ASCII.colon || byte.isLetter || byte >= 0x80, try prefixedName(bytes) else {
                throw scanner.expected(.expectedObject)
            }
            return try sink.iri(scanner.iri.span)
        }
    }

    /// An IRI or a labelled blank node; `nil`, with nothing taken, where something else stands.
    mutating func resource<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle? {
        switch scanner.peek(bytes) {
        case ASCII.less where scanner.peek(bytes, ahead: 1) != ASCII.less:
            return try iri(bytes, into: &sink)
        case ASCII.underscore:
            return try blankNode(bytes, into: &sink)
        case let byte where byte == ASCII.colon || byte.isLetter || byte >= 0x80:
            return try prefixedName(bytes) ? try sink.iri(scanner.iri.span) : nil
        default:
            return nil
        }
    }

    /// `BLANK_NODE_LABEL`
    mutating func blankNode<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle {
        try sink.blankNode(bytes.extracting(try scanner.blankNodeLabel(bytes)))
    }

    /// `iri`
    mutating func iri<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle {
        guard scanner.peek(bytes) == ASCII.less else {
            guard try prefixedName(bytes) else { throw scanner.expected(.expectedIRI) }
            return try sink.iri(scanner.iri.span)
        }
        let found = try scanner.iriReference(bytes)
        if !found.isDecoded {
            let text = bytes.extracting(found.range)
            if found.isPlain, text.isPlainlyAbsolute { return try sink.iri(text) }
        }
        try resolve(found, bytes)
        return try sink.iri(scanner.iri.span)
    }

    /// `IRIREF`, resolved, as bytes of its own.
    mutating func resolvedIRI(_ bytes: Span<UInt8>) throws -> [UInt8] {
        let found = try scanner.iriReference(bytes)
        try resolve(found, bytes)
        return scanner.iri
    }

    /// Leaves the absolute IRI of a reference in the scanner's buffer.
    private mutating func resolve(_ found: ScannedText, _ bytes: Span<UInt8>) throws {
        if !found.isDecoded {
            scanner.iri.removeAll(keepingCapacity: true)
            scanner.iri.append(copying: bytes.extracting(found.range))
        }
        if let fault = scanner.iri.span.iriFault(isReference: resolver != nil) {
            throw scanner.fault(fault.reason, at: found.isDecoded ? nil : fault.offset, of: found.range)
        }
        guard let resolver, scanner.iri.span.schemeLength == nil else { return }
        var target: [UInt8] = []
        let length = scanner.iri.count
        resolver.resolve(scanner.iri.span, into: &target)
        scanner.iri = target
        try checkGrowth(from: length, at: found.range.lowerBound)
    }

    /// Notes the IRI in the scanner's buffer, which was made of a text of so many bytes.
    @inline(__always)
    private mutating func checkGrowth(from length: Int, at start: Int) throws {
        guard scanner.iri.count > IRIGrowth.shortIRI else { return }
        growth.note(scanner.iri.count, from: length)
        guard growth.isBounded else { throw scanner.fault(.iriGrowth, from: start) }
    }

    /// `PrefixedName`, left in the scanner's buffer; false, with nothing taken, for a word that no colon follows.
    mutating func prefixedName(_ bytes: Span<UInt8>) throws -> Bool {
        let start = scanner.position
        let prefix = try scanner.word(bytes)
        guard scanner.peek(bytes) == ASCII.colon else {
            scanner.position = start
            return false
        }
        scanner.iri.removeAll(keepingCapacity: true)
        guard let isOpen = prefixes.appendNamespace(of: bytes.extracting(prefix), to: &scanner.iri) else {
            throw scanner.fault(.undeclaredPrefix, from: start, String(utf8: bytes.extracting(prefix)))
        }
        scanner.position &+= 1
        let isPlain = try scanner.appendLocalName(bytes)
        // `ex:a\#b`, or `ex:80a` where the namespace is <http://example.org:>.
        try checkGrowth(from: scanner.position - start, at: start)
        if isOpen || !isPlain { try scanner.checkIRI(madeFrom: start) }
        return true
    }

    // MARK: Literals

    /// `RDFLiteral`
    private mutating func literal<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle {
        let text = try scanner.string(bytes, mayBeLong: true)
        let end = scanner.position
        try scanner.skipSpace(bytes)
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
            try scanner.skipSpace(bytes)
            return try push(text, bytes, datatype: try datatype(bytes, into: &sink), into: &sink)
        default:
            scanner.position = end
            return try push(text, bytes, datatype: nil, into: &sink)
        }
    }

    private mutating func push<Sink: QuadSink>(
        _ text: ScannedText, _ bytes: Span<UInt8>, datatype: TermHandle?, into sink: inout Sink
    ) throws -> TermHandle {
        if text.isDecoded { return try sink.literal(scanner.text.span, datatype: datatype) }
        return try sink.literal(bytes.extracting(text.range), datatype: datatype)
    }

    /// The IRI after `^^`; `nil` for `xsd:string`, which sinks know without a handle.
    private mutating func datatype<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle? {
        let start = scanner.position
        if scanner.peek(bytes) == ASCII.less, scanner.peek(bytes, ahead: 1) != ASCII.less {
            try resolve(try scanner.iriReference(bytes), bytes)
        } else {
            guard try prefixedName(bytes) else { throw scanner.expected(.expectedIRI) }
        }
        switch DatatypeKind(scanner.iri.span) {
        case .string: return nil
        case .needsLanguage: throw scanner.fault(.languageDatatype, from: start)
        case .other: return try sink.iri(scanner.iri.span)
        }
    }

    /// `BooleanLiteral`; `nil`, with nothing taken, for any other word.
    private mutating func boolean<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle? {
        let start = scanner.position
        let word = bytes.extracting(try scanner.word(bytes))
        guard scanner.peek(bytes) != ASCII.colon, word.isText("true") || word.isText("false") else {
            scanner.position = start
            return nil
        }
        return try sink.literal(word, datatype: try handle(of: .boolean, into: &sink))
    }

    /// `NumericLiteral`
    private mutating func number<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle {
        let start = scanner.position
        var type = KnownTerm.integer
        if scanner.peek(bytes) == ASCII.plus || scanner.peek(bytes) == ASCII.minus { scanner.position += 1 }
        var digits = skipDigits(bytes)
        if scanner.peek(bytes) == ASCII.dot {
            // A full stop after an integer ends the statement, unless a digit or an exponent follows.
            if scanner.peek(bytes, ahead: 1).isDigit {
                scanner.position += 1
                digits += skipDigits(bytes)
                type = .decimal
            } else if digits > 0, hasExponent(bytes, ahead: 1) {
                scanner.position += 1
                type = .decimal
            }
        }
        guard digits > 0 else { throw scanner.fault(.badNumber, from: start) }
        if hasExponent(bytes, ahead: 0) {
            scanner.position += 2
            _ = skipDigits(bytes)
            type = .double
        }
        let next = scanner.peek(bytes)
        if next.isNameCharacter || next == ASCII.colon || next >= 0x80 {
            scanner.position += 1
            throw scanner.fault(.badNumber, from: start)
        }
        let range = start..<scanner.position
        try scanner.checkLength(range)
        return try sink.literal(bytes.extracting(range), datatype: try handle(of: type, into: &sink))
    }

    private mutating func skipDigits(_ bytes: Span<UInt8>) -> Int {
        let start = scanner.position
        while scanner.peek(bytes).isDigit { scanner.position += 1 }
        return scanner.position - start
    }

    /// Whether `EXPONENT` stands some places ahead.
    private mutating func hasExponent(_ bytes: Span<UInt8>, ahead distance: Int) -> Bool {
        guard scanner.peek(bytes, ahead: distance) | 0x20 == UInt8(ascii: "e") else { return false }
        let next = scanner.peek(bytes, ahead: distance + 1)
        if next == ASCII.plus || next == ASCII.minus { return scanner.peek(bytes, ahead: distance + 2).isDigit }
        return next.isDigit
    }
}
