/// Why bytes are not a lexical form of a datatype.
///
/// It is a trivial value so that a query which tries a million texts pays for no message; ``LexicalFormError`` adds
/// the text for people.
public enum LexicalFault: Error, Hashable, Sendable {
    /// The text does not follow the grammar of the datatype.
    case malformed
    /// The text follows the grammar, and names no value of the datatype: the 30th of February, 256 as a byte.
    case outOfRange
    /// The value is in the datatype, and larger than this implementation keeps.
    case tooLarge
}

/// A text that is not the lexical form it should be.
public struct LexicalFormError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The offending text.
    public let text: String
    /// The datatype whose form it should be.
    public let datatype: XSDDatatype
    /// What is wrong.
    public let reason: LexicalFault

    /// An error about a text.
    public init(text: String, datatype: XSDDatatype, reason: LexicalFault) {
        self.text = text
        self.datatype = datatype
        self.reason = reason
    }

    /// What is wrong and what was expected; a long text is cut.
    public var description: String {
        let shown = text.unicodeScalars.count > 80 ? String(text.unicodeScalars.prefix(80)) + "…" : text
        return switch reason {
        case .malformed: "“\(shown)” is no xsd:\(datatype.localName): expected \(datatype.expectedForm)"
        case .outOfRange: "“\(shown)” is outside of xsd:\(datatype.localName): expected \(datatype.expectedForm)"
        case .tooLarge: "“\(shown)” is larger than the xsd:\(datatype.localName) values that are supported"
        }
    }
}
