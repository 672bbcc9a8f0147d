/// Where a term goes as bytes: one call for each term, without a `String` on the way.
///
/// The spans are valid during the call only.
package protocol TermSink {
    /// An IRI, without angle brackets.
    mutating func iri(_ text: Span<UInt8>)

    /// A literal of datatype `xsd:string`.
    mutating func literal(_ lexicalForm: Span<UInt8>)

    /// A literal of another datatype, given as its IRI.
    mutating func literal(_ lexicalForm: Span<UInt8>, datatype: Span<UInt8>)

    /// A literal in a language.
    mutating func literal(_ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?)

    /// A term that is no bytes in memory: a blank node, whose label is made, a triple term, or what a query computed.
    mutating func term(_ term: Term)
}
