/// Upper and lower case, fast for the letters of French and English.
enum CaseMapping {
    /// An ASCII letter in lower case; other bytes as they are.
    @inline(__always)
    static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// A text in lower case.
    static func lowercased(_ text: String) -> String {
        latin(text.utf8.span, isUpper: false) ?? text.lowercased()
    }

    /// A text in upper case.
    static func uppercased(_ text: String) -> String {
        latin(text.utf8.span, isUpper: true) ?? text.uppercased()
    }

    /// A text of ASCII and the letters of Latin-1 in the other case; `nil` where other letters occur.
    static func latin(_ text: Span<UInt8>, isUpper: Bool) -> String? {
        var result: [UInt8] = []
        return latin(text, isUpper: isUpper, into: &result) ? String(decoding: result, as: UTF8.self) : nil
    }

    /// Writes a text of ASCII and the letters of Latin-1 in the other case; false where other letters occur.
    ///
    /// Letters of Latin-1 have two bytes, C3 80…BF; the lower case of C3 80…9E is 0x20 further, but for ×.
    static func latin(_ text: Span<UInt8>, isUpper: Bool, into result: inout [UInt8]) -> Bool {
        result.removeAll(keepingCapacity: true)
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            if byte < 0x80 {
                result.append(isUpper ? (byte &- 0x61 < 26 ? byte & ~0x20 : byte) : lowercased(byte))
                continue
            }
            guard byte == 0xC3, index < text.count else { return false }
            result.append(byte)
            let letter = text[index]
            index += 1
            if isUpper {
                // ß (9F) and ÿ (BF) leave Latin-1; ÷ (B7) has no case.
                if letter == 0x9F || letter == 0xBF { return false }
                result.append((0xA0...0xBE).contains(letter) && letter != 0xB7 ? letter - 0x20 : letter)
            } else {
                result.append((0x80...0x9E).contains(letter) && letter != 0x97 ? letter + 0x20 : letter)
            }
        }
        return true
    }
}
