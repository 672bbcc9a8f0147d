internal import CFiles
internal import Localization
internal import Publishing
internal import RDFModel
internal import RDFSyntax
internal import SPARQLEngine

/// What LOAD may read: files of this machine, and what stands on the web where the network is allowed.
struct LocalDocuments: DocumentSource {
    let reader: InputReader

    func statements(of document: IRI) throws -> [Quad] {
        let address = document.string.lowercased()
        guard document.filePath != nil || address.hasPrefix("http://") || address.hasPrefix("https://") else {
            throw Exit(.usage, UpdateMessage.loadsFilesOnly)
        }
        // An update names what it reads, and must not wait for what never comes.
        if let path = document.filePath, unsafe lys_is_special(path) != 0 { throw FileError(.isSpecial, path: path) }
        var collector = QuadCollector()
        try reader.document(document.string).read(into: &collector)
        return collector.quads()
    }
}
