internal import ByteText
internal import RDFModel

/// Which of some prefixes are of use to IRIs, and stand in the way of none.
struct UsedNamespaces {
    /// The namespaces, each with the names of its prefixes until it is used.
    private var unused = ByteTable<[String]>()
    /// How many namespaces of each length have not been used yet.
    private var lengths: [(length: Int, unused: Int)] = []
    private var used: Set<String> = []
    /// The schemes of IRIs that a prefix of the same name would make others.
    private var schemes: Set<String> = []
    private let all: [(name: String, namespace: IRI)]
    private let names: Set<String>

    /// Prefixes of which none has been used.
    init(_ prefixes: PrefixMap) {
        all = prefixes.pairs
        names = Set(all.map(\.name))
        var counts: [Int: Int] = [:]
        for (name, namespace) in all {
            if let position = unused.position(of: namespace.string) {
                unused.update(position) { $0.append(name) }
            } else {
                unused.append(namespace.string, [name])
                counts[namespace.string.utf8.count, default: 0] += 1
            }
        }
        lengths = counts.map { ($0.key, $0.value) }.sorted { $0.length < $1.length }
    }

    /// The prefixes that some IRI begins with, in their order.
    var pairs: [(name: String, namespace: IRI)] {
        all.filter { used.contains($0.name) && !schemes.contains($0.name) }
    }

    /// Looks at an IRI, or at the name of a blank node.
    /// - Complexity: a look-up for each length that a namespace has which has not been used yet.
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
        for place in lengths.indices.reversed() where lengths[place].length <= bytes.count {
            guard let position = unused.position(of: bytes.extracting(0..<lengths[place].length)),
                !unused.values[position].isEmpty
            else { continue }
            used.formUnion(unused.values[position])
            unused.setValue([], at: position)
            lengths[place].unused -= 1
            if lengths[place].unused == 0 { lengths.remove(at: place) }
        }
    }
}
