internal import ByteText
internal import RDFModel

/// Which of some prefixes are of use to IRIs, and stand in the way of none.
struct UsedNamespaces {
    private var unused: [(name: String, namespace: IRI)]
    private var used: Set<String> = []
    /// The schemes of IRIs that a prefix of the same name would make others.
    private var schemes: Set<String> = []
    private let all: [(name: String, namespace: IRI)]
    private let names: Set<String>

    /// Prefixes of which none has been used.
    init(_ prefixes: PrefixMap) {
        all = prefixes.pairs
        unused = all
        names = Set(all.map(\.name))
    }

    /// The prefixes that some IRI begins with, in their order.
    var pairs: [(name: String, namespace: IRI)] {
        all.filter { used.contains($0.name) && !schemes.contains($0.name) }
    }

    /// Looks at an IRI, or at the name of a blank node.
    /// - Complexity: a comparison with each prefix not used yet.
    mutating func note(_ name: String) {
        let bytes = name.utf8.span
        if let length = bytes.schemeLength {
            // Most IRIs have an authority, and cannot be taken for a prefix and a name.
            let rest = bytes.extracting((length + 1)..<bytes.count)
            if !rest.starts(with: "//".utf8.span) {
                let scheme = String(utf8: bytes.extracting(0..<length))
                if names.contains(scheme) { schemes.insert(scheme) }
            }
        }
        for position in unused.indices.reversed()
        where bytes.starts(with: unused[position].namespace.string.utf8.span) {
            used.insert(unused[position].name)
            unused.remove(at: position)
        }
    }
}
