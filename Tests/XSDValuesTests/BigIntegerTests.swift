import Testing
import XSDValues

@Suite struct BigIntegerTests {
    private func integer(_ text: String) throws -> BigInteger { try BigInteger(lexicalForm: text.utf8.span) }

    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("+007", "7"), ("-12", "-12"),
        ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
        ("9223372036854775808", "9223372036854775808"), ("18446744073709551616", "18446744073709551616"),
        ("-00123456789012345678901234567890123456789", "-123456789012345678901234567890123456789"),
        ("1000000000000000000000000000000000000000000", "1000000000000000000000000000000000000000000"),
    ])
    func readsAndWrites(_ text: String, _ canonical: String) throws {
        #expect(try integer(text).canonicalForm == canonical)
    }

    @Test(arguments: ["", "+", "-", "1.0", "1e3", " 1", "1 ", "--1", "0x10", "١"])
    func refusesWhatIsNoInteger(_ text: String) {
        #expect(throws: LexicalFault.malformed) { try integer(text) }
    }

    @Test func tenThousandDigitsAreReadAndWrittenBack() throws {
        let text = "9" + String(repeating: "1234567890", count: 1_000)
        #expect(try integer(text).canonicalForm == text)
    }

    @Test func moreDigitsThanSupportedAreRefusedWithoutReadingThem() {
        let text = "1" + String(repeating: "0", count: 2_000_000)
        #expect(throws: LexicalFault.tooLarge) { try integer(text) }
    }

    @Test func aWordOverflowsIntoLimbsAndComesBack() throws {
        let most = BigInteger(Int.max)
        let beyond = most + BigInteger(1)
        #expect(beyond.canonicalForm == "9223372036854775808")
        #expect(beyond.word == nil)
        #expect(beyond - BigInteger(1) == most)
        #expect(-beyond == BigInteger(Int.min))
        #expect((-BigInteger(Int.min)).canonicalForm == "9223372036854775808")
        #expect((BigInteger(Int.min) * BigInteger(-1)) == beyond)
        #expect(BigInteger(Int.min).quotientAndRemainder(dividingBy: BigInteger(-1)).quotient == beyond)
    }

    @Test func productsAndQuotientsAgree() throws {
        // (a × b + r) / b = a, r for numbers of many sizes, those included that need the rare correction of the
        // estimated digit: limbs of all ones and of a single top bit.
        let limbs = ["18446744073709551615", "9223372036854775808", "1", "340282366920938463463374607431768211455"]
        let samples =
            try limbs.flatMap { first in
                try limbs.map { second in try integer(first) * integer(second) * integer("18446744073709551616") }
            } + [
                integer("170141183460469231731687303715884105728"), integer("3"),
                integer("6277101735386680763835789423207666416102355444464034512895"),
            ]
        for a in samples {
            for b in samples {
                let rest = b - BigInteger(1)
                let (quotient, remainder) = (a * b + rest).quotientAndRemainder(dividingBy: b)
                #expect(quotient == a)
                #expect(remainder == rest)
                let negative = (-(a * b) - rest).quotientAndRemainder(dividingBy: b)
                #expect(negative.quotient == -a)
                #expect(negative.remainder == -rest)
            }
        }
    }

    @Test func ordersAcrossSigns() throws {
        let sorted = try ["-18446744073709551617", "-18446744073709551616", "-1", "0", "2", "18446744073709551616"]
            .map(integer)
        #expect(sorted.reversed().sorted() == sorted)
    }

    @Test(arguments: [
        ("18446744073709551616", 18446744073709551616.0), ("-36893488147419103233", -36893488147419103232.0),
        ("9007199254740993", 9007199254740992), ("100000000000000000000000", 1e23),
    ])
    func roundsToDouble(_ text: String, _ expected: Double) throws {
        #expect(try integer(text).rounded(to: Double.self) == expected)
    }

    @Test func beyondDoubleIsInfinite() throws {
        #expect(try integer("-1" + String(repeating: "0", count: 400)).rounded(to: Double.self) == -.infinity)
        #expect(try integer("1" + String(repeating: "0", count: 5_000)).rounded(to: Float.self) == .infinity)
    }

    @Test(arguments: [
        (1e23, "99999999999999991611392"), (-2.9, "-2"), (1.8446744073709552e19, "18446744073709551616"), (-0.5, "0"),
    ])
    func truncatesDoubles(_ value: Double, _ expected: String) throws {
        #expect(try #require(BigInteger(truncating: value)).canonicalForm == expected)
    }

    @Test func infinityHasNoIntegerPart() {
        #expect(BigInteger(truncating: .infinity) == nil)
        #expect(BigInteger(truncating: .nan) == nil)
    }
}
