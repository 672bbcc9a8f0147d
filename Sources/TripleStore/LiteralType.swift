public import RDFModel
public import XSDValues

/// What a literal has besides its text: a datatype or a language. A dictionary numbers those that occur.
public struct LiteralType: Hashable, Sendable {
    /// The datatype; `rdf:langString` or `rdf:dirLangString` where there is a language.
    public internal(set) var datatype: TermID
    /// The datatype, if it is one of those of XML Schema that we know.
    public let xsd: XSDDatatype?
    /// The language tag in lower case, in ASCII; empty where there is none.
    public let language: [UInt8]
    /// The base direction, where there is one.
    public let direction: BaseDirection?
    /// How texts of this type are read.
    public let valueClass: ValueClass

    init(datatype: TermID, xsd: XSDDatatype?) {
        self.datatype = datatype
        self.xsd = xsd
        language = []
        direction = nil
        valueClass = ValueClass(xsd)
    }

    init(datatype: TermID, language: [UInt8], direction: BaseDirection?) {
        self.datatype = datatype
        xsd = nil
        self.language = language
        self.direction = direction
        valueClass = .text
    }

    /// Whether literals of this type are texts in a language.
    public var hasLanguage: Bool { !language.isEmpty }
}

/// What kind of value a datatype has, as far as the store reads values.
///
/// The raw values give the order in which the store keeps literals: numbers by value, then booleans, then points in
/// time, then texts by code point, whatever their language, then all else.
public enum ValueClass: UInt8, Sendable, Comparable {
    /// `xsd:integer` and the types derived from it.
    case integer
    /// `xsd:decimal`.
    case decimal
    /// `xsd:float`.
    case float
    /// `xsd:double`.
    case double
    /// `xsd:boolean`.
    case boolean
    /// `xsd:dateTime`, and `xsd:dateTimeStamp`.
    case dateTime
    /// `xsd:date`.
    case date
    /// `xsd:gYear`.
    case year
    /// `xsd:gYearMonth`.
    case yearMonth
    /// `xsd:time`.
    case time
    /// `xsd:string`, `rdf:langString`, `rdf:dirLangString`.
    case text
    /// Any other datatype, and texts that are none of their datatype's lexical space.
    case other

    /// Whether the values are numbers.
    @inlinable
    public var isNumeric: Bool { rawValue <= ValueClass.double.rawValue }

    /// Whether the values are points in time.
    @inlinable
    public var isTemporal: Bool { (ValueClass.dateTime.rawValue...ValueClass.time.rawValue).contains(rawValue) }

    public static func < (left: ValueClass, right: ValueClass) -> Bool { left.rawValue < right.rawValue }
}

extension ValueClass {
    /// The class of a datatype; `other` where XML Schema has no such datatype, or one that the store reads no values of.
    init(_ datatype: XSDDatatype?) {
        self =
            switch datatype {
            case .decimal: .decimal
            case .float: .float
            case .double: .double
            case .boolean: .boolean
            case .dateTime, .dateTimeStamp: .dateTime
            case .date: .date
            case .gYear: .year
            case .gYearMonth: .yearMonth
            case .time: .time
            case .string: .text
            case let datatype: datatype?.isInteger == true ? .integer : .other
            }
    }
}
