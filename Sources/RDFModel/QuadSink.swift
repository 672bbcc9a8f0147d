/// What a sink calls a term: a number that means something to that sink only.
public struct TermHandle: Hashable, Sendable {
    /// The number.
    public let rawValue: UInt32

    /// A handle of a number.
    @inlinable
    public init(_ rawValue: UInt32) { self.rawValue = rawValue }
}

/// Where a reader pushes what it reads: first the bytes of each term, for a handle; then quads of handles.
///
/// A triple store interns a term from its bytes and no `String` is ever made; ``QuadCollector`` makes `Term`s. The
/// spans are valid during the call only. Bytes are UTF-8, decoded (no escapes) and checked by the reader: an IRI is
/// absolute and holds no forbidden character. A reader may keep the handle of a term that comes again; a sink must accept
/// handles in any order and any number of times.
///
/// A handle stays valid until the reader lets go of it by ``forgetTerms(keeping:)``. A reader that never does is right
/// with every sink; one that asks ``wantsToForgetTerms`` between statements is what lets a sink that writes and forgets
/// work in constant memory:
///
/// ```swift
/// if sink.wantsToForgetTerms {
///     var kept = [nameOfTheOpenGraph]
///     sink.forgetTerms(keeping: &kept)     // every other handle is void now
///     nameOfTheOpenGraph = kept[0]
/// }
/// ```
///
/// A sink throws when it cannot take more; readers pass its error on as it is, so that a caller can tell a bad source
/// from a full sink.
public protocol QuadSink {
    /// An absolute IRI, without angle brackets.
    mutating func iri(_ text: Span<UInt8>) throws -> TermHandle

    /// The blank node of a label of this document, without `_:`. The same label is the same node.
    mutating func blankNode(_ label: Span<UInt8>) throws -> TermHandle

    /// A blank node that no label of this document names, such as `[]`.
    mutating func freshBlankNode() throws -> TermHandle

    /// A literal of a datatype, given as the handle of its IRI; `nil` stands for `xsd:string`.
    mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) throws -> TermHandle

    /// A literal in a language; the sink lower-cases the tag.
    mutating func literal(_ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?) throws -> TermHandle

    /// A triple term of RDF 1.2.
    mutating func tripleTerm(_ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle) throws -> TermHandle

    /// A statement; a `nil` graph is the default graph.
    mutating func quad(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?
    ) throws

    /// A prefix that the document declares; only of use to those who write the document again.
    mutating func prefix(_ name: Span<UInt8>, namespace: Span<UInt8>) throws

    /// Whether the sink holds so many terms that it asks the reader to let go of them as soon as it can.
    var wantsToForgetTerms: Bool { get }

    /// Makes every handle void but some, which get new numbers in their places.
    ///
    /// To be called by a reader that holds no other handle: between statements, or where it has cut one.
    mutating func forgetTerms(keeping kept: inout [TermHandle])
}

extension QuadSink {
    /// Most sinks have no use for prefixes.
    @inlinable
    public mutating func prefix(_ name: Span<UInt8>, namespace: Span<UInt8>) throws {}

    /// Most sinks know each term once and for all.
    @inlinable
    public var wantsToForgetTerms: Bool { false }

    /// Keeps every handle valid.
    @inlinable
    public mutating func forgetTerms(keeping kept: inout [TermHandle]) {}
}
