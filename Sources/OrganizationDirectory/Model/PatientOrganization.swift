public import Localization
public import RDFModel

/// An organization that speaks for people who live with a condition.
public struct PatientOrganization: Sendable, Hashable, Codable {
    /// The keeper's slug, unique among organizations and stable for ever.
    public let id: String
    /// The names in use; at least one.
    public let names: LocalizedText
    /// The acronym as the organization writes it.
    public let acronym: String?
    /// Names it had before.
    public let formerNames: [String]
    /// What it says it is for.
    public let mission: LocalizedText
    /// Its home page.
    public let website: IRI?
    /// The languages in which pages of it were seen: not those of its services.
    public let pageLanguages: [LanguageTag]
    /// When it was founded.
    public let founded: FoundingDate?
    /// When it ended: was dissolved, or became part of another.
    public let dissolved: FoundingDate?
    /// The field in which it works.
    public let field: Field
    /// Where it works.
    public let territories: [Territory]
    /// Where its office is.
    public let city: String?
    /// What registers call it.
    public let identifiers: [RegisteredIdentifier]
    /// Whether it still works, where that is known: what the sheet says, or what follows from an end that it tells.
    public let status: OrganizationStatus?
    /// The id of the organization that took its place.
    public let replacedBy: String?
    /// The communities it speaks for.
    public let representations: [Representation]
    /// What it does.
    public let activities: [Activity]
    /// Where the row comes from.
    public let evidence: Evidence

    /// An organization by what is known of it.
    /// - Parameters:
    ///   - id: a slug of lower-case letters, digits and single hyphens.
    ///   - names: at least one name.
    public init(
        id: String, names: LocalizedText, acronym: String? = nil, formerNames: [String] = [],
        mission: LocalizedText = LocalizedText(), website: IRI? = nil, pageLanguages: [LanguageTag] = [],
        founded: FoundingDate? = nil, dissolved: FoundingDate? = nil, field: Field, territories: [Territory] = [],
        city: String? = nil, identifiers: [RegisteredIdentifier] = [], status: OrganizationStatus? = nil,
        replacedBy: String? = nil, representations: [Representation] = [], activities: [Activity] = [],
        evidence: Evidence = Evidence()
    ) {
        self.id = id
        self.names = names
        self.acronym = acronym
        self.formerNames = formerNames
        self.mission = mission
        self.website = website
        self.pageLanguages = pageLanguages
        self.founded = founded
        self.dissolved = dissolved
        self.field = field
        self.territories = territories
        self.city = city
        self.identifiers = identifiers
        self.status = status
        self.replacedBy = replacedBy
        self.representations = representations
        self.activities = activities
        self.evidence = evidence
    }

    /// Whether it is at work, as far as the sheet knows: neither dormant, nor merged, nor dissolved, nor replaced.
    public var isAtWork: Bool { status?.isAtWork ?? true }
}

/// Whether an organization still works.
public enum OrganizationStatus: String, SchemeConcept {
    public static let scheme = "status"

    /// It works.
    case active
    /// It exists, but does nothing that can be seen.
    case dormant
    /// It became part of another.
    case merged
    /// It ended.
    case dissolved

    /// The status of an organization of which the sheet tells an end and no status: one that another has replaced is
    /// part of it now, one that only ended is dissolved; `nil` where no end is told.
    init?(replacedBy successor: String?, dissolved: FoundingDate?) {
        if successor != nil {
            self = .merged
        } else if dissolved != nil {
            self = .dissolved
        } else {
            return nil
        }
    }

    /// Whether an organization of this status does what its row says of it.
    public var isAtWork: Bool { self == .active }

    /// Whether an organization of this status may have a successor or a day of its end.
    func allows(replacedBy successor: String?, dissolved: FoundingDate?) -> Bool {
        switch self {
        case .active: successor == nil && dissolved == nil
        case .dormant: dissolved == nil
        case .merged, .dissolved: true
        }
    }

    /// The name of the status.
    public var label: Texts {
        switch self {
        case .active: Texts(fr: "actif", en: "active")
        case .dormant: Texts(fr: "en sommeil", en: "dormant")
        case .merged: Texts(fr: "fusionné", en: "merged")
        case .dissolved: Texts(fr: "dissous", en: "dissolved")
        }
    }

    public var otherNames: [String] {
        switch self {
        case .active: ["active", "en activité"]
        case .dormant: ["inactif", "inactive", "endormi"]
        case .merged: ["fusionnée", "fusion"]
        case .dissolved: ["dissoute", "dissolution", "fermé", "fermée"]
        }
    }
}

/// The number of an organization in a public register.
public struct RegisteredIdentifier: Sendable, Hashable, Codable {
    /// A public register of organizations.
    public enum Register: String, ClosedWord {
        /// Numéro d'entreprise du Québec, ten digits.
        case neq = "NEQ"
        /// Registration number of a charity in Canada, such as `123456789RR0001`.
        case charity = "BN"
        /// Research Organization Registry, such as `03yrm5c26`.
        case ror = "ROR"
        /// Wikidata item, such as `Q42`.
        case wikidata = "WD"

        public var label: Texts { agency }

        /// The body that keeps the register.
        public var agency: Texts {
            switch self {
            case .neq: Texts(both: "Registraire des entreprises du Québec")
            case .charity: Texts(fr: "Agence du revenu du Canada", en: "Canada Revenue Agency")
            case .ror: Texts(both: "Research Organization Registry")
            case .wikidata: Texts(both: "Wikidata")
            }
        }
    }

    /// The register.
    public let register: Register
    /// The number, well formed in the register.
    public let number: String

    /// A number; `nil` if it is malformed in its register.
    public init?(_ number: String, in register: Register) {
        let bytes = Array(number.utf8)
        func areDigits(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.allSatisfy { (0x30...0x39).contains($0) } }
        let isWellFormed =
            switch register {
            case .neq: bytes.count == 10 && areDigits(bytes[...])
            case .charity:
                bytes.count == 15 && areDigits(bytes[0..<9]) && bytes[9] == UInt8(ascii: "R")
                    && bytes[10] == UInt8(ascii: "R") && areDigits(bytes[11...])
            case .ror:
                bytes.count == 9 && bytes[0] == UInt8(ascii: "0") && areDigits(bytes[7...])
                    && bytes.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
            case .wikidata:
                (2...12).contains(bytes.count) && bytes[0] == UInt8(ascii: "Q") && areDigits(bytes[1...])
                    && bytes[1] != UInt8(ascii: "0")
            }
        guard isWellFormed else { return nil }
        self.register = register
        self.number = number
    }

    /// Reads a number.
    /// - Throws: `DecodingError` for one that is malformed in its register.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let number = try container.decode(String.self, forKey: .number)
        let register = try container.decode(Register.self, forKey: .register)
        guard let identifier = RegisteredIdentifier(number, in: register) else {
            throw DecodingError.malformed(number, as: RegisteredIdentifier.self, in: decoder)
        }
        self = identifier
    }
}
