internal import ByteText
internal import JSONText

/// Which terms stand for which IRI, and which of them begin compact IRIs.
///
/// A value that shares what it has in common with the index it was made from, as the definitions themselves do. Which
/// terms suit a value is worked out for an IRI when it is first asked, and serves all contexts in which the same terms
/// stand for it.
struct InverseIndex {
    private var entries = PersistentTable<TermsOfIRI>()
    /// Which lengths and last bytes the IRIs with terms have, as bits: most IRIs of a document are told apart by these.
    private var filter: UInt64 = 0
    /// Whether some term could be taken for a compact IRI.
    private(set) var hasTermsWithColon = false
    private var prefixes = NamespaceIndex()

    /// Brings the index from one state of the definitions to the next.
    /// - Complexity: O(*n* log *n*) in the terms, and in all terms of the IRIs that they stand for.
    mutating func change(
        _ terms: [String], from before: PersistentTable<TermDefinition?>, to after: PersistentTable<TermDefinition?>
    ) {
        var seen = ByteTable<Bool>()
        var changes = ByteTable<(removed: [String], added: [TermsOfIRI.Term])>()
        func change(_ iri: String, _ body: (inout (removed: [String], added: [TermsOfIRI.Term])) -> Void) {
            if changes.position(of: iri) == nil { changes.append(iri, ([], [])) }
            if let position = changes.position(of: iri) { changes.update(position, body) }
        }
        for term in terms where seen.position(of: term) == nil {
            seen.append(term, true)
            let (old, new) = (before[term] ?? nil, after[term] ?? nil)
            if old === new { continue }
            if let iri = old?.iri { change(iri) { $0.removed.append(term) } }
            if let new, let iri = new.iri { change(iri) { $0.added.append((term, new)) } }
            if term.utf8.contains(UInt8(ascii: ":")) { hasTermsWithColon = true }
        }
        for (iri, change) in zip(changes.keys, changes.values) {
            let old = entries[iri]
            let entry = TermsOfIRI(old, removing: change.removed, adding: change.added)
            entries.set(entry, for: iri)
            if !change.added.isEmpty { filter |= Self.filterBit(of: iri) }
            prefixes.change(iri, from: old?.prefixes ?? [], to: entry.prefixes)
        }
    }

    /// The terms that stand for an IRI; `nil` if there are none.
    subscript(iri: String) -> TermsOfIRI? {
        guard filter & Self.filterBit(of: iri) != 0, let entry = entries[iri], !entry.isEmpty else { return nil }
        return entry
    }

    private static func filterBit(of iri: String) -> UInt64 {
        let bytes = iri.utf8.span
        guard bytes.count > 0 else { return 1 }
        return 1 << UInt64(truncatingIfNeeded: (bytes.count &* 11 &+ Int(bytes[bytes.count - 1])) & 63)
    }

    /// Calls a body with compact IRIs for an IRI, those of each namespace best first, until it takes one; then goes on
    /// with the next namespace.
    /// - Complexity: O(1) in the number of terms, but for compact IRIs that the body does not take.
    func forEachCompactIRI(
        of iri: String, until isTaken: (String) -> Bool
    ) {
        let bytes = iri.utf8.span
        if prefixes.isSmall {
            for (namespace, terms) in prefixes.all {
                let space = namespace.utf8.span
                // Namespaces differ at their ends rather than at their beginnings.
                guard space.count < bytes.count, space.count > 0, space[space.count - 1] == bytes[space.count - 1],
                    bytes.extracting(0..<space.count).hasSameElements(as: space)
                else { continue }
                Self.forEach(terms, bytes, space.count, until: isTaken)
            }
            return
        }
        var length = 0
        while let next = prefixes.nextLength(after: length), next < bytes.count {
            length = next
            guard prefixes.mayEnd(with: bytes[length - 1]), let entry = entries[bytes.extracting(0..<length)] else {
                continue
            }
            Self.forEach(entry.prefixes, bytes, length, until: isTaken)
        }
    }

    private static func forEach(
        _ terms: [String], _ iri: Span<UInt8>, _ length: Int, until isTaken: (String) -> Bool
    ) {
        let suffix = iri.extracting(length..<iri.count)
        // `prefix://…` would be read as an IRI.
        if suffix.starts(with: "//".utf8.span) { return }
        for term in terms where isTaken(String(joining: term.utf8.span, suffix)) { return }
    }
}

/// The namespaces of the terms that compact IRIs may begin with.
///
/// A few are looked through one by one. Of many only the lengths and the last bytes are kept: what an IRI begins with is
/// looked up among all IRIs that have terms, for each of these lengths.
private struct NamespaceIndex {
    /// The namespaces and their terms, each with its colon, as long as they are few.
    private(set) var all: [(namespace: String, terms: [String])] = []
    private(set) var isSmall = true
    /// A bit for each length that a namespace has, or has had.
    private var lengths: [UInt64] = []
    /// A bit for each byte that a namespace ends with, or has ended with.
    private var endings: [UInt64] = [0, 0, 0, 0]

    private static let most = 32

    mutating func change(_ namespace: String, from old: [String], to new: [String]) {
        guard let last = namespace.utf8.last, !(old.isEmpty && new.isEmpty) else { return }
        let length = namespace.utf8.count
        if !new.isEmpty {
            while lengths.count <= length / 64 { lengths.append(0) }
            lengths[length / 64] |= 1 << UInt64(length % 64)
            endings[Int(last / 64)] |= 1 << UInt64(last % 64)
        }
        guard isSmall else { return }
        all.removeAll { $0.namespace.hasSameBytes(as: namespace) }
        if !new.isEmpty { all.append((namespace, new)) }
        // Once they are many, those of contexts made from this one are found in the same way.
        if all.count > Self.most { (isSmall, all) = (false, []) }
    }

    /// The next length that a namespace may have.
    func nextLength(after length: Int) -> Int? {
        var word = (length + 1) / 64
        guard word < lengths.count else { return nil }
        var bits = lengths[word] & (~0 << UInt64((length + 1) % 64))
        while bits == 0 {
            word += 1
            guard word < lengths.count else { return nil }
            bits = lengths[word]
        }
        return word * 64 + bits.trailingZeroBitCount
    }

    /// Whether some namespace may end with a byte.
    func mayEnd(with byte: UInt8) -> Bool { endings[Int(byte / 64)] >> UInt64(byte % 64) & 1 != 0 }
}
