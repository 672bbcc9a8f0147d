public import Localization
internal import JSONLD
internal import JSONText
internal import RDFCanon
internal import RDFModel
internal import RDFSyntax
internal import RaptorSyntax

/// The proof of a file: it is read back from the folder in which it was written, and must hold what it was made from.
///
/// Turtle, TriG and the line formats are read by our own reader, RDF/XML by Raptor's, JSON-LD by the algorithms of
/// the standard. No blank node is published, so that datasets are the same where their statements are.
enum Proof {
    /// Checks a file.
    /// - Throws: ``ProofError`` where it holds something else; what the readers throw where it cannot be read.
    static func check(_ file: BundleFile, in folder: String) throws {
        let path = folder + "/" + file.name
        guard let dataset = file.dataset, let format = file.kind.format else {
            return try check(PlainFile(path).sha256(), of: file)
        }
        var sink = ProofSink(dataset.statements)
        try check(read(path, format: format, of: file, into: &sink), of: file)
        guard sink.lost > 0 || sink.added > 0 else { return }
        throw ProofError(
            .graphDiffers, file: file.name, String(sink.lost), String(sink.added),
            sink.example.map(CanonicalNQuads.line) ?? "")
    }

    private static func check(_ sha256: String, of file: BundleFile) throws {
        guard sha256 == file.sha256 else { throw ProofError(.bytesDiffer, file: file.name) }
    }

    /// Reads a file.
    /// - Returns: the hash of what was read.
    private static func read(
        _ path: String, format: RDFFormat, of file: BundleFile, into sink: inout ProofSink
    ) throws -> String {
        let input = try PlainFile(path)
        var hash = RunningHash()
        func next() throws -> [UInt8]? {
            let piece = try input.next()
            if let piece { hash.update(piece[...]) }
            return piece
        }
        switch format {
        case .rdfxml:
            // Raptor wrote it; its own reader is the second opinion.
            try RaptorRDFXMLReader.read(sourceName: file.name, into: &sink) { try next() }
        case .ntriples, .nquads, .turtle, .trig:
            var reader = try RDFReader(format: format, options: RDFReaderOptions(sourceName: file.name))
            var pending: [UInt8] = []
            while let piece = try next() {
                pending += piece
                let taken = try reader.read(pending.span, isFinal: false, into: &sink)
                pending.removeFirst(taken)
            }
            try reader.read(pending.span, isFinal: true, into: &sink)
        case .jsonld:
            var bytes: [UInt8] = []
            bytes.reserveCapacity(file.byteCount)
            while let piece = try next() { bytes += piece }
            try JSONLDFile.read(bytes, contexts: [SchemaOrgContext.iri: SchemaOrgContext.document], into: &sink)
        }
        return hash.hexadecimal
    }
}

/// A written file does not hold what it was made from; nothing is published.
public struct ProofError: Error, Sendable {
    /// What is wrong.
    public let message: ExportMessage
    /// The file's name, the counts of statements lost and added, and one of them.
    public let arguments: [String]

    init(_ message: ExportMessage, file: String, _ details: String...) {
        self.message = message
        arguments = [file] + details
    }

    /// The error in a language.
    public func text(in language: Language) -> String { message.text(in: language, arguments: arguments) }
}
