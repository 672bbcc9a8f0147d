extension String {
    /// The text with the no-break spaces that French typography asks for: a full one inside guillemets and before a
    /// colon, a narrow one before the other double marks. The catalogue is written with plain spaces, which people see
    /// and type; a mark counts only where a space or the end follows it, so that code and addresses stay as they are.
    package var withFrenchSpaces: String {
        // Names and most labels have no such mark; « and » begin with 0xC2 in UTF-8, the others are : ; ? and !.
        guard utf8.contains(where: { $0 == 0xC2 || $0 == 0x3A || $0 == 0x3B || $0 == 0x3F || $0 == 0x21 }) else {
            return self
        }
        let scalars = Array(unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            guard scalar == " " else {
                result.append(scalar)
                continue
            }
            if index > 0, scalars[index - 1] == "«" {
                result.append("\u{A0}")
                continue
            }
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            let isAfterMark = index + 2 >= scalars.count || scalars[index + 2] == " "
            switch next {
            case "»": result.append("\u{A0}")
            case ":" where isAfterMark: result.append("\u{A0}")
            case ";" where isAfterMark, "?" where isAfterMark, "!" where isAfterMark: result.append("\u{202F}")
            default: result.append(" ")
            }
        }
        return String(result)
    }
}
