/// How much longer than their texts the IRIs of a document become by prefixes, bases and vocabularies.
///
/// A namespace of a megabyte comes back with every name: a document of two megabytes would become a hundred thousand.
/// Only long IRIs count; short ones are at most some eighty times as long as any reference.
package struct IRIGrowth: Sendable {
    /// IRIs up to so many bytes are of no concern.
    package static var shortIRI: Int { 256 }
    /// What the long IRIs of any document may come to, and how much more for each byte of their texts.
    private static var bound: (floor: Int, factor: Int) { (64 << 20, 64) }

    private var written = 0
    private var made = 0

    /// No growth yet.
    package init() {}

    /// Whether the IRIs so far are in proportion to their texts.
    @inlinable
    package var isBounded: Bool { excess <= 0 }

    /// How far the IRIs are above the bound.
    @usableFromInline
    package var excess: Int { made - Self.bound.floor - Self.bound.factor * written }

    /// Notes the IRI of so many bytes that was made of a text of so many.
    @inline(__always)
    package mutating func note(_ iri: Int, from text: Int) {
        guard iri > Self.shortIRI else { return }
        written &+= text
        made &+= iri
    }
}
