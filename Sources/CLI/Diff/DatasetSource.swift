internal import JSONLD
internal import Localization
internal import Publishing
internal import RDFModel
internal import RDFSyntax

/// A dataset that a user names: a file of RDF, standard input, or the folder of a bundle.
struct DatasetSource {
    /// What the user wrote.
    let name: String
    private let document: InputDocument

    /// - Parameters:
    ///   - format: the name of a format, instead of the one that the extension says.
    ///   - documents: where the contexts of JSON-LD come from.
    /// - Throws: ``Exit`` for a format that is none and for a folder that is no bundle.
    init(_ name: String, format: String?, documents: any DocumentLoader) throws {
        self.name = name
        var path = name
        let isFolder = Files.isFolder(name)
        if isFolder {
            path = (name.hasSuffix("/") ? String(name.dropLast()) : name) + "/" + PublishedFile.nquads.fileName
            guard Files.exists(path) else { throw Exit(.noInput, DifferenceMessage.noDatasetInFolder, name) }
        }
        let named = try format.map { try RDFFormat(named: $0, option: "--from") }
        document = InputDocument(
            path: path, format: try isFolder ? .nquads : RDFFormat(of: path, named: named, option: "--from"),
            documents: documents)
    }

    /// Reads the dataset into a sink.
    func read(into sink: inout some QuadSink) throws { try document.read(into: &sink) }
}
