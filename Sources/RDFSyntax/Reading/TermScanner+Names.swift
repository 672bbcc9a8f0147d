internal import ByteText
internal import Localization
internal import RDFModel

/// A language tag as a scanner found it.
struct ScannedLanguage {
    /// The bytes of the tag, without `@` and direction.
    var tag: Range<Int>
    /// The base direction of RDF 1.2.
    var direction: BaseDirection?
}

extension TermScanner {
    /// `BLANK_NODE_LABEL`: the position stands at `_`; the range is the label without `_:`.
    mutating func blankNodeLabel(_ bytes: Span<UInt8>) throws -> Range<Int> {
        let opener = position
        guard peek(bytes, ahead: 1) == ASCII.colon else {
            throw ReadingFault(.badBlankNodeLabel, from: opener, to: opener + 2)
        }
        let start = position &+ 2
        position = start
        let first = peek(bytes)
        guard first.isLetter || first.isDigit || first == ASCII.underscore || first >= 0x80 else {
            throw ReadingFault(.badBlankNodeLabel, from: opener, to: start)
        }
        if first >= 0x80 {
            guard let (scalar, length) = try scalar(bytes, at: start), scalar.isBaseNameScalar else {
                throw ReadingFault(.badBlankNodeLabel, from: opener, to: start)
            }
            position &+= length
        } else {
            position &+= 1
        }
        try skipNameCharacters(bytes, withDots: true)
        try checkLength(start..<position)
        return start..<position
    }

    /// `LANG_DIR`: the position stands at `@`.
    ///
    /// A subtag has at most eight characters, as BCP 47 wants them.
    mutating func languageTag(_ bytes: Span<UInt8>) throws -> ScannedLanguage {
        let opener = position
        let start = position &+ 1
        position = start
        var subtag = start
        while peek(bytes).isLetter || (subtag > start && peek(bytes).isDigit) || peek(bytes) == ASCII.minus {
            if peek(bytes) == ASCII.minus {
                guard position > subtag, position - subtag <= 8 else { throw fault(.badLanguage, from: opener) }
                if peek(bytes, ahead: 1) == ASCII.minus {
                    let end = position
                    return ScannedLanguage(tag: start..<end, direction: try baseDirection(bytes, from: opener))
                }
                subtag = position &+ 1
            }
            position &+= 1
        }
        guard position > subtag, position - subtag <= 8 else { throw fault(.badLanguage, from: opener) }
        return ScannedLanguage(tag: start..<position)
    }

    private mutating func baseDirection(_ bytes: Span<UInt8>, from opener: Int) throws -> BaseDirection {
        position += 2
        let start = position
        while peek(bytes).isLetter { position += 1 }
        try require12(from: opener)
        let word = bytes.extracting(start..<position)
        if word.isText("ltr") { return .leftToRight }
        if word.isText("rtl") { return .rightToLeft }
        throw fault(.badDirection, from: opener)
    }

    /// `PN_PREFIX`, or a keyword: moves over name characters and dots, and says where they end.
    ///
    /// A dot at the end is not part of it.
    mutating func word(_ bytes: Span<UInt8>) throws -> Range<Int> {
        let start = position
        let first = peek(bytes)
        if first >= 0x80 {
            guard let (scalar, length) = try scalar(bytes, at: start), scalar.isBaseNameScalar else {
                return start..<start
            }
            position &+= length
        } else {
            guard first.isLetter else { return start..<start }
            position &+= 1
        }
        try skipNameCharacters(bytes, withDots: true)
        return start..<position
    }

    /// `PN_LOCAL`, perhaps empty: the position stands after the colon. The decoded name is appended to the IRI buffer.
    /// - Returns: whether every character of it may stand in any path, query or fragment.
    mutating func appendLocalName(_ bytes: Span<UInt8>) throws -> Bool {
        var isPlain = true
        let start = position
        var segment = start
        var index = start
        let count = bytes.count
        // The end of the last character that is no bare dot.
        var end = start
        while index < count {
            let byte = bytes[index]
            if byte.isNameCharacter || byte == ASCII.colon {
                // A name does not begin with `-`.
                if byte == ASCII.minus, index == start { break }
                index &+= 1
                end = index
            } else if byte == ASCII.dot {
                if index == start { break }
                index &+= 1
            } else if byte >= 0x80 {
                guard let (scalar, length) = try scalar(bytes, at: index),
                    index == start ? scalar.isBaseNameScalar : scalar.isNameScalar
                else { break }
                index &+= length
                end = index
                isPlain = false
            } else if byte == ASCII.percent {
                position = index
                guard peek(bytes, ahead: 1).hexadecimalValue != nil, peek(bytes, ahead: 2).hexadecimalValue != nil
                else { throw ReadingFault(.badLocalName, from: index, to: index + 3) }
                index &+= 3
                end = index
            } else if byte == ASCII.backslash {
                position = index
                let escaped = peek(bytes, ahead: 1)
                guard escaped.isLocalNameEscape else { throw ReadingFault(.badLocalName, from: index, to: index + 2) }
                iri.append(copying: bytes.extracting(segment..<index))
                segment = index &+ 1
                index &+= 2
                end = index
                isPlain = false
            } else {
                break
            }
        }
        if index == count { touchedEnd = true }
        position = end
        iri.append(copying: bytes.extracting(segment..<end))
        guard iri.count <= limits.termBytes else {
            throw ReadingFault(.termTooLong, [String(limits.termBytes)], from: start, to: start)
        }
        return isPlain
    }

    /// Moves over `PN_CHARS`, and over dots between them where told.
    private mutating func skipNameCharacters(_ bytes: Span<UInt8>, withDots: Bool) throws {
        var index = position
        var end = position
        let count = bytes.count
        while index < count {
            let byte = bytes[index]
            if byte.isNameCharacter {
                index &+= 1
                end = index
            } else if byte == ASCII.dot, withDots {
                index &+= 1
            } else if byte >= 0x80, let (scalar, length) = try scalar(bytes, at: index), scalar.isNameScalar {
                index &+= length
                end = index
            } else {
                break
            }
        }
        if index == count { touchedEnd = true }
        position = end
    }

    /// The scalar that begins at a byte beyond ASCII, and its length in bytes; `nil` where the source ends inside it.
    mutating func scalar(_ bytes: Span<UInt8>, at index: Int) throws -> (UInt32, Int)? {
        let first = bytes[index]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard index + length <= bytes.count else {
            touchedEnd = true
            try checkUTF8(bytes, index..<bytes.count)
            return nil
        }
        try checkUTF8(bytes, index..<(index + length))
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (value, length)
    }
}

extension UInt8 {
    /// What may follow the backslash in a local name.
    /// - Spec: <https://www.w3.org/TR/turtle/#grammar-production-PN_LOCAL_ESC>
    fileprivate var isLocalNameEscape: Bool {
        switch self {
        case ASCII.underscore, ASCII.tilde, ASCII.dot, ASCII.minus, 0x21, 0x24, 0x26...0x2C, ASCII.semicolon, 0x3D,
            0x2F, 0x3F, ASCII.hash, ASCII.at, ASCII.percent:
            true
        default: false
        }
    }
}

extension Span where Element == UInt8 {
    /// Whether the bytes are those of a text.
    package func isText(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { buffer in
            for index in indices where unsafe buffer[index] != self[index] { return false }
            return true
        }
    }

    /// Whether the bytes are those of a text in lower case, when `A`…`Z` count as `a`…`z`.
    package func isTextWithoutCase(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { buffer in
            for index in indices where unsafe buffer[index] != (self[index].isLetter ? self[index] | 0x20 : self[index])
            {
                return false
            }
            return true
        }
    }
}
