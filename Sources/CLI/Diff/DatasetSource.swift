internal import Localization
internal import Publishing
internal import RDFModel
internal import RDFSyntax

/// A dataset that a user names: a file of RDF, standard input, an address, or the folder of a bundle.
struct DatasetSource {
    /// What the user wrote.
    let name: String
    private let document: InputDocument

    /// - Parameters:
    ///   - kind: what an option says of the format of a file.
    ///   - reader: finds what the name means.
    /// - Throws: ``Exit`` for a folder that is no bundle, and where nothing tells the format.
    init(_ name: String, kind: InputKind?, reader: InputReader) throws {
        self.name = name
        if Files.isFolder(name) {
            let folder = try OpenFolder(name.hasSuffix("/") && name != "/" ? String(name.dropLast()) : name)
            do {
                let file = try folder.file(PublishedFile.nquads.fileName).released()
                let source = try ByteSource(name: file.path, descriptor: file.descriptor, size: file.size)
                document = InputDocument(path: file.path, format: .nquads, content: .source(source))
            } catch let error as FileError where error.message == .notFound {
                throw Exit(.noInput, DifferenceMessage.noDatasetInFolder, name)
            }
        } else {
            document = try reader.document(name, kind: kind)
        }
    }

    /// Reads the dataset into a sink.
    func read(into sink: inout some QuadSink) throws { try document.read(into: &sink) }
}
