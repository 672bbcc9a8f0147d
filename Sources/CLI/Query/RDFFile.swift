internal import JSONLD
internal import JSONText
internal import Publishing
internal import RDFModel
internal import RDFSyntax

/// A file of RDF in any format that is read.
struct RDFFile {
    /// Its path.
    let path: String
    /// Its format.
    let format: RDFFormat
    /// Where the contexts of JSON-LD come from; by default only what is built in.
    var documents: any DocumentLoader = WebDocumentLoader(DocumentFetcher())

    /// The IRI of the file, against which relative IRIs in it resolve.
    var base: IRI? { try? IRI("file://" + Files.absolutePath(path).percentEncodedPath) }

    /// Reads the file into a sink.
    /// - Throws: ``FileError``, `RDFSyntaxError`, `JSONLDError`, or what the sink throws.
    func read(into sink: inout some QuadSink) throws {
        let bytes = try Files.read(path)
        let options = RDFReaderOptions(base: base, sourceName: path)
        switch format {
        case .ntriples, .nquads, .turtle, .trig, .rdfxml:
            try RDFReader.read(bytes.span, format: format, options: options, into: &sink)
        case .jsonld:
            var processing = JSONLDOptions()
            processing.base = base?.string
            var reading = JSONReadingOptions()
            reading.sourceName = path
            let document = try JSONValue(json: bytes.span, options: reading)
            do {
                try JSONLDProcessor(options: processing, loader: documents).toRDF(document, into: &sink)
            } catch let error as JSONLDError {
                throw error.located(in: path)
            }
        }
    }
}

extension String {
    /// A path as it stands in an IRI: what no IRI holds is percent-encoded.
    fileprivate var percentEncodedPath: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\u{0}"..."\u{20}", "<", ">", "\"", "{", "}", "|", "^", "`", "\\", "%", "?", "#", "\u{7F}":
                for byte in String(scalar).utf8 {
                    let digits = String(byte, radix: 16, uppercase: true)
                    result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
