/// A value with a canonical lexical form.
/// - Spec: <https://www.w3.org/TR/xmlschema11-2/#canonical-lexical-representation>
public protocol CanonicallyWritable {
    /// Appends the canonical form, in ASCII.
    func appendCanonicalForm(to bytes: inout [UInt8])
}

extension CanonicallyWritable {
    /// The canonical form.
    public var canonicalForm: String {
        var bytes: [UInt8] = []
        appendCanonicalForm(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
