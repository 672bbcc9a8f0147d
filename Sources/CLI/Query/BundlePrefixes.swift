internal import Publishing
internal import RDFModel

/// The prefixes for what a bundle publishes under its base: `organization:rqmo`, `condition:…`, `record:…`.
enum BundlePrefixes {
    /// The names under the base; what stands there is described in the design of the graph.
    private static let names = [
        "organization", "condition", "record", "activity", "representation", "site", "website", "code", "membership",
        "grant", "consultation", "source", "distribution", "checksum", "linkset", "graph",
    ]

    /// The prefixes of the bundle of which a file is asked; none where no receipt tells the base.
    static func map(files: [String]) -> PrefixMap {
        let folders = files.map { file in file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "." }
        return folders.lazy.compactMap(Receipt.init(in:)).first.map(map) ?? PrefixMap()
    }

    /// The prefixes of the bundle of a receipt.
    static func map(_ receipt: Receipt) -> PrefixMap {
        guard let slash = receipt.dataset.lastIndex(of: "/") else { return PrefixMap() }
        var map = PrefixMap()
        for name in names {
            if let namespace = try? IRI(String(receipt.dataset[...slash]) + name + "/") { map[name] = namespace }
        }
        return map
    }
}
