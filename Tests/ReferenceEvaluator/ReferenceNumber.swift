/// A decimal number: mantissa · 10^-scale.
struct ReferenceDecimal {
    var mantissa: Int128
    var scale: Int

    init(mantissa: Int128, scale: Int) {
        self.mantissa = mantissa
        self.scale = scale
        // One form for each value.
        while self.scale > 0, self.mantissa % 10 == 0 {
            self.mantissa /= 10
            self.scale -= 1
        }
    }

    /// The decimal of a lexical form; `nil` where it is none.
    init?(_ text: String) {
        var digits = text
        var scale = 0
        if let point = text.firstIndex(of: ".") {
            let fraction = text[text.index(after: point)...]
            guard fraction.allSatisfy(\.isASCIIDigit) else { return nil }
            scale = fraction.count
            digits = String(text[..<point]) + fraction
        }
        guard let mantissa = ReferenceNumber.integer(digits) else { return nil }
        self.init(mantissa: mantissa, scale: scale)
    }

    var text: String {
        guard scale > 0 else { return String(mantissa) + ".0" }
        var digits = String(mantissa.magnitude)
        while digits.count <= scale { digits = "0" + digits }
        return (mantissa < 0 ? "-" : "") + digits.dropLast(scale) + "." + digits.suffix(scale)
    }

    var double: Double { Double(text) ?? .nan }

    var negated: ReferenceDecimal { ReferenceDecimal(mantissa: -mantissa, scale: scale) }

    private static func aligned(
        _ left: ReferenceDecimal, _ right: ReferenceDecimal
    ) throws -> (Int128, Int128, scale: Int) {
        let scale = max(left.scale, right.scale)
        return (
            try product(left.mantissa, power(scale - left.scale)),
            try product(right.mantissa, power(scale - right.scale)), scale
        )
    }

    private static func power(_ exponent: Int) throws -> Int128 {
        guard exponent < 38 else { throw ReferenceError.unsupported("a long decimal") }
        return (0..<exponent).reduce(1) { result, _ in result * 10 }
    }

    private static func product(_ left: Int128, _ right: Int128) throws -> Int128 {
        let (value, isOver) = left.multipliedReportingOverflow(by: right)
        guard !isOver else { throw ReferenceError.unsupported("a long decimal") }
        return value
    }

    func adding(_ other: ReferenceDecimal) throws -> ReferenceDecimal {
        let (left, right, scale) = try Self.aligned(self, other)
        return ReferenceDecimal(mantissa: left + right, scale: scale)
    }

    func multiplied(by other: ReferenceDecimal) throws -> ReferenceDecimal {
        ReferenceDecimal(mantissa: try Self.product(mantissa, other.mantissa), scale: scale + other.scale)
    }

    /// The quotient, to 18 places: the specification asks for 18 digits at least.
    func divided(by other: ReferenceDecimal) throws -> ReferenceDecimal {
        guard other.mantissa != 0 else { throw ReferenceError.type }
        let (left, right, _) = try Self.aligned(self, other)
        return ReferenceDecimal(mantissa: try Self.product(left, Self.power(18)) / right, scale: 18)
    }

    func order(to other: ReferenceDecimal) throws -> Int {
        let (left, right, _) = try Self.aligned(self, other)
        return left == right ? 0 : left < right ? -1 : 1
    }

    /// The number rounded by a rule, given its whole part toward zero, whether a part was cut off, and whether that is
    /// at least a half.
    func rounded(
        _ rule: (_ whole: Int128, _ isNegative: Bool, _ fraction: Int128, _ unit: Int128) -> Int128
    ) throws
        -> ReferenceDecimal
    {
        let unit = try Self.power(scale)
        let whole = mantissa / unit
        return ReferenceDecimal(mantissa: rule(whole, mantissa < 0, (mantissa % unit).magnitudeValue, unit), scale: 0)
    }
}

extension Int128 {
    fileprivate var magnitudeValue: Int128 { self < 0 ? -self : self }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

/// Lexical forms of numbers.
enum ReferenceNumber {
    static func integer(_ text: String) -> Int128? {
        let digits = text.drop { $0 == "+" || $0 == "-" }
        guard text.count - digits.count <= 1, !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { return nil }
        return Int128(text)
    }

    static func double(_ text: String) -> Double? {
        switch text {
        case "INF", "+INF": return .infinity
        case "-INF": return -.infinity
        case "NaN": return .nan
        default: break
        }
        let allowed = text.allSatisfy { $0.isASCIIDigit || "+-.eE".contains($0) }
        guard allowed, text.contains(where: \.isASCIIDigit) else { return nil }
        return Double(text)
    }

    static func text(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-INF" : "INF" }
        return String(value)
    }
}
