internal import RDFModel

/// The IRIs that the grammar implies.
enum KnownTerm: Int, CaseIterable {
    case type, first, rest, `nil`, reifies, integer, decimal, double, boolean
    case statement, subject, predicate, object, xmlLiteral

    var iri: IRI {
        switch self {
        case .type: RDF.type
        case .first: RDF.first
        case .rest: RDF.rest
        case .nil: RDF.nil
        case .reifies: RDF.reifies
        case .integer: XSD.integer
        case .decimal: XSD.decimal
        case .double: XSD.double
        case .boolean: XSD.boolean
        case .statement: RDF.statement
        case .subject: RDF.subject
        case .predicate: RDF.predicate
        case .object: RDF.object
        case .xmlLiteral: RDF.xmlLiteral
        }
    }
}
