// The vocabularies that the standards themselves are written in. What a directory of patient organizations uses
// besides stands in `OrganizationDirectory`.

/// The RDF vocabulary.
public enum RDF {
    /// `rdf:`
    public static let namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    public static let type = IRI(unchecked: namespace + "type")
    public static let first = IRI(unchecked: namespace + "first")
    public static let rest = IRI(unchecked: namespace + "rest")
    public static let `nil` = IRI(unchecked: namespace + "nil")
    public static let statement = IRI(unchecked: namespace + "Statement")
    public static let subject = IRI(unchecked: namespace + "subject")
    public static let predicate = IRI(unchecked: namespace + "predicate")
    public static let object = IRI(unchecked: namespace + "object")
    public static let list = IRI(unchecked: namespace + "List")
    public static let langString = IRI(unchecked: namespace + "langString")
    public static let dirLangString = IRI(unchecked: namespace + "dirLangString")
    public static let json = IRI(unchecked: namespace + "JSON")
    public static let html = IRI(unchecked: namespace + "HTML")
    public static let xmlLiteral = IRI(unchecked: namespace + "XMLLiteral")
    public static let reifies = IRI(unchecked: namespace + "reifies")
    public static let value = IRI(unchecked: namespace + "value")
    public static let language = IRI(unchecked: namespace + "language")
    public static let direction = IRI(unchecked: namespace + "direction")
}

/// The RDF Schema vocabulary.
public enum RDFS {
    /// `rdfs:`
    public static let namespace = "http://www.w3.org/2000/01/rdf-schema#"
    public static let label = IRI(unchecked: namespace + "label")
    public static let comment = IRI(unchecked: namespace + "comment")
    public static let subClassOf = IRI(unchecked: namespace + "subClassOf")
    public static let subPropertyOf = IRI(unchecked: namespace + "subPropertyOf")
    public static let seeAlso = IRI(unchecked: namespace + "seeAlso")
    public static let isDefinedBy = IRI(unchecked: namespace + "isDefinedBy")
}

/// The datatypes of XML Schema.
public enum XSD {
    /// `xsd:`
    public static let namespace = "http://www.w3.org/2001/XMLSchema#"
    public static let string = IRI(unchecked: namespace + "string")
    public static let boolean = IRI(unchecked: namespace + "boolean")
    public static let integer = IRI(unchecked: namespace + "integer")
    public static let decimal = IRI(unchecked: namespace + "decimal")
    public static let double = IRI(unchecked: namespace + "double")
    public static let float = IRI(unchecked: namespace + "float")
    public static let date = IRI(unchecked: namespace + "date")
    public static let dateTime = IRI(unchecked: namespace + "dateTime")
    public static let time = IRI(unchecked: namespace + "time")
    public static let gYear = IRI(unchecked: namespace + "gYear")
    public static let anyURI = IRI(unchecked: namespace + "anyURI")
    public static let nonNegativeInteger = IRI(unchecked: namespace + "nonNegativeInteger")
    public static let hexBinary = IRI(unchecked: namespace + "hexBinary")
}
