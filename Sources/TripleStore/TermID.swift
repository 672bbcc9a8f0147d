/// A term of a store, as a number of fixed width.
///
///     31 30 29 28                                    0
///     ┌─────┬──┬──────────────────────────────────────┐
///     │kind │ q│ index among the terms of that kind   │
///     └─────┴──┴──────────────────────────────────────┘
///     kind  00 blank node · 01 IRI · 10 literal · 11 triple term
///     q     the term was computed by a query and is none of the store's
///
/// Kinds stand in the order of SPARQL's ORDER BY, with ``undefined``, which is zero, before all: comparing two ids of
/// different kinds compares the terms. Within a kind the ids that a bulk load has given are in term order as well
/// (``TermDictionary/isOrdered(_:)``). An id means something only to the snapshot it came from.
@frozen
public struct TermID: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// The bits drawn above.
    public let rawValue: UInt32

    /// The id of given bits.
    @inlinable
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The kinds of terms, in the order of ORDER BY.
    @frozen
    public enum Kind: UInt32, Sendable, CaseIterable {
        case blankNode, iri, literal, tripleTerm
    }

    /// The term of a kind and an index.
    /// - Precondition: `index` is below ``maximumCount``; the first blank node has index 1.
    @inlinable
    public init(_ kind: Kind, index: Int, isComputed: Bool = false) {
        rawValue = kind.rawValue << 30 | (isComputed ? 1 << 29 : 0) | UInt32(truncatingIfNeeded: index) & Self.indexMask
    }

    /// No term: an unbound variable in a column, a free position in a pattern, the default graph in a graph column.
    public static let undefined = TermID(rawValue: 0)

    /// How many terms of one kind there can be.
    public static let maximumCount = 1 << 29

    @usableFromInline static let indexMask: UInt32 = 1 << 29 - 1

    /// Whether there is a term at all.
    @inlinable
    public var isDefined: Bool { rawValue != 0 }

    /// The kind of the term; meaningless for ``undefined``.
    @inlinable
    public var kind: Kind {
        switch rawValue >> 30 {
        case 0: .blankNode
        case 1: .iri
        case 2: .literal
        default: .tripleTerm
        }
    }

    /// The number of the term among those of its kind.
    @inlinable
    public var index: Int { Int(rawValue & Self.indexMask) }

    /// Whether the term was computed by a query and has no place in the store's dictionary.
    @inlinable
    public var isComputed: Bool { rawValue & 1 << 29 != 0 }

    /// Whether the term is an IRI.
    @inlinable
    public var isIRI: Bool { rawValue >> 30 == 1 }

    /// Whether the term is a literal.
    @inlinable
    public var isLiteral: Bool { rawValue >> 30 == 2 }

    /// Whether the term is a blank node.
    @inlinable
    public var isBlankNode: Bool { rawValue >> 30 == 0 && rawValue != 0 }

    /// Whether the term is a triple term.
    @inlinable
    public var isTripleTerm: Bool { rawValue >> 30 == 3 }

    /// The order of the numbers.
    @inlinable
    public static func < (left: TermID, right: TermID) -> Bool { left.rawValue < right.rawValue }
}
