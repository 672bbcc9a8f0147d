internal import RDFModel

// The terms with which portals describe datasets; those of the directory itself stand in `OrganizationDirectory`.

/// The Data Catalog Vocabulary.
enum DCAT {
    static let namespace = "http://www.w3.org/ns/dcat#"
    static let catalog = term("Catalog")
    static let dataset = term("Dataset")
    static let distribution = term("Distribution")
    static let hasDataset = term("dataset")
    static let hasDistribution = term("distribution")
    static let keyword = term("keyword")
    static let theme = term("theme")
    static let version = term("version")
    static let accessURL = term("accessURL")
    static let downloadURL = term("downloadURL")
    static let byteSize = term("byteSize")
    static let mediaType = term("mediaType")
    static let contactPoint = term("contactPoint")

    private static func term(_ name: String) -> IRI { IRI(unchecked: namespace + name) }
}

/// The Vocabulary of Interlinked Datasets.
enum VoID {
    static let namespace = "http://rdfs.org/ns/void#"
    static let dataset = term("Dataset")
    static let linkset = term("Linkset")
    static let triples = term("triples")
    static let entities = term("entities")
    static let distinctSubjects = term("distinctSubjects")
    static let distinctObjects = term("distinctObjects")
    static let properties = term("properties")
    static let classes = term("classes")
    static let uriSpace = term("uriSpace")
    static let dataDump = term("dataDump")
    static let vocabulary = term("vocabulary")
    static let subset = term("subset")
    static let classPartition = term("classPartition")
    static let propertyPartition = term("propertyPartition")
    static let classTerm = term("class")
    static let property = term("property")
    static let subjectsTarget = term("subjectsTarget")
    static let objectsTarget = term("objectsTarget")
    static let linkPredicate = term("linkPredicate")

    private static func term(_ name: String) -> IRI { IRI(unchecked: namespace + name) }
}

/// The part of SPDX that describes checksums.
enum SPDX {
    static let namespace = "http://spdx.org/rdf/terms#"
    static let checksumClass = term("Checksum")
    static let checksum = term("checksum")
    static let algorithm = term("algorithm")
    static let algorithmClass = term("ChecksumAlgorithm")
    /// Under `https:`, as the shapes of DCAT-AP 3.0.1 want controlled values (`mdr-vocabularies`), not as the terms
    /// themselves. udata knows the `http:` one and then fails on every checksum that is an `xsd:hexBinary`, as it must be.
    static let sha256 = IRI(unchecked: "https://spdx.org/rdf/terms#checksumAlgorithm_sha256")
    static let checksumValue = term("checksumValue")

    private static func term(_ name: String) -> IRI { IRI(unchecked: namespace + name) }
}

/// The classes of Dublin Core by which a catalog says what its controlled values are, and the properties that the
/// directory itself does not use.
enum DublinCore {
    static let publisher = term("publisher")
    static let issued = term("issued")
    static let identifier = term("identifier")
    static let format = term("format")
    static let accessRights = term("accessRights")
    static let accrualPeriodicity = term("accrualPeriodicity")
    static let conformsTo = term("conformsTo")
    static let rights = term("rights")
    static let linguisticSystem = term("LinguisticSystem")
    static let licenseDocument = term("LicenseDocument")
    static let location = term("Location")
    static let mediaType = term("MediaType")
    static let mediaTypeOrExtent = term("MediaTypeOrExtent")
    static let frequency = term("Frequency")
    static let rightsStatement = term("RightsStatement")
    static let standard = term("Standard")

    private static func term(_ name: String) -> IRI { IRI(unchecked: "http://purl.org/dc/terms/" + name) }
}

/// The authority tables of the Publications Office of the European Union, which DCAT-AP asks for.
enum EuropeanAuthority {
    private static let namespace = "http://publications.europa.eu/resource/authority/"
    /// Anyone may have the data.
    static let publicAccess = IRI(unchecked: namespace + "access-right/PUBLIC")
    /// The scheme of the themes.
    static let themes = IRI(unchecked: namespace + "data-theme")

    /// A format of files.
    static func fileType(_ name: String) -> IRI { IRI(unchecked: namespace + "file-type/" + name) }
}
