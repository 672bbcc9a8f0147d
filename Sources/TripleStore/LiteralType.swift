internal import ByteText
public import RDFModel

/// What a literal has besides its text: a datatype or a language. A dictionary numbers those that occur.
public struct LiteralType: Hashable, Sendable {
    /// The datatype; `rdf:langString` or `rdf:dirLangString` where there is a language.
    public internal(set) var datatype: TermID
    /// The language tag in lower case, in ASCII; empty where there is none.
    public let language: [UInt8]
    /// The base direction, where there is one.
    public let direction: BaseDirection?
    /// How texts of this type are read.
    public let valueClass: ValueClass

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
    /// The class of a datatype.
    init(datatype: Span<UInt8>) {
        let namespace = XSD.namespace.utf8.span
        guard datatype.starts(with: namespace) else {
            self = .other
            return
        }
        let name = String(utf8: datatype.extracting(droppingFirst: namespace.count))
        self = Self.byName[ByteKey(name)] ?? .other
    }

    private static let byName: [ByteKey: ValueClass] = {
        let integers: [ByteKey] = [
            "integer", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger", "negativeInteger", "long", "int",
            "short", "byte", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte",
        ]
        var classes: [ByteKey: ValueClass] = [
            "decimal": .decimal, "float": .float, "double": .double, "boolean": .boolean, "dateTime": .dateTime,
            "dateTimeStamp": .dateTime, "date": .date, "gYear": .year, "gYearMonth": .yearMonth, "time": .time,
            "string": .text,
        ]
        for name in integers { classes[name] = .integer }
        return classes
    }()
}
