/// Data on its way to a terminal, piece by piece: controls become the escapes that Turtle and JSON have for them, line
/// breaks and tabs stay.
package struct TerminalBytes: Sendable {
    /// The beginning of a character whose other bytes come with the next piece.
    private var pending: [UInt8] = []

    /// Nothing yet.
    package init() {}

    /// The bytes as a terminal may have them.
    package mutating func escaped(_ piece: [UInt8]) -> [UInt8] {
        let bytes = pending + piece
        pending = []
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if (0x20..<0x7F).contains(byte) || byte == 0x0A || byte == 0x09 {
                result.append(byte)
                index += 1
                continue
            }
            // The line ends of CSV.
            if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
                result.append(byte)
                index += 1
                continue
            }
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            guard index + length <= bytes.count, byte != 0x0D || index + 1 < bytes.count else {
                pending = Array(bytes[index...])
                break
            }
            if let (escape, length) = TerminalText.escape(ofBytes: bytes[index...]) {
                result += escape.utf8
                index += length
            } else {
                result += bytes[index..<(index + length)]
                index += length
            }
        }
        return result
    }
}
