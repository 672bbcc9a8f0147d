import Foundation
import RDFModel
import ReferenceEvaluator
import SPARQLAlgebra
import Testing
import TripleStore

@testable import SPARQLEngine

/// The engine and the reference evaluator, asked the same random queries over the same random data.
///
/// `LYS_RANDOM_QUERIES=COUNT` asks so many, and `LYS_RANDOM_SEED` the first of their numbers; what is printed then is
/// what was asked, how much of it had an answer, and how often each operator and function occurred.
@Suite struct ReferenceTests {
    private static let count = Int(ProcessInfo.processInfo.environment["LYS_RANDOM_QUERIES"] ?? "") ?? 1500
    private static let firstSeed = UInt64(ProcessInfo.processInfo.environment["LYS_RANDOM_SEED"] ?? "") ?? 1
    private static let isLong = ProcessInfo.processInfo.environment["LYS_RANDOM_QUERIES"] != nil

    /// Writes the pairs where `LYS_RANDOM_EXPORT` says, for `Tests/Oracles/random_queries.py`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["LYS_RANDOM_EXPORT"] != nil))
    func thePairsAreExported() throws {
        let path = try #require(ProcessInfo.processInfo.environment["LYS_RANDOM_EXPORT"])
        var lines = ""
        for seed in Self.firstSeed..<Self.firstSeed + UInt64(Self.count) {
            let random = RandomQueryMaker.query(seed: seed)
            let pair: [String: Any] = [
                "seed": Int(seed), "data": random.quads.map { $0.description + "\n" }.joined(), "query": random.text,
                "isSliced": random.isSliced, "usesRDF12": random.usesRDF12,
            ]
            lines += String(decoding: try JSONSerialization.data(withJSONObject: pair), as: UTF8.self) + "\n"
        }
        try lines.write(toFile: path, atomically: true, encoding: .utf8)
    }

    @Test func theEngineAgreesWithTheReference() throws {
        var coverage = QueryCoverage()
        var (answered, nonEmpty, unsupported) = (0, 0, 0)
        for seed in Self.firstSeed..<Self.firstSeed + UInt64(Self.count) {
            let random = RandomQueryMaker.query(seed: seed)
            let query: Query
            do { query = try QueryParser.parse(random.text) } catch {
                Issue.record("seed \(seed): \(error)\n\(random.text)")
                continue
            }
            let comparison = try EngineComparison(random, query)
            // Both ways of EXISTS, of which small data would see only one.
            var outcome = try comparison.run()
            if case .same = outcome, random.text.contains("EXISTS") {
                outcome = try comparison.run(prefersWholePatterns: true)
            }
            switch outcome {
            case .unsupported: unsupported += 1
            case .same(let isEmpty):
                answered += 1
                if !isEmpty { nonEmpty += 1 }
                coverage.add(query)
            case .different(let report):
                Issue.record("seed \(seed)\n\(random.text)\n\(report)")
            }
        }
        #expect(answered > Self.count * 9 / 10)
        #expect(nonEmpty * 2 > answered, "\(nonEmpty) of \(answered) have an answer")
        #expect(coverage.names(below: Self.isLong ? min(50, Self.count / 200) : 1) == [])
        if Self.isLong {
            print("seeds \(Self.firstSeed)…: \(answered) answered, \(nonEmpty) not empty, \(unsupported) passed over")
            for name in QueryCoverage.names { print("\(name): \(coverage.counts[name, default: 0])") }
        }
    }
}

/// One random query, asked of both.
private struct EngineComparison {
    enum Outcome {
        case same(isEmpty: Bool)
        case different(String)
        /// The reference does not count so far.
        case unsupported
    }

    private let random: RandomQuery
    private let query: Query
    private let snapshot: StoreSnapshot
    /// What the store calls the blank nodes of the data.
    private var labels: [BlankNode: BlankNode] = [:]

    init(_ random: RandomQuery, _ query: Query) throws {
        self.random = random
        self.query = query
        var loader = BulkLoader()
        try loader.beginDocument()
        try loader.insert(random.quads)
        snapshot = try loader.finish()
        let question = try QueryParser.parse("SELECT ?node ?name { ?node <http://example.org/label> ?name }")
        guard case .solutions(let solutions) = try QueryEngine(snapshot).execute(question) else { return }
        for row in try solutions.rows() {
            if case .blankNode(let node)? = row[0], case .literal(let name)? = row[1] {
                labels[node] = BlankNode(String(name.lexicalForm.dropFirst(2)))
            }
        }
    }

    func run(prefersWholePatterns: Bool = false) throws -> Outcome {
        let reference = ReferenceEvaluator(ReferenceDataset(random.quads), base: query.base)
        let expected: [Solution]
        do { expected = try reference.evaluate(query.algebra) } catch { return .unsupported }
        var options = QueryOptions(limits: QueryLimits(timeout: .seconds(20)))
        options.prefersWholePatterns = prefersWholePatterns
        switch (try QueryEngine(snapshot).execute(query, options: options), query.form) {
        case (.boolean(let answer), _):
            guard answer == !expected.isEmpty else { return .different("engine \(answer)") }
            return .same(isEmpty: !answer)
        case (.solutions(let solutions), .select(let variables)):
            let rows = try solutions.rows().map { row in
                Solution(uniqueKeysWithValues: zip(variables, row).compactMap { name, term in term.map { (name, $0) } })
            }
            return try compare(rows, with: expected, variables, reference)
        default: return .unsupported
        }
    }

    private func compare(
        _ rows: [Solution], with expected: [Solution], _ variables: [Variable], _ reference: ReferenceEvaluator
    ) throws -> Outcome {
        func table(_ solutions: [Solution]) -> [String] {
            solutions.map { solution in variables.map { text(solution[$0]) }.joined(separator: " | ") }
        }
        var (actual, wanted) = (table(rows), table(expected))
        func report() -> String {
            "engine:\n\(actual.sorted().joined(separator: "\n"))\nreference:\n\(wanted.sorted().joined(separator: "\n"))"
        }
        if random.isSliced {
            // Which rows are kept of those that the order leaves open is free: as many, from among all, in order.
            guard actual.count == wanted.count else { return .different(report()) }
            if case .slice(let inner, _, _) = query.algebra {
                wanted = table(try reference.evaluate(inner))
                var left = Dictionary(wanted.map { ($0, 1) }, uniquingKeysWith: +)
                for row in actual {
                    guard let count = left[row], count > 0 else { return .different(report()) }
                    left[row] = count - 1
                }
            }
            if case .orderBy(_, let conditions) = order(of: query.algebra), !isOrderedByChance {
                let known = rows.map { $0.mapValues(renamed) }
                guard try reference.isSorted(known, by: conditions) else {
                    return .different("not in order\n" + report())
                }
            }
            if case .slice = query.algebra { return .same(isEmpty: actual.isEmpty) }
        }
        if case .reduced = query.algebra { (actual, wanted) = (Array(Set(actual)), Array(Set(wanted))) }
        return actual.sorted() == wanted.sorted() ? .same(isEmpty: actual.isEmpty) : .different(report())
    }

    private func order(of algebra: Algebra) -> Algebra {
        switch algebra {
        case .slice(let inner, _, _), .project(let inner, _): order(of: inner)
        default: algebra
        }
    }

    /// Whether what is sorted by has another value when it is evaluated again.
    private var isOrderedByChance: Bool {
        let keys = random.text.components(separatedBy: "ORDER BY").last ?? ""
        return ["UUID(", "BNODE(", "RAND("].contains { keys.contains($0) }
    }

    private func renamed(_ term: Term) -> Term {
        if case .blankNode(let node) = term, let known = labels[node] { return .blankNode(known) }
        return term
    }

    /// A term as far as it is compared: numbers by datatype and value, what a query makes anew by its kind.
    private func text(_ term: Term?) -> String {
        switch term {
        case nil: return "-"
        case .blankNode(let node)?:
            if let known = labels[node] { return "_:\(known.label)" }
            return ["n7", "n8"].contains(node.label) ? "_:\(node.label)" : "_:new"
        case .iri(let iri)?: return iri.string.hasPrefix("urn:uuid:") ? "uuid" : iri.description
        case .literal(let literal)?:
            guard [XSD.decimal, XSD.double, XSD.float].contains(literal.datatype),
                let value = Double(
                    literal.lexicalForm.replacingOccurrences(of: "INF", with: "infinity"))
            else { return literal.description }
            let rounded = literal.datatype == XSD.float ? Double(Float(value)) : value
            // Sums of doubles depend on the order of the rows.
            return String(format: "%.12g", rounded == 0 ? 0 : rounded) + "^^" + literal.datatype.string
        case .tripleTerm(let triple)?:
            return "<<( \(text(triple.subject)) \(triple.predicate) \(text(triple.object)) )>>"
        }
    }
}
