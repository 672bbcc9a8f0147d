import Foundation
import RDFCanon
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// The W3C suite of RDF Dataset Canonicalization.
@Suite(.enabled(if: Suites.areAvailable, Comment(rawValue: Suites.absence)))
struct CanonicalizationTests {
    static let tests = SuiteFolders.tests(from: "https://w3c.github.io/rdf-canon/tests/manifest.ttl")

    @Test func everyTestIsThere() { #expect(Self.tests.count == 86) }

    @Test(arguments: tests) func rdfc10(_ test: ManifestTest) throws {
        if let reason = KnownFailures.reasons[test.iri.string] {
            withKnownIssue(Comment(rawValue: reason)) { try run(test) }
        } else {
            try run(test)
        }
    }

    struct UnknownType: Error { let types: [IRI] }

    private func run(_ test: ManifestTest) throws {
        let quads = try RDFDocument(try SuiteFolders.bytes(of: test.action), format: .nquads).quads
        let options = CanonicalizationOptions(algorithm: try algorithm(of: test))
        switch test.typeName {
        case "RDFC10EvalTest":
            let result = try canonicalize(quads, options: options)
            let expected = try SuiteFolders.bytes(of: test.result)
            #expect(result.text == String(decoding: expected, as: UTF8.self))
            #expect(result.bytes == expected)
        case "RDFC10MapTest":
            let issued = try canonicalize(quads, options: options).issuedIdentifiers
            let expected = try JSONDecoder().decode(
                [String: String].self, from: Data(try SuiteFolders.bytes(of: test.result)))
            #expect(Dictionary(uniqueKeysWithValues: issued.map { ($0.label, $1.label) }) == expected)
        case "RDFC10NegativeEvalTest":
            #expect(throws: CanonicalizationError.self) { try canonicalize(quads, options: options) }
        default:
            throw UnknownType(types: test.types)
        }
    }

    private func algorithm(of test: ManifestTest) throws -> HashAlgorithm {
        let property = "https://w3c.github.io/rdf-canon/tests/vocab#hashAlgorithm"
        guard case .literal(let name) = test.manifest.objects(of: .iri(test.iri), property).first else {
            return .sha256
        }
        return try #require(HashAlgorithm(rawValue: name.lexicalForm.lowercased()))
    }
}
