import RDFModel
import RDFSyntax
import SPARQLAlgebra
import TripleStore

@testable import SPARQLEngine

/// A small dataset and the queries asked of it.
struct Fixture {
    let snapshot: StoreSnapshot

    static let prefixes = """
        PREFIX : <http://example.org/>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        PREFIX lys: <https://w3id.org/lys/ns#>

        """

    /// A dataset written in TriG, with the prefixes `:` and `xsd:`.
    init(_ text: String) throws {
        let document = try RDFDocument(
            Array(
                ("@prefix : <http://example.org/> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n" + text).utf8),
            format: .trig)
        var loader = BulkLoader()
        try loader.beginDocument()
        try loader.insert(document.quads)
        snapshot = try loader.finish()
    }

    func result(_ text: String, options: QueryOptions = QueryOptions()) throws -> QueryResult {
        try QueryEngine(snapshot).execute(QueryParser.parse(Self.prefixes + text), options: options)
    }

    /// The solutions, a line each: values as N-Triples write them, `:name` for the IRIs of the fixture, `-` for none.
    func rows(_ text: String, options: QueryOptions = QueryOptions()) throws -> [String] {
        guard case .solutions(let solutions) = try result(text, options: options) else { return ["no solutions"] }
        return try solutions.rows().map { $0.map(Self.text).joined(separator: " ") }
    }

    /// The solutions in an order of their own.
    func sorted(_ text: String) throws -> [String] {
        try rows(text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    func ask(_ text: String) throws -> Bool? {
        if case .boolean(let answer) = try result(text) { answer } else { nil }
    }

    /// The value of an expression; `-` for an error.
    static func value(of expression: String) throws -> String {
        try Fixture("").rows("SELECT (\(expression) AS ?value) {}").joined()
    }

    static func text(_ term: Term?) -> String {
        switch term {
        case nil: "-"
        case .iri(let iri): iri.string.hasPrefix("http://example.org/") ? ":" + iri.string.dropFirst(19) : "\(iri)"
        case .literal(let literal):
            switch literal.kind {
            case .typed(let datatype) where datatype == XSD.integer || datatype == XSD.boolean: literal.lexicalForm
            case .typed(let datatype) where datatype.string.hasPrefix(XSD.namespace) && datatype != XSD.string:
                "\"\(literal.lexicalForm)\"^^xsd:\(datatype.string.dropFirst(XSD.namespace.count))"
            default: literal.description
            }
        case .blankNode: "[]"
        case .tripleTerm(let triple): "<<\(text(triple.subject)) \(triple.predicate) \(text(triple.object))>>"
        }
    }
}
