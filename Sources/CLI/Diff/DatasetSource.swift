internal import Localization
internal import Publishing
internal import RDFModel
internal import RDFSyntax

/// A dataset that a user names: a file of RDF, standard input, or the folder of a bundle.
struct DatasetSource {
    /// What the user wrote.
    let name: String
    private let file: RDFFile

    /// - Parameter format: the name of a format, instead of the one that the extension says.
    /// - Throws: ``Exit`` for a format that is none and for a folder that is no bundle.
    init(_ name: String, format: String?) throws {
        self.name = name
        var path = name
        if Files.isFolder(name) {
            path = (name.hasSuffix("/") ? String(name.dropLast()) : name) + "/" + PublishedFile.nquads.fileName
            guard Files.exists(path) else { throw Exit(.noInput, DifferenceMessage.noDatasetInFolder, name) }
        }
        if let format, !Files.isFolder(name) {
            guard let named = RDFFormat(named: format) else {
                let known = RDFFormat.allCases.map(\.name).joined(separator: ", ")
                throw Exit(.usage, DifferenceMessage.formatIsUnknown, format, known)
            }
            file = RDFFile(path: path, format: named)
        } else if let told = RDFFormat(fileName: path) {
            file = RDFFile(path: path, format: told)
        } else {
            let known = RDFFormat.allCases.flatMap(\.fileExtensions).map { "." + $0 }.joined(separator: ", ")
            throw Exit(.usage, DifferenceMessage.unknownFormat, name, known)
        }
    }

    /// Reads the dataset into a sink.
    func read(into sink: inout some QuadSink) throws { try file.read(into: &sink) }
}
