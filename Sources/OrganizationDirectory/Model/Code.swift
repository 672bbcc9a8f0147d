/// A classification or nomenclature whose codes the directory uses.
public enum CodeSystem: String, CaseIterable, Sendable, Codable {
    /// The Orphanet nomenclature of rare diseases.
    case orpha
    /// The Mondo Disease Ontology.
    case mondo
    /// Online Mendelian Inheritance in Man.
    case omim
    /// The tenth International Classification of Diseases of the World Health Organization.
    case icd10

    /// The name of the system, as schema.org's `codingSystem` takes it.
    public var name: String {
        switch self {
        case .orpha: "ORPHA"
        case .mondo: "MONDO"
        case .omim: "OMIM"
        case .icd10: "ICD-10"
        }
    }

    /// The column of `conditions.csv`.
    var column: String {
        switch self {
        case .orpha: "orpha_code"
        case .mondo: "mondo_id"
        case .omim: "omim"
        case .icd10: "icd10"
        }
    }
}

/// A code of a condition, well formed in its system; whether the system has it is not known here.
public struct Code: Sendable, Hashable, Codable {
    /// The system.
    public let system: CodeSystem
    /// The code as it is written: `ORPHA:586`, `MONDO:0009061`, `OMIM:219700`, `E84`, `E10-E14`.
    public let notation: String

    /// A code; `nil` if it is malformed in its system.
    public init?(_ notation: String, in system: CodeSystem) {
        let bytes = Array(notation.utf8)
        let isWellFormed =
            switch system {
            case .orpha: Self.isNumber(bytes, after: "ORPHA:", digits: 1...7) && bytes[6] != UInt8(ascii: "0")
            case .mondo: Self.isNumber(bytes, after: "MONDO:", digits: 7...7)
            case .omim:
                Self.isNumber(bytes, after: "OMIM:", digits: 6...6)
                    && (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(bytes[5])
            case .icd10: Self.isIcd10(bytes)
            }
        guard isWellFormed else { return nil }
        self.system = system
        self.notation = notation
    }

    /// Reads a code.
    /// - Throws: `DecodingError` for one that is malformed in its system.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let notation = try container.decode(String.self, forKey: .notation)
        guard let code = Code(notation, in: try container.decode(CodeSystem.self, forKey: .system)) else {
            throw DecodingError.malformed(notation, as: Code.self, in: decoder)
        }
        self = code
    }

    /// The code without the name of its system: `586`, `0009061`, `219700`, `E84`.
    public var localPart: String {
        guard let colon = notation.firstIndex(of: ":") else { return notation }
        return String(notation[notation.index(after: colon)...])
    }

    private static func isNumber(_ bytes: [UInt8], after prefix: String, digits: ClosedRange<Int>) -> Bool {
        bytes.starts(with: prefix.utf8) && digits.contains(bytes.count - prefix.utf8.count)
            && bytes.dropFirst(prefix.utf8.count).allSatisfy(isDigit)
    }

    /// A category `E84`, a subcategory `G12.2`, or a block `E10-E14` whose end does not come before its beginning.
    private static func isIcd10(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 3, isCategory(bytes[0..<3]) else { return false }
        if bytes.count == 3 { return true }
        switch bytes[3] {
        case UInt8(ascii: "."): return (1...2).contains(bytes.count - 4) && bytes[4...].allSatisfy(isDigit)
        case UInt8(ascii: "-"):
            return bytes.count == 7 && isCategory(bytes[4..<7])
                && !bytes[4..<7].lexicographicallyPrecedes(bytes[0..<3])
        default: return false
        }
    }

    private static func isCategory(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) && bytes.dropFirst().allSatisfy(isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
