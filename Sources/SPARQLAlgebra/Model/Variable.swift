public import ByteText
internal import RDFModel

/// A name that a query gives to what it looks for, written `?name` or `$name`.
///
/// Three kinds share the type, told apart by a first character that no name in a text can have: variables that the
/// author wrote (`?org`), blank nodes of patterns (`_:b0`), which match like variables and are never projected, and
/// variables that the translation makes (`?.0`), for aggregates and steps of paths.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#sparqlQueryVariables>, §18.1.6 for blank nodes.
public struct Variable: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The name without `?`; it begins with `_:` for a blank node and with `.` for a variable of the translation.
    public let name: String

    /// The variable of a name, written without `?`.
    @inlinable
    public init(_ name: String) { self.name = name }

    /// The variable that stands for a blank node of a pattern.
    public static func blankNode(_ label: String) -> Variable { Variable("_:" + label) }

    /// A variable that the translation makes; no text can name it.
    public static func internalVariable(_ number: Int) -> Variable { Variable("." + String(number)) }

    /// Whether it stands for a blank node of a pattern.
    public var isBlankNode: Bool { name.utf8.starts(with: "_:".utf8) }

    /// Whether it was made by the translation.
    public var isInternal: Bool { name.utf8.first == UInt8(ascii: ".") }

    /// Whether the author wrote it, so that `SELECT *` shows it.
    public var isVisible: Bool { !isBlankNode && !isInternal }

    /// Same code points.
    @inlinable
    public static func == (left: Variable, right: Variable) -> Bool { left.name.hasSameBytes(as: right.name) }

    /// Code point order.
    @inlinable
    public static func < (left: Variable, right: Variable) -> Bool { left.name.precedesInBytes(right.name) }

    /// Hashes the code points.
    @inlinable
    public func hash(into hasher: inout Hasher) { name.hashBytes(into: &hasher) }

    /// `?name`, or `_:label` for a blank node.
    public var description: String { isBlankNode ? name : "?" + name }
}
