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

    /// The ways of a document to statements.
    enum Way: CaseIterable {
        /// Read whole.
        case whole, wholeOrdered
        /// Read node by node, where its outline allows that.
        case streamed
    }

    @Test(arguments: JSONLDSuites.toRDF, Way.allCases)
    func toRDF(_ test: JSONLDTest, _ way: Way) throws {
        try JSONLDSuites.run(test) {
            let options = try test.options(ordered: way == .wholeOrdered)
            let processor = JSONLDProcessor(options: options, loader: SuiteLoader())
            let input = try #require(test.file("input"))
            var collector = QuadCollector()
            func convert() throws {
                guard way == .streamed else { return try processor.toRDF(.string(input), into: &collector) }
                let bytes = try SuiteFolders.bytes(of: .iri(IRI(unchecked: input)))
                try processor.toRDF(json: bytes.span, documentURL: input, into: &collector)
            }
            if test.isNegative {
                let error = #expect(throws: JSONLDError.self) { try convert() }
                #expect(error?.code.rawValue == test.text("expectErrorCode"), "\(error?.message ?? "")")
                return
            }
            try convert()
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
