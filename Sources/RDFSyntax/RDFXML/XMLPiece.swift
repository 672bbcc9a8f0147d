internal import ByteText
internal import Localization

/// What is wrong with an XML document, and where.
struct XMLFault: Error {
    let problem: SyntaxMessage
    var arguments: [String] = []
    let place: TextPosition
    /// What a person is shown; empty at the end of the document.
    let text: String

    /// What a person is told.
    func error(sourceName: String) -> RDFSyntaxError {
        RDFSyntaxError(
            problem, arguments: arguments, at: place..<place, sourceName: sourceName, offendingText: text)
    }
}

/// What stands in an XML document.
struct XMLEvent {
    enum Kind: UInt8 {
        /// A start tag: its name, and its attributes.
        case start
        /// The end of an element.
        case end
        /// Some of the text between tags; all white, or with a first word that `place` is exact for.
        case text
        /// A comment.
        case comment
        /// A processing instruction: target, space, data.
        case instruction
        /// The declaration of a prefix: an attribute of that name and value.
        case prefix
    }

    var kind: Kind
    var place: TextPosition
    /// The name or the text.
    var text: XMLRange = XMLRange()
    var attributes: Range<Int> = 0..<0
}

/// Bytes of a piece.
struct XMLRange {
    var start: UInt32 = 0
    var end: UInt32 = 0

    var range: Range<Int> { Int(start)..<Int(end) }
}

/// An attribute of a start tag.
struct XMLAttribute {
    var name: XMLRange
    var value: XMLRange
}

/// A run of events with all their bytes, decoded to UTF-8:
///
///     events      [ start · text · end … ]
///     attributes  [ name, value · name, value … ]      ranges of bytes
///     bytes       [ namespace ␁ local ␁ prefix value text … ]
///
/// A name is written as `local`, `namespace ␁ local` or `namespace ␁ local ␁ prefix`; U+0001 is in no XML document.
struct XMLPiece {
    /// What stands between the parts of a name.
    static var separator: UInt8 { 1 }

    var events: [XMLEvent] = []
    var attributes: [XMLAttribute] = []
    var bytes: [UInt8] = []

    mutating func removeAll() {
        events.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }
}

extension UInt8 {
    /// `S` of XML.
    @inline(__always) var isXMLSpace: Bool {
        self == ASCII.space || self == ASCII.lineFeed || self == ASCII.tab || self == ASCII.carriageReturn
    }
}

extension Span where Element == UInt8 {
    /// The first byte that is not white space; the count where all are.
    var firstNonSpace: Int {
        var index = 0
        while index < count, self[index].isXMLSpace { index &+= 1 }
        return index
    }
}
