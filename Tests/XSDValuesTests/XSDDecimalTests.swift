import Testing
import XSDValues

@Suite struct XSDDecimalTests {
    private func decimal(_ text: String) throws -> XSDDecimal { try XSDDecimal(lexicalForm: text.utf8.span) }

    @Test(arguments: [
        ("1.50", "1.5"), ("100", "100"), ("-0.0", "0"), (".5", "0.5"), ("5.", "5"), ("-00.070", "-0.07"),
        ("+1234567890123456789.01234567890123456789000", "1234567890123456789.01234567890123456789"),
        ("0.000000000000000000000000000001", "0.000000000000000000000000000001"),
    ])
    func readsAndWrites(_ text: String, _ canonical: String) throws {
        #expect(try decimal(text).canonicalForm == canonical)
    }

    @Test(arguments: ["", ".", "-.", "1e3", "1.2.3", "INF", " 1.0", "1,5"])
    func refusesWhatIsNoDecimal(_ text: String) {
        #expect(throws: LexicalFault.malformed) { try decimal(text) }
    }

    @Test func equalValuesAreEqualWhateverTheirForm() throws {
        #expect(try decimal("2.50") == decimal("02.5"))
        #expect(try decimal("10000000000000000000000.0") == decimal("10000000000000000000000"))
        #expect(try decimal("-1.1") < decimal("-1.09"))
        #expect(try decimal("99999999999999999999.9") < decimal("100000000000000000000"))
    }

    @Test func arithmeticIsExact() throws {
        #expect(try (decimal("0.1") + decimal("0.2")).canonicalForm == "0.3")
        #expect(try (decimal("1") - decimal("0.999999999999999999999")).canonicalForm == "0.000000000000000000001")
        #expect(try (decimal("-1.5") * decimal("0.02")).canonicalForm == "-0.03")
    }

    @Test(arguments: [
        ("11.1", "5", "2.22"), ("1", "3", "0.333333333333333333"), ("2", "3", "0.666666666666666667"),
        ("-2", "3", "-0.666666666666666667"), ("1", "8", "0.125"), ("6", "-0.03", "-200"),
        ("1", "30000000000000000000000", "0.0000000000000000000000333333333333333333"),
        ("10000000000000000000000", "3", "3333333333333333333333.333333333333333333"), ("0", "7", "0"),
        ("0.000000000000000000000001", "1", "0.000000000000000000000001"),
    ])
    func dividesToEighteenDigits(_ left: String, _ right: String, _ quotient: String) throws {
        let result = try decimal(left).divided(by: decimal(right)).canonicalForm
        #expect(result == quotient)
    }

    @Test(arguments: [
        ("2.5", "3", "2", "3"), ("-2.5", "-2", "-3", "-2"), ("2.4999", "2", "2", "3"), ("-0.4", "0", "-1", "0"),
        ("7", "7", "7", "7"),
    ])
    func rounds(_ text: String, _ nearest: String, _ floor: String, _ ceiling: String) throws {
        let value = try decimal(text)
        #expect(value.nearest.canonicalForm == nearest)
        #expect(value.floor.canonicalForm == floor)
        #expect(value.ceiling.canonicalForm == ceiling)
    }

    @Test func convertsToAndFromDouble() throws {
        #expect(try decimal("0.1").rounded(to: Double.self) == 0.1)
        #expect(
            try decimal("123456789012345678901234567890.5").rounded(to: Double.self) == 123456789012345678901234567890.5
        )
        #expect(try decimal("0.1").rounded(to: Float.self) == 0.1)
        #expect(try #require(XSDDecimal(0.1)).canonicalForm == "0.1")
        #expect(try #require(XSDDecimal(1e22)).canonicalForm == "10000000000000000000000")
        #expect(try #require(XSDDecimal(-2.5e-7)).canonicalForm == "-0.00000025")
        #expect(XSDDecimal(Double.nan) == nil)
    }
}
