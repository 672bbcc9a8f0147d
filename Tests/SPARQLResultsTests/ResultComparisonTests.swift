import RDFModel
import SPARQLResults
import TestSupport
import Testing

@Suite struct ResultComparisonTests {
    private let a = Term.blankNode(BlankNode("a"))
    private let b = Term.blankNode(BlankNode("b"))
    private let one = Term.literal(Literal("1", datatype: XSD.integer))

    private func table(_ rows: [Term?]...) -> SolutionTable { SolutionTable(variables: ["x", "y"], rows: rows) }

    @Test func rowsAreAMultiset() throws {
        let comparison = ResultComparison()
        #expect(try comparison.areEqual(table([one, nil], [nil, one]), table([nil, one], [one, nil])))
        #expect(try !comparison.areEqual(table([one, nil], [one, nil]), table([one, nil], [nil, one])))
        #expect(try !comparison.areEqual(table([one, nil], [one, nil]), table([one, nil])))
    }

    @Test func orderCountsWhenAsked() throws {
        var comparison = ResultComparison()
        comparison.isOrdered = true
        #expect(try !comparison.areEqual(table([one, nil], [nil, one]), table([nil, one], [one, nil])))
        #expect(try comparison.areEqual(table([one, nil], [nil, one]), table([one, nil], [nil, one])))
    }

    @Test func blankNodesKeepTheirPlacesUnderAnyName() throws {
        let comparison = ResultComparison()
        #expect(try comparison.areEqual(table([a, b], [b, one]), table([b, a], [a, one])))
        #expect(try !comparison.areEqual(table([a, a]), table([a, b])))
        #expect(try !comparison.areEqual(table([a, one], [a, nil]), table([a, one], [b, nil])))
    }

    @Test func columnsAreNamedNotNumbered() throws {
        let turned = SolutionTable(variables: ["y", "x"], rows: [[nil, one]])
        #expect(try ResultComparison().areEqual(table([one, nil]), turned))
        #expect(try !ResultComparison().areEqual(table([nil, one]), turned))
    }

    @Test func numbersAreComparedByValueWithinTheirDatatype() throws {
        let (two, twoAgain) = (
            Term.literal(Literal("2", datatype: XSD.decimal)), Term.literal(Literal("2.0", datatype: XSD.decimal))
        )
        #expect(try ResultComparison().areEqual(table([two, nil]), table([twoAgain, nil])))
        #expect(
            try !ResultComparison().areEqual(
                table([two, nil]), table([.literal(Literal("2", datatype: XSD.integer)), nil])))
        var exact = ResultComparison()
        exact.comparesNumbersByValue = false
        #expect(try !exact.areEqual(table([two, nil]), table([twoAgain, nil])))
    }

    @Test func csvComparesTexts() throws {
        let csv = ResultComparison(for: .csv)
        #expect(
            try csv.areEqual(
                table([.iri(IRI(unchecked: "urn:a")), .literal(Literal(""))]), table([.literal(Literal("urn:a")), nil]))
        )
        #expect(try csv.areEqual(table([one, a]), table([.literal(Literal("1")), b])))
        #expect(try !csv.areEqual(table([one, nil]), table([.literal(Literal("1.0")), nil])))
    }

    @Test func answersAreComparedToo() throws {
        #expect(try ResultComparison().areEqual(.boolean(true), .boolean(true)))
        #expect(try !ResultComparison().areEqual(.boolean(true), .boolean(false)))
        #expect(try !ResultComparison().areEqual(.boolean(true), .solutions(table())))
    }

    @Test func duplicatesMayBeIgnored() throws {
        var comparison = ResultComparison()
        comparison.ignoresDuplicates = true
        #expect(try comparison.areEqual(table([one, nil], [one, nil]), table([one, nil])))
    }
}
