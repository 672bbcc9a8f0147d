/// Octets, written as `xsd:hexBinary` or `xsd:base64Binary`.
/// - Spec: <https://www.w3.org/TR/xmlschema11-2/#hexBinary>, <https://www.w3.org/TR/xmlschema11-2/#base64Binary>
public struct BinaryValue: Hashable, Sendable {
    /// `hexBinary` or `base64Binary`.
    public let datatype: XSDDatatype
    /// The octets.
    public let octets: [UInt8]

    /// Octets to be written in a datatype.
    /// - Precondition: the datatype is one of the two.
    public init(_ octets: [UInt8], datatype: XSDDatatype) {
        precondition(datatype == .hexBinary || datatype == .base64Binary, "xsd:\(datatype.localName) is not binary")
        self.octets = octets
        self.datatype = datatype
    }

    /// Reads pairs of hexadecimal digits, or groups of four base64 characters between which single spaces may stand.
    /// - Precondition: the datatype is one of the two.
    public init(lexicalForm bytes: Span<UInt8>, datatype: XSDDatatype) throws(LexicalFault) {
        let octets = datatype == .hexBinary ? try Self.hexadecimal(bytes) : try Self.base64(bytes)
        self.init(octets, datatype: datatype)
    }

    private static func hexadecimal(_ bytes: Span<UInt8>) throws(LexicalFault) -> [UInt8] {
        guard bytes.count.isMultiple(of: 2) else { throw .malformed }
        var octets: [UInt8] = []
        octets.reserveCapacity(bytes.count / 2)
        for index in stride(from: 0, to: bytes.count, by: 2) {
            octets.append(try digit(bytes[index]) << 4 | digit(bytes[index + 1]))
        }
        return octets
    }

    private static func digit(_ byte: UInt8) throws(LexicalFault) -> UInt8 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: throw .malformed
        }
    }

    private static func base64(_ bytes: Span<UInt8>) throws(LexicalFault) -> [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(bytes.count / 4 * 3)
        var (bits, count, padding): (UInt32, Int, Int) = (0, 0, 0)
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == 0x20 {
                guard index > 0, index < bytes.count - 1, bytes[index - 1] != 0x20 else { throw .malformed }
                continue
            }
            if byte == UInt8(ascii: "=") {
                padding += 1
            } else {
                guard padding == 0 else { throw .malformed }
                bits = bits << 6 | UInt32(try value(byte))
            }
            count += 1
            if padding == 0, count.isMultiple(of: 4) {
                for shift: UInt32 in [16, 8, 0] { octets.append(UInt8(truncatingIfNeeded: bits >> shift)) }
                bits = 0
            }
        }
        guard count.isMultiple(of: 4) else { throw .malformed }
        // The bits that the padding leaves over must be zero.
        switch padding {
        case 0: break
        case 1 where bits & 0b11 == 0:
            octets += [UInt8(truncatingIfNeeded: bits >> 10), UInt8(truncatingIfNeeded: bits >> 2)]
        case 2 where bits & 0b1111 == 0: octets.append(UInt8(truncatingIfNeeded: bits >> 4))
        default: throw .malformed
        }
        return octets
    }

    private static func value(_ byte: UInt8) throws(LexicalFault) -> UInt8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: throw .malformed
        }
    }
}

extension BinaryValue: CanonicallyWritable {
    /// Hexadecimal digits in upper case, or base64 without spaces.
    public func appendCanonicalForm(to bytes: inout [UInt8]) {
        guard datatype == .base64Binary else {
            let digits = Array("0123456789ABCDEF".utf8)
            for octet in octets { bytes += [digits[Int(octet >> 4)], digits[Int(octet & 15)]] }
            return
        }
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        for start in stride(from: 0, to: octets.count, by: 3) {
            let group = octets[start..<min(start + 3, octets.count)]
            var bits: UInt32 = 0
            for octet in group { bits = bits << 8 | UInt32(octet) }
            bits <<= UInt32(3 - group.count) * 8
            for place in 0..<4 {
                let isPadding = place > group.count
                bytes.append(isPadding ? UInt8(ascii: "=") : alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)])
            }
        }
    }
}
