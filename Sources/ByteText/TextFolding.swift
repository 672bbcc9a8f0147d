/// Texts as people look for them: without accents, case, ligatures, apostrophes, hyphens.
///
/// `Sclérose en plaques`, `SCLEROSE EN PLAQUES` and `sclérose-en-plaques` are folded to the same words, and so are `œdème`
/// and `oedeme`, `l’épilepsie` and `l'epilepsie`. Latin letters lose their marks; letters of other scripts keep theirs
/// and lose their case.
public enum TextFolding {
    /// The words of a text, folded, with one space between them and none around them.
    ///
    /// A word is a run of letters and digits. Where a text is written with combining marks, these fall away as the
    /// marks of composed letters do.
    /// - Complexity: O(*n*).
    public static func folded(_ text: Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        append(text, to: &result)
        return result
    }

    /// The words of a text, folded, with one space between them and none around them.
    public static func folded(_ text: String) -> [UInt8] { folded(text.utf8.span) }

    /// Appends the folded words of a text to others that end in a text of their own.
    public static func append(_ text: Span<UInt8>, to result: inout [UInt8]) {
        let start = result.count
        let western = westernLetters
        var needsSpace = false
        var offset = 0
        while offset < text.count {
            let byte = text[offset]
            if byte < 0x80 {
                offset += 1
                if let folded = foldedASCII(byte) {
                    separate(&needsSpace, start, &result)
                    result.append(folded)
                } else {
                    needsSpace = true
                }
                continue
            }
            let scalar = decode(text, &offset)
            // Letters of French and its neighbours: the others are not in this table, or it has a point for them.
            let place = Int(scalar.value) - 0xC0
            if place >= 0, place < western.count, western[place] != UInt8(ascii: ".") {
                separate(&needsSpace, start, &result)
                result.append(western[place])
            } else {
                fold(scalar, &needsSpace, start, &result)
            }
        }
    }

    private static func foldedASCII(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39, 0x61...0x7A: byte
        case 0x41...0x5A: byte | 0x20
        default: nil
        }
    }

    private static func separate(_ needsSpace: inout Bool, _ start: Int, _ result: inout [UInt8]) {
        if needsSpace, result.count > start { result.append(0x20) }
        needsSpace = false
    }

    private static func fold(
        _ scalar: Unicode.Scalar, _ needsSpace: inout Bool, _ start: Int, _ result: inout [UInt8]
    ) {
        switch scalar.value {
        case 0x300...0x36F, 0x1DC4...0x1DFF, 0x20D0...0x20FF, 0xAD, 0x200B...0x200D, 0xFE0F: return
        default: break
        }
        let letters = latinLetters(scalar)
        if !letters.isEmpty {
            separate(&needsSpace, start, &result)
            result.append(contentsOf: letters)
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            separate(&needsSpace, start, &result)
            result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        } else {
            needsSpace = true
        }
    }

    /// The plain letters that a Latin letter is written with; empty for all other characters.
    private static func latinLetters(_ scalar: Unicode.Scalar) -> ArraySlice<UInt8> {
        switch scalar {
        case "Æ", "æ", "Ǽ", "ǽ": return ArraySlice("ae".utf8)
        case "Œ", "œ": return ArraySlice("oe".utf8)
        case "ß", "ẞ": return ArraySlice("ss".utf8)
        case "Þ", "þ": return ArraySlice("th".utf8)
        case "Ĳ", "ĳ": return ArraySlice("ij".utf8)
        case "Ŀ", "ŀ": return ArraySlice("l".utf8)
        case "Ơ", "ơ": return ArraySlice("o".utf8)
        case "Ư", "ư": return ArraySlice("u".utf8)
        default: break
        }
        let (table, first): ([UInt8], UInt32) =
            scalar.value < 0x180 ? (westernLetters, 0xC0) : (additionalLetters, 0x1E00)
        guard scalar.value >= first, scalar.value < first + UInt32(table.count) else { return [] }
        let place = Int(scalar.value - first)
        return table[place] == UInt8(ascii: ".") ? [] : table[place..<place + 1]
    }

    /// For U+00C0 … U+017F the letter without its mark; a point where the table has nothing to say.
    private static let westernLetters = Array(
        """
        aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiii\
        ii..jjkkkllllll..llnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
        """.utf8)

    /// The same for U+1E00 … U+1EFF.
    private static let additionalLetters = Array(
        """
        aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttt\
        tuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiiooooooooooooooooooooo\
        ooouuuuuuuuuuuuuuyyyyyyyy......
        """.utf8)

    /// The scalar at an offset, which moves behind it; U+FFFD for what is no UTF-8.
    private static func decode(_ text: Span<UInt8>, _ offset: inout Int) -> Unicode.Scalar {
        let lead = text[offset]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
        guard length > 1, offset + length <= text.count else {
            offset += 1
            return "\u{FFFD}"
        }
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for place in 1..<length {
            guard text[offset + place] & 0xC0 == 0x80 else {
                offset += 1
                return "\u{FFFD}"
            }
            value = value << 6 | UInt32(text[offset + place] & 0x3F)
        }
        offset += length
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }
}

extension TextFolding {
    /// Folds a text into the beginning of a buffer, which grows as need be, behind a space; the number of bytes.
    ///
    /// Words have one space between them or more, so that a word begins wherever its bytes follow a space.
    /// - Complexity: O(*n*).
    package static func fold(_ text: Span<UInt8>, into buffer: inout [UInt8]) -> Int {
        if let count = foldLatin(text, into: &buffer) { return count }
        buffer.removeAll(keepingCapacity: true)
        buffer.append(0x20)
        append(text, to: &buffer)
        return buffer.count
    }

    /// Folds a text of the letters of French and its neighbours in one quick pass into the beginning of a buffer, which
    /// grows as need be; the number of bytes, or `nil` where the text holds other letters.
    ///
    /// The result has a space at its beginning and one for each separator: as many as there are, and not one between
    /// words as ``append(_:to:)`` has it. Nothing grows by folding here, so that it is a byte longer than the text at
    /// most.
    /// - Complexity: O(*n*), eight bytes at a time where they are ASCII.
    private static func foldLatin(_ text: Span<UInt8>, into buffer: inout [UInt8]) -> Int? {
        if buffer.count <= text.count {
            buffer.append(contentsOf: repeatElement(0x20, count: text.count + 1 - buffer.count))
        }
        return unsafe buffer.withUnsafeMutableBytes { unsafe foldLatin(text, to: $0, westernLetters) }
    }

    /// Safe: the target is at least a byte longer than the text, and never more is written than read, so that `end` is at
    /// most one more than `offset`, and what is written at `end` lies inside.
    private static func foldLatin(
        _ text: Span<UInt8>, to target: UnsafeMutableRawBufferPointer, _ letters: [UInt8]
    ) -> Int? {
        unsafe target[0] = 0x20
        var (offset, end) = (0, 1)
        while offset < text.count {
            let byte = text[offset]
            if byte < 0x80 {
                guard offset &+ 8 <= text.count else {
                    unsafe target[end] = foldedASCII(byte) ?? 0x20
                    (offset, end) = (offset &+ 1, end &+ 1)
                    continue
                }
                let word = text.word(at: offset)
                unsafe target.storeBytes(of: foldedASCII(word).littleEndian, toByteOffset: end, as: UInt64.self)
                let count = (word & 0x8080_8080_8080_8080).trailingZeroBitCount / 8
                (offset, end) = (offset &+ count, end &+ count)
                continue
            }
            guard offset + 1 < text.count else { return nil }
            let next = text[offset + 1]
            switch byte {
            case 0xC3...0xC5 where next & 0xC0 == 0x80:
                var letter = letters[Int(byte & 0x1F) << 6 + Int(next & 0x3F) - 0xC0]
                if letter == UInt8(ascii: ".") {
                    switch (byte, next) {
                    case (0xC3, 0x97), (0xC3, 0xB7): letter = 0x20  // × ÷
                    case (0xC3, 0x86), (0xC3, 0xA6), (0xC5, 0x92), (0xC5, 0x93):  // Æ æ Œ œ
                        unsafe target[end] = byte == 0xC3 ? UInt8(ascii: "a") : UInt8(ascii: "o")
                        end &+= 1
                        letter = UInt8(ascii: "e")
                    default: return nil
                    }
                }
                unsafe target[end] = letter
                offset &+= 2
            case 0xC2 where next == 0xA0 || next == 0xAB || next == 0xBB:  // U+00A0 « »
                unsafe target[end] = 0x20
                offset &+= 2
            case 0xE2 where next == 0x80 && offset + 2 < text.count && 0x90...0xA7 ~= text[offset + 2]:
                unsafe target[end] = 0x20  // dashes, quotation marks and …
                offset &+= 3
            default: return nil
            }
            end &+= 1
        }
        return end
    }

    /// Eight bytes of ASCII, letters in lower case, and spaces for what is neither letter nor digit.
    ///
    /// Bytes beyond ASCII come out as anything; they never reach their neighbours, since no sum carries from ASCII.
    private static func foldedASCII(_ word: UInt64) -> UInt64 {
        let spaces = UInt64(repeatingByte: 0x20)
        let ascii = word & 0x7F7F_7F7F_7F7F_7F7F
        let lower = ascii | spaces
        // The high bit of each byte that is at least the first, and at most the last, of a range.
        let isLetter = (lower &+ UInt64(repeatingByte: 0x1F)) & ~(lower &+ UInt64(repeatingByte: 0x05))
        let isDigit = (ascii &+ UInt64(repeatingByte: 0x50)) & ~(ascii &+ UInt64(repeatingByte: 0x46))
        let kept = (((isLetter | isDigit) & 0x8080_8080_8080_8080) >> 7) &* 0xFF
        return lower & kept | spaces & ~kept
    }
}
