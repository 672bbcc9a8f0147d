internal import ByteText

/// Upper and lower case, fast for the letters of French and English.
enum CaseMapping {
    /// An ASCII letter in lower case; other bytes as they are.
    @inline(__always)
    static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// A text in upper or lower case, as Unicode has it in every language; `nil` where it shall not go on.
    ///
    /// - Parameter goesOn: Asked now and then, with the bytes since it was asked last.
    /// - Spec: <https://www.unicode.org/versions/latest/core-spec/chapter-3/#G33992>
    static func mapped(_ text: String, isUpper: Bool, goesOn: (Int) -> Bool = { _ in true }) -> String? {
        if let result = latin(text.utf8.span, isUpper: isUpper) { return result }
        var result = String.UnicodeScalarView()
        let scalars = text.unicodeScalars
        var pending = 0
        for index in scalars.indices {
            let scalar = scalars[index]
            if isUpper {
                result.append(contentsOf: scalar.properties.uppercaseMapping.unicodeScalars)
            } else if scalar.value == 0x3A3, isFinal(index, in: scalars) {
                result.append("\u{3C2}")
            } else {
                result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
            // Such letters take some fifty times as long as bytes that are read.
            pending += 16 * Self.bytes(of: scalar)
            if pending >= 1 << 16 {
                guard goesOn(pending) else { return nil }
                pending = 0
            }
        }
        return goesOn(pending) ? String(result) : nil
    }

    private static func bytes(of scalar: Unicode.Scalar) -> Int { UTF8.width(scalar) }

    /// Whether a capital sigma ends a word: a letter stands before it and none after, marks and the like apart.
    private static func isFinal(_ index: String.Index, in scalars: String.UnicodeScalarView) -> Bool {
        func letter(_ scalar: Unicode.Scalar) -> Bool? {
            if scalar.properties.isCaseIgnorable { return nil }
            return scalar.properties.isCased
        }
        let before = scalars[..<index].suffix(maximumMarks).reversed().lazy.compactMap(letter).first
        let after = scalars[scalars.index(after: index)...].prefix(maximumMarks).lazy.compactMap(letter).first
        return before == true && after != true
    }

    /// How many marks are passed by in looking for a letter.
    private static let maximumMarks = 64

    /// A text of ASCII and the letters of Latin-1 in the other case; `nil` where other letters occur.
    static func latin(_ text: Span<UInt8>, isUpper: Bool) -> String? {
        var result: [UInt8] = []
        guard latin(text, isUpper: isUpper, into: &result) else { return nil }
        return String(utf8: result.span.extracting(first: text.count))
    }

    /// Writes a text of ASCII and the letters of Latin-1 in the other case to the beginning of a buffer, which grows as
    /// need be; both cases have as many bytes. False where other letters occur.
    ///
    /// Letters of Latin-1 have two bytes, C3 80…BF; the lower case of C3 80…9E is 0x20 further, but for ×.
    static func latin(_ text: Span<UInt8>, isUpper: Bool, into result: inout [UInt8]) -> Bool {
        if result.count < text.count { result.append(contentsOf: repeatElement(0, count: text.count - result.count)) }
        var index = 0
        while index < text.count {
            if index &+ 8 <= text.count {
                let word = text.word(at: index)
                unsafe result.withUnsafeMutableBytes { target in
                    // Safe: the target is as long as the text, in which the word stands at the same place.
                    unsafe target.storeBytes(
                        of: cased(word, isUpper: isUpper).littleEndian, toByteOffset: index, as: UInt64.self)
                }
                let others = word & 0x8080_8080_8080_8080
                index &+= others.trailingZeroBitCount / 8
                if others == 0 { continue }
            } else if text[index] < 0x80 {
                let byte = text[index]
                result[index] = isUpper ? (byte &- 0x61 < 26 ? byte & ~0x20 : byte) : lowercased(byte)
                index &+= 1
                continue
            }
            guard text[index] == 0xC3, index + 1 < text.count,
                let letter = latin(text[index + 1], isUpper: isUpper)
            else { return false }
            result[index] = 0xC3
            result[index + 1] = letter
            index &+= 2
        }
        return true
    }

    /// The second byte of a letter of Latin-1 in the other case; `nil` for one whose other case is no such letter.
    private static func latin(_ letter: UInt8, isUpper: Bool) -> UInt8? {
        if isUpper {
            // ß (9F) and ÿ (BF) leave Latin-1; ÷ (B7) has no case.
            if letter == 0x9F || letter == 0xBF { return nil }
            return (0xA0...0xBE).contains(letter) && letter != 0xB7 ? letter - 0x20 : letter
        }
        return (0x80...0x9E).contains(letter) && letter != 0x97 ? letter + 0x20 : letter
    }

    /// Eight bytes, those that are letters of ASCII in the other case.
    @inline(__always)
    private static func cased(_ word: UInt64, isUpper: Bool) -> UInt64 {
        // The high bit of each byte that is not below the first letter, and of each that is above the last; sums of
        // seven bits carry into the eighth and never beyond.
        let low = word & 0x7F7F_7F7F_7F7F_7F7F
        let first = low &+ UInt64(repeatingByte: isUpper ? 0x80 - 0x61 : 0x80 - 0x41)
        let beyond = low &+ UInt64(repeatingByte: isUpper ? 0x7F - 0x7A : 0x7F - 0x5A)
        let letters = (first & ~beyond & ~word & 0x8080_8080_8080_8080) &>> 2
        return isUpper ? word & ~letters : word | letters
    }
}
