internal import ByteText

/// The bytes that the grammars name.
@usableFromInline
package enum ASCII {
    @inlinable package static var tab: UInt8 { 0x09 }
    @inlinable package static var lineFeed: UInt8 { 0x0A }
    @inlinable package static var carriageReturn: UInt8 { 0x0D }
    @inlinable package static var space: UInt8 { 0x20 }
    @inlinable package static var quote: UInt8 { 0x22 }
    @inlinable package static var hash: UInt8 { 0x23 }
    @inlinable package static var percent: UInt8 { 0x25 }
    @inlinable package static var apostrophe: UInt8 { 0x27 }
    @inlinable package static var openParenthesis: UInt8 { 0x28 }
    @inlinable package static var closeParenthesis: UInt8 { 0x29 }
    @inlinable package static var plus: UInt8 { 0x2B }
    @inlinable package static var comma: UInt8 { 0x2C }
    @inlinable package static var minus: UInt8 { 0x2D }
    @inlinable package static var dot: UInt8 { 0x2E }
    @inlinable package static var slash: UInt8 { 0x2F }
    @inlinable package static var colon: UInt8 { 0x3A }
    @inlinable package static var semicolon: UInt8 { 0x3B }
    @inlinable package static var less: UInt8 { 0x3C }
    @inlinable package static var greater: UInt8 { 0x3E }
    @inlinable package static var at: UInt8 { 0x40 }
    @inlinable package static var openBracket: UInt8 { 0x5B }
    @inlinable package static var backslash: UInt8 { 0x5C }
    @inlinable package static var closeBracket: UInt8 { 0x5D }
    @inlinable package static var caret: UInt8 { 0x5E }
    @inlinable package static var underscore: UInt8 { 0x5F }
    @inlinable package static var backtick: UInt8 { 0x60 }
    @inlinable package static var openBrace: UInt8 { 0x7B }
    @inlinable package static var bar: UInt8 { 0x7C }
    @inlinable package static var closeBrace: UInt8 { 0x7D }
    @inlinable package static var tilde: UInt8 { 0x7E }
}

extension UInt8 {
    /// `0`…`9`
    @inlinable @inline(__always) package var isDigit: Bool { self &- 0x30 < 10 }
    /// `a`…`z` or `A`…`Z`
    @inlinable @inline(__always) package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// The value of a hexadecimal digit.
    @inlinable package var hexadecimalValue: UInt32? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self &- 0x30)
        case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
            UInt32((self | 0x20) &- 0x57)
        default: nil
        }
    }
    /// Whether the byte alone is in `PN_CHARS`.
    @inlinable @inline(__always) package var isNameCharacter: Bool {
        isLetter || isDigit || self == ASCII.underscore || self == ASCII.minus
    }
    /// Whether no IRI may hold the byte: controls, space and `<>"{}|^` and the backtick and backslash.
    @inlinable package var isForbiddenInIRI: Bool {
        switch self {
        case 0...0x20, ASCII.less, ASCII.greater, ASCII.quote, ASCII.openBrace, ASCII.closeBrace, ASCII.bar,
            ASCII.caret, ASCII.backtick, ASCII.backslash:
            true
        default: false
        }
    }
}

extension UInt32 {
    /// `PN_CHARS_BASE` beyond ASCII.
    /// - Spec: <https://www.w3.org/TR/turtle/#grammar-production-PN_CHARS_BASE>
    @inlinable package var isBaseNameScalar: Bool {
        switch self {
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F,
            0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            true
        default: false
        }
    }
    /// `PN_CHARS` beyond ASCII.
    @inlinable package var isNameScalar: Bool {
        switch self {
        case 0xB7, 0x300...0x36F, 0x203F...0x2040: true
        default: isBaseNameScalar
        }
    }
}

extension UInt64 {
    /// The high bit of each byte that ends an IRI, is forbidden in one, or must be looked at (`#%[]`, also `!$~`, DEL).
    @inline(__always)
    var bytesSpecialInIRI: UInt64 {
        // `<` and `>` differ by the bit 2; `[\]^` follow each other; `{|}` and two more are the top of ASCII.
        let paired = self & 0xFDFD_FDFD_FDFD_FDFD
        let low = self & 0x7F7F_7F7F_7F7F_7F7F
        let brackets = (low &+ 0x2525_2525_2525_2525) & ~(low &+ 0x2121_2121_2121_2121)
        let top = (brackets | (low &+ 0x0505_0505_0505_0505)) & ~self & 0x8080_8080_8080_8080
        return bytes(lessThan: 0x26) | paired.bytes(equalTo: 0x3C) | bytes(equalTo: ASCII.backtick) | top
    }
}
