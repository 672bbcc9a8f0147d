internal import RDFModel

/// Whether a text is the e-mail address of a mailbox: `info@exemple.org`, alone or as a `mailto:` IRI.
///
/// Stricter than RFC 5322 asks, which allows quotes and comments; the characters that are left stand in an IRI as they
/// are.
/// - Spec: RFC 5322 §3.4.1, RFC 6068 §2.
enum EmailAddress {
    static let scheme = "mailto:"

    /// The `mailto:` IRI of an address, or of such an IRI, which may carry a subject after `?`.
    static func iri(_ text: String) -> IRI? {
        let isIRI = text.asciiLowercased.hasPrefix(scheme)
        let rest = isIRI ? String(text.dropFirst(scheme.count)) : text
        let address = isIRI ? String(rest.prefix { $0 != "?" }) : rest
        return isAddress(address) ? try? IRI(scheme + rest) : nil
    }

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count), AddressCheck.isHost(parts[1]) else {
            return false
        }
        return parts[0].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.utf8.allSatisfy(allowed.contains)
        }
    }

    private static let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!$&'*+=_~-".utf8)
}
