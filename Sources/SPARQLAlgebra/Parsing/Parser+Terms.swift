internal import ByteText
internal import Localization
internal import RDFModel

extension Parser {
    /// `iri ::= IRIREF | PrefixedName`
    mutating func parseIRI() throws(SyntaxFailure) -> IRI {
        switch kind {
        case .iri: return try parseIRIReference()
        case .prefixedName: return try parsePrefixedName()
        default: throw unexpected(.iri)
        }
    }

    /// `IRIREF`, resolved against the base.
    mutating func parseIRIReference() throws(SyntaxFailure) -> IRI {
        guard kind == .iri else { throw unexpected(.namespaceIRI) }
        let token = token
        let reference = try unescaped((token.range.lowerBound + 1)..<(token.range.upperBound - 1), inIRI: true)
        advance()
        // A reference takes on as much of the base as it does not say itself.
        let own = reference.utf8.count
        if let base, own < base.string.utf8.count { try expand(base.string.utf8.count, at: token.range) }
        do throws(IRIError) {
            return try IRI(reference: reference, base: base)
        } catch {
            throw Self.failure(error, at: token.range)
        }
    }

    private static func failure(_ error: IRIError, at range: Range<Int>) -> SyntaxFailure {
        let shown = String(error.text.prefix(120))
        return switch error.reason {
        case .noScheme: SyntaxFailure(.notAnIRI, [shown], at: range)
        // A space that an escape puts at an end.
        case .forbiddenCharacter(" ") where error.text.hasPrefix(" ") || error.text.hasSuffix(" "):
            SyntaxFailure(.blankAroundIRI, at: range)
        case .forbiddenCharacter(let scalar): forbidden(scalar, at: range)
        case .misplacedCharacter(let scalar):
            SyntaxFailure(.misplacedCharacterInIRI, [scalar.nameInMessages], at: range)
        case .badPercentEncoding: SyntaxFailure(.badPercentInIRI, at: range)
        case .badPort: SyntaxFailure(.badPortInIRI, at: range)
        case .badAddress: SyntaxFailure(.badAddressInIRI, at: range)
        case .noBase: SyntaxFailure(.noBaseIRI, [shown], at: range)
        }
    }

    /// `PrefixedName ::= PNAME_LN | PNAME_NS`
    private mutating func parsePrefixedName() throws(SyntaxFailure) -> IRI {
        let range = token.range
        let colon = text[range].firstIndex(of: UInt8(ascii: ":")) ?? range.lowerBound
        let prefix = String(decoding: text[range.lowerBound..<colon], as: UTF8.self)
        guard let namespace = prefixes[prefix] ?? options.predeclaredPrefixes[prefix] else {
            throw undeclared(prefix, at: range.lowerBound..<(colon + 1))
        }
        advance()
        try expand(namespace.string.utf8.count, at: range)
        var local = text[(colon + 1)..<range.upperBound]
        // `PN_LOCAL_ESC`; percent escapes are part of the name.
        local.removeAll { $0 == UInt8(ascii: "\\") }
        // An escape, or a namespace that ends in a host, may make what is no IRI.
        do throws(IRIError) {
            return try IRI(namespace.string + String(decoding: local, as: UTF8.self))
        } catch {
            throw Self.failure(error, at: range)
        }
    }

    private func undeclared(_ prefix: String, at range: Range<Int>) -> SyntaxFailure {
        var suggestion: SPARQLSyntaxError.Suggestion?
        if let namespace = CommonPrefixes.predeclared[prefix] {
            suggestion = .line("PREFIX \(prefix): \(namespace)")
        } else {
            let declared = prefixes.pairs.map(\.name) + options.predeclaredPrefixes.pairs.map(\.name)
            suggestion = NearestName.of(prefix, among: declared).map { .word($0 + ":") }
        }
        return SyntaxFailure(.undeclaredPrefix, [prefix], at: range, suggestion: suggestion)
    }

    /// `Var ::= VAR1 | VAR2`
    mutating func parseVar() throws(SyntaxFailure) -> Variable {
        guard kind == .variable else { throw unexpected(.variable) }
        defer { advance() }
        return Variable(String(decoding: text[token.range.dropFirst()], as: UTF8.self))
    }

    /// `VarOrIri ::= Var | iri`
    mutating func parseVarOrIRI() throws(SyntaxFailure) -> GraphSpecifier {
        if kind == .variable { return .variable(try parseVar()) }
        guard kind == .iri || kind == .prefixedName else { throw unexpected(.subject) }
        return .iri(try parseIRI())
    }

    /// `RDFLiteral | NumericLiteral | BooleanLiteral`, or `nil` where none of them is next.
    mutating func parseLiteral() throws(SyntaxFailure) -> Literal? {
        switch kind {
        case .string, .longString: return try parseRDFLiteral()
        case .integer: return takeLiteral(XSD.integer)
        case .decimal: return takeLiteral(XSD.decimal)
        case .double: return takeLiteral(XSD.double)
        case .word where isKeyword(.true):
            advance()
            return Literal("true", datatype: XSD.boolean)
        case .word where isKeyword(.false):
            advance()
            return Literal("false", datatype: XSD.boolean)
        default: return nil
        }
    }

    private mutating func takeLiteral(_ datatype: IRI) -> Literal {
        defer { advance() }
        return Literal(source(token), datatype: datatype)
    }

    /// `RDFLiteral ::= String ( LANG_DIR | '^^' iri )?`
    private mutating func parseRDFLiteral() throws(SyntaxFailure) -> Literal {
        let string = try parseString()
        if kind == .languageTag {
            let tag = token
            advance()
            let parts = source(tag).dropFirst().split(separator: "--", maxSplits: 1)
            let language = String(parts.first ?? "")
            guard parts.count == 2 else { return Literal(string, language: language) }
            // `rtl` and `ltr` are written in lower case.
            guard let direction = BaseDirection(rawValue: String(parts[1])) else {
                throw SyntaxFailure(
                    .unexpected, ["--" + parts[1]], at: tag.range, expected: [.token("--ltr"), .token("--rtl")])
            }
            return Literal(string, language: language, direction: direction)
        }
        guard accept(.doubleCaret) else { return Literal(string) }
        return Literal(string, datatype: try parseIRI())
    }

    /// `String`, its escapes decoded.
    mutating func parseString() throws(SyntaxFailure) -> String {
        guard kind == .string || kind == .longString else { throw unexpected(.constant) }
        let range = token.range
        let fence = kind == .string ? 1 : 3
        let string = try unescaped((range.lowerBound + fence)..<(range.upperBound - fence), inIRI: false)
        advance()
        return string
    }

    /// Decodes `ECHAR` and codepoint escapes; an IRI has the latter only.
    /// - Spec: <https://www.w3.org/TR/sparql12-query/#codepointEscape>: escapes stand in strings and IRIs only.
    private func unescaped(_ range: Range<Int>, inIRI: Bool) throws(SyntaxFailure) -> String {
        guard text[range].contains(UInt8(ascii: "\\")) else { return String(decoding: text[range], as: UTF8.self) }
        var output: [UInt8] = []
        output.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            guard text[index] == UInt8(ascii: "\\") else {
                output.append(text[index])
                index += 1
                continue
            }
            let letter = index + 1 < range.upperBound ? text[index + 1] : 0
            if letter == UInt8(ascii: "u") || letter == UInt8(ascii: "U") {
                let length = letter == UInt8(ascii: "u") ? 4 : 8
                guard let scalar = codePoint(at: index + 2, digits: length, before: range.upperBound) else {
                    throw badEscape(index..<min(index + 2 + length, range.upperBound))
                }
                output.append(contentsOf: String(scalar).utf8)
                index += 2 + length
            } else {
                guard !inIRI, let byte = Self.escapedCharacter(letter) else {
                    throw badEscape(index..<min(index + 2, range.upperBound))
                }
                output.append(byte)
                index += 2
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private func badEscape(_ range: Range<Int>) -> SyntaxFailure {
        SyntaxFailure(.badEscape, [String(decoding: text[range], as: UTF8.self)], at: range)
    }

    /// The scalar of hexadecimal digits; surrogates are none.
    private func codePoint(at start: Int, digits: Int, before end: Int) -> Unicode.Scalar? {
        guard start + digits <= end else { return nil }
        var value: UInt32 = 0
        for byte in text[start..<(start + digits)] {
            guard byte.isHexDigit else { return nil }
            value = value << 4 | byte.hexValue
        }
        return Unicode.Scalar(value)
    }

    private static func escapedCharacter(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): letter
        default: nil
        }
    }

    /// `INTEGER`, as a count. Clients write numbers beyond all bounds for “all”: they count as the largest.
    mutating func parseCount() throws(SyntaxFailure) -> Int {
        guard kind == .integer, text[Int(token.start)].isASCIIDigit else { throw unexpected(.integer) }
        let count = Int(source(token)) ?? .max
        advance()
        return count
    }
}
