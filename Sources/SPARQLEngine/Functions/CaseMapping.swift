internal import ByteText

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
        // Both cases have as many bytes.
        result.append(contentsOf: repeatElement(0, count: text.count))
        var index = 0
        while index < text.count {
            if index + 8 <= text.count, let word = cased(text.word(at: index), isUpper: isUpper) {
                unsafe result.withUnsafeMutableBytes { target in
                    // Safe: the target is as long as the text, in which the word stands at the same place.
                    unsafe target.storeBytes(of: word.littleEndian, toByteOffset: index, as: UInt64.self)
                }
                index += 8
                continue
            }
            let byte = text[index]
            if byte < 0x80 {
                result[index] = isUpper ? (byte &- 0x61 < 26 ? byte & ~0x20 : byte) : lowercased(byte)
                index += 1
                continue
            }
            guard byte == 0xC3, index + 1 < text.count else { return false }
            result[index] = byte
            let letter = text[index + 1]
            if isUpper {
                // ß (9F) and ÿ (BF) leave Latin-1; ÷ (B7) has no case.
                if letter == 0x9F || letter == 0xBF { return false }
                result[index + 1] = (0xA0...0xBE).contains(letter) && letter != 0xB7 ? letter - 0x20 : letter
            } else {
                result[index + 1] = (0x80...0x9E).contains(letter) && letter != 0x97 ? letter + 0x20 : letter
            }
            index += 2
        }
        return true
    }

    /// Eight letters of ASCII in the other case; `nil` where there is another letter among them.
    private static func cased(_ word: UInt64, isUpper: Bool) -> UInt64? {
        guard word & 0x8080_8080_8080_8080 == 0 else { return nil }
        // The high bit of each byte that is not below the first letter, and of each that is above the last.
        let first = word &+ UInt64(repeatingByte: isUpper ? 0x80 - 0x61 : 0x80 - 0x41)
        let beyond = word &+ UInt64(repeatingByte: isUpper ? 0x7F - 0x7A : 0x7F - 0x5A)
        let letters = (first & ~beyond & 0x8080_8080_8080_8080) &>> 2
        return isUpper ? word & ~letters : word | letters
    }
}
