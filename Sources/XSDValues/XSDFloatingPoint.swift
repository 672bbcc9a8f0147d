internal import ByteText

/// The two types of binary floating point that XML Schema has: `Float` and `Double`.
public protocol XSDFloatingPoint: BinaryFloatingPoint, LosslessStringConvertible, Sendable, CanonicallyWritable {
    /// The powers of ten that the type represents exactly, from the zeroth.
    static var exactPowersOfTen: [Self] { get }
}

extension XSDFloatingPoint {
    /// Up to this, every integer is exact.
    static var largestExactInteger: UInt { 1 << UInt(significandBitCount + 1) }
}

extension Double: XSDFloatingPoint {
    public static let exactPowersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}

extension Float: XSDFloatingPoint {
    public static let exactPowersOfTen: [Float] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10]
}

/// Decimal digits of a number: `digits` × 10^`exponent`, the last digit not zero.
struct DecimalDigits {
    var isNegative = false
    var digits: UInt = 0
    var exponent = 0
}

extension DecimalDigits {
    /// The shortest digits that read back as a finite number, taken from the text that the standard library writes.
    init(of value: some XSDFloatingPoint) {
        self.init()
        var pointIsBehind = false
        var exponentSign = 0
        var written = 0
        for byte in value.description.utf8 {
            switch byte {
            case UInt8(ascii: "-"):
                if exponentSign != 0 { exponentSign = -1 } else { isNegative = true }
            case UInt8(ascii: "."):
                pointIsBehind = true
            case UInt8(ascii: "e"):
                exponentSign = 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = byte - UInt8(ascii: "0")
                if exponentSign != 0 {
                    written = written * 10 + Int(digit)
                } else {
                    // At most 17 significant digits, and zeros up to 10^16: a word holds them.
                    digits = digits * 10 + UInt(digit)
                    if pointIsBehind { exponent -= 1 }
                }
            default:
                break
            }
        }
        exponent += exponentSign * written
        dropZeros()
    }

    /// Leaves the zeros at the end to the exponent.
    mutating func dropZeros() {
        while digits > 0, digits % 10 == 0 {
            digits /= 10
            exponent += 1
        }
    }

    /// One digit, point, digits, `E` and exponent: `1.5E3`, `0.0E0`.
    func appendCanonicalForm(to bytes: inout [UInt8]) {
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        bytes.append(decimal: digits)
        let count = bytes.count - start
        if count == 1 { bytes.append(UInt8(ascii: "0")) }
        bytes.insert(UInt8(ascii: "."), at: start + 1)
        bytes.append(UInt8(ascii: "E"))
        bytes.append(decimal: digits == 0 ? 0 : exponent + count - 1)
    }
}
