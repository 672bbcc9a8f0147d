// The character classes of the grammar, on Unicode scalars decoded from a span.
// Spec: <https://www.w3.org/TR/sparql11-query/#rPN_CHARS_BASE> and the productions after it.

extension UInt32 {
    /// `PN_CHARS_BASE`
    var isNameStart: Bool {
        switch self {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
            0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
            0x10000...0xEFFFF:
            true
        default: false
        }
    }

    /// `PN_CHARS_U`
    var isNameStartOrUnderscore: Bool { self == 0x5F || isNameStart }

    /// `0` to `9`
    var isDigit: Bool { (0x30...0x39).contains(self) }

    /// What may follow in a variable's name (`VARNAME`).
    var isVariableCharacter: Bool {
        isNameStartOrUnderscore || isDigit || self == 0xB7 || (0x300...0x36F).contains(self)
            || (0x203F...0x2040).contains(self)
    }

    /// `PN_CHARS`
    var isNameCharacter: Bool { self == 0x2D || isVariableCharacter }
}

extension UInt8 {
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    var isASCIILetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
    var isHexDigit: Bool { isASCIIDigit || (0x41...0x46).contains(self & 0xDF) }
    /// The value of a hexadecimal digit.
    var hexValue: UInt32 { isASCIIDigit ? UInt32(self) - 0x30 : UInt32(self & 0xDF) - 0x37 }
}

extension Span where Element == UInt8 {
    /// The scalar at an offset of well-formed UTF-8, and its length in bytes.
    func scalar(at offset: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(self[offset])
        if first < 0x80 { return (first, 1) }
        func continuation(_ index: Int) -> UInt32 { index < count ? UInt32(self[index] & 0x3F) : 0 }
        if first < 0xE0 { return ((first & 0x1F) << 6 | continuation(offset + 1), 2) }
        if first < 0xF0 {
            return ((first & 0x0F) << 12 | continuation(offset + 1) << 6 | continuation(offset + 2), 3)
        }
        return (
            (first & 0x07) << 18 | continuation(offset + 1) << 12 | continuation(offset + 2) << 6
                | continuation(offset + 3), 4
        )
    }
}
