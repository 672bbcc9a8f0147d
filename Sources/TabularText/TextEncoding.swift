internal import ByteText

/// How the bytes of a sheet stand for text.
///
/// A file that is well-formed UTF-8 is UTF-8. Any other is Windows-1252, unless it holds more well-formed sequences of
/// several bytes than bytes that are none: then it is UTF-8 with damage, and reading it as Windows-1252 would break
/// every accent of the file in order to save one.
public enum TextEncoding: Sendable, Hashable {
    /// UTF-8, with or without a byte order mark.
    case utf8(byteOrderMark: Bool)
    /// Windows-1252, as older spreadsheets write Western languages.
    case windows1252

    /// A text in UTF-8, or the first thing that makes the bytes no text, with the offset in the bytes as given.
    enum Decoding {
        case text([UInt8], TextEncoding)
        case failure(TabularProblem.Kind, offset: Int)
    }

    /// Decodes the bytes of a file to UTF-8 without a byte order mark.
    /// - Complexity: O(*n*).
    static func decode(_ bytes: [UInt8]) -> Decoding {
        if let kind = ForeignContent(bytes) { return .failure(.notATable(kind), offset: 0) }
        if let name = foreignMark(bytes) { return .failure(.unsupportedEncoding(name), offset: 0) }
        if let offset = bytes.firstIndex(of: 0) { return .failure(.notText(byte: 0), offset: offset) }
        // A program that takes the mark for text writes a second one before it.
        var marks = 0
        while bytes[(3 * marks)...].starts(with: [0xEF, 0xBB, 0xBF]) { marks += 1 }
        let hasMark = marks > 0
        let survey = UTF8Survey(bytes)
        guard let firstBad = survey.firstIllFormed else {
            return .text(hasMark ? Array(bytes.dropFirst(3 * marks)) : bytes, .utf8(byteOrderMark: hasMark))
        }
        if hasMark || survey.longSequences > survey.illFormedBytes {
            return .failure(.damagedUTF8(byte: bytes[firstBad]), offset: firstBad)
        }
        if let (page, word, meant) = CodePage.unlikeWindows(bytes) {
            return .failure(.otherEncoding(page.name, word: word, meant: meant), offset: firstBad)
        }
        if let offset = bytes.firstIndex(where: { CodePage.windows1252.scalar($0) == nil }) {
            return .failure(.notText(byte: bytes[offset]), offset: offset)
        }
        return .text(CodePage.windows1252.utf8(bytes), .windows1252)
    }

    /// The encoding that a byte order mark of another Unicode form names.
    private static func foreignMark(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        // Without a mark: every other byte of a text in Western letters is zero.
        let start = bytes.prefix(200)
        for half in 0...1 where start.count >= 4 {
            let zeros = start.indices.count { $0 % 2 == half && start[$0] == 0 }
            let others = start.indices.count { $0 % 2 != half && start[$0] == 0 }
            if zeros * 3 >= start.count, others == 0 { return "UTF-16" }
        }
        return nil
    }
}

/// How far bytes are UTF-8.
struct UTF8Survey {
    /// The offset of the first byte that belongs to no well-formed sequence.
    private(set) var firstIllFormed: Int?
    /// How many bytes belong to no well-formed sequence.
    private(set) var illFormedBytes = 0
    /// How many well-formed sequences have more than one byte.
    private(set) var longSequences = 0

    /// Looks at every byte once.
    /// - Spec: The Unicode Standard, table 3-7 “Well-Formed UTF-8 Byte Sequences”.
    init(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            let length = Self.sequenceLength(in: bytes, at: index)
            if length == 0 {
                if firstIllFormed == nil { firstIllFormed = index }
                illFormedBytes += 1
                index += 1
            } else {
                longSequences += 1
                index += length
            }
        }
    }

    /// The length of the well-formed sequence of several bytes at an index; 0 where there is none.
    private static func sequenceLength(in bytes: [UInt8], at index: Int) -> Int {
        let lead = bytes[index]
        let (length, second): (Int, ClosedRange<UInt8>)
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
        return bytes[(index + 2)..<(index + length)].allSatisfy { (0x80...0xBF).contains($0) } ? length : 0
    }
}
