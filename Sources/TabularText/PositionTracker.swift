internal import ByteText

/// Lines and columns of offsets that are asked for in ascending order.
///
/// A line ends at LF, at CR, or at both; a column counts Unicode scalars, which are the bytes that continue none.
struct PositionTracker {
    private var current = TextPosition()

    /// The position of an offset that is not before the last one asked for.
    /// - Complexity: O(*d*) in the distance to the last offset, so O(*n*) for a whole text.
    mutating func position(at offset: Int, in bytes: [UInt8]) -> TextPosition {
        var (line, column) = (current.line, current.column)
        var index = current.offset
        let end = min(offset, bytes.count)
        while index < end {
            let byte = bytes[index]
            let isFirstOfTwo = byte == .carriageReturn && index + 1 < bytes.count && bytes[index + 1] == .lineFeed
            if byte == .lineFeed || (byte == .carriageReturn && !isFirstOfTwo) {
                line += 1
                column = 0
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
            index += 1
        }
        current = TextPosition(line: line, column: column, offset: max(end, current.offset))
        return current
    }
}

extension UInt8 {
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let quote: UInt8 = 0x22
}
