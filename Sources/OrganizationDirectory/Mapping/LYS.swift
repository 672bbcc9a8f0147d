public import RDFModel

/// Our own vocabulary, `vocab/lys.ttl`, and the concept schemes beside it.
public enum LYS {
    /// `lys:`
    public static let namespace = "https://w3id.org/lys/ns#"
    /// Where the concept schemes of roles, territories and the rest stand.
    public static let schemes = "https://w3id.org/lys/"

    // Classes
    public static let patientOrganization = term("PatientOrganization")
    public static let representation = term("Representation")
    public static let activity = term("Activity")
    public static let programme = term("Programme")
    public static let consultation = term("Consultation")
    public static let record = term("Record")
    public static let website = term("Website")

    // Properties of organizations
    public static let acronym = term("acronym")
    public static let hasWebsite = term("hasWebsite")
    public static let status = term("status")
    public static let representsCondition = term("representsCondition")
    public static let playsRole = term("playsRole")

    // Properties that join an organization to something
    public static let organization = term("organization")
    public static let condition = term("condition")
    public static let role = term("role")
    public static let stakeholder = term("stakeholder")
    public static let since = term("since")
    public static let until = term("until")
    public static let scope = term("scope")
    public static let derivedBy = term("derivedBy")
    public static let representationScopeRule = term("representationScopeRule")

    // Properties of conditions, programmes and consultations
    public static let rare = term("rare")
    public static let programmeKind = term("programmeKind")
    public static let consultingBody = term("consultingBody")
    public static let technology = term("technology")
    public static let opened = term("opened")
    public static let closed = term("closed")
    public static let submission = term("submission")

    // Properties of records
    public static let basis = term("basis")
    public static let sourceText = term("sourceText")
    public static let codeCheck = term("codeCheck")
    public static let reviewedOn = term("reviewedOn")
    public static let sourceDate = term("sourceDate")

    // Datatypes of notations
    public static let orphaCode = term("OrphaCode")
    public static let mondoCode = term("MondoCode")
    public static let omimCode = term("OmimCode")
    public static let icd10Code = term("Icd10Code")

    private static func term(_ name: String) -> IRI { IRI(unchecked: namespace + name) }
}
