internal import CFiles
internal import Localization
internal import Publishing
internal import RDFModel
internal import RDFSyntax
internal import SPARQLEngine

/// What LOAD may read: files of this machine, and what stands on the web where the network is allowed.
///
/// What is read counts against the limits of the update. A pipe or a device may give nothing for ever, and is refused.
struct LocalDocuments: DocumentSource {
    let reader: InputReader
    /// When the time of the update is over.
    let deadline: ContinuousClock.Instant?
    /// The bytes that the statements of a document may take.
    let memory: Int?

    func statements(of document: IRI) throws -> [Quad] {
        let address = document.string.lowercased()
        guard document.filePath != nil || address.hasPrefix("http://") || address.hasPrefix("https://") else {
            throw Exit(.usage, UpdateMessage.loadsFilesOnly)
        }
        // An update names what it reads, and must not wait for what never comes.
        if let path = document.filePath, unsafe lys_is_special(path) != 0 { throw FileError(.isSpecial, path: path) }
        let meter = LoadMeter(deadline: deadline, memory: memory)
        var collector = BoundedCollector(QuadCollector(), admit: meter.admit)
        try reader.document(document.string).read(into: &collector)
        return collector.output.quads()
    }
}

/// What a document that is loaded takes.
private final class LoadMeter {
    private let deadline: ContinuousClock.Instant?
    private let memory: Int?
    private var bytes = 0
    private var calls = 0

    /// About what a statement takes as terms, their texts apart.
    private static let bytesPerStatement = 256

    init(deadline: ContinuousClock.Instant?, memory: Int?) {
        self.deadline = deadline
        self.memory = memory
    }

    func admit(_ statements: Int, _ bytes: Int) throws(QueryEvaluationError) {
        self.bytes += bytes
        if let memory, self.bytes + statements * Self.bytesPerStatement > memory { throw .memoryLimit(memory) }
        calls += 1
        guard calls & 0xFF == 0 || bytes > 1 << 16, let deadline else { return }
        if ContinuousClock.now >= deadline { throw .timeLimit }
    }
}
