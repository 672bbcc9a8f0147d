public import ByteText

/// An absolute IRI, as the name of a thing in RDF.
///
/// The text is kept as it was given: no case folding, no percent decoding, no Unicode normalization. Two IRIs are
/// equal when their code points are.
/// - Spec: <https://www.w3.org/TR/rdf11-concepts/#section-IRIs>
public struct IRI: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The text of the IRI, without angle brackets.
    public let string: String

    /// Checks that a text is an absolute IRI: a scheme, then no character that an IRI cannot hold.
    /// - Throws: ``IRIError`` with the offending text.
    /// - Spec: RFC 3987, and `IRIREF` of Turtle.
    public init(_ string: String) throws(IRIError) {
        guard Self.startsWithScheme(string) else { throw IRIError(text: string, reason: .noScheme) }
        if let scalar = string.unicodeScalars.first(where: Self.isForbidden) {
            throw IRIError(text: string, reason: .forbiddenCharacter(scalar))
        }
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

    /// `scheme ":"`, where a scheme is a letter followed by letters, digits, `+`, `-` and `.` (RFC 3986 §3.1).
    private static func startsWithScheme(_ string: String) -> Bool {
        var isFirst = true
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                isFirst = false
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if isFirst { return false }
            case UInt8(ascii: ":"):
                return !isFirst
            default:
                return false
            }
        }
        return false
    }

    /// The characters that no IRI of the Turtle family can hold: controls, space and `<>"{}|^` and the backtick and backslash.
    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{0}"..."\u{20}", "<", ">", "\"", "{", "}", "|", "^", "`", "\\": true
        default: false
        }
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
        case .noBase: "“\(text)” is relative, and no base IRI is known"
        }
    }
}
