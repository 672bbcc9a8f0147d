internal import ByteText
internal import RDFModel

/// A start tag of an HTML document: what a person wrote between `<` and `>`.
struct HTMLTag {
    /// The name, in lower case.
    let name: String
    /// The attributes, their names in lower case and their values without character references.
    let attributes: [(name: String, value: String)]
    /// Whether the tag ends in `/>`.
    let closesItself: Bool

    /// The value of an attribute; of the first where it is there twice, as browsers read it.
    func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// Cuts HTML, or XHTML, into the tags and texts that matter to someone who looks for scripts.
///
/// It knows what browsers know of places where a `<` begins no tag: comments, declarations, and elements whose content
/// is text, above all scripts with their escapes. It builds no tree and mends no markup.
/// - Spec: <https://html.spec.whatwg.org/multipage/parsing.html#tokenization>
struct HTMLTokenizer {
    /// The next byte.
    var offset = 0
    /// Whether the text is XML, where scripts have character references and CDATA sections.
    let isXML: Bool

    /// A piece of the document.
    enum Piece {
        case start(HTMLTag)
        case end(String)
    }

    /// The next tag; `nil` at the end of the document. Text, comments and declarations are passed over.
    mutating func next(_ bytes: Span<UInt8>) -> Piece? {
        while offset < bytes.count {
            guard bytes[offset] == UInt8(ascii: "<") else {
                offset += 1
                continue
            }
            if starts("<!--", bytes) {
                skip(past: "-->", from: offset + 4, bytes)
            } else if isXML, starts("<![CDATA[", bytes) {
                skip(past: "]]>", from: offset + 9, bytes)
            } else if starts("<!", bytes) || starts("<?", bytes) {
                skip(past: ">", from: offset + 2, bytes)
            } else if starts("</", bytes), Self.isLetter(bytes, offset + 2) {
                offset += 2
                let name = readName(bytes)
                skip(past: ">", from: offset, bytes)
                return .end(name)
            } else if Self.isLetter(bytes, offset + 1) {
                offset += 1
                return readStartTag(bytes).map(Piece.start)
            } else {
                offset += 1
            }
        }
        return nil
    }

    // MARK: Tags

    /// The rest of a start tag; `nil` where the document ends in it, as browsers drop such a tag.
    private mutating func readStartTag(_ bytes: Span<UInt8>) -> HTMLTag? {
        let name = readName(bytes)
        var attributes: [(name: String, value: String)] = []
        while true {
            while offset < bytes.count, Self.isSpace(bytes[offset]) { offset += 1 }
            guard offset < bytes.count else { return nil }
            switch bytes[offset] {
            case UInt8(ascii: ">"):
                offset += 1
                return HTMLTag(name: name, attributes: attributes, closesItself: false)
            case UInt8(ascii: "/"):
                offset += 1
                guard offset < bytes.count, bytes[offset] == UInt8(ascii: ">") else { continue }
                offset += 1
                return HTMLTag(name: name, attributes: attributes, closesItself: true)
            default: attributes.append(readAttribute(bytes))
            }
        }
    }

    private mutating func readAttribute(_ bytes: Span<UInt8>) -> (name: String, value: String) {
        let start = offset
        // Even “=” can begin a name.
        offset += 1
        while offset < bytes.count, !Self.isSpace(bytes[offset]), bytes[offset] != UInt8(ascii: "="),
            bytes[offset] != UInt8(ascii: ">"), bytes[offset] != UInt8(ascii: "/")
        { offset += 1 }
        let name = String(utf8: bytes.extracting(start..<offset)).asciiLowercased
        var next = offset
        while next < bytes.count, Self.isSpace(bytes[next]) { next += 1 }
        guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else { return (name, "") }
        offset = next + 1
        while offset < bytes.count, Self.isSpace(bytes[offset]) { offset += 1 }
        return (name, HTMLReferences.decoded(bytes.extracting(readAttributeValue(bytes))))
    }

    private mutating func readAttributeValue(_ bytes: Span<UInt8>) -> Range<Int> {
        guard offset < bytes.count else { return offset..<offset }
        let quote = bytes[offset]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = offset + 1
            offset = start
            while offset < bytes.count, bytes[offset] != quote { offset += 1 }
            let end = offset
            if offset < bytes.count { offset += 1 }
            return start..<end
        }
        let start = offset
        while offset < bytes.count, !Self.isSpace(bytes[offset]), bytes[offset] != UInt8(ascii: ">") { offset += 1 }
        return start..<offset
    }

    /// The name of a tag, in lower case; in XML as it is written, but for its prefix.
    private mutating func readName(_ bytes: Span<UInt8>) -> String {
        let start = offset
        while offset < bytes.count, !Self.isSpace(bytes[offset]), bytes[offset] != UInt8(ascii: ">"),
            bytes[offset] != UInt8(ascii: "/")
        { offset += 1 }
        let name = String(utf8: bytes.extracting(start..<offset))
        guard isXML else { return name.asciiLowercased }
        return name.utf8.firstIndex(of: UInt8(ascii: ":")).map { String(name[name.index(after: $0)...]) } ?? name
    }

    // MARK: Elements whose content is text

    /// The text up to the end tag of an element in which a `<` begins no other tag; leaves it and its end tag behind.
    mutating func rawText(of name: String, _ bytes: Span<UInt8>) -> Range<Int> {
        let start = offset
        var isEscaped = false
        var isDoublyEscaped = false
        while offset < bytes.count {
            if isEscaped, starts("-->", bytes) {
                (isEscaped, isDoublyEscaped) = (false, false)
                offset += 3
                continue
            }
            guard bytes[offset] == UInt8(ascii: "<") else {
                offset += 1
                continue
            }
            if !isDoublyEscaped, startsTag("</", name, bytes) { break }
            if name == "script" {
                if !isEscaped, starts("<!--", bytes) {
                    isEscaped = true
                    // `<!-->` opens and closes.
                    offset += 2
                    continue
                }
                if isEscaped, !isDoublyEscaped, startsTag("<", name, bytes) {
                    isDoublyEscaped = true
                } else if isDoublyEscaped, startsTag("</", name, bytes) {
                    isDoublyEscaped = false
                }
            }
            offset += 1
        }
        let end = offset
        if offset < bytes.count { skip(past: ">", from: offset, bytes) }
        return start..<end
    }

    /// The text of an XML element that holds only text: references and CDATA sections resolved, comments dropped.
    mutating func xmlText(of name: String, _ bytes: Span<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        while offset < bytes.count {
            if starts("<![CDATA[", bytes) {
                let start = offset + 9
                skip(past: "]]>", from: start, bytes)
                let end = offset <= bytes.count && offset >= start + 3 ? offset - 3 : offset
                for index in start..<max(start, end) { text.append(bytes[index]) }
            } else if starts("<!--", bytes) {
                skip(past: "-->", from: offset + 4, bytes)
            } else if startsTag("</", name, bytes) {
                skip(past: ">", from: offset, bytes)
                return text
            } else {
                let start = offset
                offset += 1
                while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") { offset += 1 }
                text += HTMLReferences.decoded(bytes.extracting(start..<offset)).utf8
            }
        }
        return text
    }

    // MARK: Bytes

    private func starts(_ text: StaticString, _ bytes: Span<UInt8>) -> Bool {
        guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
        for index in 0..<text.utf8CodeUnitCount where unsafe bytes[offset + index] != text.utf8Start[index] {
            return false
        }
        return true
    }

    /// Whether an opening such as `</` and a whole tag name stand here, whatever the case of the name.
    private func startsTag(_ opening: StaticString, _ name: String, _ bytes: Span<UInt8>) -> Bool {
        guard starts(opening, bytes) else { return false }
        var index = offset + opening.utf8CodeUnitCount
        if isXML {
            // A prefix before the name.
            var colon = index
            while colon < bytes.count, bytes[colon] != UInt8(ascii: ":"), !Self.endsName(bytes[colon]) { colon += 1 }
            if colon < bytes.count, bytes[colon] == UInt8(ascii: ":") { index = colon + 1 }
        }
        for byte in name.utf8 {
            guard index < bytes.count, bytes[index] | (Self.isUpper(bytes[index]) ? 0x20 : 0) == byte else {
                return false
            }
            index += 1
        }
        return index >= bytes.count || Self.endsName(bytes[index])
    }

    /// Goes behind the next appearance of a text, or to the end.
    private mutating func skip(past text: StaticString, from start: Int, _ bytes: Span<UInt8>) {
        offset = min(start, bytes.count)
        while offset < bytes.count {
            if starts(text, bytes) {
                offset += text.utf8CodeUnitCount
                return
            }
            offset += 1
        }
    }

    private static func isUpper(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }
    private static func isLetter(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
        offset < bytes.count && (bytes[offset] | 0x20) &- UInt8(ascii: "a") < 26
    }
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B }
    private static func endsName(_ byte: UInt8) -> Bool {
        isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
    }
}
