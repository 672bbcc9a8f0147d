internal import OrganizationDirectory
internal import RDFModel

extension Export.Options {
    /// Statements with our vocabulary and schemes where the options say that they stand.
    func placingVocabulary(of quads: [Quad]) -> [Quad] {
        guard let vocabularyBase else { return quads }
        return quads.map { $0.movingVocabulary(to: vocabularyBase) }
    }

    /// The prefixes of the files, ours among them where the vocabulary stands.
    var prefixes: PrefixMap {
        var prefixes = GraphPrefixes.map
        if let vocabularyBase { prefixes["lys"] = IRI(unchecked: vocabularyBase.string + "ns#") }
        return prefixes
    }
}
