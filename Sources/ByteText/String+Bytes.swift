// RDF, SPARQL and JSON compare text code point by code point. Swift's `String` compares by canonical
// equivalence, under which the precomposed and the decomposed “é” are equal; two such IRIs are two
// different IRIs. Everything of ours that compares or hashes text therefore goes through these.

extension String {
    /// Whether both strings are the same code points, without Unicode normalization.
    /// - Complexity: O(*n*) in the bytes of the shorter string.
    @inlinable
    public func hasSameBytes(as other: String) -> Bool {
        if hasSameWords(as: other) { return true }
        return utf8.count == other.utf8.count && utf8.span.hasSameElements(as: other.utf8.span)
    }

    /// The two words that a string is made of: a short text itself, or the address and length of its storage.
    ///
    /// Equal words mean the same text, as long as both strings live; unequal words mean nothing. Nothing else is to be
    /// read from them.
    @inlinable
    public var words: (UInt64, UInt64) { unsafe unsafeBitCast(self, to: (UInt64, UInt64).self) }

    /// Whether both strings are short and the same, or share their storage: `true` means the same text, `false` nothing.
    /// - Complexity: O(1); the text is not looked at.
    @inlinable
    public func hasSameWords(as other: String) -> Bool { words == other.words }

    /// Whether this string stands before another in code point order, which is also the order of the bytes.
    /// - Complexity: O(*n*) in the bytes of the common prefix.
    @inlinable
    public func precedesInBytes(_ other: String) -> Bool {
        utf8.span.compareBytes(with: other.utf8.span) < 0
    }

    /// Feeds the bytes into a hasher, such that strings equal under ``hasSameBytes(as:)`` hash alike.
    @inlinable
    public func hashBytes(into hasher: inout Hasher) {
        hasher.combine(utf8.span.hash(seed: HashSeed.ofProcess))
    }
}

/// A string that is equal to another only if their bytes are the same: a dictionary key for IRIs, labels, JSON names.
public struct ByteKey: Hashable, Sendable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The text itself.
    public let string: String

    /// A key for a text.
    @inlinable
    public init(_ string: String) { self.string = string }

    /// A key for a literal text.
    @inlinable
    public init(stringLiteral value: String) { string = value }

    /// Same bytes.
    @inlinable
    public static func == (left: ByteKey, right: ByteKey) -> Bool { left.string.hasSameBytes(as: right.string) }

    /// Byte order, which is code point order.
    @inlinable
    public static func < (left: ByteKey, right: ByteKey) -> Bool { left.string.precedesInBytes(right.string) }

    /// Hashes the bytes.
    @inlinable
    public func hash(into hasher: inout Hasher) { string.hashBytes(into: &hasher) }

    /// The text.
    public var description: String { string }
}
