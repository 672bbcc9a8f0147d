import RDFModel
import SPARQLAlgebra
import TestSupport
import Testing

/// The tests of the SPARQL suites that the parser alone decides, and the texts of all others, which must be read.
enum SPARQLSuites {
    private static let root = "https://w3c.github.io/rdf-tests/sparql/"
    private static let syntaxTypes: Set<String> = [
        "PositiveSyntaxTest", "NegativeSyntaxTest", "PositiveSyntaxTest11", "NegativeSyntaxTest11",
        "PositiveUpdateSyntaxTest", "NegativeUpdateSyntaxTest", "PositiveUpdateSyntaxTest11",
        "NegativeUpdateSyntaxTest11",
    ]
    private static let evaluationTypes: Set<String> = [
        "QueryEvaluationTest", "UpdateEvaluationTest", "CSVResultFormatTest",
    ]

    static let sparql10 = SuiteFolders.tests(from: root + "sparql10/manifest.ttl")
    static let sparql11 = SuiteFolders.tests(from: root + "sparql11/manifest-all.ttl")
    static let sparql12 = SuiteFolders.tests(from: root + "sparql12/manifest.ttl") {
        $0.string.hasPrefix(root + "sparql12/")
    }

    static func syntax(_ tests: [ManifestTest]) -> [ManifestTest] {
        tests.filter { syntaxTypes.contains($0.typeName) }
    }

    static func evaluation(_ tests: [ManifestTest]) -> [ManifestTest] {
        tests.filter { evaluationTypes.contains($0.typeName) }
    }
}

/// The W3C suites of the syntax of SPARQL 1.0, 1.1 and 1.2.
@Suite(.enabled(if: Suites.areAvailable, Comment(rawValue: Suites.absence)))
struct SPARQLSyntaxTests {
    @Test func everyTestIsThere() {
        #expect(SPARQLSuites.syntax(SPARQLSuites.sparql10).count == 199)
        #expect(SPARQLSuites.syntax(SPARQLSuites.sparql11).count == 169)
        #expect(SPARQLSuites.syntax(SPARQLSuites.sparql12).count == 203)
    }

    @Test(arguments: SPARQLSuites.syntax(SPARQLSuites.sparql10))
    func sparql10(_ test: ManifestTest) throws { try run(test) }
    @Test(arguments: SPARQLSuites.syntax(SPARQLSuites.sparql11))
    func sparql11(_ test: ManifestTest) throws { try run(test) }
    @Test(arguments: SPARQLSuites.syntax(SPARQLSuites.sparql12))
    func sparql12(_ test: ManifestTest) throws { try run(test) }

    /// What is evaluated elsewhere must be read here, and survive being written and read again.
    @Test(
        arguments: SPARQLSuites.evaluation(SPARQLSuites.sparql10 + SPARQLSuites.sparql11 + SPARQLSuites.sparql12))
    func textsOfEvaluationTests(_ test: ManifestTest) throws { try run(test) }

    /// Every beginning of every text that is to be accepted is read or refused, and what is read survives.
    @Test(arguments: [SPARQLSuites.sparql10, SPARQLSuites.sparql11, SPARQLSuites.sparql12])
    func truncations(_ tests: [ManifestTest]) throws {
        for test in SPARQLSuites.syntax(tests) where test.typeName.hasPrefix("Positive") {
            let bytes = try SuiteFolders.bytes(of: test.action)
            for length in bytes.indices where length < 2000 {
                SPARQLSyntaxHandler.survives(String(decoding: bytes[..<length], as: UTF8.self))
            }
        }
    }

    private func run(_ test: ManifestTest) throws {
        if let reason = KnownFailures.reasons[test.iri.string] {
            withKnownIssue(Comment(rawValue: reason)) { try SPARQLSyntaxHandler.run(test) }
        } else {
            try SPARQLSyntaxHandler.run(test)
        }
    }
}

/// What each type of test asks for.
enum SPARQLSyntaxHandler {
    private static let query = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#query"
    private static let request = "http://www.w3.org/2009/sparql/tests/test-update#request"

    /// Reads a text as a query and as an update; what is read must be the same after it is written and read again.
    static func survives(_ text: String) {
        let options = QueryParser.Options(base: IRI(unchecked: "http://example.org/base/"))
        if let query = try? QueryParser.parse(text, options: options) {
            #expect((try? QueryParser.parse(query.sparqlText)) == query, "\(text)")
        }
        if let update = try? QueryParser.parseUpdate(text, options: options) {
            #expect((try? QueryParser.parseUpdate(update.sparqlText)) == update, "\(text)")
        }
    }

    static func run(_ test: ManifestTest) throws {
        let action = try #require(test.action)
        let described = test.manifest.objects(of: action, query) + test.manifest.objects(of: action, request)
        guard case .iri(let file) = described.first ?? action else {
            Issue.record("\(test.iri) names no file")
            return
        }
        let text = String(decoding: try SuiteFolders.bytes(of: .iri(file)), as: UTF8.self)
        let options = QueryParser.Options(base: file)
        // Some negative tests of updates have the type of a query; the name of the file decides.
        let isUpdate = file.string.hasSuffix(".ru")
        if test.typeName.hasPrefix("Negative") {
            #expect(throws: SPARQLSyntaxError.self) {
                if isUpdate {
                    _ = try QueryParser.parseUpdate(text, options: options)
                } else {
                    _ = try QueryParser.parse(text, options: options)
                }
            }
        } else if isUpdate {
            let update = try QueryParser.parseUpdate(text, options: options)
            #expect(try QueryParser.parseUpdate(update.sparqlText) == update, "\(update.sparqlText)")
        } else {
            let query = try QueryParser.parse(text, options: options)
            #expect(try QueryParser.parse(query.sparqlText) == query, "\(query.sparqlText)")
        }
    }
}
