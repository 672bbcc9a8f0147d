/// A function that SPARQL calls by a keyword; the raw value is the keyword as the specification writes it.
///
/// BOUND, COALESCE, IF, IN, EXISTS and the logical connectives do not evaluate all their arguments as functions do;
/// they are cases of ``Expression``.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#SparqlOps>
public enum BuiltInFunction: String, CaseIterable, Hashable, Sendable {
    // Terms
    case str = "STR"
    case lang = "LANG"
    case langMatches = "LANGMATCHES"
    case langDirection = "LANGDIR"
    case datatype = "DATATYPE"
    /// Also written `URI`.
    case iri = "IRI"
    case blankNode = "BNODE"
    case strDatatype = "STRDT"
    case strLang = "STRLANG"
    case strLangDirection = "STRLANGDIR"
    case uuid = "UUID"
    case strUUID = "STRUUID"
    case sameTerm = "sameTerm"
    /// Also written `isURI`.
    case isIRI = "isIRI"
    case isBlank = "isBLANK"
    case isLiteral = "isLITERAL"
    case isNumeric = "isNUMERIC"
    case hasLang = "hasLANG"
    case hasLangDirection = "hasLANGDIR"
    // Triple terms
    case isTriple = "isTRIPLE"
    case triple = "TRIPLE"
    case subject = "SUBJECT"
    case predicate = "PREDICATE"
    case object = "OBJECT"
    // Strings
    case strlen = "STRLEN"
    case substr = "SUBSTR"
    case ucase = "UCASE"
    case lcase = "LCASE"
    case strStarts = "STRSTARTS"
    case strEnds = "STRENDS"
    case contains = "CONTAINS"
    case strBefore = "STRBEFORE"
    case strAfter = "STRAFTER"
    case encodeForURI = "ENCODE_FOR_URI"
    case concat = "CONCAT"
    case regex = "REGEX"
    case replace = "REPLACE"
    // Numbers
    case abs = "ABS"
    case round = "ROUND"
    case ceil = "CEIL"
    case floor = "FLOOR"
    case rand = "RAND"
    // Dates and times
    case now = "NOW"
    case year = "YEAR"
    case month = "MONTH"
    case day = "DAY"
    case hours = "HOURS"
    case minutes = "MINUTES"
    case seconds = "SECONDS"
    case timezone = "TIMEZONE"
    case tz = "TZ"
    // Hashes
    case md5 = "MD5"
    case sha1 = "SHA1"
    case sha256 = "SHA256"
    case sha384 = "SHA384"
    case sha512 = "SHA512"

    /// How many arguments the grammar lets it have.
    public var arity: ClosedRange<Int> {
        switch self {
        case .rand, .now, .uuid, .strUUID: 0...0
        case .blankNode: 0...1
        case .langMatches, .strDatatype, .strLang, .sameTerm, .strStarts, .strEnds, .contains, .strBefore, .strAfter:
            2...2
        case .substr, .regex: 2...3
        case .strLangDirection, .triple: 3...3
        case .replace: 3...4
        case .concat: 0...Int.max
        default: 1...1
        }
    }

    /// Whether a call with the same arguments may give another value: not to be evaluated ahead or shared between rows.
    ///
    /// NOW is the same for a whole query and so is not volatile.
    public var isVolatile: Bool {
        switch self {
        case .rand, .uuid, .strUUID, .blankNode: true
        default: false
        }
    }
}
