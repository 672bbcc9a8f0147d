public import ByteText

/// An absolute IRI, as the name of a thing in RDF.
///
/// The text is kept as it was given: no case folding, no percent decoding, no Unicode normalization. Two IRIs are
/// equal when their code points are.
/// - Spec: <https://www.w3.org/TR/rdf11-concepts/#section-IRIs>
public struct IRI: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The text of the IRI, without angle brackets.
    public let string: String

    /// Checks that a text is an absolute IRI, fragment included.
    /// - Throws: ``IRIError`` with the offending text.
    /// - Spec: RFC 3987 §2.2.
    public init(_ string: String) throws(IRIError) {
        if let fault = string.utf8.span.iriFault() { throw IRIError(text: string, reason: fault.reason) }
        self.string = string
    }

    /// Takes a text that is known to be an absolute IRI: a constant of ours, or one that a parser has checked.
    @inlinable
    public init(unchecked string: String) { self.string = string }

    /// Code point equality.
    @inlinable
    public static func == (left: IRI, right: IRI) -> Bool { left.string.hasSameBytes(as: right.string) }

    /// Code point order.
    @inlinable
    public static func < (left: IRI, right: IRI) -> Bool { left.string.precedesInBytes(right.string) }

    /// Hashes the code points.
    @inlinable
    public func hash(into hasher: inout Hasher) { string.hashBytes(into: &hasher) }

    /// The IRI in angle brackets.
    public var description: String { "<\(string)>" }
}

extension IRI {
    /// Whether a segment of the path is `.` or `..`: readers that resolve absolute references as well drop it.
    package var hasDotSegment: Bool {
        let text = string.utf8.span
        let path = IRIReferenceComponents(text).path
        var start = path.lowerBound
        while start < path.upperBound {
            var end = start
            while end < path.upperBound, text[end] != UInt8(ascii: "/") { end += 1 }
            let isDots = (start..<end).allSatisfy { text[$0] == UInt8(ascii: ".") }
            if isDots, end - start == 1 || end - start == 2 { return true }
            start = end + 1
        }
        return false
    }
}

/// A text that is not the IRI it should be.
public struct IRIError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with the text.
    public enum Reason: Hashable, Sendable {
        /// An absolute IRI begins with a scheme such as `https:`.
        case noScheme
        /// A character that must be percent-encoded.
        case forbiddenCharacter(Unicode.Scalar)
        /// A character that must be percent-encoded where it stands: a second `#`, a bracket, a character for private use.
        case misplacedCharacter(Unicode.Scalar)
        /// A `%` without two hexadecimal digits.
        case badPercentEncoding
        /// A port that is no number.
        case badPort
        /// Brackets without an IP address, or what follows them.
        case badAddress
        /// A relative reference with nothing to resolve it against.
        case noBase
    }

    /// The offending text.
    public let text: String
    /// What is wrong with it.
    public let reason: Reason

    /// An error about a text.
    public init(text: String, reason: Reason) {
        self.text = text
        self.reason = reason
    }

    /// What is wrong, and what would mend it.
    public var description: String {
        switch reason {
        case .noScheme: "“\(text)” is no absolute IRI: it has no scheme such as “https:”"
        case .forbiddenCharacter(let scalar):
            "“\(text)” is no IRI: U+\(String(scalar.value, radix: 16, uppercase: true)) must be percent-encoded"
        case .misplacedCharacter(let scalar):
            "“\(text)” is no IRI: U+\(String(scalar.value, radix: 16, uppercase: true)) must be percent-encoded there"
        case .badPercentEncoding: "“\(text)” is no IRI: “%” stands before two hexadecimal digits; write %25"
        case .badPort: "“\(text)” is no IRI: its port is no number"
        case .badAddress: "“\(text)” is no IRI: brackets stand around an address such as [2001:db8::1]"
        case .noBase: "“\(text)” is relative, and no base IRI is known"
        }
    }
}
