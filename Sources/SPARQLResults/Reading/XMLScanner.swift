internal import ByteText
internal import Localization

/// Takes an XML document apart into tags and texts, as far as documents of query results need.
///
/// No document type declaration is accepted, so there are no entities but the five of XML itself, and nothing outside
/// of the document is ever read. The encoding is UTF-8. Tags are checked against each other; names are taken as they
/// come.
/// - Spec: <https://www.w3.org/TR/xml/>
struct XMLScanner {
    /// A piece of a document.
    enum Piece {
        case start(XMLTag)
        case end
        case text(String)
    }

    private(set) var offset: Int
    /// The names of the elements that are open.
    private var open: [String] = []
    private var hasRoot = false
    /// An empty-element tag gives a start and then an end.
    private var owesEnd = false

    static let maximumDepth = 512

    init(_ bytes: Span<UInt8>) throws(ResultsSyntaxError) {
        offset = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
        guard (try? UTF8Span(validating: bytes)) != nil else {
            throw ResultsSyntaxError(.notUTF8)
        }
        // One pass for the whole document: a character that XML cannot hold may stand nowhere in it.
        for index in bytes.indices where Self.isForbidden(bytes, index) {
            offset = index
            throw error(.notInXML, in: bytes)
        }
    }

    /// Whether a control character, U+FFFE or U+FFFF begins at an offset.
    /// - Spec: <https://www.w3.org/TR/xml/#charsets>
    private static func isForbidden(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        switch bytes[index] {
        case 0x09, 0x0A, 0x0D: false
        case 0x00..<0x20: true
        case 0xEF: index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
        default: false
        }
    }

    /// An error at the place that has been reached.
    func error(_ problem: ResultsMessage, _ arguments: String..., in bytes: Span<UInt8>) -> ResultsSyntaxError {
        error(ResultsFault(problem, arguments), in: bytes)
    }

    /// An error at the place that has been reached.
    func error(_ fault: ResultsFault, in bytes: Span<UInt8>) -> ResultsSyntaxError {
        ResultsSyntaxError(fault, at: TextPosition(of: min(offset, bytes.count), in: bytes))
    }

    /// The next piece; `nil` at the end of the document. Comments and processing instructions are passed over.
    mutating func next(_ bytes: Span<UInt8>) throws(ResultsSyntaxError) -> Piece? {
        if owesEnd {
            owesEnd = false
            open.removeLast()
            return .end
        }
        while offset < bytes.count {
            guard bytes[offset] == UInt8(ascii: "<") else {
                if let text = try readText(bytes) { return .text(text) }
                continue
            }
            if skip("<!--", bytes) {
                try skipPast("-->", bytes)
            } else if skip("<?", bytes) {
                try readInstruction(bytes)
            } else if skip("<![CDATA[", bytes) {
                let start = offset
                try skipPast("]]>", bytes)
                guard !open.isEmpty else { throw error(.textOutside, in: bytes) }
                return .text(Self.normalized(bytes.extracting(start..<offset - 3)))
            } else if skip("<!", bytes) {
                throw error(.noDoctype, in: bytes)
            } else if skip("</", bytes) {
                try readEndTag(bytes)
                return .end
            } else {
                offset += 1
                return .start(try readStartTag(bytes))
            }
        }
        guard open.isEmpty, hasRoot else {
            throw error(.endsBefore, open.last.map { "</\($0)>" } ?? "<sparql>", in: bytes)
        }
        return nil
    }

    /// `<?xml …?>` is read for its encoding only.
    private mutating func readInstruction(_ bytes: Span<UInt8>) throws(ResultsSyntaxError) {
        let start = offset
        try skipPast("?>", bytes)
        let text = String(utf8: bytes.extracting(start..<offset - 2))
        // Only the declaration at the beginning of a document may have the name.
        guard !text.hasPrefix("xml ") || start == 2 || start == 5 && bytes[0] == 0xEF else {
            throw error(.outOfPlace, "?xml?", "sparql", in: bytes)
        }
        guard text.hasPrefix("xml"), let encoding = text.split(separator: "encoding").dropFirst().first else { return }
        let name = encoding.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" }
        guard name.hasPrefix("utf-8") || name.hasPrefix("us-ascii") else {
            throw error(.notUTF8, in: bytes)
        }
    }

    private mutating func readEndTag(_ bytes: Span<UInt8>) throws(ResultsSyntaxError) {
        let name = try readName(bytes)
        skipSpace(bytes)
        guard skip(">", bytes) else { throw error(.expectedSign, ">", in: bytes) }
        guard let last = open.popLast(), last.hasSameBytes(as: name) else {
            throw error(.closesNothing, name, in: bytes)
        }
    }

    /// The tag after its `<`.
    private mutating func readStartTag(_ bytes: Span<UInt8>) throws(ResultsSyntaxError) -> XMLTag {
        guard !open.isEmpty || !hasRoot else { throw error(.secondElement, in: bytes) }
        guard open.count < Self.maximumDepth else {
            throw error(.tooDeep, String(Self.maximumDepth), in: bytes)
        }
        hasRoot = true
        var tag = XMLTag(name: try readName(bytes))
        while true {
            let before = offset
            skipSpace(bytes)
            if skip(">", bytes) { break }
            if skip("/>", bytes) {
                owesEnd = true
                break
            }
            guard offset > before else { throw error(.expectedAttribute, in: bytes) }
            let name = try readName(bytes)
            skipSpace(bytes)
            guard skip("=", bytes) else { throw error(.expectedEquals, name, in: bytes) }
            skipSpace(bytes)
            guard tag.attribute(name) == nil else { throw error(.twice, name, in: bytes) }
            guard tag.attributes.count < 64 else { throw error(.tooManyAttributes, in: bytes) }
            tag.attributes.append((name, try readAttributeValue(bytes)))
        }
        open.append(tag.name)
        return tag
    }

    private mutating func readAttributeValue(_ bytes: Span<UInt8>) throws(ResultsSyntaxError) -> String {
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'") else {
            throw error(.expectedQuoted, in: bytes)
        }
        let quote = bytes[offset]
        offset += 1
        var value: [UInt8] = []
        while offset < bytes.count, bytes[offset] != quote {
            switch bytes[offset] {
            case UInt8(ascii: "<"): throw error(.lessThanInAttribute, in: bytes)
            case UInt8(ascii: "&"): try readReference(bytes, into: &value)
            case 0x09, 0x0A, 0x0D:
                value.append(0x20)
                offset += 1
            default:
                value.append(bytes[offset])
                offset += 1
            }
        }
        guard offset < bytes.count else { throw error(.attributeUnclosed, in: bytes) }
        offset += 1
        return String(decoding: value, as: UTF8.self)
    }

    /// The text up to the next tag; `nil` for white space outside of the document's element.
    private mutating func readText(_ bytes: Span<UInt8>) throws(ResultsSyntaxError) -> String? {
        var text: [UInt8] = []
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") {
            switch bytes[offset] {
            case UInt8(ascii: "&"):
                try readReference(bytes, into: &text)
            case 0x0D:
                text.append(0x0A)
                offset += offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
            default:
                text.append(bytes[offset])
                offset += 1
            }
        }
        if open.isEmpty {
            guard text.allSatisfy(XMLTag.isSpace) else { throw error(.textOutside, in: bytes) }
            return nil
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// `&name;`, `&#digits;` or `&#xdigits;`
    private mutating func readReference(_ bytes: Span<UInt8>, into text: inout [UInt8]) throws(ResultsSyntaxError) {
        let start = offset + 1
        var end = start
        // The longest reference that means anything is `&#x10FFFF;`; some write zeros before.
        while end < bytes.count, end - start < 16, bytes[end] != UInt8(ascii: ";") { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else { throw error(.badReference, in: bytes) }
        let name = String(utf8: bytes.extracting(start..<end))
        switch name {
        case "amp": text.append(UInt8(ascii: "&"))
        case "lt": text.append(UInt8(ascii: "<"))
        case "gt": text.append(UInt8(ascii: ">"))
        case "quot": text.append(UInt8(ascii: "\""))
        case "apos": text.append(UInt8(ascii: "'"))
        default:
            let digits = name.hasPrefix("#x") ? name.dropFirst(2) : name.hasPrefix("#") ? name.dropFirst() : ""
            guard let first = digits.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
                let value = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10), let scalar = Unicode.Scalar(value),
                (value >= 0x20 && value != 0xFFFE && value != 0xFFFF) || [0x9, 0xA, 0xD].contains(value)
            else { throw error(.unknownEntity, name, in: bytes) }
            text += Array(String(Character(scalar)).utf8)
        }
        offset = end + 1
    }

    private mutating func readName(_ bytes: Span<UInt8>) throws(ResultsSyntaxError) -> String {
        let start = offset
        while offset < bytes.count, Self.isNameByte(bytes[offset]) { offset += 1 }
        guard offset > start, offset - start <= 1_000 else { throw error(.expectedName, in: bytes) }
        return String(utf8: bytes.extracting(start..<offset))
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...0xFF: true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"): true
        default: false
        }
    }

    private mutating func skipSpace(_ bytes: Span<UInt8>) {
        while offset < bytes.count, XMLTag.isSpace(bytes[offset]) { offset += 1 }
    }

    private func startsHere(_ text: StaticString, _ bytes: Span<UInt8>) -> Bool {
        let count = text.utf8CodeUnitCount
        guard bytes.count - offset >= count else { return false }
        for index in 0..<count where unsafe bytes[offset + index] != text.utf8Start[index] { return false }
        return true
    }

    private mutating func skip(_ text: StaticString, _ bytes: Span<UInt8>) -> Bool {
        guard startsHere(text, bytes) else { return false }
        offset += text.utf8CodeUnitCount
        return true
    }

    private mutating func skipPast(_ text: StaticString, _ bytes: Span<UInt8>) throws(ResultsSyntaxError) {
        while offset < bytes.count {
            if skip(text, bytes) { return }
            offset += 1
        }
        throw error(.expectedSign, "\(text)", in: bytes)
    }

    /// Text with its line ends as XML reads them.
    private static func normalized(_ bytes: Span<UInt8>) -> String {
        var text: [UInt8] = []
        for index in bytes.indices {
            if bytes[index] != 0x0D {
                text.append(bytes[index])
            } else if index + 1 == bytes.count || bytes[index + 1] != 0x0A {
                text.append(0x0A)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// The start of an element.
struct XMLTag {
    /// The name, with its prefix.
    let name: String
    /// The attributes, with their prefixes.
    var attributes: [(name: String, value: String)] = []

    /// The value of an attribute.
    func attribute(_ name: String) -> String? { attributes.first { $0.name.hasSameBytes(as: name) }?.value }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
