import Foundation
import TestSupport
import Testing
import XSDValues

@Suite struct FloatingPointTests {
    @Test(arguments: [
        ("1", "1.0E0"), ("-0", "-0.0E0"), ("0", "0.0E0"), ("1.5e3", "1.5E3"), ("123456789", "1.23456789E8"),
        ("1E-7", "1.0E-7"), (".5", "5.0E-1"), ("5.E+1", "5.0E1"), ("INF", "INF"), ("+INF", "INF"), ("-INF", "-INF"),
        ("NaN", "NaN"), ("1E999999999", "INF"), ("-1E999999999999999999999999", "-INF"), ("1E-999999999", "0.0E0"),
        ("1.7976931348623157E308", "1.7976931348623157E308"), ("4.9E-324", "5.0E-324"),
        ("0.1000000000000000055511151231257827", "1.0E-1"), ("9007199254740993", "9.007199254740992E15"),
    ])
    func readsAndWritesDoubles(_ text: String, _ canonical: String) throws {
        #expect(try Double(lexicalForm: text.utf8.span).canonicalForm == canonical)
    }

    @Test(arguments: ["", "e5", "1e", "1e+", "inf", "nan", "0x1p3", "1_000", " 1", "+NaN", "infinity", "1.0f", "--1"])
    func refusesWhatIsNoDouble(_ text: String) {
        #expect(throws: LexicalFault.malformed) { try Double(lexicalForm: text.utf8.span) }
    }

    @Test(arguments: [
        (1.0, "1"), (0.1, "0.1"), (-0.0, "-0"), (0.0, "0"), (1e6, "1.0E6"), (999999.5, "999999.5"),
        (0.000001, "0.000001"), (0.00000099, "9.9E-7"), (-123.25, "-123.25"), (.infinity, "INF"), (.nan, "NaN"),
    ])
    func castsToString(_ value: Double, _ expected: String) { #expect(value.castToString == expected) }

    @Test func floatsKeepTheirOwnPrecision() throws {
        #expect(try Float(lexicalForm: "0.1".utf8.span).canonicalForm == "1.0E-1")
        #expect(try Float(lexicalForm: "16777217".utf8.span) == 16_777_216)
        #expect(try Float(lexicalForm: "1e39".utf8.span) == .infinity)
        #expect(Float(3.14).castToString == "3.14")
    }

    @Test func everyDoubleReadsBackFromItsCanonicalForm() throws {
        var bits: UInt64 = 0x9E37_79B9_7F4A_7C15
        for _ in 0..<5_000 {
            // A linear congruential generator: any bits will do, and the same on every run.
            bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let value = Double(bitPattern: bits)
            guard value.isFinite else { continue }
            #expect(try Double(lexicalForm: value.canonicalForm.utf8.span) == value)
            let single = Float(bitPattern: UInt32(truncatingIfNeeded: bits >> 32))
            guard single.isFinite else { continue }
            #expect(try Float(lexicalForm: single.canonicalForm.utf8.span) == single)
        }
    }

    /// Sixteen digits as the C library writes them, which has the exact value of each double.
    @Test func sixteenDigitsAreThoseOfTheExactValue() {
        var generator = SeededGenerator(seed: 1615)
        for round in 0..<20_000 {
            let bits = generator.next()
            let values = [
                Double(bitPattern: bits),
                Double(bitPattern: bits & 0x800F_FFFF_FFFF_FFFF),  // subnormal
                Double(Int64(bitPattern: bits) >> 24) / 1e9,
                Double(bits >> 14) + 0.5,  // middles, among others
                Double(sign: .plus, exponent: round % 120 - 20, significand: 1 + Double(bits >> 40) * 0x1p-24),
            ]
            for value in values where value.isFinite {
                var bytes: [UInt8] = []
                value.appendSixteenDigits(to: &bytes)
                #expect(String(decoding: bytes, as: UTF8.self) == Self.printed(value))
            }
        }
    }

    /// `%.15E`, without zeros at the end and signs that say nothing.
    private static func printed(_ value: Double) -> String {
        let parts = String(format: "%.15E", value).split(separator: "E")
        var digits = parts[0]
        while digits.hasSuffix("0"), !digits.hasSuffix(".0") { digits.removeLast() }
        return digits + "E" + String(Int(parts[1]) ?? 0)
    }
}
