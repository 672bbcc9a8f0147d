internal import ByteText
internal import TripleStore

/// The regular expressions of a query, compiled once each.
final class RegexCache {
    private struct Key: Hashable {
        let pattern: ByteKey
        let flags: ByteKey
    }

    /// The pattern asked for last, by the ids of pattern and flags.
    var last: (pattern: TermID, flags: TermID, regex: CompiledRegex?)?
    private var compiled: [Key: CompiledRegex?] = [:]

    /// How many patterns are kept; a query that computes more compiles them anew.
    private static let capacity = 256

    /// A pattern with flags; `nil` where either is malformed.
    func regex(_ pattern: String, flags: String) -> CompiledRegex? {
        let key = Key(pattern: ByteKey(pattern), flags: ByteKey(flags))
        if let known = compiled[key] { return known }
        if compiled.count >= Self.capacity { compiled.removeAll() }
        let regex = try? CompiledRegex(pattern, flags: XPathRegexFlags(flags))
        compiled[key] = .some(regex)
        return regex
    }
}
