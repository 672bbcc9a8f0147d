extension String {
    /// The text for comparison by eye: lower case, no accents, œ as oe, one kind of apostrophe, dash and blank.
    /// - Note: covers the letters of French and of names around it (Latin-1, Latin Extended-A, combining marks).
    package var folded: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if let plain = scalar.plainLetters {
                result.append(contentsOf: plain.unicodeScalars)
            } else if scalar.isASCII {
                result.append(("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
            } else {
                result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(result)
    }
}

extension Unicode.Scalar {
    /// What stands for a letter with a mark, for a ligature or for a typographic sign; `nil` for all others.
    fileprivate var plainLetters: String? {
        switch self {
        case "À"..."Å", "à"..."å", "Ā"..."ą": "a"
        case "Æ", "æ": "ae"
        case "Ç", "ç", "Ć"..."č": "c"
        case "Ď"..."đ", "Ð", "ð": "d"
        case "È"..."Ë", "è"..."ë", "Ē"..."ě": "e"
        case "Ĝ"..."ģ": "g"
        case "Ĥ"..."ħ": "h"
        case "Ì"..."Ï", "ì"..."ï", "Ĩ"..."ı": "i"
        case "Ĵ", "ĵ": "j"
        case "Ķ"..."ĸ": "k"
        case "Ĺ"..."ł": "l"
        case "Ñ", "ñ", "Ń"..."ŋ": "n"
        case "Ò"..."Ö", "Ø", "ò"..."ö", "ø", "Ō"..."ő": "o"
        case "Œ", "œ": "oe"
        case "Ŕ"..."ř": "r"
        case "Ś"..."š": "s"
        case "ß": "ss"
        case "Ţ"..."ŧ": "t"
        case "Ù"..."Ü", "ù"..."ü", "Ũ"..."ų": "u"
        case "Ŵ", "ŵ": "w"
        case "Ý", "ý", "ÿ", "Ŷ", "ŷ", "Ÿ": "y"
        case "Ź"..."ž": "z"
        case "\u{300}"..."\u{36F}": ""
        case "’", "‘", "ʼ", "`": "'"
        case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
        case "\u{A0}", "\u{202F}", "\u{2009}": " "
        default: nil
        }
    }
}
