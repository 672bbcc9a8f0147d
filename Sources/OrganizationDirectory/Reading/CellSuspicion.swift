internal import ByteText
internal import Localization
internal import RDFModel
internal import TabularText

/// What makes the text of a cell no value, or no likely one.
struct CellSuspicion {
    /// What is said.
    let message: DirectoryMessage
    /// What the message names.
    let arguments: [String]
    /// What becomes of the cell.
    let fate: Fate

    /// What becomes of a cell.
    enum Fate {
        /// It is read as it stands.
        case kept
        /// It says nothing.
        case emptied
        /// It is an error, and nothing follows from it.
        case refused
    }

    private init(_ message: DirectoryMessage, _ arguments: String..., fate: Fate) {
        self.message = message
        self.arguments = arguments
        self.fate = fate
    }

    /// Everything that is odd about a text, the worst first; running text is looked through for persons as well.
    static func all(in text: String, isRunningText: Bool) -> [CellSuspicion] {
        let signs = Signs(text)
        if let value = errorValue(in: text) { return [CellSuspicion(.errorValue, value, fate: .refused)] }
        if signs.hasFormulaSign, isFormula(text) { return [CellSuspicion(.formula, text, fate: .refused)] }
        if !signs.isASCII, text.utf8.span.firstIndex(of: "\u{FFFD}".utf8.span) != nil,
            let word = text.split(whereSeparator: \.isWhitespace).first(where: {
                $0.unicodeScalars.contains("\u{FFFD}")
            })
        {
            return [CellSuspicion(.lostLetter, String(word), fate: .refused)]
        }
        var found: [CellSuspicion] = []
        if !signs.isASCII, let word = Mojibake.first(in: text) {
            let suspicion = CellSuspicion(
                word.isCertain ? .wrongEncoding : .doubtfulEncoding, word.word, word.meant,
                fate: word.isCertain ? .refused : .kept)
            if word.isCertain { return [suspicion] }
            found.append(suspicion)
        }
        switch Placeholders.kind(of: text) {
        case .sure: return found + [CellSuspicion(.placeholder, text, fate: .emptied)]
        case .perhaps where isRunningText: found.append(CellSuspicion(.perhapsPlaceholder, text, fate: .kept))
        case .perhaps, nil: break
        }
        if signs.hasMarkupSign, let markup = Markup.first(in: text) {
            found.append(CellSuspicion(.markup, markup, fate: .kept))
        }
        guard isRunningText, signs.hasDigit || signs.hasBracket || PersonalDetail.namesSign(text) else { return found }
        if let (kind, words) = PersonalDetail.first(in: text) {
            let message: DirectoryMessage =
                switch kind {
                case .mail: .personalMail
                case .telephone: .personalTelephone
                case .street: .personalStreet
                }
            found.append(CellSuspicion(message, words, fate: .kept))
        }
        return found
    }

    /// Which signs a text holds, so that nearly all texts are looked at once.
    private struct Signs {
        var isASCII = true
        var hasFormulaSign = false
        var hasMarkupSign = false
        var hasDigit = false
        /// An at sign, or a bracket in which one may be spelled.
        var hasBracket = false

        init(_ text: String) {
            for byte in text.utf8 {
                switch byte {
                case 0x80...: (isASCII, hasFormulaSign) = (false, true)
                case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"): hasFormulaSign = true
                case UInt8(ascii: "@"): (hasFormulaSign, hasBracket) = (true, true)
                case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): hasBracket = true
                case UInt8(ascii: "&"), UInt8(ascii: "<"): hasMarkupSign = true
                case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
                default: break
                }
            }
        }
    }

    /// A value such as `#REF!`, which a sheet program writes where a formula failed, alone or among other words.
    private static func errorValue(in text: String) -> String? {
        guard text.utf8.count < 24 || text.utf8.contains(UInt8(ascii: "#")) else { return nil }
        let lower = text.utf8.count < 24 ? text.asciiLowercased : ""
        if ["loading...", "loading…", "chargement...", "chargement…"].contains(lower) { return text }
        if lower.hasPrefix("err:") || lower.hasPrefix("err :") || lower.hasPrefix("erreur :") {
            let rest = lower.drop { !$0.isNumber }
            if !rest.isEmpty, rest.count <= 3, rest.allSatisfy(\.isNumber) { return text }
        }
        guard text.utf8.contains(UInt8(ascii: "#")) else { return nil }
        if text.allSatisfy({ $0 == "#" }), text.count > 2 { return text }
        // French puts a space before the mark.
        let joined = String(text.uppercased().filter { !$0.isWhitespace })
        for value in errorValues where joined.contains(value) {
            guard let place = joined.utf8.firstRange(of: value.utf8) else { continue }
            // `#N/A` is no part of a longer word.
            if value.hasSuffix("!") || value.hasSuffix("?") { return value }
            let after = joined.utf8[place.upperBound...].first
            let isWhole = text.uppercased().split { $0.isWhitespace || $0 == ";" || $0 == "," }.contains { $0 == value }
            if after == nil && joined.utf8.count == value.utf8.count || isWhole { return value }
        }
        return nil
    }

    private static let errorValues = [
        "#REF!", "#NAME?", "#NOM?", "#VALUE!", "#VALEUR!", "#DIV/0!", "#NUM!", "#NOMBRE!", "#NULL!", "#NUL!",
        "#SPILL!", "#PROPAGATION!", "#EPARS!", "#ÉPARS!", "#CALC!", "#CALCUL!", "#FIELD!", "#CHAMP!", "#BLOCKED!",
        "#BLOQUÉ!", "#CONNECT!", "#CONNEXION!", "#UNKNOWN!", "#INCONNU!", "#BUSY!", "#OCCUPÉ!", "#ERROR!", "#ERREUR!",
        "#PYTHON!", "#EXTERNAL!", "#TIMEOUT!", "#GETTING_DATA", "#CHARGEMENT_DONNEES", "#OBTENTION_DONNEES", "#N/A",
        "#N/D", "#NV",
    ]

    /// Whether a sheet program would take the text, or an item of the list in it, for a formula.
    private static func isFormula(_ text: String) -> Bool {
        text.utf8.split(separator: UInt8(ascii: ";")).contains { bytes in
            let part = Substring(bytes)
            guard let first = part.utf8.first,
                first <= 0x20 || first >= 0x7B || first == UInt8(ascii: "=")
                    || first == UInt8(ascii: "+") || first == UInt8(ascii: "-") || first == UInt8(ascii: "@")
            else { return false }
            let scalars = part.unicodeScalars.drop { $0.properties.isWhitespace || $0 == "{" }
            guard let first = scalars.first else { return false }
            if first == "=" || first == "＝" { return true }
            guard first == "+" || first == "-" || first == "@" else { return false }
            let rest = scalars.dropFirst()
            let name = rest.prefix { ("A"..."Z").contains($0) || $0 == "." || ("0"..."9").contains($0) }
            return !name.isEmpty && ("A"..."Z").contains(name.first ?? "0") && rest.dropFirst(name.count).first == "("
        }
    }
}

/// What keepers write where they have no value.
private enum Placeholders {
    enum Kind { case sure, perhaps }

    static func kind(of text: String) -> Kind? {
        guard text.utf8.count <= 24 else { return nil }
        if let first = text.unicodeScalars.first, signs.contains(first), text.unicodeScalars.allSatisfy(signs.contains)
        {
            return .sure
        }
        let folded = String(decoding: TextFolding.folded(text), as: UTF8.self)
        if sure.contains(folded) { return .sure }
        // `n/a`, `N.D.`, `s. o.` fold to letters apart; `NA` and `ND` are acronyms of some organizations.
        if ["n a", "n d", "s o", "n c"].contains(folded) { return .sure }
        return perhaps.contains(folded) ? .perhaps : nil
    }

    private static let signs = Set("-–—‐‑−_?¿.…*/\\~^".unicodeScalars)
    private static let sure: Set<String> = [
        "a completer", "a determiner", "a confirmer", "a valider", "a verifier", "a venir", "a suivre", "a remplir",
        "a preciser", "non disponible", "non connu", "non connue", "non applicable", "non determine", "non precise",
        "non specifie", "sans objet", "not available", "not applicable", "not known", "to be determined",
        "to be completed", "to be confirmed", "to be announced", "to do", "coming soon", "lorem ipsum", "pas d info",
        "aucune information", "no data", "no information", "donnee manquante", "ne sait pas",
    ]
    private static let perhaps: Set<String> = [
        "na", "nd", "nc", "so", "tbd", "tba", "tbc", "todo", "x", "xx", "xxx", "xxxx", "none", "null", "nil", "nan",
        "aucun", "aucune", "inconnu", "inconnue", "unknown", "vide", "empty", "test", "exemple", "example", "undefined",
        "id", "idem", "ibid", "voir note", "see note", "asdf", "0",
    ]
}

/// Signs of HTML in a text that is none.
private enum Markup {
    /// The first entity or tag.
    static func first(in text: String) -> String? {
        let bytes = Array(text.utf8)
        for (start, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "&"):
                guard let end = bytes[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { continue }
                let name = bytes[(start + 1)..<end]
                let isNumber = name.first == UInt8(ascii: "#") && name.count > 1
                let digits = isNumber ? name.dropFirst() : name
                if digits.count > 1, digits.allSatisfy(isLetterOrDigit) {
                    return String(decoding: bytes[start...end], as: UTF8.self)
                }
            case UInt8(ascii: "<"):
                guard let end = bytes[start...].prefix(200).firstIndex(of: UInt8(ascii: ">")) else { continue }
                let name = bytes[(start + 1)..<end].drop { $0 == UInt8(ascii: "/") }.prefix(while: isLetterOrDigit)
                if tags.contains(String(decoding: name, as: UTF8.self).asciiLowercased) {
                    return String(decoding: bytes[start...end], as: UTF8.self)
                }
            default: break
            }
        }
        return nil
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    private static let tags: Set<String> = [
        "a", "b", "i", "u", "em", "strong", "br", "p", "span", "div", "font", "ul", "ol", "li", "td", "th", "tr",
        "table", "h1", "h2", "h3", "h4", "h5", "h6", "sup", "sub", "img", "script", "style", "html", "body", "hr",
        "small", "center", "iframe", "abbr", "blockquote",
    ]
}
