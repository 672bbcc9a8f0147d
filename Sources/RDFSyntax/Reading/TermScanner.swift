internal import ByteText
internal import Localization
internal import RDFModel

/// A term's text as a scanner found it: a range of the source, or, where it had escapes, what stands in a buffer of the
/// scanner now.
struct ScannedText {
    /// The bytes of the source between the delimiters.
    var range: Range<Int>
    /// Whether the decoded text stands in the scanner's buffer.
    var isDecoded = false
    /// Whether an IRI holds nothing that RFC 3987 allows in some places only; see ``TermScanner/checkIRI(_:_:)``.
    var isPlain = false
}

/// The terminals that N-Triples, N-Quads, Turtle and TriG share, each scanned from bytes.
///
/// The source is handed to every function; the scanner keeps the position. Text without escapes is not copied.
/// - Spec: <https://www.w3.org/TR/rdf12-turtle/#sec-grammar-grammar>
struct TermScanner {
    /// The offset of the next byte.
    var position = 0
    /// Whether a decision rested on there being no more bytes: a reader of chunks then asks again with more.
    var touchedEnd = false
    /// The last literal text that had escapes.
    var text: [UInt8] = []
    /// The last IRI that had escapes, a prefix or a base.
    var iri: [UInt8] = []
    let limits: RDFReaderOptions.Limits
    let version: RDFVersion

    init(options: RDFReaderOptions) {
        limits = options.limits
        version = options.version
    }

    // MARK: Looking

    /// The next byte; NUL at the end, which no production accepts.
    @inline(__always)
    mutating func peek(_ bytes: Span<UInt8>) -> UInt8 {
        guard position < bytes.count else {
            touchedEnd = true
            return 0
        }
        return bytes[position]
    }

    /// The byte some places after the next one; NUL beyond the end.
    @inline(__always)
    mutating func peek(_ bytes: Span<UInt8>, ahead distance: Int) -> UInt8 {
        guard position &+ distance < bytes.count else {
            touchedEnd = true
            return 0
        }
        return bytes[position &+ distance]
    }

    /// A fault at the next byte.
    func expected(_ problem: SyntaxMessage, _ arguments: String...) -> ReadingFault {
        ReadingFault(problem, arguments, from: position, to: position)
    }

    /// A fault from an offset to the position.
    func fault(_ problem: SyntaxMessage, from start: Int, _ arguments: String...) -> ReadingFault {
        ReadingFault(problem, arguments, from: start, to: position)
    }

    /// Throws where something of RDF 1.2 stands in a document that is to be RDF 1.1.
    func require12(from start: Int) throws {
        if version == .rdf11 { throw ReadingFault(.needsRDF12, from: start, to: position) }
    }

    // MARK: Between terms

    /// `WS`, line breaks and comments.
    @inline(__always)
    mutating func skipSpace(_ bytes: Span<UInt8>) throws {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == ASCII.hash {
                try comment(bytes)
            } else if byte == ASCII.space || byte == ASCII.lineFeed || byte == ASCII.tab || byte == ASCII.carriageReturn
            {
                position &+= 1
            } else {
                return
            }
        }
        touchedEnd = true
    }

    /// Spaces and tabs.
    @inline(__always)
    mutating func skipBlanks(_ bytes: Span<UInt8>) {
        while position < bytes.count, bytes[position] == ASCII.space || bytes[position] == ASCII.tab {
            position &+= 1
        }
    }

    /// `#` up to the line break, which stays.
    mutating func comment(_ bytes: Span<UInt8>) throws {
        let start = position
        var index = position
        var high: UInt8 = 0
        while index < bytes.count, bytes[index] != ASCII.lineFeed, bytes[index] != ASCII.carriageReturn {
            high |= bytes[index]
            index &+= 1
        }
        position = index
        if index == bytes.count { touchedEnd = true }
        if high >= 0x80 { try checkUTF8(bytes, start..<index) }
    }

    /// Throws where a range of bytes is not UTF-8.
    func checkUTF8(_ bytes: Span<UInt8>, _ range: Range<Int>) throws {
        do {
            _ = try UTF8Span(validating: bytes.extracting(range))
        } catch {
            throw ReadingFault(
                .badUTF8, from: range.lowerBound + error.byteOffsets.lowerBound,
                to: range.lowerBound + error.byteOffsets.upperBound)
        }
    }

    /// Throws where a term is longer than the limit.
    @inline(__always)
    func checkLength(_ range: Range<Int>) throws {
        guard range.count > limits.termBytes else { return }
        throw ReadingFault(
            .termTooLong, [String(limits.termBytes)], from: range.lowerBound, to: range.lowerBound)
    }

    // MARK: IRIREF

    /// `IRIREF`: the position stands at `<`; the range is what stands between the brackets.
    mutating func iriReference(_ bytes: Span<UInt8>) throws -> ScannedText {
        let start = position &+ 1
        var index = start
        var high: UInt64 = 0
        var hashes = 0
        var isPlain = true
        let count = bytes.count
        while true {
            while index &+ 8 <= count {
                let word = bytes.word(at: index)
                high |= word
                let special = word.bytesSpecialInIRI
                guard special == 0 else {
                    index &+= special.trailingZeroBitCount &>> 3
                    break
                }
                index &+= 8
            }
            guard index < count else {
                touchedEnd = true
                throw ReadingFault(.unterminatedIRI, from: position, to: count)
            }
            let byte = bytes[index]
            if byte == ASCII.greater { break }
            if byte == ASCII.backslash { return try escapedIRI(bytes, from: start, to: index) }
            if byte.isForbiddenInIRI { throw forbiddenInIRI(bytes, at: index) }
            if byte == ASCII.hash {
                hashes &+= 1
            } else if byte == ASCII.percent || byte == ASCII.openBracket || byte == ASCII.closeBracket || byte == 0x7F {
                isPlain = false
            }
            high |= UInt64(byte)
            index &+= 1
        }
        try checkLength(start..<index)
        if high & 0x8080_8080_8080_8080 != 0 {
            try checkUTF8(bytes, start..<index)
            isPlain = false
        }
        position = index &+ 1
        return ScannedText(range: start..<index, isPlain: isPlain && hashes < 2)
    }

    /// An IRI with escapes, decoded into the buffer; everything before `index` holds none.
    private mutating func escapedIRI(_ bytes: Span<UInt8>, from start: Int, to escape: Int) throws -> ScannedText {
        let opener = position
        iri.removeAll(keepingCapacity: true)
        iri.append(copying: bytes.extracting(start..<escape))
        position = escape
        while position < bytes.count {
            let byte = bytes[position]
            if byte == ASCII.greater {
                let range = start..<position
                try checkLength(range)
                try checkUTF8(bytes, range)
                position += 1
                return ScannedText(range: range, isDecoded: true)
            }
            if byte == ASCII.backslash {
                let escape = position
                let scalar = try unicodeEscape(bytes)
                if scalar.isASCII, UInt8(scalar.value).isForbiddenInIRI {
                    throw fault(.forbiddenInIRI, from: escape, Self.name(of: scalar))
                }
                iri.append(contentsOf: scalar.utf8)
            } else if byte.isForbiddenInIRI {
                throw forbiddenInIRI(bytes, at: position)
            } else {
                iri.append(byte)
                position += 1
            }
        }
        touchedEnd = true
        throw ReadingFault(.unterminatedIRI, from: opener, to: bytes.count)
    }

    /// `IRIREF` of an absolute IRI.
    mutating func absoluteIRI(_ bytes: Span<UInt8>) throws -> ScannedText {
        let found = try iriReference(bytes)
        if !found.isPlain || !bytes.extracting(found.range).isPlainlyAbsolute { try checkIRI(found, bytes) }
        return found
    }

    /// Throws where a reference that was scanned is no absolute IRI by RFC 3987.
    func checkIRI(_ found: ScannedText, _ bytes: Span<UInt8>) throws {
        let text = found.isDecoded ? iri.span : bytes.extracting(found.range)
        guard let fault = text.iriFault() else { return }
        throw self.fault(fault.reason, at: found.isDecoded ? nil : fault.offset, of: found.range)
    }

    /// Throws where the IRI in the buffer is malformed; it was made of the bytes from a start to here, perhaps of one.
    func checkIRI(madeFrom start: Int) throws {
        guard let fault = iri.span.iriFault() else { return }
        let (problem, arguments) = fault.reason.message
        throw ReadingFault(problem, arguments, from: start, to: position)
    }

    /// A fault of an IRI, at a byte of it where that is known.
    func fault(_ reason: IRIError.Reason, at offset: Int?, of range: Range<Int>) -> ReadingFault {
        let (problem, arguments) = reason.message
        // What lacks a scheme lacks it as a whole.
        let offset = reason == .noScheme ? nil : offset
        return ReadingFault(
            problem, arguments, from: range.lowerBound - 1,
            to: offset.map { range.lowerBound + $0 + 1 } ?? (range.upperBound + 1))
    }

    private func forbiddenInIRI(_ bytes: Span<UInt8>, at index: Int) -> ReadingFault {
        // A space at an end is no part of the address: to percent-encode it would be another IRI.
        if bytes[index] == ASCII.space {
            var end = index
            while end < bytes.count, bytes[end] == ASCII.space { end += 1 }
            if bytes[index - 1] == ASCII.less || (end < bytes.count && bytes[end] == ASCII.greater) {
                return ReadingFault(.blankAroundIRI, from: index, to: end)
            }
        }
        return ReadingFault(
            .forbiddenInIRI, [Self.name(of: Unicode.Scalar(bytes[index]))], from: position, to: index + 1)
    }

    static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    // MARK: Strings

    /// A quoted text, on one line or between three quotes: the position stands at the first quote.
    mutating func string(_ bytes: Span<UInt8>, mayBeLong: Bool) throws -> ScannedText {
        let quote = bytes[position]
        if mayBeLong, peek(bytes, ahead: 1) == quote, peek(bytes, ahead: 2) == quote {
            return try longString(bytes, quote: quote)
        }
        let opener = position
        let start = position &+ 1
        var index = start
        var segment = start
        var high: UInt64 = 0
        var isDecoded = false
        let count = bytes.count
        while true {
            while index &+ 8 <= count {
                let word = bytes.word(at: index)
                high |= word
                // Less than 0x0E: line breaks, and the controls near them that are looked at and let through.
                let special =
                    word.bytes(equalTo: quote) | word.bytes(equalTo: ASCII.backslash) | word.bytes(lessThan: 0x0E)
                guard special == 0 else {
                    index &+= special.trailingZeroBitCount &>> 3
                    break
                }
                index &+= 8
            }
            guard index < count else {
                touchedEnd = true
                throw ReadingFault(.unterminatedString, from: opener, to: count)
            }
            let byte = bytes[index]
            if byte == quote { break }
            if byte == ASCII.backslash {
                if !isDecoded { text.removeAll(keepingCapacity: true) }
                isDecoded = true
                text.append(copying: bytes.extracting(segment..<index))
                position = index
                try escape(bytes)
                index = position
                segment = index
                continue
            }
            if byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
                throw ReadingFault(.lineBreakInString, from: opener, to: index)
            }
            high |= UInt64(byte)
            index &+= 1
        }
        if isDecoded { text.append(copying: bytes.extracting(segment..<index)) }
        try checkLength(start..<index)
        if high & 0x8080_8080_8080_8080 != 0 { try checkUTF8(bytes, start..<index) }
        position = index &+ 1
        return ScannedText(range: start..<index, isDecoded: isDecoded)
    }

    /// `STRING_LITERAL_LONG_QUOTE` and `…_SINGLE_QUOTE`.
    private mutating func longString(_ bytes: Span<UInt8>, quote: UInt8) throws -> ScannedText {
        let opener = position
        let start = position + 3
        var index = start
        var segment = start
        var high: UInt64 = 0
        var isDecoded = false
        let count = bytes.count
        while true {
            while index &+ 8 <= count {
                let word = bytes.word(at: index)
                high |= word
                let special = word.bytes(equalTo: quote) | word.bytes(equalTo: ASCII.backslash)
                guard special == 0 else {
                    index &+= special.trailingZeroBitCount &>> 3
                    break
                }
                index &+= 8
            }
            guard index < count else { break }
            let byte = bytes[index]
            if byte == quote, index + 2 < count, bytes[index + 1] == quote, bytes[index + 2] == quote {
                if isDecoded { text.append(copying: bytes.extracting(segment..<index)) }
                try checkLength(start..<index)
                if high & 0x8080_8080_8080_8080 != 0 { try checkUTF8(bytes, start..<index) }
                position = index + 3
                return ScannedText(range: start..<index, isDecoded: isDecoded)
            }
            if byte == ASCII.backslash {
                if !isDecoded { text.removeAll(keepingCapacity: true) }
                isDecoded = true
                text.append(copying: bytes.extracting(segment..<index))
                position = index
                try escape(bytes)
                index = position
                segment = index
                continue
            }
            high |= UInt64(byte)
            index &+= 1
        }
        touchedEnd = true
        throw ReadingFault(.unterminatedString, from: opener, to: count)
    }

    /// `ECHAR` or `UCHAR`, appended to the text: the position stands at the backslash.
    private mutating func escape(_ bytes: Span<UInt8>) throws {
        switch peek(bytes, ahead: 1) {
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "f"): text.append(0x0C)
        case ASCII.quote: text.append(ASCII.quote)
        case ASCII.apostrophe: text.append(ASCII.apostrophe)
        case ASCII.backslash: text.append(ASCII.backslash)
        default:
            text.append(contentsOf: try unicodeEscape(bytes).utf8)
            return
        }
        position += 2
    }

    /// `UCHAR`: `\u` and four digits, or `\U` and eight, of a Unicode scalar value.
    private mutating func unicodeEscape(_ bytes: Span<UInt8>) throws -> Unicode.Scalar {
        let length: Int
        switch peek(bytes, ahead: 1) {
        case UInt8(ascii: "u"): length = 4
        case UInt8(ascii: "U"): length = 8
        default: throw ReadingFault(.badEscape, from: position, to: position + 2)
        }
        var value: UInt32 = 0
        for index in 0..<length {
            guard let digit = peek(bytes, ahead: 2 + index).hexadecimalValue else {
                throw ReadingFault(.badEscape, from: position, to: position + 2 + index)
            }
            // Eight digits fill the 32 bits exactly.
            value = value &<< 4 | digit
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw ReadingFault(.badCodePoint, from: position, to: position + 2 + length)
        }
        position += 2 + length
        return scalar
    }
}
