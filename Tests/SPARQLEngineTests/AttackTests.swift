import RDFModel
import SPARQLAlgebra
import Testing

@testable import SPARQLEngine

/// Queries that ask for more than there is: each must end at the limit that it meets, and soon.
@Suite struct AttackTests {
    /// A graph in which everything leads everywhere, and texts that are all alike.
    private static let data = (0..<200).map { number in
        let steps = [1, 7, 31].map { ":n\((number + $0) % 200)" }.joined(separator: ", ")
        return ":n\(number) :p \(steps) ; :v \(number) ; :t \"\(String(repeating: "ab", count: 12))\(number)\" ."
    }.joined(separator: "\n")

    private static let product = "?a :v ?x . ?b :v ?y . ?c :v ?z . ?d :v ?w"

    /// Chains of BIND in which each value is made of the one before.
    private static func chain(from start: String, _ step: (String) -> String) -> String {
        "BIND(\(start) AS ?x0) " + (0..<60).map { "BIND(\(step("?x\($0)")) AS ?x\($0 + 1))" }.joined(separator: " ")
    }

    static let slow: [String] = [
        "SELECT (COUNT(*) AS ?n) { \(product) FILTER(?x + ?y + ?z + ?w < 0) }",
        "ASK { \(product) FILTER(?x + ?y + ?z + ?w < 0) }",
        "SELECT DISTINCT * { \(product) FILTER(?x + ?y + ?z + ?w < 0) }",
        "SELECT * { \(product) FILTER(?x + ?y + ?z + ?w < 0) } ORDER BY ?x",
        "SELECT ?x (GROUP_CONCAT(?y) AS ?g) { \(product) FILTER(?x + ?y + ?z + ?w < 0) } GROUP BY ?x",
        "CONSTRUCT { ?a :q ?d } { \(product) FILTER(?x + ?y + ?z + ?w < 0) }",
        "DESCRIBE ?a { \(product) FILTER(?x + ?y + ?z + ?w < 0) }",
        "SELECT (COUNT(*) AS ?n) { ?a :p+ ?b . ?b (:p|^:p)* ?c . ?c (:p/:p)+ ?d . ?d (!:t)* ?e FILTER(CONCAT(STR(?a), STR(?b), STR(?c), STR(?d), STR(?e)) = \"\") }",
        "SELECT (COUNT(*) AS ?n) { ?a (((:p*)/(:p*))*)+ ?b . ?b ((:p|:p)+/(^:p)*)* ?c . ?c (:p*/:p*)* ?a FILTER(?a = 1) }",
        "SELECT (COUNT(*) AS ?n) { ?a :p ?b0 "
            + (0..<40).map { "OPTIONAL { ?b\($0) :p ?b\($0 + 1) " }.joined() + String(repeating: "}", count: 40)
            + "FILTER(?b40 = 1) }",
        "SELECT (COUNT(*) AS ?n) { ?a :p ?b0 FILTER NOT EXISTS "
            + (0..<30).map { "{ ?b\($0) :p ?b\($0 + 1) FILTER NOT EXISTS " }.joined() + "{ ?s :none ?o }"
            + String(repeating: "}", count: 30) + " }",
        "SELECT (COUNT(*) AS ?n) { " + (0..<200).map { "?a\($0) :p ?a\($0 + 1) ." }.joined() + " FILTER(?a0 = ?a200) }",
        "SELECT (COUNT(*) AS ?n) { ?a :v ?x . ?b :v ?y . ?c :v ?z FILTER(?x + ?y + ?z IN ("
            + (1..<2000).map { "-\($0)" }.joined(separator: ",") + ")) }",
        "SELECT (COUNT(*) AS ?n) { VALUES ?x { " + (0..<5000).map(String.init).joined(separator: " ")
            + " } VALUES ?y { " + (0..<5000).map(String.init).joined(separator: " ") + " } FILTER(?x + ?y < 0) }",
        "SELECT (COUNT(*) AS ?n) { VALUES (?x ?y) { " + (0..<5000).map { "(UNDEF \($0))" }.joined()
            + " } VALUES (?x ?y) { " + (5000..<10000).map { "(\($0) UNDEF)" }.joined() + " } }",
        "SELECT (COUNT(*) AS ?n) { "
            + repeatElement(
                "{ ?a :p ?b . ?b :p ?c . ?c :p ?d . ?d :p ?e . ?e :p ?f FILTER(CONCAT(STR(?a), STR(?f)) = \"\") }",
                count: 2000
            ).joined(separator: " UNION ") + " }",
        "SELECT (COUNT(*) AS ?n) { ?a :v ?x BIND(EXISTS { ?a :p+ ?y . ?y :p+ ?z . ?z :p+ ?w FILTER(?w = ?x) } AS ?e) }",
        "SELECT (COUNT(*) AS ?n) { { ?a :p ?b OPTIONAL { ?a :none ?n } } MINUS { ?c :p ?d OPTIONAL { ?c :none ?a } . ?e :p ?f . ?g :p ?h . ?i :p ?j FILTER(CONCAT(STR(?c), STR(?e), STR(?g), STR(?i)) = \"\") } }",
        "SELECT (COUNT(*) AS ?n) { \(product) FILTER(RAND() > 1) }",
        "SELECT (COUNT(*) AS ?n) { { SELECT * { \(product) } OFFSET 10000000000 } FILTER(?x + ?y < 0) }",
        "SELECT (COUNT(*) AS ?n) { ?a :t ?t . ?b :t ?u . ?c :t ?v FILTER(STRLEN(REPLACE(CONCAT(?t, ?u, ?v), \"(a|b)+z\", \"\")) < 0) }",
    ]

    /// Each query asks for so much that no machine answers it within the limit.
    @Test(arguments: slow) func timeEndsIt(_ text: String) throws {
        let limits = QueryLimits(timeout: .milliseconds(150), memory: 1 << 30)
        let start = ContinuousClock.now
        #expect(throws: QueryEvaluationError.timeLimit) { try Self.run(text, limits) }
        // Not a measurement: what does not look at the clock would take hours.
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    static let large: [String] = [
        "SELECT * { \(product) } ORDER BY ?x DESC(?y)", "SELECT DISTINCT * { \(product) }",
        "SELECT ?a ?b ?c (COUNT(*) AS ?n) { \(product) } GROUP BY ?a ?b ?c",
        "SELECT (GROUP_CONCAT(?t) AS ?g) { ?a :t ?t . ?b :t ?u . ?c :t ?v }",
        "SELECT (COUNT(DISTINCT *) AS ?n) { \(product) }",
        "SELECT (COUNT(DISTINCT ?u) AS ?n) { \(product) BIND(STRUUID() AS ?u) }",
        "CONSTRUCT { ?a :q ?b . ?b :q [ :r ?c ] } { \(product) }",
        "SELECT (STRLEN(?x60) AS ?n) { \(chain(from: "\"ab\"") { "CONCAT(\($0), \($0))" }) }",
        "SELECT (STRLEN(?x60) AS ?n) { \(chain(from: "\"ab\"") { "REPLACE(\($0), \".\", \"$0$0$0\")" }) }",
        "SELECT (STRLEN(?x60) AS ?n) { \(chain(from: "\"é\"") { "ENCODE_FOR_URI(CONCAT(\($0), \"é\", \($0)))" }) }",
    ]

    @Test(arguments: large) func memoryEndsIt(_ text: String) throws {
        let limits = QueryLimits(timeout: .seconds(300), memory: 1 << 20)
        #expect(throws: QueryEvaluationError.memoryLimit(1 << 20)) { try Self.run(text, limits) }
    }

    /// Values that grow at each step end in errors of the expression, whose variable then has no value.
    @Test(arguments: [
        chain(from: "12345678901234567890") { "\($0) * \($0)" },
        chain(from: "1.2345678901234567890") { "\($0) * \($0)" },
        chain(from: "\"P1Y\"^^xsd:yearMonthDuration") { "\($0) * 1e9" },
    ])
    func numbersStopGrowing(_ chain: String) throws {
        #expect(try Fixture("").rows("SELECT ?x60 { \(chain) }") == ["-"])
    }

    private static func run(_ text: String, _ limits: QueryLimits) throws {
        let query = try QueryParser.parse(Fixture.prefixes + text)
        switch try QueryEngine(Fixture(data).snapshot).execute(query, options: QueryOptions(limits: limits)) {
        case .solutions(let solutions): while try solutions.next() != nil {}
        case .boolean, .triples: break
        }
    }
}
