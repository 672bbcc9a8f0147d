/// The forms in which people write the codes of a nomenclature, and the one in which the directory has them.
///
/// `586`, `ORPHA:586`, `Orpha 586`, `orphanet_586`, `ORDO:586` and `http://www.orpha.net/ORDO/Orphanet_586` are one code.
public enum CodeForm {
    /// A code of Orphanet: `ORPHA:` and a number.
    public static func orpha(_ text: String) -> String? {
        digits(of: text, after: ["ORPHACODE", "ORPHANET", "ORPHA", "ORDO"]).map { "ORPHA:" + $0 }
    }

    /// A code of MONDO: `MONDO:` and seven digits.
    public static func mondo(_ text: String) -> String? {
        guard let digits = digits(of: text, after: ["MONDO"]), digits.utf8.count <= 7 else { return nil }
        return "MONDO:" + String(repeating: "0", count: 7 - digits.utf8.count) + digits
    }

    /// A code of OMIM: `OMIM:` and a number; its signs for kinds of entries are let through.
    public static func omim(_ text: String) -> String? {
        digits(of: text, after: ["OMIM", "MIM"]).map { "OMIM:" + $0 }
    }

    /// A code of ICD-10, or the beginning of one: `G11.1`, `G11`, `G`.
    public static func icd10(_ text: String) -> String? {
        var code = text.uppercased().utf8.filter { $0 != 0x20 && $0 != 0x2D }[...]
        if let slash = code.lastIndex(of: UInt8(ascii: "/")) { code = code[code.index(after: slash)...] }
        for prefix in ["ICD10CA", "ICD10CM", "ICD10", "CIM10"] where code.starts(with: prefix.utf8) {
            code = code.dropFirst(prefix.utf8.count).drop { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "_") }
            break
        }
        let parts = code.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts.first, let letter = first.first,
            (0x41...0x5A).contains(letter),
            first.dropFirst().allSatisfy(isDigit), parts.dropFirst().allSatisfy({ $0.allSatisfy(isDigit) })
        else { return nil }
        var result = String(decoding: first, as: UTF8.self)
        var rest = parts.count > 1 ? Array(parts[1]) : []
        // Sheets leave the point out.
        if result.utf8.count > 3, rest.isEmpty {
            rest = Array(result.utf8.dropFirst(3))
            result = String(result.prefix(3))
        }
        return rest.isEmpty ? result : result + "." + String(decoding: rest, as: UTF8.self)
    }

    /// The number at the end of a text that has nothing else but one of some names before it, without zeros before it.
    private static func digits(of text: String, after names: [String]) -> String? {
        var code = Array(text.uppercased().utf8)[...]
        if let slash = code.lastIndex(of: UInt8(ascii: "/")) { code = code[(slash + 1)...] }
        func skipSigns() { code = code.drop { !isDigit($0) && !(0x41...0x5A).contains($0) } }
        skipSigns()
        for name in names where code.starts(with: name.utf8) {
            code = code.dropFirst(name.utf8.count)
            break
        }
        skipSigns()
        while let last = code.last, !isDigit(last), !(0x41...0x5A).contains(last) { code = code.dropLast() }
        guard (1...9).contains(code.count), code.allSatisfy(isDigit) else { return nil }
        let significant = code.drop { $0 == UInt8(ascii: "0") }
        return significant.isEmpty ? nil : String(decoding: significant, as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
