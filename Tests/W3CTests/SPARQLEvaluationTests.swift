import RDFCanon
import RDFModel
import RDFSyntax
import SPARQLAlgebra
import SPARQLEngine
import SPARQLResults
import TestSupport
import Testing
import TripleStore

/// The W3C suites of the evaluation of SPARQL 1.0, 1.1 and 1.2 queries.
@Suite(.enabled(if: Suites.areAvailable, Comment(rawValue: Suites.absence)))
struct SPARQLEvaluationTests {
    private static func queries(_ tests: [ManifestTest]) -> [ManifestTest] {
        tests.filter {
            // Entailment beyond simple entailment is not what the engine does.
            ($0.typeName == "QueryEvaluationTest" || $0.typeName == "CSVResultFormatTest")
                && !$0.manifest.iri.string.contains("/entailment/")
        }
    }

    @Test func everyTestIsThere() {
        #expect(Self.queries(SPARQLSuites.sparql10).count == 283)
        #expect(Self.queries(SPARQLSuites.sparql11).count == 242)
        #expect(Self.queries(SPARQLSuites.sparql12).count == 63)
    }

    @Test(arguments: queries(SPARQLSuites.sparql10)) func sparql10(_ test: ManifestTest) throws { try run(test) }
    @Test(arguments: queries(SPARQLSuites.sparql11)) func sparql11(_ test: ManifestTest) throws { try run(test) }
    @Test(arguments: queries(SPARQLSuites.sparql12)) func sparql12(_ test: ManifestTest) throws { try run(test) }

    private func run(_ test: ManifestTest) throws {
        if let reason = KnownFailures.reasons[test.iri.string] {
            withKnownIssue(Comment(rawValue: reason)) { try QueryEvaluationHandler(test).run() }
        } else {
            try QueryEvaluationHandler(test).run()
        }
    }
}

/// Runs a query over the data of a test and compares the result with the one expected.
struct QueryEvaluationHandler {
    private static let qt = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
    private let test: ManifestTest
    private let action: Term

    init(_ test: ManifestTest) throws {
        self.test = test
        action = try #require(test.action)
    }

    func run() throws {
        let described = test.manifest.objects(of: action, Self.qt + "query")
        guard case .iri(let file) = described.first ?? action else {
            Issue.record("\(test.iri) names no query")
            return
        }
        let text = String(decoding: try SuiteFolders.bytes(of: .iri(file)), as: UTF8.self)
        let query = try QueryParser.parse(text, options: QueryParser.Options(base: file))
        var options = QueryOptions(limits: QueryLimits(timeout: .seconds(30), memory: 1 << 30))
        options.serviceHandler = try SimulatedEndpoints(test, action)
        let result = try QueryEngine(try data(of: query)).execute(query, options: options)
        try compare(result, query)
    }

    // MARK: Data

    private func data(of query: Query) throws -> StoreSnapshot {
        var loader = BulkLoader()
        let described = test.manifest.objects(of: action, Self.qt + "data")
        for file in described { try SuiteData.read(file, into: .defaultGraph, of: &loader) }
        var named = test.manifest.objects(of: action, Self.qt + "graphData")
        // Without data, what FROM and FROM NAMED speak of.
        if described.isEmpty, named.isEmpty, let dataset = query.dataset {
            named = Set(dataset.defaultGraphs + dataset.namedGraphs).sorted().map { .iri($0) }
        }
        for file in named {
            guard let name = GraphName(file) else { continue }
            try SuiteData.read(file, into: name, of: &loader)
        }
        return try loader.finish()
    }

    // MARK: Results

    private func compare(_ result: QueryResult, _ query: Query) throws {
        guard case .iri(let file) = try #require(test.result) else { return }
        switch result {
        case .boolean(let answer):
            guard case .boolean(let expected) = try ExpectedResult.read(file) else {
                Issue.record("\(file) is no truth value")
                return
            }
            #expect(answer == expected)
        case .triples(let triples):
            let expected = try SuiteData.document(.iri(file)).quads
            #expect(try DatasetIsomorphism.areIsomorphic(triples.triples.map { Quad($0) }, expected))
        case .solutions(let solutions):
            let table = SolutionTable(variables: solutions.variables.map(\.name), rows: try solutions.rows())
            var comparison = ResultComparison()
            comparison.isOrdered = query.algebra.isSorted
            comparison.isLossy = file.string.hasSuffix(".csv")
            let cardinality = test.manifest.objects(of: .iri(test.iri), Manifest.mf + "resultCardinality")
            comparison.ignoresDuplicates = !cardinality.isEmpty
            let expected = try ExpectedResult.read(file)
            #expect(try comparison.areEqual(.solutions(table), expected), "\(table.rows.map { Array($0) })")
        }
    }
}

/// The files of suites as RDF.
enum SuiteData {
    static func document(_ file: Term) throws -> RDFDocument {
        guard case .iri(let iri) = file else { throw SuiteFolders.MissingFile(term: file) }
        let format = try #require(iri.string.hasSuffix(".n3") ? .turtle : RDFFormat(fileName: iri.string))
        return try RDFDocument(
            try SuiteFolders.bytes(of: file), format: format, options: RDFReaderOptions(base: iri))
    }

    static func read(_ file: Term, into graph: GraphName, of loader: inout BulkLoader) throws {
        try loader.beginDocument(into: graph)
        try loader.insert(try document(file).quads)
    }
}

/// Endpoints whose data the manifest gives.
private struct SimulatedEndpoints: ServiceHandler {
    private static let qt = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
    private var snapshots: [IRI: StoreSnapshot] = [:]

    struct UnknownEndpoint: Error {}

    init(_ test: ManifestTest, _ action: Term) throws {
        for service in test.manifest.objects(of: action, Self.qt + "serviceData") {
            guard case .iri(let endpoint)? = test.manifest.objects(of: service, Self.qt + "endpoint").first else {
                continue
            }
            var loader = BulkLoader()
            for file in test.manifest.objects(of: service, Self.qt + "data") {
                try SuiteData.read(file, into: .defaultGraph, of: &loader)
            }
            snapshots[endpoint] = try loader.finish()
        }
    }

    func solutions(of pattern: Algebra, at endpoint: IRI) throws -> ServiceSolutions {
        guard let snapshot = snapshots[endpoint] else { throw UnknownEndpoint() }
        let variables = pattern.inScopeVariables
        let query = Query(form: .select(variables), algebra: .project(pattern, variables))
        let options = QueryOptions(serviceHandler: self)
        guard case .solutions(let solutions) = try QueryEngine(snapshot).execute(query, options: options) else {
            return ServiceSolutions(variables: [], rows: [])
        }
        return ServiceSolutions(variables: variables, rows: try solutions.rows())
    }
}

/// What a test expects: a document of query results, or a graph that describes them.
private enum ExpectedResult {
    private static let rs = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"

    static func read(_ file: IRI) throws -> SPARQLResult {
        if let dot = file.string.lastIndex(of: "."),
            let format = ResultsFormat(String(file.string[file.string.index(after: dot)...]))
        {
            return try SPARQLResult(reading: try SuiteFolders.bytes(of: .iri(file)), format: format)
        }
        return try describe(try SuiteData.document(.iri(file)).quads.map(\.triple))
    }

    private static func describe(_ triples: [Triple]) throws -> SPARQLResult {
        let index = Dictionary(grouping: triples, by: \.subject)
        func objects(_ subject: Term, _ name: String) -> [Term] {
            index[subject, default: []].filter { $0.predicate.string == rs + name }.map(\.object)
        }
        func text(_ term: Term?) -> String {
            if case .literal(let literal)? = term { literal.lexicalForm } else { "" }
        }
        let type = IRI(unchecked: rs + "ResultSet")
        let root = try #require(triples.first { $0.predicate == RDF.type && $0.object == .iri(type) }?.subject)
        if let boolean = objects(root, "boolean").first { return .boolean(text(boolean) == "true") }
        let variables = objects(root, "resultVariable").map { text($0) }
        let solutions = objects(root, "solution").sorted { left, right in
            (Int(text(objects(left, "index").first)) ?? 0) < (Int(text(objects(right, "index").first)) ?? 0)
        }
        let rows = solutions.map { solution -> [Term?] in
            var values: [String: Term] = [:]
            for binding in objects(solution, "binding") {
                values[text(objects(binding, "variable").first)] = objects(binding, "value").first
            }
            return variables.map { values[$0] }
        }
        return .solutions(SolutionTable(variables: variables, rows: rows))
    }
}

extension Algebra {
    /// Whether the solutions of a query stand in an order that it asks for.
    fileprivate var isSorted: Bool {
        switch self {
        case .orderBy: true
        case .project(let inner, _), .distinct(let inner), .reduced(let inner), .slice(let inner, _, _): inner.isSorted
        default: false
        }
    }
}
