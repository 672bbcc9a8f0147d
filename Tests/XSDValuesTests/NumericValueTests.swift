import Testing
import XSDValues

@Suite struct NumericValueTests {
    private func number(_ text: String, _ datatype: XSDDatatype) throws -> NumericValue {
        try NumericValue(lexicalForm: text.utf8.span, datatype: datatype)
    }

    @Test func promotesAlongTheLadder() throws {
        let (one, half) = (NumericValue(1), try number("0.5", .decimal))
        #expect(try one.adding(one) == NumericValue(2))
        #expect(try one.adding(half) == number("1.5", .decimal))
        #expect(try one.adding(.float(0.5)) == .float(1.5))
        #expect(try half.multiplied(by: .double(3)) == .double(1.5))
        #expect(try NumericValue.float(1).subtracting(.double(0.5)) == .double(0.5))
    }

    @Test func integersDivideIntoADecimal() throws {
        #expect(try NumericValue(1).divided(by: NumericValue(4)) == number("0.25", .decimal))
        #expect(try NumericValue(4).divided(by: NumericValue(2)).datatype == .decimal)
    }

    @Test func divisionByZeroIsAnErrorOfExactTypesOnly() throws {
        #expect(throws: ArithmeticError.divisionByZero) { try NumericValue(1).divided(by: NumericValue(0)) }
        #expect(throws: ArithmeticError.divisionByZero) { try NumericValue(1).divided(by: number("0.0", .decimal)) }
        #expect(try NumericValue(1).divided(by: .double(0)) == .double(.infinity))
        #expect(try NumericValue.double(0).divided(by: .double(0)).isNaN)
    }

    @Test func squaringWithoutEndOverflows() throws {
        var value = NumericValue(Int.max)
        #expect(throws: ArithmeticError.overflow) {
            while true { value = try value.multiplied(by: value) }
        }
        var fraction = try number("0.9", .decimal)
        #expect(throws: ArithmeticError.overflow) {
            while true { fraction = try fraction.multiplied(by: fraction) }
        }
    }

    @Test(arguments: [
        ("1", XSDDatatype.integer, "1.0", XSDDatatype.decimal, ValueOrder.equal),
        ("1", .integer, "1e0", .double, .equal),
        ("2", .byte, "1.5", .float, .greater), ("-1", .long, "0", .decimal, .less),
        ("NaN", .double, "NaN", .double, .incomparable), ("0", .integer, "-0", .double, .equal),
        ("100000000000000000000", .integer, "100000000000000000000.5", .decimal, .less),
    ])
    func comparesByValue(
        _ left: String, _ leftType: XSDDatatype, _ right: String, _ rightType: XSDDatatype, _ expected: ValueOrder
    ) throws {
        let (left, right) = (try number(left, leftType), try number(right, rightType))
        #expect(left.order(to: right) == expected)
        #expect(right.order(to: left) == expected.reversed)
    }

    @Test(arguments: [
        (2.5, 3.0), (-2.5, -2.0), (0.49999999999999994, 0.0), (-0.5, -0.0), (1e300, 1e300), (-0.2, -0.0),
        (4503599627370495.5, 4503599627370496.0),
    ])
    func roundsHalfUp(_ value: Double, _ expected: Double) {
        let result = NumericValue.double(value).nearest
        #expect(result == .double(expected))
        #expect(result.asDouble.sign == expected.sign)
    }

    @Test func roundingKeepsDatatypeAndSpecials() throws {
        #expect(NumericValue.double(.infinity).floor == .double(.infinity))
        #expect(NumericValue.double(.nan).ceiling.isNaN)
        #expect(NumericValue.float(-1.5).floor == .float(-2))
        #expect(try number("1.1", .decimal).ceiling == number("2", .decimal))
        #expect(NumericValue(-3).absolute == NumericValue(3))
        #expect(NumericValue(Int.min).absolute.canonicalForm == "9223372036854775808")
    }

    @Test(arguments: [
        (XSDDatatype.byte, "128"), (.byte, "-129"), (.unsignedByte, "-1"), (.positiveInteger, "0"),
        (.negativeInteger, "0"), (.nonPositiveInteger, "1"), (.unsignedLong, "18446744073709551616"),
        (.long, "9223372036854775808"),
    ])
    func derivedTypesHaveBounds(_ datatype: XSDDatatype, _ text: String) {
        #expect(throws: LexicalFault.outOfRange) { try number(text, datatype) }
    }

    @Test func boundsAreInclusive() throws {
        #expect(try number("18446744073709551615", .unsignedLong).canonicalForm == "18446744073709551615")
        #expect(try number("-128", .byte) == NumericValue(-128))
    }
}
