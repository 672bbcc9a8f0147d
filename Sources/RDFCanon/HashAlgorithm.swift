internal import Crypto

/// The hash function of a canonicalization.
/// - Spec: <https://www.w3.org/TR/rdf-canon/#dfn-hash-algorithm>
public enum HashAlgorithm: String, CaseIterable, Hashable, Sendable {
    /// SHA-256, the default.
    case sha256
    /// SHA-384.
    case sha384

    /// The hash of bytes.
    func digest(of bytes: [UInt8]) -> Digest {
        switch self {
        case .sha256: Self.digest(of: bytes, by: SHA256.self)
        case .sha384: Self.digest(of: bytes, by: SHA384.self)
        }
    }

    /// The hash of bytes in lower-case hexadecimal digits.
    public func hexadecimalDigest(of bytes: [UInt8]) -> String {
        String(decoding: digest(of: bytes).hexadecimal, as: UTF8.self)
    }

    private static func digest<Function: HashFunction>(of bytes: [UInt8], by function: Function.Type) -> Digest {
        var hash = Function()
        // The pointer is used within the call only.
        unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        return Digest(octets: hash.finalize())
    }
}

/// The SHA-256 of bytes that come piece by piece.
package struct RunningHash {
    private var hash = SHA256()

    /// The hash of no bytes yet.
    package init() {}

    /// Takes the next bytes.
    package mutating func update(_ bytes: ArraySlice<UInt8>) {
        // The pointer is used within the call only.
        unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    }

    /// The hash of all of them, in lower-case hexadecimal digits.
    package var hexadecimal: String { HexadecimalDigits.of(hash.finalize()) }
}

/// A hash in lower-case hexadecimal digits, the form in which the algorithm compares and concatenates hashes.
struct Digest: Hashable, Comparable {
    let hexadecimal: [UInt8]

    init(octets: some Sequence<UInt8>) { hexadecimal = HexadecimalDigits.bytes(octets) }

    /// Code point order.
    static func < (left: Digest, right: Digest) -> Bool {
        left.hexadecimal.lexicographicallyPrecedes(right.hexadecimal)
    }
}

/// Octets as hexadecimal digits in lower case.
package enum HexadecimalDigits {
    /// The digits as a text.
    package static func of(_ octets: some Sequence<UInt8>) -> String { String(decoding: bytes(octets), as: UTF8.self) }

    static func bytes(_ octets: some Sequence<UInt8>) -> [UInt8] {
        var digits: [UInt8] = []
        digits.reserveCapacity(96)
        for octet in octets {
            for digit in [octet >> 4, octet & 15] {
                digits.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
        return digits
    }
}
