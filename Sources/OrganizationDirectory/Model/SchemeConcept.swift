public import RDFModel

/// A word of a closed list that is a concept of one of our schemes.
///
/// The raw value is what the sheets say. Labels and the order of concepts are published with every directory;
/// definitions stand in `vocab/`, and a test proves that both say the same.
public protocol SchemeConcept: ClosedWord {
    /// The last part of the scheme's IRI.
    static var scheme: String { get }
    /// The last part of the concept's IRI.
    var slug: String { get }
    /// The concept above it, in the same scheme.
    var broaderIRI: IRI? { get }
    /// A short sign for it, such as the number of a region.
    var notation: String? { get }
}

extension SchemeConcept {
    public var slug: String { rawValue }
    public var broaderIRI: IRI? { nil }
    public var notation: String? { nil }

    /// The concept.
    public var iri: IRI { IRI(unchecked: Self.schemeIRI.string + "/" + slug) }
    /// The scheme.
    public static var schemeIRI: IRI { IRI(unchecked: LYS.schemes + scheme) }
}
