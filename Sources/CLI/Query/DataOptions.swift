internal import ArgumentParser
internal import Localization
internal import Publishing
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

    /// The bundle that is asked; `nil` where files are named and no bundle is.
    /// - Throws: ``Exit``, `FileError`.
    func openBundle() throws -> OpenBundle? {
        guard bundle != nil || (data.isEmpty && graphs.isEmpty) else { return nil }
        return try DataLoader.openBundle(bundle)
    }

    /// The prefixes for what stands under the base of the bundle that is asked.
    func folders(of bundle: OpenBundle?) -> PrefixMap {
        if let bundle { return BundlePrefixes.map(bundle.receipt) }
        let files = data + graphs.map { graph in graph.split(separator: "=").last.map(String.init) ?? "" }
        return BundlePrefixes.map(files: files)
    }

    /// Reads the data.
    func load(_ bundle: OpenBundle?, isCited: Bool = false) throws -> LoadedData {
        let kind = try from.map { try InputKind(named: $0, option: "--from") }
        guard kind == nil || !(data.isEmpty && graphs.isEmpty) else {
            throw Exit(.usage, InputMessage.optionNeeds, "--from", "-d")
        }
        return try DataLoader(
            data: data, graphs: graphs, kind: kind, bundle: bundle ?? openBundle(), reader: documents.reader(),
            isCited: isCited
        ).load()
    }
}
