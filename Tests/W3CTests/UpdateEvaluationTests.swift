import RDFCanon
import RDFModel
import RDFSyntax
import SPARQLAlgebra
import SPARQLEngine
import TestSupport
import Testing
import TripleStore

/// The W3C suites of the evaluation of SPARQL 1.1 and 1.2 updates.
@Suite(.enabled(if: Suites.areAvailable, Comment(rawValue: Suites.absence)))
struct UpdateEvaluationTests {
    private static func updates(_ tests: [ManifestTest]) -> [ManifestTest] {
        tests.filter { $0.typeName == "UpdateEvaluationTest" }
    }

    @Test func everyTestIsThere() {
        #expect(Self.updates(SPARQLSuites.sparql11).count == 94)
        #expect(Self.updates(SPARQLSuites.sparql12).count == 3)
    }

    @Test(arguments: updates(SPARQLSuites.sparql11)) func sparql11(_ test: ManifestTest) throws { try run(test) }
    @Test(arguments: updates(SPARQLSuites.sparql12)) func sparql12(_ test: ManifestTest) throws { try run(test) }

    private func run(_ test: ManifestTest) throws {
        if let reason = KnownFailures.reasons[test.iri.string] {
            withKnownIssue(Comment(rawValue: reason)) { try UpdateEvaluationHandler(test).run() }
        } else {
            try UpdateEvaluationHandler(test).run()
        }
    }
}

/// Runs an update over the data of a test and compares the dataset with the one expected.
private struct UpdateEvaluationHandler {
    private static let ut = "http://www.w3.org/2009/sparql/tests/test-update#"
    private static let label = "http://www.w3.org/2000/01/rdf-schema#label"
    private let test: ManifestTest

    init(_ test: ManifestTest) { self.test = test }

    func run() throws {
        let action = try #require(test.action)
        guard case .iri(let file)? = test.manifest.objects(of: action, Self.ut + "request").first else {
            Issue.record("\(test.iri) names no request")
            return
        }
        let text = String(decoding: try SuiteFolders.bytes(of: .iri(file)), as: UTF8.self)
        let update = try QueryParser.parseUpdate(text, options: QueryParser.Options(base: file))
        let store = TripleStore(try dataset(action))
        let options = UpdateOptions(query: QueryOptions(limits: QueryLimits(timeout: .seconds(30), memory: 1 << 30)))
        try UpdateEngine(store).execute(update, options: options)
        let expected = try dataset(try #require(test.result)).quads()
        let actual = store.snapshot.quads()
        #expect(try DatasetIsomorphism.areIsomorphic(actual, expected), "\(actual)")
    }

    private func dataset(_ description: Term) throws -> StoreSnapshot {
        var loader = BulkLoader()
        for file in test.manifest.objects(of: description, Self.ut + "data") {
            try SuiteData.read(file, into: .defaultGraph, of: &loader)
        }
        for graph in test.manifest.objects(of: description, Self.ut + "graphData") {
            let file = try #require(test.manifest.objects(of: graph, Self.ut + "graph").first)
            guard case .literal(let name)? = test.manifest.objects(of: graph, Self.label).first else {
                Issue.record("\(test.iri) names no graph")
                continue
            }
            try SuiteData.read(file, into: .iri(try IRI(name.lexicalForm)), of: &loader)
        }
        return try loader.finish()
    }
}
