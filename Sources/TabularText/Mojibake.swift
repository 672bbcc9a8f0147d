/// A word that was written in one encoding and read in another, and what it most likely was.
public struct Mojibake: Sendable, Hashable {
    /// The word as it stands.
    public let word: String
    /// The word as it was written, most likely.
    public let meant: String
    /// Whether there is no doubt: nobody writes `anÃ©mie`, whose bytes are `anémie` in UTF-8.
    public let isCertain: Bool

    /// The first word of a text that looks like one; `nil` where there is none, as in nearly every text.
    ///
    /// A word is looked at only if it holds a character that has no business where it stands: a sign such as `½` or `©`
    /// between letters, a capital such as `Ž` after a small letter. It counts if there is a pair of encodings by which
    /// it becomes a word without such characters.
    /// - Complexity: O(*n*); texts in ASCII are not looked at.
    public static func first(in text: String) -> Mojibake? {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
        for word in text.utf8.split(whereSeparator: { $0 <= 0x20 }) where word.contains(where: { $0 >= 0x80 }) {
            if let found = of(String(Substring(word))) { return found }
        }
        return nil
    }

    /// What a word was, if it looks like one that was read in a wrong encoding.
    static func of(_ word: String) -> Mojibake? {
        let scalars = Array(word.unicodeScalars)
        guard scalars.count <= 200 else { return nil }
        // The second half of an “à” is a no-break space, which many a program takes away.
        if word == "Ã" || word == "Ã\u{A0}" { return Mojibake(word: word, meant: "à", isCertain: true) }
        if let meant = undoingUTF8(scalars) { return Mojibake(word: word, meant: meant, isCertain: true) }
        guard WordShape.isStrange(scalars) else { return nil }
        for (read, written) in confusions {
            guard let meant = exchanging(scalars, read: read, written: written), !WordShape.isStrange(meant),
                meant.allSatisfy({ $0.isASCII || WordShape.isFrench($0) })
            else { continue }
            return Mojibake(word: word, meant: text(meant), isCertain: false)
        }
        return nil
    }

    /// In which encoding a text was read, and in which it was written: what happens to French, most likely first.
    private static let confusions: [(read: CodePage, written: CodePage)] = [
        (.windows1252, .macRoman), (.windows1252, .cp850), (.windows1252, .latin9), (.macRoman, .windows1252),
        (.cp850, .windows1252), (.cp437, .windows1252),
    ]

    /// The word whose UTF-8 was read in an encoding of single bytes, once or several times.
    private static func undoingUTF8(_ scalars: [Unicode.Scalar]) -> String? {
        var current = scalars
        var isUndone = false
        for _ in 0..<3 {
            guard let inner = undoingUTF8Once(current) else { break }
            current = inner
            isUndone = true
        }
        return isUndone ? text(current) : nil
    }

    private static func undoingUTF8Once(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        // Every character beyond ASCII has several bytes, of which each would be a character beyond ASCII.
        guard scalars.indices.dropFirst().contains(where: { !scalars[$0].isASCII && !scalars[$0 - 1].isASCII }) else {
            return nil
        }
        for page in [CodePage.windows1252, .macRoman, .cp850, .cp437] {
            var bytes: [UInt8] = []
            for scalar in scalars {
                guard let byte = page.byte(scalar) else { break }
                bytes.append(byte)
            }
            guard bytes.count == scalars.count, UTF8Survey(bytes).firstIllFormed == nil else { continue }
            let inner = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
            let isText = inner.allSatisfy { $0.isASCII || isLikely($0) }
            if isText, page == .windows1252 || !WordShape.isStrange(inner) { return inner }
        }
        return nil
    }

    /// Whether a character is one that texts hold: `É…` and `Ç»` are UTF-8 by chance, but for letters that nobody uses.
    private static func isLikely(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA0...0x17F, 0x2010...0x203A, 0x20AC, 0x2122, 0xFB01, 0xFB02, 0xFEFF, 0x1F000...0x1FAFF: true
        default: false
        }
    }

    private static func exchanging(
        _ scalars: [Unicode.Scalar], read: CodePage, written: CodePage
    ) -> [Unicode.Scalar]? {
        var result: [Unicode.Scalar] = []
        for scalar in scalars {
            guard let byte = read.byte(scalar), let meant = written.scalar(byte) else { return nil }
            result.append(meant)
        }
        return result
    }

    private static func text(_ scalars: [Unicode.Scalar]) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}

/// What letters and signs look like next to each other in French and English.
enum WordShape {
    /// Whether a character of a word has no business where it stands.
    static func isStrange(_ word: [Unicode.Scalar]) -> Bool {
        word.indices.contains { index in
            let scalar = word[index]
            guard !scalar.isASCII else { return false }
            if scalar.value < 0xA0 || scalar == "\u{FFFD}" { return true }
            let before = index > 0 ? word[index - 1] : nil
            let after = index + 1 < word.count ? word[index + 1] : nil
            let followsLetter = before.map(isLetter) ?? false
            let precedesLetter = after.map(isLetter) ?? false
            if signs.contains(scalar) { return followsLetter && precedesLetter }
            switch scalar {
            // `sant‚` and `½uvre`: at the end and at the beginning of a word too.
            case "‚", "„", "ˆ", "ƒ", "‡": return followsLetter || word.count == 1
            case "½", "¼", "¾": return precedesLetter && (before.map { !("0"..."9").contains($0) } ?? true)
            default: break
            }
            if (0x370...0x3FF).contains(scalar.value) { return followsLetter && precedesLetter }
            let isCapital = scalar.properties.isUppercase
            return isCapital && (before.map(isSmall) ?? false) && (after.map { isSmall($0) || !isLetter($0) } ?? true)
        }
    }

    /// Whether French, or a name in its texts, has the character.
    static func isFrench(_ scalar: Unicode.Scalar) -> Bool { french.contains(scalar) }

    private static let french = Set("àâäçéèêëîïôöùûüÿœæñáíóúÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆÑÁÍÓÚ’‘“”«»–—…\u{A0}".unicodeScalars)
    private static let signs = Set(
        "©®¬¢£¤¥§¨¯°±²³´¶¸¹º¿¡ªµ‰†™„•“”‹›«»√≈∂∆◊∞≤≥≠÷×¦€˘˙˚˝˛ˇ˜⌐∑∏∫ı░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
            .unicodeScalars)

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? isASCIILetter(scalar) : scalar.properties.isAlphabetic && !"ˆªºµı".unicodeScalars.contains(scalar)
    }

    private static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private static func isSmall(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("a"..."z").contains(scalar) : scalar.properties.isLowercase && isLetter(scalar)
    }
}

extension CodePage {
    /// The encoding in which bytes that are no UTF-8 were most likely written, if not in Windows-1252, and a word of
    /// them as Windows-1252 has it and as it was meant.
    ///
    /// Each word is a vote: for Windows-1252 if an accented small letter stands in it and nothing strange, for another
    /// encoding if something strange does and is gone in that one.
    static func unlikeWindows(_ bytes: [UInt8]) -> (page: CodePage, word: String, meant: String)? {
        var votes = 0
        var others: [CodePage: (count: Int, word: String, meant: String)] = [:]
        for word in bytes.split(whereSeparator: { $0 < 0x30 && $0 != 0x27 && $0 != 0x2D || $0 == 0x3B })
        where word.count > 2 && word.contains(where: { $0 >= 0x80 }) {
            let read = String(decoding: CodePage.windows1252.utf8(Array(word)), as: UTF8.self)
            let scalars = Array(read.unicodeScalars)
            guard WordShape.isStrange(scalars) else {
                if scalars.contains(where: { !$0.isASCII && $0.properties.isLowercase || $0 == "É" }) { votes += 1 }
                continue
            }
            for page in [CodePage.macRoman, .cp850] {
                let meant = Array(String(decoding: page.utf8(Array(word)), as: UTF8.self).unicodeScalars)
                guard !WordShape.isStrange(meant), meant.allSatisfy({ $0.isASCII || WordShape.isFrench($0) })
                else { continue }
                var view = String.UnicodeScalarView()
                view.append(contentsOf: meant)
                let shown = others[page] ?? (0, read, String(view))
                others[page] = (shown.count + 1, shown.word, shown.meant)
            }
        }
        guard
            let best = [CodePage.macRoman, .cp850].compactMap({ page in others[page].map { (page, $0) } })
                .max(by: { $0.1.count < $1.1.count }), best.1.count > votes
        else { return nil }
        return (best.0, best.1.word, best.1.meant)
    }
}
