public import Localization
internal import RDFCanon
internal import RDFModel
internal import RDFSyntax

/// The proof of a file: it is read back from the folder in which it was written, and must hold what it was made from.
///
/// Turtle, TriG and the line formats are read by our own reader, RDF/XML by Raptor's, JSON-LD by the algorithms of
/// the standard; datasets are compared by their canonical form.
enum Proof {
    /// Checks a file.
    /// - Throws: ``ProofError`` where it holds something else; what the readers throw where it cannot be read.
    static func check(_ file: BundleFile, in folder: String) throws {
        let bytes = try Files.read(folder + "/" + file.name)
        guard bytes == file.bytes else { throw ProofError(.bytesDiffer, file: file.name) }
        guard let dataset = file.dataset, let format = file.kind.format else { return }
        let quads = try read(bytes, format: format, name: file.name)
        let found = try ExportedDataset(quads)
        guard found.canonicalBytes != dataset.canonicalBytes else { return }
        let (expected, actual) = (Set(dataset.quads), Set(found.quads))
        let example = expected.subtracting(actual).min() ?? actual.subtracting(expected).min()
        throw ProofError(
            .graphDiffers, file: file.name, String(expected.subtracting(actual).count),
            String(actual.subtracting(expected).count), example.map(\.description) ?? "")
    }

    private static func read(_ bytes: [UInt8], format: RDFFormat, name: String) throws -> [Quad] {
        let options = RDFReaderOptions(sourceName: name)
        switch format {
        case .rdfxml:
            // Raptor wrote it; its own reader is the second opinion.
            var collector = QuadCollector()
            try RaptorRDFXMLReader.read(bytes.span, sourceName: name, into: &collector)
            return collector.quads()
        case .ntriples, .nquads, .turtle, .trig:
            return try RDFDocument(bytes, format: format, options: options).quads
        case .jsonld:
            return try JSONLDFile.quads(of: bytes, contexts: [SchemaOrgContext.iri: SchemaOrgContext.document])
        }
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
