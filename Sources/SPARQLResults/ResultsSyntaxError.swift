public import ByteText

/// What is wrong in a document of query results, and where.
public struct ResultsSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong and what was expected.
    public let message: String
    /// The place in the text; for JSON, whose values are read before they are understood, the message names the place.
    public let position: TextPosition?

    /// An error at a place.
    public init(_ message: String, at position: TextPosition? = nil) {
        self.message = message
        self.position = position
    }

    /// The place and the message.
    public var description: String { position.map { "\($0): \(message)" } ?? message }
}
