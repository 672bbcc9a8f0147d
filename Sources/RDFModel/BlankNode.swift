public import ByteText

/// A node without a name: its label tells it from others of the same document, and means nothing outside.
/// - Spec: <https://www.w3.org/TR/rdf11-concepts/#section-blank-nodes>
public struct BlankNode: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The label, without `_:`.
    public let label: String

    /// A blank node of a label.
    @inlinable
    public init(_ label: String) { self.label = label }

    /// Same label.
    @inlinable
    public static func == (left: BlankNode, right: BlankNode) -> Bool { left.label.hasSameBytes(as: right.label) }

    /// Code point order of labels.
    @inlinable
    public static func < (left: BlankNode, right: BlankNode) -> Bool { left.label.precedesInBytes(right.label) }

    /// Hashes the label.
    @inlinable
    public func hash(into hasher: inout Hasher) { label.hashBytes(into: &hasher) }

    /// `_:label`
    public var description: String { "_:\(label)" }
}
