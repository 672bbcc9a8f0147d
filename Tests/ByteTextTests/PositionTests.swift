import ByteText
import Testing

@Suite struct PositionTests {
    /// Counted the plain way: one byte after the other.
    private func expected(_ bytes: [UInt8], _ offset: Int) -> TextPosition {
        var result = TextPosition(offset: offset)
        for index in 0..<offset {
            let isBreak =
                bytes[index] == 0x0A || bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
            if isBreak {
                result.line += 1
                result.column = 0
            } else if bytes[index] & 0xC0 != 0x80, bytes[index] != 0x0D {
                result.column += 1
            }
        }
        return result
    }

    @Test(arguments: [
        "", "a", "\n", "\r\n\r\n", "one\ntwo\r\nthree\rfour\n", "\n\u{0B}\n\u{0B}\n\n\n\n\n\n\n", "é\nüü\né€😀",
        "12345678\n2345678\n\n12345678901234567890", "\u{8D}\n\u{8A}\u{A}\u{B}\u{9}\u{A}\u{A}\u{B}\u{B}",
    ])
    func everyOffsetHasItsLineAndColumn(_ text: String) {
        let bytes = Array(text.utf8)
        for offset in 0...bytes.count where offset == 0 || bytes[offset - 1] != 0x0D {
            #expect(TextPosition(of: offset, in: bytes.span) == expected(bytes, offset))
        }
    }

    @Test func piecesAddUp() {
        let bytes = Array("one\ntwo é three\n\nfour\nfive".utf8)
        let whole = TextPosition(of: bytes.count, in: bytes.span)
        for cut in 0...bytes.count {
            let first = TextPosition(of: cut, in: bytes.span)
            let rest = bytes.span.extracting(cut..<bytes.count)
            #expect(first.advanced(over: rest, to: rest.count) == whole)
        }
    }
}
