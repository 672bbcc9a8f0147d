internal import ByteText

/// Where the parts of a JSON text stand: the members of the object that it is, or the array.
///
/// An outline is found by strings and brackets alone, far faster than the text can be read. It promises nothing of
/// what is inside the parts: their readers check that.
public enum JSONOutline: Equatable, Sendable {
    /// The document is an array, in a range of the text, with breaks as those of a ``Member``.
    case array(Range<Int>, breaks: [Int])
    /// The document is an object, with so many members.
    case object([Member])

    /// A member of the object.
    public struct Member: Equatable, Sendable {
        /// The name as it is written, escapes and all, without its quotation marks.
        public let name: Range<Int>
        /// The value.
        public let value: Range<Int>
        /// Whether the value is an array.
        public let isArray: Bool
        /// Commas between elements of the array, far enough from one another that what is between two of them is worth
        /// the while of a thread; none in a short array.
        public let breaks: [Int]
    }

    /// The outline of a text; `nil` for a text that is a scalar, has more than a few members, or is not well-formed.
    /// - Complexity: O(*n*) in the bytes, eight at a time inside strings.
    public init?(of bytes: Span<UInt8>, maximumMembers: Int = 8) {
        var scanner = OutlineScanner()
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { scanner.offset = 3 }
        scanner.skipSpace(bytes)
        guard scanner.offset < bytes.count else { return nil }
        switch bytes[scanner.offset] {
        case UInt8(ascii: "["):
            guard let value = scanner.value(bytes) else { return nil }
            self = .array(value, breaks: scanner.breaks)
        case UInt8(ascii: "{"):
            guard let members = scanner.members(bytes, atMost: maximumMembers) else { return nil }
            self = .object(members)
        default: return nil
        }
        scanner.skipSpace(bytes)
        guard scanner.offset == bytes.count else { return nil }
    }
}

/// Passes over values without looking into them.
private struct OutlineScanner {
    var offset = 0
    /// The breaks of the last value.
    private(set) var breaks: [Int] = []
    /// Small enough that two threads end at about the same time, large enough that sharing out costs nothing.
    private static let leastDistance = 32 << 10

    mutating func skipSpace(_ bytes: Span<UInt8>) {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x0A, 0x0D, 0x09: offset += 1
            default: return
            }
        }
    }

    /// Passes over a byte that must be there.
    private mutating func skip(_ byte: Unicode.Scalar, _ bytes: Span<UInt8>) -> Bool {
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: byte) else { return false }
        offset += 1
        return true
    }

    /// The members of the object that begins here.
    mutating func members(_ bytes: Span<UInt8>, atMost limit: Int) -> [JSONOutline.Member]? {
        var members: [JSONOutline.Member] = []
        guard skip("{", bytes) else { return nil }
        skipSpace(bytes)
        if skip("}", bytes) { return members }
        while members.count < limit {
            guard skip("\"", bytes) else { return nil }
            let start = offset
            guard skipString(bytes) else { return nil }
            let name = start..<(offset - 1)
            skipSpace(bytes)
            guard skip(":", bytes) else { return nil }
            skipSpace(bytes)
            guard let value = value(bytes) else { return nil }
            let isArray = bytes[value.lowerBound] == UInt8(ascii: "[")
            members.append(JSONOutline.Member(name: name, value: value, isArray: isArray, breaks: breaks))
            skipSpace(bytes)
            if skip("}", bytes) { return members }
            guard skip(",", bytes) else { return nil }
            skipSpace(bytes)
        }
        return nil
    }

    /// Passes over a value; `nil` if there is none, or no end of it.
    mutating func value(_ bytes: Span<UInt8>) -> Range<Int>? {
        let start = offset
        var depth = 0
        breaks = []
        // No comma is far enough from this one where the value is no array.
        var lastBreak = start < bytes.count && bytes[start] == UInt8(ascii: "[") ? start : Int.max
        while offset < bytes.count {
            let byte = bytes[offset]
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                guard skipString(bytes) else { return nil }
                if depth == 0 { return start..<offset }
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                offset += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if depth == 0 { return offset > start ? start..<offset : nil }
                depth -= 1
                offset += 1
                if depth == 0 { return start..<offset }
            case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09:
                if depth == 0 { return offset > start ? start..<offset : nil }
                if depth == 1, byte == UInt8(ascii: ","), lastBreak <= offset - Self.leastDistance {
                    breaks.append(offset)
                    lastBreak = offset
                }
                offset += 1
            default: offset += 1
            }
        }
        return nil
    }

    /// Passes over a string whose first quotation mark has been passed, and over its last one.
    private mutating func skipString(_ bytes: Span<UInt8>) -> Bool {
        while true {
            while offset &+ 8 <= bytes.count {
                let word = bytes.word(at: offset)
                let found = word.bytes(equalTo: UInt8(ascii: "\"")) | word.bytes(equalTo: UInt8(ascii: "\\"))
                // The lowest of them is certain.
                guard found == 0 else {
                    offset &+= found.trailingZeroBitCount &>> 3
                    break
                }
                offset &+= 8
            }
            guard offset < bytes.count else { return false }
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                offset += 1
                return true
            case UInt8(ascii: "\\"): offset += 2
            default: offset += 1
            }
        }
    }
}
