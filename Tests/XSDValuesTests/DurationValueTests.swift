import Testing
import XSDValues

@Suite struct DurationValueTests {
    private func duration(_ text: String, _ datatype: XSDDatatype = .duration) throws -> DurationValue {
        try DurationValue(lexicalForm: text.utf8.span, datatype: datatype)
    }

    @Test(arguments: [
        ("P1Y2M3DT4H5M6.70S", XSDDatatype.duration, "P1Y2M3DT4H5M6.7S"), ("P14M", .yearMonthDuration, "P1Y2M"),
        ("PT36H", .dayTimeDuration, "P1DT12H"), ("-PT60S", .duration, "-PT1M"), ("PT0S", .duration, "PT0S"),
        ("P0Y", .yearMonthDuration, "P0M"), ("-P0D", .dayTimeDuration, "PT0S"), ("PT0.5S", .duration, "PT0.5S"),
    ])
    func readsAndWrites(_ text: String, _ datatype: XSDDatatype, _ canonical: String) throws {
        #expect(try duration(text, datatype).canonicalForm == canonical)
    }

    @Test(arguments: [
        ("P", XSDDatatype.duration), ("PT", .duration), ("P1YT", .duration), ("1Y", .duration), ("P1M1Y", .duration),
        ("P1S", .duration), ("PT1D", .duration), ("P1.5Y", .duration), ("PT1.S", .duration), ("P-1Y", .duration),
        ("P1D", .yearMonthDuration), ("P1M", .dayTimeDuration), ("+P1D", .duration), ("P1Y1Y", .duration),
        ("", .duration),
    ])
    func refusesOtherForms(_ text: String, _ datatype: XSDDatatype) {
        #expect(throws: LexicalFault.malformed) { try duration(text, datatype) }
    }

    @Test(arguments: ["P99999999999Y", "PT999999999999999999999999S", "P99999999999999999D", "P3000000000Y9000000000M"])
    func refusesLengthsBeyondReason(_ text: String) {
        #expect(throws: LexicalFault.tooLarge) { try duration(text) }
    }

    @Test(arguments: [
        ("P1Y", "P12M", ValueOrder.equal), ("P1M", "P30D", .incomparable), ("P1M", "P27D", .greater),
        ("P1M", "P32D", .less), ("P1D", "PT24H", .equal), ("-P1D", "PT0S", .less), ("P1Y", "P366D", .incomparable),
    ])
    func compares(_ left: String, _ right: String, _ expected: ValueOrder) throws {
        #expect(try duration(left).order(to: duration(right)) == expected)
        #expect(try duration(right).order(to: duration(left)) == expected.reversed)
    }

    @Test func arithmetic() throws {
        let day = try duration("P1DT12H", .dayTimeDuration)
        let months = try duration("P2Y11M", .yearMonthDuration)
        #expect(try day.adding(day).canonicalForm == "P3D")
        #expect(try day.subtracting(duration("P2D", .dayTimeDuration)).canonicalForm == "-PT12H")
        #expect(try months.multiplied(by: .decimal(XSDDecimal(lexicalForm: "2.3".utf8.span))).canonicalForm == "P6Y9M")
        #expect(try months.divided(by: .double(1.5)).canonicalForm == "P1Y11M")
        #expect(try day.divided(by: duration("PT6H", .dayTimeDuration)).canonicalForm == "6")
        #expect(try months.divided(by: duration("-P1Y4M", .yearMonthDuration)).canonicalForm == "-2.1875")
        #expect(try day.divided(by: .double(.infinity)).canonicalForm == "PT0S")
    }

    @Test func arithmeticThatHasNoResultSaysWhy() throws {
        let day = try duration("P1D", .dayTimeDuration)
        #expect(throws: ArithmeticError.notFinite) { try day.multiplied(by: .double(.nan)) }
        #expect(throws: ArithmeticError.divisionByZero) { try day.divided(by: NumericValue(0)) }
        #expect(throws: ArithmeticError.overflow) { try day.multiplied(by: .double(1e300)) }
        #expect(throws: ArithmeticError.unsupportedTypes) { try day.subtracting(duration("P1M")) }
        #expect(throws: ArithmeticError.unsupportedTypes) { try day.divided(by: duration("P1M", .yearMonthDuration)) }
    }
}
