/// The datatypes of XML Schema whose values this module knows.
/// - Spec: <https://www.w3.org/TR/xmlschema11-2/#built-in-datatypes>, as chosen by RDF 1.1 Concepts §5.1.
public enum XSDDatatype: String, CaseIterable, Hashable, Sendable {
    case string, boolean, anyURI
    case decimal, integer
    case nonPositiveInteger, negativeInteger, nonNegativeInteger, positiveInteger
    case long, int, short, byte, unsignedLong, unsignedInt, unsignedShort, unsignedByte
    case float, double
    case dateTime, dateTimeStamp, date, time, gYear, gYearMonth, gMonth, gMonthDay, gDay
    case duration, yearMonthDuration, dayTimeDuration
    case hexBinary, base64Binary

    /// `xsd:`
    public static let namespace = "http://www.w3.org/2001/XMLSchema#"

    /// The datatype of an IRI, or `nil` where the IRI names none of these.
    public init?(iri: String) { self.init(iri: iri.utf8.span) }

    /// The datatype of an IRI given in UTF-8, or `nil` where the IRI names none of these.
    public init?(iri bytes: Span<UInt8>) {
        let prefix = Self.namespace.utf8.span
        guard bytes.count > prefix.count, bytes.count < prefix.count + 24 else { return nil }
        for index in prefix.indices where bytes[index] != prefix[index] { return nil }
        var name: [UInt8] = []
        for index in prefix.count..<bytes.count {
            // Beyond ASCII, Swift's string comparison would find equal what has other bytes.
            guard bytes[index] < 0x80 else { return nil }
            name.append(bytes[index])
        }
        self.init(rawValue: String(decoding: name, as: UTF8.self))
    }

    /// The name in the namespace of XML Schema.
    public var localName: String { rawValue }

    /// The IRI.
    public var iri: String { Self.namespace + rawValue }

    /// Whether this is `xsd:integer` or derived from it.
    public var isInteger: Bool { integerRange != nil }

    /// Whether values are numbers: SPARQL's numeric types.
    public var isNumeric: Bool {
        switch self {
        case .decimal, .float, .double: true
        default: isInteger
        }
    }

    /// Whether values are points or spans of the calendar.
    public var isTemporal: Bool {
        switch self {
        case .dateTime, .dateTimeStamp, .date, .time, .gYear, .gYearMonth, .gMonth, .gMonthDay, .gDay: true
        default: false
        }
    }

    /// Whether values are durations.
    public var isDuration: Bool {
        switch self {
        case .duration, .yearMonthDuration, .dayTimeDuration: true
        default: false
        }
    }

    /// What a message says was expected.
    var expectedForm: String {
        switch self {
        case .string, .anyURI: "a text"
        case .boolean: "true, false, 1 or 0"
        case .decimal: "digits with an optional point, such as -12.5"
        case .float, .double: "a number such as 1.5E3, INF, -INF or NaN"
        case .dateTime: "a form such as 2026-11-23T08:30:00Z"
        case .dateTimeStamp: "a form with a time zone such as 2026-11-23T08:30:00Z"
        case .date: "a form such as 2026-11-23"
        case .time: "a form such as 08:30:00"
        case .gYear: "a form such as 2026"
        case .gYearMonth: "a form such as 2026-11"
        case .gMonth: "a form such as --11"
        case .gMonthDay: "a form such as --11-23"
        case .gDay: "a form such as ---23"
        case .duration: "a form such as P1Y2M3DT4H5M6.7S"
        case .yearMonthDuration: "a form such as P1Y2M"
        case .dayTimeDuration: "a form such as P3DT4H5M6.7S"
        case .hexBinary: "an even number of hexadecimal digits"
        case .base64Binary: "groups of four base64 characters"
        default: integerRange?.sentence ?? "digits"
        }
    }
}
