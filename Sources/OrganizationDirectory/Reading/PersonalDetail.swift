internal import ByteText

/// What looks like the e-mail address, the telephone number or the street of a person in a text that anybody may read.
///
/// Nothing here knows whether it is a person's; a directory of organizations has no need of any.
enum PersonalDetail {
    /// What a detail is.
    enum Kind { case mail, telephone, street }

    /// The first detail of a text, of each kind in turn.
    /// - Complexity: O(*n*).
    static func first(in text: String) -> (kind: Kind, words: String)? {
        let digits = text.utf8.count { (0x30...0x39).contains($0) }
        let words = words(of: text).filter { !holds($0, "://") }
        if let mail = mail(in: words) { return (.mail, mail) }
        if digits >= 7, let number = telephone(in: words.joined(separator: " ")) { return (.telephone, number) }
        return digits == 0 ? nil : street(in: words).map { (.street, $0) }
    }

    /// Whether a text spells the sign of an address without any bracket.
    static func namesSign(_ text: String) -> Bool { holds(text, " arobase ") }

    /// Whether the bytes of a text hold those of another.
    private static func holds(_ text: String, _ part: String) -> Bool {
        text.utf8.span.firstIndex(of: part.utf8.span) != nil
    }

    private static func words(of text: String) -> [String] {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return text.split { $0.isWhitespace }.map(String.init) }
        // The white space of ASCII, as bytes.
        return text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { String(Substring($0)) }
    }

    // MARK: E-mail

    private static func mail(in words: [String]) -> String? {
        var plain = words.joined(separator: " ")
        let isSpelled = ["(a", "[a", "{a"].contains { holds(plain, $0) } || namesSign(plain)
        guard isSpelled || plain.utf8.contains(UInt8(ascii: "@")) else { return nil }
        for sign in !isSpelled ? [] : ["(at)", "[at]", "{at}", "(a)", "[a]", "(arobase)", "[arobase]", " arobase "]
        where plain.contains(sign) {
            plain = plain.replacing(" " + sign + " ", with: "@").replacing(sign, with: "@")
        }
        for sign in !isSpelled ? [] : ["(dot)", "[dot]", "(point)", "[point]"] where plain.contains(sign) {
            plain = plain.replacing(" " + sign + " ", with: ".").replacing(sign, with: ".")
        }
        return plain.split { $0 == " " || $0 == "," || $0 == ";" || $0 == "<" || $0 == ">" || $0 == "(" || $0 == ")" }
            .first { isMail(String($0)) }.map(String.init)
    }

    private static func isMail(_ word: String) -> Bool {
        let parts = word.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].contains(where: { $0.isLetter || $0.isNumber }) else { return false }
        let labels = parts[1].split(separator: ".")
        guard labels.count >= 2, let last = labels.last?.prefix(while: \.isLetter) else { return false }
        return last.count >= 2 && labels.allSatisfy { $0.contains { $0.isLetter || $0.isNumber } }
    }

    // MARK: Telephone

    private static let spoken = [
        "tel", "tele", "telephone", "phone", "cell", "cellulaire", "mobile", "fax", "telecopieur",
    ]

    private static func telephone(in text: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            guard isDigit(scalars[index]), index == 0 || !isWordBefore(scalars[index - 1]) else {
                index += 1
                continue
            }
            let start = index
            var groups: [Int] = [0]
            var end = index
            while index < scalars.count {
                if isDigit(scalars[index]) {
                    groups[groups.count - 1] += 1
                    index += 1
                    end = index
                    continue
                }
                let gap = scalars[index...].prefix { isSeparator($0) }
                guard (1...3).contains(gap.count), index + gap.count < scalars.count,
                    isDigit(scalars[index + gap.count])
                else { break }
                groups.append(0)
                index += gap.count
            }
            let isInternational = start > 0 && scalars[start - 1] == "+"
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[..<start])
            let before = TextFolding.folded(String(view)).split(separator: 0x20).last.map {
                String(decoding: $0, as: UTF8.self)
            }
            if isNumber(
                groups, first: scalars[start], isInternational: isInternational,
                isSaid: before.map(spoken.contains) ?? false)
            {
                var number = String.UnicodeScalarView()
                number.append(contentsOf: scalars[start..<end])
                return String(number)
            }
            index = max(index, start + 1)
        }
        return nil
    }

    private static func isNumber(
        _ groups: [Int], first: Unicode.Scalar, isInternational: Bool, isSaid: Bool
    ) -> Bool {
        let digits = groups.reduce(0, +)
        if groups == [3, 3, 4] || groups == [1, 3, 3, 4] && first == "1" { return true }
        if groups == [2, 2, 2, 2, 2], first == "0" { return true }
        if isInternational { return (8...15).contains(digits) }
        return isSaid && (7...15).contains(digits)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        " .-()\u{A0}\u{2010}\u{2011}\u{2013}\u{202F}".unicodeScalars.contains(scalar)
    }
    /// A digit after a letter, a colon or a slash is part of a code or an address.
    private static func isWordBefore(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || isDigit(scalar) || scalar == "/" || scalar == "_"
    }

    // MARK: Street

    /// Words that stand before the name of a street; those of the second list mean much else.
    private static let french: Set<String> = [
        "rue", "avenue", "av", "ave", "boul", "boulevard", "blvd", "chemin", "route", "rte", "ruelle", "impasse",
        "croissant",
        "terrasse", "allee", "montee", "promenade",
    ]
    private static let ambiguous: Set<String> = [
        "place", "cote", "rang", "voie", "square", "quai", "ch", "pl", "carre",
    ]
    private static let english: Set<String> = [
        "street", "st", "avenue", "ave", "road", "rd", "drive", "dr", "boulevard", "blvd", "lane", "ln", "crescent",
        "cres", "highway", "hwy", "court", "terrace",
    ]
    private static let links: Set<String> = [
        "de", "du", "des", "la", "le", "les", "l", "d", "saint", "sainte", "st", "ste",
    ]

    private static func street(in words: [String]) -> String? {
        func folded(_ index: Int) -> String { String(decoding: TextFolding.folded(words[index]), as: UTF8.self) }
        for index in words.indices where words[index].utf8.contains(where: { (0x30...0x39).contains($0) }) {
            if isPostalCode(words, index) {
                return words[index] + (words[index].count > 4 ? "" : " " + words[index + 1])
            }
            guard isHouseNumber(words[index]), index + 2 < words.count else { continue }
            let next = folded(index + 1), name = words[index + 2]
            let isNamed = name.first?.isUppercase ?? false
            let isLinked = links.contains(folded(index + 2).split(separator: " ").first.map(String.init) ?? "")
            if french.contains(next), isNamed || isLinked || name.first?.isNumber ?? false {
                return words[index...(index + 2)].joined(separator: " ")
            }
            if ambiguous.contains(next), isNamed { return words[index...(index + 2)].joined(separator: " ") }
            guard words[index + 1].first?.isUppercase ?? false else { continue }
            for last in (index + 2)..<min(index + 5, words.count)
            where english.contains(folded(last)) && words[last].first?.isUppercase ?? false {
                return words[index...last].joined(separator: " ")
            }
        }
        return nil
    }

    /// `24`, `1001,`, `12-B`
    private static func isHouseNumber(_ word: String) -> Bool {
        let digits = word.prefix(while: \.isNumber)
        guard (1...5).contains(digits.count), digits.allSatisfy(\.isASCII) else { return false }
        let rest = word.dropFirst(digits.count)
        return rest.isEmpty || rest == ","
            || rest.count <= 3 && rest.allSatisfy { $0.isLetter || $0 == "-" || $0 == "," || $0.isNumber }
    }

    /// The postal code of Canada, in one word or two.
    private static func isPostalCode(_ words: [String], _ index: Int) -> Bool {
        guard words[index].utf8.count <= 8 else { return false }
        func letters(_ word: String) -> [UInt8] {
            word.utf8.filter { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
        }
        var code = letters(words[index])
        if code.count == 3, words[index].utf8.count == 3, index + 1 < words.count { code += letters(words[index + 1]) }
        guard code.count == 6 else { return false }
        let isLetter = code.map { $0 >= 0x41 }
        return isLetter == [true, false, true, false, true, false] && "ABCEGHJKLMNPRSTVXY".utf8.contains(code[0])
    }
}
