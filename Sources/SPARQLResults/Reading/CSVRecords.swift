internal import ByteText
internal import Localization

/// The records of a CSV text, one after the other.
/// - Spec: RFC 4180 §2; a line may end with a line feed alone.
struct CSVRecords {
    struct Cell {
        let text: String
        /// An empty cell is unbound unless it stands in quotation marks.
        let isUnbound: Bool
    }

    private var offset: Int
    private var recordStart = 0

    init(_ bytes: Span<UInt8>) {
        offset = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    }

    /// Where the last record begins.
    func position(_ bytes: Span<UInt8>) -> TextPosition { TextPosition(of: recordStart, in: bytes) }

    /// The next record; `nil` at the end of the text.
    mutating func next(_ bytes: Span<UInt8>) throws(ResultsSyntaxError) -> [Cell]? {
        guard offset < bytes.count else { return nil }
        recordStart = offset
        var cells: [Cell] = []
        while true {
            cells.append(try readCell(bytes))
            guard offset < bytes.count else { return cells }
            switch bytes[offset] {
            case UInt8(ascii: ","):
                offset += 1
            case 0x0D where offset + 1 < bytes.count && bytes[offset + 1] == 0x0A:
                offset += 2
                return cells
            case 0x0A, 0x0D:
                offset += 1
                return cells
            default:
                throw ResultsSyntaxError(
                    .commaExpected, at: TextPosition(of: offset, in: bytes))
            }
        }
    }

    private mutating func readCell(_ bytes: Span<UInt8>) throws(ResultsSyntaxError) -> Cell {
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { return try readQuotedCell(bytes) }
        let start = offset
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: ","), 0x0A, 0x0D:
                return Cell(text: String(utf8: bytes.extracting(start..<offset)), isUnbound: offset == start)
            case UInt8(ascii: "\""):
                throw ResultsSyntaxError(
                    .quoteInside,
                    at: TextPosition(of: offset, in: bytes))
            default: offset += 1
            }
        }
        return Cell(text: String(utf8: bytes.extracting(start..<offset)), isUnbound: offset == start)
    }

    private mutating func readQuotedCell(_ bytes: Span<UInt8>) throws(ResultsSyntaxError) -> Cell {
        let start = offset
        offset += 1
        var text: [UInt8] = []
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if byte == UInt8(ascii: "\"") {
                guard offset < bytes.count, bytes[offset] == byte else {
                    return Cell(text: String(decoding: text, as: UTF8.self), isUnbound: false)
                }
                offset += 1
            }
            text.append(byte)
        }
        throw ResultsSyntaxError(.quoteUnclosed, at: TextPosition(of: start, in: bytes))
    }
}
