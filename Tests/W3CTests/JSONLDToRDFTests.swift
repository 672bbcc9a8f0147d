import JSONLD
import JSONText
import RDFCanon
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// The W3C suite of JSON-LD to RDF.
@Suite(.enabled(if: Suites.areAvailable, Comment(rawValue: Suites.absence)))
struct JSONLDToRDFTests {
    @Test func everyTestIsThere() { #expect(JSONLDSuites.toRDF.count == 455) }

    @Test(arguments: JSONLDSuites.toRDF, [false, true])
    func toRDF(_ test: JSONLDTest, _ ordered: Bool) throws {
        try JSONLDSuites.run(test) {
            let processor = JSONLDProcessor(options: try test.options(ordered: ordered), loader: SuiteLoader())
            let input = JSONValue.string(try #require(test.file("input")))
            var collector = QuadCollector()
            if test.isNegative {
                let error = #expect(throws: JSONLDError.self) { try processor.toRDF(input, into: &collector) }
                #expect(error?.code.rawValue == test.text("expectErrorCode"), "\(error?.message ?? "")")
                return
            }
            try processor.toRDF(input, into: &collector)
            guard let expected = test.file("expect") else {
                #expect(test.types.contains("jld:PositiveSyntaxTest"))
                return
            }
            let bytes = try SuiteFolders.bytes(of: .iri(IRI(unchecked: expected)))
            let quads = try RDFDocument(bytes, format: .nquads).quads
            #expect(
                try DatasetIsomorphism.areIsomorphic(collector.quads(), quads), "\(collector.quads()) is not \(quads)")
        }
    }
}
