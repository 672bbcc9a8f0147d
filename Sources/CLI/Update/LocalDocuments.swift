internal import JSONLD
internal import Localization
internal import RDFModel
internal import RDFSyntax
internal import SPARQLEngine

/// What LOAD may read: files of this machine.
struct LocalDocuments: DocumentSource {
    /// Where the contexts of JSON-LD come from.
    let contexts: any DocumentLoader

    func statements(of document: IRI) throws -> [Quad] {
        guard let path = Self.path(of: document) else { throw Exit(.usage, UpdateMessage.loadsFilesOnly) }
        guard let format = RDFFormat(fileName: path) else {
            throw Exit(.usage, QueryMessage.unknownDataFormat, path, RDFFormat.known)
        }
        var collector = QuadCollector()
        try InputDocument(path: path, format: format, documents: contexts).read(into: &collector)
        return collector.quads()
    }

    /// The path of a `file:` IRI of this machine.
    private static func path(of iri: IRI) -> String? {
        let prefix = "file://"
        guard iri.string.hasPrefix(prefix + "/") else { return nil }
        var bytes: [UInt8] = []
        var rest = Array(iri.string.utf8.dropFirst(prefix.utf8.count))[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard rest.count >= 2,
                    let decoded = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), decoded != 0
                else { return nil }
                bytes.append(decoded)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
