internal import ByteText
internal import RDFModel

// Terms as all four syntaxes write them.

extension ByteOutput {
    /// How deep triple terms may stand inside each other.
    static var maximumDepth: Int { 256 }

    /// A term as canonical N-Triples have it.
    mutating func write(_ term: Term, depth: Int = 0) throws {
        switch term {
        case .iri(let iri): write(iri)
        case .blankNode(let node): write(node)
        case .literal(let literal): try write(literal)
        case .tripleTerm(let triple):
            guard depth < Self.maximumDepth else { throw RDFWritingError(.tooDeep(Self.maximumDepth)) }
            write("<<( ")
            try write(triple.subject, depth: depth + 1)
            write(ASCII.space)
            write(triple.predicate)
            write(ASCII.space)
            try write(triple.object, depth: depth + 1)
            write(" )>>")
        }
    }

    /// `IRIREF`.
    ///
    /// What no IRI may hold is escaped, so that an IRI made unchecked cannot end its brackets; readers refuse it.
    mutating func write(_ iri: IRI) { writeIRI(iri.string.utf8.span) }

    /// `IRIREF` of bytes.
    mutating func writeIRI(_ text: Span<UInt8>) {
        write(ASCII.less)
        var segment = 0
        var index = 0
        while index < text.count {
            while index &+ 8 <= text.count {
                let special = text.word(at: index).bytesSpecialInIRI
                guard special == 0 else {
                    index &+= special.trailingZeroBitCount &>> 3
                    break
                }
                index &+= 8
            }
            guard index < text.count else { break }
            if text[index].isForbiddenInIRI {
                write(text.extracting(segment..<index))
                writeEscape(UInt32(text[index]))
                segment = index + 1
            }
            index &+= 1
        }
        write(text.extracting(segment..<text.count))
        write(ASCII.greater)
    }

    /// `BLANK_NODE_LABEL`.
    ///
    /// A label that the syntaxes cannot hold is written in hexadecimal digits, and so is one that looks like that, so
    /// that different labels stay different.
    mutating func write(_ node: BlankNode) {
        write("_:")
        writeLabel(node.label.utf8.span)
    }

    /// A label, without the `_:` before it; in hexadecimal digits what syntaxes cannot hold. A label that looks as if it
    /// had been written so gets a letter more, so that different nodes stay different.
    mutating func writeLabel(_ label: Span<UInt8>) {
        guard Self.isLabel(label) else { return writeHexadecimal(label) }
        bytes.append(copying: label)
        if Self.isMade(label, "hex-", digit: { $0.isDigit || (0x41...0x46).contains($0) }) { write(Self.mark) }
    }

    /// A node of a document of which more is to come: its label is as above, and none of those of nodes without one.
    mutating func writeBlankNode(_ label: Span<UInt8>) {
        write("_:")
        writeLabel(label)
        if Self.isMade(label, "anon-", digit: \.isDigit) { write(Self.mark) }
    }

    /// A node without a label, by its number.
    mutating func writeBlankNode(number: UInt32) {
        write("_:anon-")
        write(text: String(number))
    }

    /// A label in hexadecimal digits.
    mutating func writeHexadecimal(_ label: Span<UInt8>) {
        write("hex-")
        for index in label.indices {
            writeDigit(UInt32(label[index] >> 4))
            writeDigit(UInt32(label[index] & 15))
        }
    }

    private static func isLabel(_ label: Span<UInt8>) -> Bool {
        guard label.count > 0, label[0] != ASCII.minus else { return false }
        for index in label.indices where !label[index].isNameCharacter { return false }
        return true
    }

    /// What a label gets that we might have made; no digit of ours.
    private static var mark: UInt8 { UInt8(ascii: "x") }

    /// Whether a label consists of a prefix, digits and marks.
    private static func isMade(_ label: Span<UInt8>, _ prefix: StaticString, digit: (UInt8) -> Bool) -> Bool {
        let length = prefix.utf8CodeUnitCount
        guard label.count >= length, label.extracting(0..<length).isText(prefix) else { return false }
        var index = length
        while index < label.count, digit(label[index]) { index += 1 }
        while index < label.count, label[index] == mark { index += 1 }
        return index == label.count
    }

    /// A literal.
    mutating func write(_ literal: Literal) throws {
        writeQuoted(literal.lexicalForm.utf8.span)
        switch literal.kind {
        case .typed(let datatype):
            guard datatype != XSD.string else { return }
            write("^^")
            write(datatype)
        case .languageTagged(let tag, let direction):
            try writeLanguage(tag.utf8.span, direction)
        }
    }

    /// `LANG_DIR`
    ///
    /// A tag is written in lower case.
    mutating func writeLanguage(_ tag: Span<UInt8>, _ direction: BaseDirection?) throws {
        guard Self.isLanguageTag(tag) else { throw RDFWritingError(.language(String(utf8: tag))) }
        write(ASCII.at)
        for index in tag.indices { write(tag[index].isLetter ? tag[index] | 0x20 : tag[index]) }
        if let direction {
            write("--")
            write(direction == .leftToRight ? "ltr" : "rtl")
        }
    }

    /// Subtags of one to eight letters or digits, the first of letters.
    package static func isLanguageTag(_ text: Span<UInt8>) -> Bool {
        var length = 0
        var isFirst = true
        for index in text.indices {
            let byte = text[index]
            if byte == ASCII.minus {
                guard length > 0 else { return false }
                length = 0
                isFirst = false
            } else {
                guard byte.isLetter || (!isFirst && byte.isDigit) else { return false }
                length += 1
                guard length <= 8 else { return false }
            }
        }
        return length > 0
    }

    /// `STRING_LITERAL_QUOTE`, with the escapes of canonical N-Triples and no others.
    /// - Spec: <https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples>
    mutating func writeQuoted(_ text: Span<UInt8>) {
        write(ASCII.quote)
        var segment = 0
        var index = 0
        while index < text.count {
            // Eight bytes that need no escape at a time; U+FFFE and U+FFFF are the only ones beyond ASCII that do.
            while index &+ 8 <= text.count {
                let word = text.word(at: index)
                let special =
                    word.bytes(lessThan: 0x20) | word.bytes(equalTo: ASCII.quote) | word.bytes(equalTo: ASCII.backslash)
                    | word.bytes(equalTo: 0x7F) | word.bytes(equalTo: 0xEF)
                guard special == 0 else {
                    index &+= special.trailingZeroBitCount &>> 3
                    break
                }
                index &+= 8
            }
            guard index < text.count else { break }
            let byte = text[index]
            let isNoncharacter =
                byte == 0xEF && index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
            guard byte < 0x20 || byte == 0x7F || byte == ASCII.quote || byte == ASCII.backslash || isNoncharacter else {
                index &+= 1
                continue
            }
            bytes.append(copying: text.extracting(segment..<index))
            if isNoncharacter {
                writeEscape(text[index + 2] == 0xBE ? 0xFFFE : 0xFFFF)
                index += 3
            } else {
                writeEscaped(byte)
                index += 1
            }
            segment = index
        }
        bytes.append(copying: text.extracting(segment..<text.count))
        write(ASCII.quote)
    }

    private mutating func writeEscaped(_ byte: UInt8) {
        switch byte {
        case 0x08: write("\\b")
        case 0x09: write("\\t")
        case 0x0A: write("\\n")
        case 0x0C: write("\\f")
        case 0x0D: write("\\r")
        case ASCII.quote: write("\\\"")
        case ASCII.backslash: write("\\\\")
        default: writeEscape(UInt32(byte))
        }
    }

    /// `\u` and four digits.
    private mutating func writeEscape(_ value: UInt32) {
        write("\\u")
        for shift in [12, 8, 4, 0] as [UInt32] { writeDigit(value >> shift & 15) }
    }

    private mutating func writeDigit(_ value: UInt32) {
        write(UInt8(value < 10 ? value + 0x30 : value + 0x37))
    }
}
