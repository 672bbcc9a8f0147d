internal import ByteText

// What RFC 3987 says of the text of an IRI: RFC 3986 with the characters beyond ASCII.

extension Span where Element == UInt8 {
    /// What is wrong with the text as an absolute IRI, or as a reference, and at which byte; `nil` where nothing is.
    ///
    /// The bytes are UTF-8. A host that is no IP address in brackets may be any name; a port may be any number.
    /// - Complexity: O(*n*), about a nanosecond a byte.
    /// - Spec: RFC 3987 §2.2.
    public func iriFault(isReference: Bool = false) -> (reason: IRIError.Reason, offset: Int)? {
        var index = 0
        if let length = schemeLength {
            index = length + 1
        } else if !isReference {
            return (.noScheme, 0)
        } else if let colon = colonOfFirstSegment {
            return (.misplacedCharacter(":"), colon)
        }
        if index + 2 <= count, self[index] == UInt8(ascii: "/"), self[index + 1] == UInt8(ascii: "/") {
            let start = index + 2
            index = start
            while index < count, !self[index].endsAuthority { index += 1 }
            if let fault = authorityFault(start..<index) { return fault }
        }
        var isQuery = false
        var isFragment = false
        while index < count {
            let byte = self[index]
            if byte.isPlainInIRI {
                if byte == UInt8(ascii: "?"), !isFragment { isQuery = true }
                index &+= 1
            } else if byte == UInt8(ascii: "#") {
                if isFragment { return (.misplacedCharacter("#"), index) }
                isFragment = true
                isQuery = false
                index &+= 1
            } else if let fault = characterFault(&index, isQuery: isQuery) {
                return fault
            }
        }
        return nil
    }

    /// The colon that makes the first segment of a reference no segment: a text before it would be a scheme.
    private var colonOfFirstSegment: Int? {
        for index in indices {
            if self[index] == UInt8(ascii: ":") { return index }
            if self[index].endsAuthority { return nil }
        }
        return nil
    }

    /// What is wrong with a character that is not plain; the index moves over it where nothing is.
    private func characterFault(_ index: inout Int, isQuery: Bool) -> (reason: IRIError.Reason, offset: Int)? {
        let byte = self[index]
        switch byte {
        case UInt8(ascii: "%"):
            guard index + 2 < count, self[index + 1].isHexadecimalDigit, self[index + 2].isHexadecimalDigit else {
                return (.badPercentEncoding, index)
            }
            index += 3
            return nil
        case UInt8(ascii: "["), UInt8(ascii: "]"):
            return (.misplacedCharacter(Unicode.Scalar(byte)), index)
        case 0..<0x80:
            return (.forbiddenCharacter(Unicode.Scalar(byte)), index)
        default:
            let (scalar, length) = scalar(at: index)
            guard let scalar else { return (.forbiddenCharacter("\u{FFFD}"), index) }
            if scalar.isPrivateInIRI {
                if !isQuery { return (.misplacedCharacter(scalar), index) }
            } else if !scalar.isUniversalInIRI {
                return (.forbiddenCharacter(scalar), index)
            }
            index += length
            return nil
        }
    }

    /// The scalar that begins at a byte beyond ASCII.
    private func scalar(at index: Int) -> (Unicode.Scalar?, Int) {
        let first = self[index]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard index + length <= count else { return (nil, count - index) }
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
        return (Unicode.Scalar(value), length)
    }

    // MARK: Authority

    /// `iauthority`: a user, a host and a port.
    private func authorityFault(_ range: Range<Int>) -> (reason: IRIError.Reason, offset: Int)? {
        var index = range.lowerBound
        var colon: Int?
        var at: Int?
        // One pass over the characters; what may stand where is looked at after that.
        while index < range.upperBound {
            let byte = self[index]
            if byte == UInt8(ascii: "@") {
                if at != nil { return (.misplacedCharacter("@"), index) }
                (at, colon) = (index, nil)
            } else if byte == UInt8(ascii: "[") {
                guard index == at.map({ $0 + 1 }) ?? range.lowerBound else { return (.misplacedCharacter("["), index) }
                guard let end = endOfAddress(index, in: range) else { return (.badAddress, index) }
                index = end
                if index < range.upperBound, self[index] != UInt8(ascii: ":") { return (.badAddress, index) }
                continue
            } else if byte == UInt8(ascii: ":"), colon == nil {
                colon = index
            }
            if byte.isPlainInIRI {
                index += 1
            } else if let fault = characterFault(&index, isQuery: false) {
                return fault
            }
        }
        guard let colon else { return nil }
        for index in (colon + 1)..<range.upperBound where self[index] &- 0x30 > 9 { return (.badPort, index) }
        return nil
    }

    /// After the bracket that closes an `IP-literal`; `nil` where there is none.
    private func endOfAddress(_ start: Int, in range: Range<Int>) -> Int? {
        var end = start + 1
        while end < range.upperBound, self[end] != UInt8(ascii: "]") { end += 1 }
        guard end < range.upperBound else { return nil }
        let address = extracting((start + 1)..<end)
        return address.isIPv6Address || address.isFutureAddress ? end + 1 : nil
    }

    /// `IPv6address`: eight groups, or fewer with a gap; the last two may be an IPv4 address.
    private var isIPv6Address: Bool {
        let colon = UInt8(ascii: ":")
        var groups = 0
        var hasGap = count >= 2 && self[0] == colon && self[1] == colon
        var index = hasGap ? 2 : 0
        while index < count {
            let start = index
            while index < count, self[index].isHexadecimalDigit { index += 1 }
            if index < count, self[index] == UInt8(ascii: ".") {
                guard extracting(start..<count).isIPv4Address else { return false }
                groups += 2
                break
            }
            guard (1...4).contains(index - start) else { return false }
            groups += 1
            if index == count { break }
            guard self[index] == colon else { return false }
            index += 1
            guard index < count else { return false }
            if self[index] == colon {
                if hasGap { return false }
                hasGap = true
                index += 1
            }
        }
        return hasGap ? groups <= 7 : groups == 8
    }

    /// `IPv4address`: four numbers below 256, without leading zeros.
    private var isIPv4Address: Bool {
        var numbers = 0
        var index = 0
        while true {
            let start = index
            var value = 0
            while index < count, self[index] &- 0x30 <= 9, index - start < 3 {
                value = value * 10 + Int(self[index] &- 0x30)
                index += 1
            }
            guard index > start, value < 256, index - start == 1 || self[start] != UInt8(ascii: "0") else {
                return false
            }
            numbers += 1
            if index == count { return numbers == 4 }
            guard numbers < 4, self[index] == UInt8(ascii: ".") else { return false }
            index += 1
        }
    }

    /// `IPvFuture`: `v`, a version, a full stop and some text.
    private var isFutureAddress: Bool {
        guard let first, first | 0x20 == UInt8(ascii: "v") else { return false }
        var index = 1
        while index < count, self[index].isHexadecimalDigit { index += 1 }
        guard index > 1, index + 1 < count, self[index] == UInt8(ascii: ".") else { return false }
        for rest in (index + 1)..<count where !self[rest].isPlainInIRI || self[rest] == UInt8(ascii: "@") {
            return false
        }
        return true
    }

    private var first: UInt8? { isEmpty ? nil : self[0] }
}

extension UInt8 {
    /// Whether the byte alone may stand anywhere after the authority: `iunreserved`, `sub-delims` and `:@/?`.
    @inline(__always)
    fileprivate var isPlainInIRI: Bool {
        // A bit for each of `!$&'()*+,-./0123456789:;=?`, then for each of `@A…Z_a…z~`.
        let low: UInt64 = 0xAFFF_FFD2_0000_0000
        let high: UInt64 = 0x47FF_FFFE_87FF_FFFF
        return self < 64 ? low >> UInt64(self) & 1 == 1 : self < 128 && high >> UInt64(self & 63) & 1 == 1
    }

    fileprivate var endsAuthority: Bool {
        self == UInt8(ascii: "/") || self == UInt8(ascii: "?") || self == UInt8(ascii: "#")
    }

    fileprivate var isHexadecimalDigit: Bool { self &- 0x30 <= 9 || (self | 0x20) &- 0x61 < 6 }
}

extension Unicode.Scalar {
    /// What a message calls a character of an IRI: itself where it can be seen.
    package var nameInMessages: String {
        isASCII && value > 0x20 && value < 0x7F
            ? String(self)
            : "U+" + String(repeating: "0", count: value < 0x1000 ? 2 : 0) + String(value, radix: 16, uppercase: true)
    }

    /// `ucschar`
    fileprivate var isUniversalInIRI: Bool {
        switch value {
        case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
        // Of each plane all but the last two, and of the fourteenth not the tags.
        case 0x10000...0xEFFFD: value & 0xFFFF <= 0xFFFD && !(0xE0000...0xE0FFF).contains(value)
        default: false
        }
    }

    /// `iprivate`
    fileprivate var isPrivateInIRI: Bool {
        switch value {
        case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true
        default: false
        }
    }
}
