internal import CCurl

/// An address of the internet protocol, version 4 or 6.
public struct InternetAddress: Hashable, Sendable, CustomStringConvertible {
    /// 4 or 16 bytes.
    let bytes: [UInt8]

    /// Takes 4 or 16 bytes.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads an address such as `127.0.0.1` or `::1`; `nil` for another text.
    public init?(_ text: String) {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
            unsafe lys_curl_parse_address(text, buffer.baseAddress)
        }
        guard count > 0 else { return nil }
        self.bytes = Array(bytes.prefix(Int(count)))
    }

    /// The address as people write it.
    public var description: String {
        var text = [CChar](repeating: 0, count: 46)
        unsafe text.withUnsafeMutableBufferPointer { buffer in
            unsafe lys_curl_address_text(bytes, Int32(bytes.count), buffer.baseAddress)
        }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether the address is one that anyone on the internet may serve from.
    ///
    /// It is not where it means this machine, its own network, a group, or nothing at all; nor where it is a version 6
    /// form of such an address.
    /// - Spec: the IANA registries of special-purpose addresses, RFC 6890
    public var isPublic: Bool {
        if bytes.count == 4 { return Self.isPublic4(bytes[...]) }
        let isZero = { (range: Range<Int>) in bytes[range].allSatisfy { $0 == 0 } }
        if isZero(0..<12) { return false }  // ::, ::1 and the old IPv4-compatible addresses
        // ::ffff:0:0/96, version 4 in the clothes of version 6
        if isZero(0..<10), bytes[10] == 0xFF, bytes[11] == 0xFF { return Self.isPublic4(bytes[12...]) }
        if bytes[0] == 0, bytes[1] == 0x64, bytes[2] == 0xFF, bytes[3] == 0x9B {  // 64:ff9b::/96, translated
            return isZero(4..<12) && Self.isPublic4(bytes[12...])
        }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return Self.isPublic4(bytes[2..<6]) }  // 2002::/16, 6to4
        if bytes[0] == 0x20, bytes[1] == 0x01, bytes[2] == 0, bytes[3] == 0 { return false }  // 2001::/32, Teredo
        return bytes[0] & 0xE0 == 0x20  // 2000::/3 is what has been given out
    }

    private static func isPublic4(_ slice: ArraySlice<UInt8>) -> Bool {
        let (first, second, third) = (
            slice[slice.startIndex], slice[slice.startIndex + 1], slice[slice.startIndex + 2]
        )
        switch first {
        case 0, 10, 127, 224...255: return false
        case 100: return !(64..<128).contains(second)  // shared by carriers
        case 169: return second != 254
        case 172: return !(16..<32).contains(second)
        case 192: return second != 168 && !(second == 0 && third == 0)
        case 198: return !(18...19).contains(second)
        default: return true
        }
    }
}
