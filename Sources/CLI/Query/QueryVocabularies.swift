internal import EmbeddedResources
internal import RDFModel
internal import RDFSyntax
internal import SPARQLAlgebra
internal import SPARQLEngine

extension KnownVocabularies {
    /// The vocabularies of the standards, and our own: the terms that the files of `vocab/` describe.
    init(_ resources: ResourceFiles) throws {
        self = .standard
        let ours = CommonPrefixes.map.pairs.map(\.namespace.string).filter { $0.hasPrefix("https://w3id.org/lys/") }
        for (name, bytes) in resources.files(in: "vocab") where name.hasSuffix(".ttl") {
            var collector = QuadCollector()
            let options = RDFReaderOptions(sourceName: name)
            try RDFReader.read(bytes.span, format: .turtle, options: options, into: &collector)
            let terms = Set(collector.quads().map(\.subject))
            for namespace in ours { add(terms, namespace: namespace) }
        }
    }
}
