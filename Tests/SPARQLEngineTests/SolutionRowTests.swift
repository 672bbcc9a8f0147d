import RDFModel
import SPARQLAlgebra
import Testing

@testable import SPARQLEngine

@Suite struct SolutionRowTests {
    private func row<Value: SolutionValue>(_ expression: String, as type: Value.Type) throws -> Value? {
        let query = try QueryParser.parse(Fixture.prefixes + "SELECT (\(expression) AS ?x) {}")
        guard case .solutions(let solutions) = try QueryEngine(Fixture("").snapshot).execute(query) else { return nil }
        var values: [Value?] = []
        try solutions.forEach { values.append($0[Variable("x"), as: type]) }
        #expect(values.count == 1)
        return values.first ?? nil
    }

    @Test func valuesAreReadAsTheirTypes() throws {
        #expect(try row("3 + 4", as: Int.self) == 7)
        #expect(try row("\"12\"^^xsd:unsignedByte", as: Int.self) == 12)
        #expect(try row("1 / 4", as: Double.self) == 0.25)
        #expect(try row("1 < 4", as: Bool.self) == true)
        #expect(try row(":a", as: IRI.self) == IRI(unchecked: "http://example.org/a"))
        #expect(try row("\"été\"@fr", as: String.self) == "été")
        #expect(try row(":a", as: String.self) == "http://example.org/a")
        #expect(try row("\"a\"", as: Term.self) == .literal(Literal("a")))
    }

    @Test func valuesOfAnotherKindAreNone() throws {
        #expect(try row("\"12\"", as: Int.self) == nil)
        #expect(try row("123456789012345678901234567890", as: Int.self) == nil)
        #expect(try row("1.5", as: Int.self) == nil)
        #expect(try row("\"true\"", as: Bool.self) == nil)
        #expect(try row("\"a\"", as: IRI.self) == nil)
        #expect(try row("BNODE()", as: String.self) == nil)
        #expect(try row("?unbound", as: Term.self) == nil)
    }
}
