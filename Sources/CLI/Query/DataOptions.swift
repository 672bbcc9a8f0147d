internal import ArgumentParser
internal import Localization
internal import RDFModel

/// The options that say what is asked: the nearest bundle, or files.
struct DataOptions: ParsableArguments {
    @Option(name: [.customShort("d"), .customLong("data")], help: help(.queryData, value: "FILE"), completion: .file())
    var data: [String] = []

    @Option(name: [.customShort("g"), .customLong("graph")], help: help(.queryGraph, value: "IRI=FILE"))
    var graphs: [String] = []

    @Option(help: help(.queryFrom, value: "FORMAT"), completion: Suggestions.inputFormats)
    var from: String?

    @Option(help: help(.queryBundle, value: "FOLDER"), completion: .directory)
    var bundle: String?

    @OptionGroup var documents: DocumentOptions

    /// The prefixes for what stands under the base of the bundle that is asked.
    var folders: PrefixMap {
        let files = data + graphs.map { graph in graph.split(separator: "=").last.map(String.init) ?? "" }
        return BundlePrefixes.map(bundle: bundle ?? (files.isEmpty ? DataLoader.nearestBundle() : nil), files: files)
    }

    /// Reads the data.
    func load(isCited: Bool = false) throws -> LoadedData {
        let kind = try from.map { try InputKind(named: $0, option: "--from") }
        return try DataLoader(
            data: data, graphs: graphs, kind: kind, bundle: bundle, reader: documents.reader(), isCited: isCited
        ).load()
    }
}
