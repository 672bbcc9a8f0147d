import ByteText
import RDFModel
import SPARQLAlgebra
import Testing

@testable import SPARQLEngine

/// Queries that nest or go on for long, on a thread with half a megabyte of stack, as threads on macOS have it.
@Suite struct DepthTests {
    /// Half a megabyte, the reserve of ``StackSpace`` on top of what is asked for.
    private static let small = 352 * 1024

    private static func rows(_ text: String) throws -> [String] {
        try StackSpace.onOwnThread(stack: small) { try Fixture(":a :p :b . :b :p :c .").rows(text) }
    }

    @Test func existsSideBySide() throws {
        let filters = String(repeating: "FILTER EXISTS { ?s :p ?o } ", count: 1000)
        #expect(try Self.rows("SELECT * { ?s :p ?o \(filters) } ORDER BY ?s") == [":a :b", ":b :c"])
        let negated = String(repeating: "FILTER NOT EXISTS { ?o :p ?x } FILTER(!EXISTS { ?s :q ?o }) ", count: 300)
        #expect(try Self.rows("SELECT * { ?s :p ?o \(negated) }") == [":b :c"])
    }

    @Test func patternsSideBySide() throws {
        let patterns = Array(repeating: "?s :p ?o", count: 2000).joined(separator: " . ")
        #expect(try Self.rows("SELECT * { \(patterns) } ORDER BY ?s") == [":a :b", ":b :c"])
        let filtered = (0..<150).map { "?s :p ?o\($0) FILTER(?o\($0) != :b)" }.joined(separator: " . ")
        #expect(try Self.rows("SELECT ?s { \(filtered) }") == [":b"])
    }

    @Test(arguments: [
        "SELECT * { ?s \(String(repeating: "(", count: 120)):p\(String(repeating: ")*", count: 120)) :c FILTER(?s = :a) }",
        "SELECT ?s { ?s :p ?o \(String(repeating: "FILTER EXISTS { ?s :p ?o ", count: 100))\(String(repeating: "}", count: 100)) FILTER(?s = :a) }",
        "SELECT ?s { ?s :p :b \(String(repeating: "OPTIONAL { ?s :p ?o ", count: 60))\(String(repeating: "}", count: 60)) }",
        "SELECT ?s { ?s :p :b FILTER(\(String(repeating: "!", count: 120))(?s = :a)) }",
        "SELECT ?s { ?s :p :b FILTER(0 < \(Array(repeating: "1", count: 300).joined(separator: " + "))) }",
        "SELECT ?s { \(String(repeating: "{ SELECT ?s { ?s :p :b ", count: 40))\(String(repeating: "} }", count: 40)) }",
    ])
    func nesting(_ text: String) throws { #expect(try Self.rows(text) == [":a"]) }

    @Test func treesThatAProgramBuildsAreBounded() throws {
        var algebra = Algebra.bgp([])
        for _ in 0..<300 { algebra = .distinct(algebra) }
        let query = Query(form: .ask, algebra: algebra)
        let snapshot = try Fixture("").snapshot
        StackSpace.onOwnThread(stack: Self.small) {
            guard case .boolean(true)? = try? QueryEngine(snapshot).execute(query) else {
                Issue.record("300 levels are run on a thread of their own")
                return
            }
        }
        for _ in 0..<600 { algebra = .distinct(algebra) }
        let deeper = Query(form: .ask, algebra: algebra)
        #expect(throws: QueryEvaluationError.nestedTooDeep) { try QueryEngine(snapshot).execute(deeper) }
    }
}
