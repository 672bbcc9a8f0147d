internal import Crypto
internal import Foundation
internal import RDFModel
internal import SPARQLAlgebra

/// The functions of §17.4 and the casts of §17.5.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#SparqlOps>
extension ReferenceEvaluator {
    func call(_ function: BuiltInFunction, _ list: [ReferenceValue]) throws -> ReferenceValue {
        switch function {
        // Terms
        case .str: return .string(try list[0].text)
        case .lang:
            guard case .languageString(_, let language, _) = list[0] else {
                guard list[0].isLiteral else { throw ReferenceError.type }
                return .string("")
            }
            return .string(language)
        case .langDirection:
            guard case .languageString(_, _, let direction) = list[0] else {
                guard list[0].isLiteral else { throw ReferenceError.type }
                return .string("")
            }
            return .string(direction?.rawValue ?? "")
        case .langMatches:
            let (tag, range) = (try Self.simple(list[0]).lowercased(), try Self.simple(list[1]).lowercased())
            if range == "*" { return .boolean(!tag.isEmpty) }
            return .boolean(tag == range || tag.hasPrefix(range + "-"))
        case .datatype:
            guard case .literal(let literal) = list[0].term else { throw ReferenceError.type }
            return .iri(literal.datatype.string)
        case .iri:
            switch list[0] {
            case .iri: return list[0]
            case .string(let text):
                guard let iri = try? IRI(text) else { throw ReferenceError.type }
                return .iri(iri.string)
            default: throw ReferenceError.type
            }
        case .blankNode: return .blankNode(BlankNode("made" + UUID().uuidString))
        case .strDatatype:
            guard case .string(let text) = list[0], case .iri(let datatype) = list[1] else { throw ReferenceError.type }
            return ReferenceValue(.literal(Literal(text, datatype: IRI(unchecked: datatype))))
        case .strLang:
            guard case .string(let text) = list[0], case .string(let tag) = list[1], !tag.isEmpty else {
                throw ReferenceError.type
            }
            return .languageString(text, language: tag.lowercased(), direction: nil)
        case .strLangDirection:
            guard case .string(let text) = list[0], case .string(let tag) = list[1], !tag.isEmpty,
                case .string(let name) = list[2], let direction = BaseDirection(rawValue: name)
            else { throw ReferenceError.type }
            return .languageString(text, language: tag.lowercased(), direction: direction)
        case .uuid: return .iri("urn:uuid:" + UUID().uuidString.lowercased())
        case .strUUID: return .string(UUID().uuidString.lowercased())
        case .sameTerm: return .boolean(list[0].term == list[1].term)
        case .isIRI: if case .iri = list[0] { return .boolean(true) } else { return .boolean(false) }
        case .isBlank: if case .blankNode = list[0] { return .boolean(true) } else { return .boolean(false) }
        case .isLiteral: return .boolean(list[0].isLiteral)
        case .isNumeric: return .boolean(list[0].isNumber)
        case .hasLang: if case .languageString = list[0] { return .boolean(true) } else { return .boolean(false) }
        case .hasLangDirection:
            if case .languageString(_, _, _?) = list[0] { return .boolean(true) } else { return .boolean(false) }
        // Triple terms
        case .isTriple: if case .tripleTerm = list[0] { return .boolean(true) } else { return .boolean(false) }
        case .triple:
            guard list[0].term.isResource, case .iri(let predicate) = list[1] else { throw ReferenceError.type }
            return .tripleTerm(Triple(list[0].term, IRI(unchecked: predicate), list[2].term))
        case .subject: return ReferenceValue(try Self.triple(list[0]).subject)
        case .predicate: return ReferenceValue(.iri(try Self.triple(list[0]).predicate))
        case .object: return ReferenceValue(try Self.triple(list[0]).object)
        // Strings
        case .strlen: return .integer(Int128(try Self.string(list[0]).text.unicodeScalars.count))
        case .substr: return try Self.substring(list)
        case .ucase: return try Self.string(list[0]).with { $0.uppercased() }
        case .lcase: return try Self.string(list[0]).with { $0.lowercased() }
        case .strStarts:
            let (text, part) = try Self.compatible(list)
            return .boolean(text.scalars.starts(with: part.scalars))
        case .strEnds:
            let (text, part) = try Self.compatible(list)
            return .boolean(text.scalars.reversed().starts(with: part.scalars.reversed()))
        case .contains:
            let (text, part) = try Self.compatible(list)
            return .boolean(Self.place(of: part.scalars, in: text.scalars) != nil)
        case .strBefore:
            let (text, part) = try Self.compatible(list)
            guard let place = Self.place(of: part.scalars, in: text.scalars) else { return .string("") }
            return text.with { _ in Self.text(text.scalars[..<place]) }
        case .strAfter:
            let (text, part) = try Self.compatible(list)
            guard let place = Self.place(of: part.scalars, in: text.scalars) else { return .string("") }
            return text.with { _ in Self.text(text.scalars[(place + part.scalars.count)...]) }
        case .encodeForURI:
            let kept = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~"
            return .string(
                try Self.string(list[0]).text.utf8.map { byte in
                    kept.utf8.contains(byte)
                        ? String(UnicodeScalar(byte))
                        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16).uppercased()
                }.joined())
        case .concat:
            let parts = try list.map(Self.string)
            let text = parts.map(\.text).joined()
            guard let first = parts.first, first.language != nil,
                parts.allSatisfy({ $0.language == first.language && $0.direction == first.direction })
            else { return .string(text) }
            return first.with { _ in text }
        case .regex:
            let flags = try list.count > 2 ? Self.simple(list[2]) : ""
            let regex = try ReferenceRegex(try Self.simple(list[1]), isCaseInsensitive: flags.contains("i"))
            return .boolean(regex.firstMatch(in: try Self.string(list[0]).scalars, from: 0) != nil)
        case .replace:
            let flags = try list.count > 3 ? Self.simple(list[3]) : ""
            let regex = try ReferenceRegex(try Self.simple(list[1]), isCaseInsensitive: flags.contains("i"))
            let (text, replacement) = (try Self.string(list[0]), try Self.simple(list[2]))
            return try text.with { _ in try regex.replacing(in: text.scalars, by: replacement) }
        // Numbers
        case .abs:
            if case .decimal(let value) = list[0] { return .decimal(value.mantissa < 0 ? value.negated : value) }
            return try Self.number(list[0]) {
                $0 < 0 ? -$0 : $0
            } decimal: { whole, _, _, _ in
                whole
            } double: {
                $0.magnitude
            }
        case .round:
            return try Self.number(list[0]) {
                $0
            } decimal: { whole, isNegative, fraction, unit in
                // Halves go up, that is toward positive infinity.
                isNegative ? whole - (fraction * 2 > unit ? 1 : 0) : whole + (fraction * 2 >= unit ? 1 : 0)
            } double: {
                ($0 + 0.5).rounded(.down)
            }
        case .ceil:
            return try Self.number(list[0]) {
                $0
            } decimal: { whole, isNegative, fraction, _ in
                !isNegative && fraction > 0 ? whole + 1 : whole
            } double: {
                $0.rounded(.up)
            }
        case .floor:
            return try Self.number(list[0]) {
                $0
            } decimal: { whole, isNegative, fraction, _ in
                isNegative && fraction > 0 ? whole - 1 : whole
            } double: {
                $0.rounded(.down)
            }
        case .rand: return .double(0.5)
        // Dates and times
        case .now: return ReferenceValue(.literal(Literal("2020-01-01T00:00:00Z", datatype: XSD.dateTime)))
        case .year: return .integer(Int128(try Self.moment(list[0]).year))
        case .month: return .integer(Int128(try Self.moment(list[0]).month))
        case .day: return .integer(Int128(try Self.moment(list[0]).day))
        case .hours: return .integer(Int128(try Self.moment(list[0]).hour))
        case .minutes: return .integer(Int128(try Self.moment(list[0]).minute))
        case .seconds: return .decimal(try Self.moment(list[0]).seconds)
        case .timezone:
            guard let minutes = try Self.moment(list[0]).timezone else { throw ReferenceError.type }
            let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
            let text = (hours > 0 ? "\(hours)H" : "") + (rest > 0 ? "\(rest)M" : "")
            let duration = (minutes < 0 ? "-" : "") + "PT" + (text.isEmpty ? "0S" : text)
            return .other(Literal(duration, datatype: IRI(unchecked: XSD.namespace + "dayTimeDuration")))
        case .tz: return .string(try Self.moment(list[0]).timezoneText)
        // Hashes
        case .md5: return try Self.hash(list[0]) { Array(Insecure.MD5.hash(data: $0)) }
        case .sha1: return try Self.hash(list[0]) { Array(Insecure.SHA1.hash(data: $0)) }
        case .sha256: return try Self.hash(list[0]) { Array(SHA256.hash(data: $0)) }
        case .sha384: return try Self.hash(list[0]) { Array(SHA384.hash(data: $0)) }
        case .sha512: return try Self.hash(list[0]) { Array(SHA512.hash(data: $0)) }
        }
    }

    // MARK: Arguments

    /// A text, and the language that comes with it.
    private struct Text {
        var text: String
        var language: String?
        var direction: BaseDirection?

        var scalars: [UnicodeScalar] { Array(text.unicodeScalars) }

        func with(_ change: (String) throws -> String) rethrows -> ReferenceValue {
            let changed = try change(text)
            return language.map { .languageString(changed, language: $0, direction: direction) } ?? .string(changed)
        }
    }

    private static func string(_ value: ReferenceValue) throws -> Text {
        switch value {
        case .string(let text): return Text(text: text)
        case .languageString(let text, let language, let direction):
            return Text(text: text, language: language, direction: direction)
        default: throw ReferenceError.type
        }
    }

    private static func simple(_ value: ReferenceValue) throws -> String {
        guard case .string(let text) = value else { throw ReferenceError.type }
        return text
    }

    /// §17.4.3.1.2: the second is a simple literal, or in the language of the first.
    private static func compatible(_ list: [ReferenceValue]) throws -> (Text, Text) {
        let (text, part) = (try string(list[0]), try string(list[1]))
        guard part.language == nil || part.language == text.language && part.direction == text.direction else {
            throw ReferenceError.type
        }
        return (text, part)
    }

    private static func triple(_ value: ReferenceValue) throws -> Triple {
        guard case .tripleTerm(let triple) = value else { throw ReferenceError.type }
        return triple
    }

    private static func moment(_ value: ReferenceValue) throws -> ReferenceDateTime {
        guard case .dateTime(let moment) = value else { throw ReferenceError.type }
        return moment
    }

    private static func place(of part: [UnicodeScalar], in text: [UnicodeScalar]) -> Int? {
        guard part.count <= text.count else { return nil }
        return (0...text.count - part.count).first { text[$0...].starts(with: part) }
    }

    private static func text(_ scalars: some Sequence<UnicodeScalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    /// §17.4.3.3: the characters whose positions p satisfy start ≤ p < start + length, for integers.
    private static func substring(_ list: [ReferenceValue]) throws -> ReferenceValue {
        func integer(_ value: ReferenceValue) throws -> Double {
            guard case .integer(let number) = value else { throw ReferenceError.type }
            return Double(number)
        }
        let text = try string(list[0])
        let start = try integer(list[1])
        let end = try list.count > 2 ? start + integer(list[2]) : .infinity
        return text.with { _ in
            Self.text(
                text.scalars.enumerated().filter { Double($0.offset + 1) >= start && Double($0.offset + 1) < end }
                    .map(\.element))
        }
    }

    private static func number(
        _ value: ReferenceValue, integer: (Int128) -> Int128,
        decimal: (_ whole: Int128, _ isNegative: Bool, _ fraction: Int128, _ unit: Int128) -> Int128,
        double: (Double) -> Double
    ) throws -> ReferenceValue {
        switch value {
        case .integer(let value): .integer(integer(value))
        case .decimal(let value): .decimal(try value.rounded(decimal))
        case .float(let value): .float(Float(double(Double(value))))
        case .double(let value): .double(double(value))
        default: throw ReferenceError.type
        }
    }

    private static func hash(_ value: ReferenceValue, _ digest: (Data) -> [UInt8]) throws -> ReferenceValue {
        let bytes = digest(Data(try simple(value).utf8))
        return .string(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }

    // MARK: Casts

    /// §17.5, between the types that appear in its table.
    static func cast(_ value: ReferenceValue, to datatype: IRI) throws -> ReferenceValue {
        if datatype == XSD.string {
            switch value {
            case .integer, .boolean, .iri, .string, .other: return .string(try value.text)
            case .languageString(let text, _, _): return .string(text)
            case .decimal, .float, .double, .dateTime: throw ReferenceError.unsupported("canonical forms")
            case .blankNode, .tripleTerm: throw ReferenceError.type
            }
        }
        switch value {
        case .string(let text):
            let trimmed = text.trimmingCharacters(in: .whitespaces)
            let cast = ReferenceValue(.literal(Literal(trimmed, datatype: datatype)))
            if case .other = cast { throw ReferenceError.type }
            return cast
        case .boolean(let value): return try cast(.integer(value ? 1 : 0), to: datatype, isBoolean: true)
        case .integer, .decimal, .float, .double: return try cast(value, to: datatype, isBoolean: false)
        case .dateTime where datatype == XSD.dateTime: return value
        default: throw ReferenceError.type
        }
    }

    private static func cast(
        _ value: ReferenceValue, to datatype: IRI, isBoolean: Bool
    ) throws -> ReferenceValue {
        switch datatype {
        case XSD.boolean: return .boolean(try value.effectiveBooleanValue)
        case XSD.double: return try ReferenceValue.promoted(value, .double(0)).0
        case XSD.float:
            if case .double(let double) = value { return .float(Float(double)) }
            return try ReferenceValue.promoted(value, .float(0)).0
        case XSD.integer, XSD.decimal:
            switch value {
            case .integer(let integer):
                return datatype == XSD.integer ? value : .decimal(ReferenceDecimal(mantissa: integer, scale: 0))
            case .decimal(let decimal):
                if datatype == XSD.decimal { return value }
                return .integer(try decimal.rounded { whole, _, _, _ in whole }.mantissa)
            case .float(let float): return try cast(.double(Double(float)), to: datatype, isBoolean: isBoolean)
            case .double(let double):
                guard double.isFinite else { throw ReferenceError.type }
                guard abs(double) < 1e15 else { throw ReferenceError.unsupported("a large double") }
                if datatype == XSD.integer { return .integer(Int128(double)) }
                guard let decimal = ReferenceDecimal(String(double)) else {
                    throw ReferenceError.unsupported("a double with an exponent")
                }
                return .decimal(decimal)
            default: throw ReferenceError.type
            }
        default: throw ReferenceError.type
        }
    }
}
