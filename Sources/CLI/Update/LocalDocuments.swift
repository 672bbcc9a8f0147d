internal import ByteText
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
    /// The limits of the update; the statements of a document count against its memory.
    let limits: WorkLimits

    func statements(of document: IRI) throws -> [Quad] {
        let address = document.string.lowercased()
        guard document.filePath != nil || address.hasPrefix("http://") || address.hasPrefix("https://") else {
            throw Exit(.usage, UpdateMessage.loadsFilesOnly)
        }
        // An update names what it reads, and must not wait for what never comes.
        if let path = document.filePath, unsafe lys_is_special(path) != 0 { throw FileError(.isSpecial, path: path) }
        let meter = LoadMeter(limits)
        var collector = BoundedCollector(QuadCollector(), admit: meter.admit)
        try reader.document(document.string).read(into: &collector)
        return collector.output.quads()
    }
}

/// What a document that is loaded takes.
private final class LoadMeter {
    private let limits: WorkLimits
    private var meter: WorkMeter
    private var bytes = 0

    /// About what a statement takes as terms, their texts apart.
    private static let bytesPerStatement = 256

    /// Steps for a term or a statement, beside those for its bytes: the clock is read every few hundred.
    private static let stepsPerCall = 4

    init(_ limits: WorkLimits) {
        self.limits = limits
        meter = WorkMeter(limits)
    }

    func admit(_ statements: Int, _ bytes: Int) throws(QueryEvaluationError) {
        self.bytes += bytes
        do {
            try limits.check(taking: self.bytes + statements * Self.bytesPerStatement)
            try meter.work(Self.stepsPerCall + bytes / 64)
        } catch .memory(let most) {
            throw .memoryLimit(most)
        } catch {
            throw .timeLimit
        }
    }
}
