/// Upper and lower case, fast for the letters of French and English.
enum CaseMapping {
    /// An ASCII letter in lower case; other bytes as they are.
    @inline(__always)
    static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    @inline(__always)
    private static func uppercased(_ byte: UInt8) -> UInt8 { (0x61...0x7A).contains(byte) ? byte & ~0x20 : byte }

    /// A text in lower case.
    static func lowercased(_ text: String) -> String {
        // Letters of Latin-1 have two bytes, C3 80…BF; the lower case of C3 80…9E is 0x20 further, but for ×.
        map(text, ascii: lowercased) { (0x80...0x9E).contains($0) && $0 != 0x97 ? $0 + 0x20 : $0 }
            ?? text.lowercased()
    }

    /// A text in upper case.
    static func uppercased(_ text: String) -> String {
        // ß (9F) and ÿ (BF) leave Latin-1; ÷ has no case.
        map(text, ascii: uppercased) { byte in
            switch byte {
            case 0x9F, 0xBF: nil
            case 0xA0...0xBE where byte != 0xB7: byte - 0x20
            default: byte
            }
        } ?? text.uppercased()
    }

    /// Maps ASCII and the second bytes of C3; `nil` where other letters occur.
    private static func map(
        _ text: String, ascii: (UInt8) -> UInt8, latin: (UInt8) -> UInt8?
    ) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var followsC3 = false
        for byte in text.utf8 {
            if followsC3 {
                guard let mapped = latin(byte) else { return nil }
                result.append(mapped)
                followsC3 = false
            } else if byte < 0x80 {
                result.append(ascii(byte))
            } else {
                guard byte == 0xC3 else { return nil }
                result.append(byte)
                followsC3 = true
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
