public import RDFModel

// The terms of other people's vocabularies that a directory uses, each under the name that its makers gave it.

/// The Organization Ontology.
public enum ORG {
    /// `org:`
    public static let namespace = "http://www.w3.org/ns/org#"
    public static let organization = term("Organization")
    public static let membership = term("Membership")
    public static let site = term("Site")
    public static let classification = term("classification")
    public static let hasPrimarySite = term("hasPrimarySite")
    public static let siteAddress = term("siteAddress")
    public static let member = term("member")
    public static let organizationProperty = term("organization")
    public static let memberOf = term("memberOf")
    public static let role = term("role")
    public static let subOrganizationOf = term("subOrganizationOf")

    private static func term(_ name: String) -> IRI { IRI(unchecked: namespace + name) }
}

/// The Simple Knowledge Organization System.
public enum SKOS {
    /// `skos:`
    public static let namespace = "http://www.w3.org/2004/02/skos/core#"
    public static let concept = term("Concept")
    public static let conceptScheme = term("ConceptScheme")
    public static let inScheme = term("inScheme")
    public static let topConceptOf = term("topConceptOf")
    public static let hasTopConcept = term("hasTopConcept")
    public static let prefLabel = term("prefLabel")
    public static let altLabel = term("altLabel")
    public static let hiddenLabel = term("hiddenLabel")
    public static let notation = term("notation")
    public static let note = term("note")
    public static let definition = term("definition")
    public static let broader = term("broader")
    public static let exactMatch = term("exactMatch")
    public static let closeMatch = term("closeMatch")
    public static let broadMatch = term("broadMatch")

    private static func term(_ name: String) -> IRI { IRI(unchecked: namespace + name) }
}

/// schema.org.
public enum Schema {
    /// `schema:`
    public static let namespace = "https://schema.org/"
    public static let ngo = term("NGO")
    public static let medicalCondition = term("MedicalCondition")
    public static let medicalCode = term("MedicalCode")
    public static let grant = term("Grant")
    public static let webSite = term("WebSite")
    public static let name = term("name")
    public static let alternateName = term("alternateName")
    public static let description = term("description")
    public static let url = term("url")
    public static let inLanguage = term("inLanguage")
    public static let foundingDate = term("foundingDate")
    public static let dissolutionDate = term("dissolutionDate")
    public static let areaServed = term("areaServed")
    public static let identifier = term("identifier")
    public static let code = term("code")
    public static let codeValue = term("codeValue")
    public static let codingSystem = term("codingSystem")
    public static let funder = term("funder")
    public static let memberOf = term("memberOf")

    private static func term(_ name: String) -> IRI { IRI(unchecked: namespace + name) }
}

/// Friend of a Friend.
public enum FOAF {
    /// `foaf:`
    public static let namespace = "http://xmlns.com/foaf/0.1/"
    public static let organization = term("Organization")
    public static let homepage = term("homepage")
    public static let page = term("page")
    public static let primaryTopic = term("primaryTopic")

    private static func term(_ name: String) -> IRI { IRI(unchecked: namespace + name) }
}

/// The terms of the Dublin Core Metadata Initiative.
public enum DCTerms {
    /// `dcterms:`
    public static let namespace = "http://purl.org/dc/terms/"
    public static let title = term("title")
    public static let description = term("description")
    public static let language = term("language")
    public static let spatial = term("spatial")
    public static let modified = term("modified")
    public static let isReplacedBy = term("isReplacedBy")
    public static let license = term("license")
    public static let relation = term("relation")

    private static func term(_ name: String) -> IRI { IRI(unchecked: namespace + name) }
}

/// The PROV Ontology.
public enum PROV {
    /// `prov:`
    public static let namespace = "http://www.w3.org/ns/prov#"
    public static let entity = term("Entity")
    public static let hadPrimarySource = term("hadPrimarySource")
    public static let wasDerivedFrom = term("wasDerivedFrom")

    private static func term(_ name: String) -> IRI { IRI(unchecked: namespace + name) }
}

/// vCard.
public enum VCard {
    /// `vcard:`
    public static let namespace = "http://www.w3.org/2006/vcard/ns#"
    public static let address = term("Address")
    public static let locality = term("locality")
    public static let kind = term("Kind")
    public static let organization = term("Organization")
    public static let formattedName = term("fn")
    public static let hasEmail = term("hasEmail")
    public static let hasURL = term("hasURL")
    public static let hasTelephone = term("hasTelephone")

    private static func term(_ name: String) -> IRI { IRI(unchecked: namespace + name) }
}

/// The Asset Description Metadata Schema.
public enum ADMS {
    /// `adms:`
    public static let namespace = "http://www.w3.org/ns/adms#"
    public static let identifierClass = term("Identifier")
    public static let identifier = term("identifier")
    public static let schemaAgency = term("schemaAgency")

    private static func term(_ name: String) -> IRI { IRI(unchecked: namespace + name) }
}
