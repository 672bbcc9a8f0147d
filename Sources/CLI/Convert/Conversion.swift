internal import Foundation
internal import Localization
internal import RDFModel
internal import RDFSyntax
internal import RaptorSyntax

/// Documents written again as one, in another format.
///
/// There are three ways. *Lines*: N-Triples and N-Quads are cut at line ends and converted on all cores. *Stream*: each
/// statement is written as it is read. *Whole*: the statements are held, sorted, and written by Raptor or by our own
/// writers of Turtle, TriG, RDF/XML and JSON-LD. The first two take constant memory.
final class Conversion {
    /// Who writes Turtle and TriG.
    enum Writer: String, CaseIterable {
        case raptor, native, stream
    }

    /// What is asked for.
    struct Options {
        var format = RDFFormat.nquads
        var prefixes = PrefixMap()
        var writer: Writer?
        var isCanonical = false
        var isLenient = false
        var mergesGraphs = false
    }

    /// What ended well: who wrote how many statements.
    struct Result {
        var statements: Int
        var writer: String
        /// Why Raptor did not write, where it was meant to.
        var obstacle: RaptorObstacle?
    }

    /// Input up to so many bytes is held whole where the output profits from it.
    static let smallInputBytes = 16 << 20

    let inputs: [InputDocument]
    let options: Options
    let output: OutputFile
    private var progress: Progress
    private(set) var skipped = 0

    init(_ inputs: [InputDocument], to output: OutputFile, options: Options) {
        self.inputs = inputs
        self.output = output
        self.options = options
        progress = Progress(total: Self.totalSize(of: inputs))
    }

    /// Converts everything and puts the output in its place.
    /// - Throws: The first error; then the output file is as it was.
    func run() throws -> Result {
        defer { progress.clear() }
        let result: Result
        do {
            let sources = try openSources()
            switch options.format {
            case .ntriples, .nquads: result = try convertToLines(sources)
            case .turtle, .trig: result = try isLarge(sources) ? stream(sources) : convertWhole(sources)
            case .rdfxml, .jsonld: result = try convertWhole(sources)
            }
            try output.commit()
        } catch {
            progress.clear()
            output.discard()
            throw error
        }
        return result
    }

    // MARK: Sources

    /// A document whose source is opened when its turn comes, or was opened to see how long it is.
    final class Source {
        let document: InputDocument
        /// Its number among several documents; `nil` for one alone, whose blank nodes keep their labels.
        let number: Int?
        private var opened: ByteSource?

        init(_ document: InputDocument, number: Int?) {
            self.document = document
            self.number = number
        }

        func open() throws -> ByteSource {
            let source = try opened ?? document.open()
            opened = source
            return source
        }

        func close() { opened = nil }
    }

    private func openSources() throws -> [Source] {
        inputs.enumerated().map { index, document in
            Source(document, number: inputs.count > 1 ? index + 1 : nil)
        }
    }

    /// Whether there is too much to hold it whole, or the user wants it streamed.
    private func isLarge(_ sources: [Source]) throws -> Bool {
        if let writer = options.writer { return writer == .stream }
        var left = Self.smallInputBytes
        for source in sources {
            guard let length = try source.open().fits(in: left) else { return true }
            left -= length
        }
        return false
    }

    private static func totalSize(of inputs: [InputDocument]) -> Int? {
        var total = 0
        for input in inputs {
            let attributes = try? FileManager.default.attributesOfItem(atPath: input.path)
            guard attributes?[.type] as? FileAttributeType == .typeRegular, let size = attributes?[.size] as? Int else {
                return nil
            }
            total += size
        }
        return total
    }

    // MARK: What every way does

    /// What the output does with named graphs.
    var namedGraphs: NamedGraphHandling {
        options.mergesGraphs ? .merge : options.format.holdsDatasets ? .pass : .refuse
    }

    /// Reads all documents into a sink, one after another.
    func read<Output: QuadSink>(_ sources: [Source], into sink: inout DocumentSink<Output>) throws {
        for source in sources { try read(source, into: &sink) }
    }

    /// Reads a document into a sink.
    func read<Output: QuadSink>(_ source: Source, into sink: inout DocumentSink<Output>) throws {
        let bytes = try source.open()
        if let number = source.number { sink.beginDocument(number: number) }
        try naming(source) {
            report(
                try source.document.read(from: bytes, isLenient: options.isLenient, into: &sink) {
                    progress.show(bytes)
                })
        }
        finish(source, bytes)
    }

    /// Says which document has named graphs where they are refused.
    func naming(_ source: Source, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as RDFWritingError where error.reason == .namedGraph {
            throw Exit(.badData, ConvertMessage.namedGraphs, source.document.path, options.format.name)
        }
    }

    /// Lists statements that were skipped.
    func report(_ skipped: InputDocument.Skipped) {
        guard skipped.count > 0 || !skipped.listed.isEmpty else { return }
        progress.clear()
        for error in skipped.listed { Console.note(error.description(in: .current)) }
        self.skipped += skipped.count
    }

    /// Shows how far a source is.
    func show(_ bytes: ByteSource) { progress.show(bytes) }

    /// A document has been read.
    func finish(_ source: Source, _ bytes: ByteSource) {
        progress.finish(bytes)
        source.close()
    }
}
