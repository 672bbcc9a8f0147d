internal import ByteText

/// Character references of HTML and XML: numbers, and the five names that XML has.
///
/// HTML names some two thousand characters more; none is needed in an `id`, a media type, an address or XML.
enum HTMLReferences {
    /// A text with its references replaced; what is no reference stays as it is.
    static func decoded(_ bytes: Span<UInt8>) -> String {
        var text: [UInt8] = []
        var offset = 0
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "&"), let (scalar, end) = reference(bytes, at: offset) {
                text += Array(String(Character(scalar)).utf8)
                offset = end
            } else {
                text.append(bytes[offset])
                offset += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func reference(_ bytes: Span<UInt8>, at start: Int) -> (Unicode.Scalar, end: Int)? {
        var end = start + 1
        // The longest reference is `&#1114111;` or `&#x10FFFF;`, leading zeros apart.
        while end < bytes.count, end - start < 16, bytes[end] != UInt8(ascii: ";") { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return nil }
        let name = String(utf8: bytes.extracting(start + 1..<end))
        guard let scalar = scalar(name) else { return nil }
        return (scalar, end + 1)
    }

    private static func scalar(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        guard name.utf8.first == UInt8(ascii: "#") else { return nil }
        let digits = name.dropFirst()
        let isHexadecimal = digits.utf8.first == UInt8(ascii: "x") || digits.utf8.first == UInt8(ascii: "X")
        let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
        return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    }
}
