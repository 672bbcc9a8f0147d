extension Bool: CanonicallyWritable {
    /// Reads `true`, `false`, `1` or `0`.
    /// - Spec: <https://www.w3.org/TR/xmlschema11-2/#boolean>
    public init(lexicalForm bytes: Span<UInt8>) throws(LexicalFault) {
        if bytes.count == 1, bytes[0] == UInt8(ascii: "1") || bytes[0] == UInt8(ascii: "0") {
            self = bytes[0] == UInt8(ascii: "1")
        } else if Scan.equals(bytes, "true") {
            self = true
        } else if Scan.equals(bytes, "false") {
            self = false
        } else {
            throw .malformed
        }
    }

    /// `true` or `false`.
    public func appendCanonicalForm(to bytes: inout [UInt8]) {
        bytes += Array((self ? "true" : "false").utf8)
    }
}
