import JSONLD
import JSONText
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// The W3C suite of RDF to JSON-LD.
@Suite(.enabled(if: Suites.areAvailable, Comment(rawValue: Suites.absence)))
struct JSONLDFromRDFTests {
    @Test func everyTestIsThere() { #expect(JSONLDSuites.fromRDF.count == 53) }

    @Test(arguments: JSONLDSuites.fromRDF, [false, true])
    func fromRDF(_ test: JSONLDTest, _ ordered: Bool) throws {
        try JSONLDSuites.run(test) {
            let processor = JSONLDProcessor(options: try test.options(ordered: ordered), loader: SuiteLoader())
            let input = try #require(test.file("input"))
            let bytes = try SuiteFolders.bytes(of: .iri(IRI(unchecked: input)))
            let quads = try RDFDocument(bytes, format: .nquads).quads
            if test.isNegative {
                let error = #expect(throws: JSONLDError.self) { try processor.fromRDF(quads) }
                #expect(error?.code.rawValue == test.text("expectErrorCode"), "\(error?.message ?? "")")
            } else {
                let result = try processor.fromRDF(quads)
                let expected = try test.document("expect")
                #expect(areSameJSONLD(result, expected), "\(result) is not \(expected)")
            }
        }
    }
}
