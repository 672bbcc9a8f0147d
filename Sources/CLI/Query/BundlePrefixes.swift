internal import Publishing
internal import RDFModel

/// The prefixes for what a bundle publishes under its base: `organization:rqmo`, `condition:…`, `record:…`.
enum BundlePrefixes {
    /// The names under the base; what stands there is described in the design of the graph.
    private static let names = [
        "organization", "condition", "record", "activity", "representation", "site", "website", "code", "membership",
        "grant", "consultation", "source", "distribution", "checksum", "linkset", "graph",
    ]

    /// The prefixes of the bundle that is asked, or of which a file is asked; none where no receipt tells the base.
    static func map(bundle: String?, files: [String]) -> PrefixMap {
        let folders =
            bundle.map { [$0] }
            ?? files.map { file in file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "." }
        guard let receipt = folders.lazy.compactMap(Receipt.init(in:)).first,
            let slash = receipt.dataset.lastIndex(of: "/")
        else { return PrefixMap() }
        var map = PrefixMap()
        for name in names {
            if let namespace = try? IRI(String(receipt.dataset[...slash]) + name + "/") { map[name] = namespace }
        }
        return map
    }
}
