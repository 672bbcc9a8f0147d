internal import Publishing
internal import RDFModel

/// A file that was asked: what a citation names it by.
struct AskedFile {
    /// The path that named it; `-` is standard input.
    let path: String
    /// The graph that took its statements; `nil` for the default one.
    let graph: Term?
    /// The size of the file.
    let bytes: Int
    /// The SHA-256 of its bytes as they were read, packed where they were packed.
    let sha256: String
    /// Whether it belongs to a bundle, whose receipt speaks of it.
    var isPublished = false
    /// What it says of itself, the best first; `nil` where nobody has looked.
    var descriptions: [DatasetDescription]?

    init(path: String, graph: Term?, bytes: Int, sha256: String) {
        (self.path, self.graph, self.bytes, self.sha256) = (path, graph, bytes, sha256)
    }

    /// The name without its folders, which mean nothing elsewhere.
    var name: String { path == "-" ? "-" : path.split(separator: "/").last.map(String.init) ?? path }
}

/// Data that was asked, as one thing to cite: a bundle with its files, or a file.
struct AskedSource {
    let files: [AskedFile]
    /// What it says of itself, if anything.
    let description: DatasetDescription?
    /// The hash of the bundle's graph, where its files are those of its receipt.
    let canonicalHash: String?
    /// Whether a file of a bundle is not as the receipt says.
    let isAltered: Bool

    /// The title, or else the name of the file.
    var title: String { description?.title ?? files.first?.name ?? "-" }

    /// The IRI, if it has one.
    var iri: String? { if case .iri(let iri)? = description?.subject { iri.string } else { nil } }
}

extension LoadedData {
    /// What there is to cite: the bundle, then the other files, in the order in which they were named.
    var sources: [AskedSource] {
        var result: [AskedSource] = []
        let published = files.filter(\.isPublished)
        if let receipt, !published.isEmpty {
            let isAltered = published.contains { file in
                !receipt.files.contains { $0.name == file.name && $0.sha256 == file.sha256 }
            }
            let described = published.compactMap(\.descriptions).first ?? []
            let dataset = Term.iri(IRI(unchecked: receipt.dataset))
            var description = described.first { $0.subject == dataset } ?? DatasetDescription(dataset)
            // Who publishes it is named in the catalog.
            if let catalogued { description.publishers = catalogued.publishers }
            if !isAltered {
                description.version = receipt.version
                description.issued = receipt.issued
                description.licence = receipt.licence
            }
            result.append(
                AskedSource(
                    files: published, description: description,
                    canonicalHash: isAltered ? nil : receipt.canonicalHash, isAltered: isAltered))
        }
        for file in files where !file.isPublished {
            result.append(
                AskedSource(files: [file], description: file.descriptions?.first, canonicalHash: nil, isAltered: false))
        }
        return result
    }
}
