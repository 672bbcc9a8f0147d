import RDFModel
import SPARQLAlgebra
import Testing

@testable import SPARQLEngine

@Suite struct ConstantListTests {
    /// Values that `=` compares in every way: by number, by text, by moment, not at all.
    private static let values = [
        "1", "01", "1.0", "1e0", "\"1\"^^xsd:float", "\"NaN\"^^xsd:double", "\"a\"", "\"a\"@en", "\"A\"@en", "true",
        "\"1\"^^xsd:boolean", "\"2024-01-01\"^^xsd:date", "\"2024-01-01Z\"^^xsd:date",
        "\"2024-01-01T00:00:00\"^^xsd:dateTime", "\"2024-01-01T00:00:00Z\"^^xsd:dateTime", "\"x\"^^:unknown",
        "\"y\"^^:unknown", "\"P1Y\"^^xsd:duration", "\"P12M\"^^xsd:duration", ":a", ":b", "0.1", "\"0.1\"^^xsd:float",
        "16777217", "\"16777217\"^^xsd:float", "\"abc\"^^xsd:integer",
    ]
    private static let fillers = (100..<120).map { "\($0) \"t\($0)\" :i\($0)" }.joined(separator: " ").split(
        separator: " ")

    /// A list long enough to be a set gives what its members give one by one.
    @Test func aSetIsWhatComparisonsAre() throws {
        let fixture = try Fixture("")
        for constant in Self.values {
            let list = ([constant] + Self.fillers.map(String.init)).joined(separator: ", ")
            let values = Self.values.joined(separator: " ")
            for (sign, form) in [("IN", "?v = \(constant)"), ("NOT IN", "?v != \(constant)")] {
                let one = try fixture.rows(
                    "SELECT (COALESCE(STR(?v \(sign) (\(constant))), \"error\") AS ?r) { VALUES ?v { \(values) } }")
                let many = try fixture.rows(
                    "SELECT (COALESCE(STR(?v \(sign) (\(list))), \"error\") AS ?r) { VALUES ?v { \(values) } }")
                let compared = try fixture.rows(
                    "SELECT (COALESCE(STR(\(form)), \"error\") AS ?r) { VALUES ?v { \(values) } }")
                #expect(one == compared)
                for (place, value) in Self.values.enumerated() where one[place] != many[place] {
                    // Literals that are not understood are in doubt with the other members, too.
                    #expect(value.contains("unknown") || value.contains("abc"), "\(value) \(sign) (\(constant), …)")
                }
            }
        }
    }

    @Test func aLongListIsASet() throws {
        let list = (0..<2000).map { "\"t\($0)\"" }.joined(separator: ", ")
        let data = (0..<2000).map { ":s\($0) :p \"t\($0 * 3)\" .\n" }.joined()
        let text = "SELECT (COUNT(*) AS ?n) { ?s :p ?t FILTER(?t NOT IN (\(list))) }"
        #expect(try Fixture(data).rows(text) == ["1333"])
        let plan = try QueryEngine(Fixture(data).snapshot).explainPlan(QueryParser.parse(Fixture.prefixes + text))
        #expect(plan.contains("NOT IN {"))
    }

    @Test func numbersOfAListAreEqualByValue() throws {
        let list = (0..<50).map { "\($0).0" }.joined(separator: ", ")
        #expect(
            try Fixture(":a :p 7 . :b :p 7.5 . :c :p 49 .").rows(
                "SELECT ?s { ?s :p ?x FILTER(?x IN (\(list))) } ORDER BY ?s") == [":a", ":c"])
    }
}
