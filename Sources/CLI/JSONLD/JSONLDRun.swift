internal import JSONLD
internal import JSONText
internal import Localization
internal import RDFModel
internal import RDFSyntax

/// The operations of `lys jsonld`.
enum JSONLDOperation: String, CaseIterable {
    case expand, compact, flatten, frame
    case toRDF = "to-rdf"
    case fromRDF = "from-rdf"
}

/// The time of one run of an operation, from bytes to bytes.
struct JSONLDTiming {
    /// Reading the JSON or RDF of the input.
    var parse = Duration.zero
    /// The operation itself.
    var process = Duration.zero
    /// Writing the JSON or RDF of the result.
    var write = Duration.zero

    /// All of it.
    var total: Duration { parse + process + write }
}

/// One operation on one input.
struct JSONLDRun {
    let operation: JSONLDOperation
    let input: JSONLDInput
    /// The context to compact with.
    let context: JSONValue?
    let frame: RemoteDocument?
    /// The format of RDF, for `from-rdf`.
    let format: RDFFormat
    let processor: JSONLDProcessor

    /// Runs the operation once; everything is read and made anew.
    /// - Returns: the bytes of the result.
    func run() throws -> (result: [UInt8], timing: JSONLDTiming) {
        do {
            switch operation {
            case .fromRDF: return try fromRDF()
            case .toRDF: return try toRDF()
            default: return try onDocument()
            }
        } catch let error as JSONLDError {
            throw error.located(in: input.name)
        }
    }

    private func onDocument() throws -> (result: [UInt8], timing: JSONLDTiming) {
        let clock = ContinuousClock()
        var timing = JSONLDTiming()
        let start = clock.now
        let document = try input.document(processor.loader)
        let parsed = clock.now
        timing.parse = parsed - start
        let result: JSONValue
        switch operation {
        case .compact: result = try processor.compact(document, context: context ?? [:])
        case .flatten: result = try processor.flatten(document, context: context)
        case .frame:
            result = try processor.frame(document, frame: frame ?? RemoteDocument([:], documentURL: nil))
        default: result = try processor.expand(document)
        }
        let processed = clock.now
        timing.process = processed - parsed
        var bytes = JSONWriter(layout: .pretty).bytes(result)
        bytes.append(UInt8(ascii: "\n"))
        timing.write = clock.now - processed
        return (bytes, timing)
    }

    private func toRDF() throws -> (result: [UInt8], timing: JSONLDTiming) {
        let clock = ContinuousClock()
        var timing = JSONLDTiming()
        let start = clock.now
        let document = try input.document(processor.loader)
        let parsed = clock.now
        timing.parse = parsed - start
        // Statements are written as they come, so that processing and writing are one.
        let output = Output()
        var sink = LineSink(format: .nquads) { output.bytes += $0 }
        try processor.toRDF(document, into: &sink)
        try sink.finish()
        timing.process = clock.now - parsed
        return (output.bytes, timing)
    }

    /// What a sink has written.
    private final class Output {
        var bytes: [UInt8] = []
    }

    private func fromRDF() throws -> (result: [UInt8], timing: JSONLDTiming) {
        let clock = ContinuousClock()
        var timing = JSONLDTiming()
        let start = clock.now
        let base = (processor.options.base ?? input.iri).flatMap { try? IRI($0) }
        var collector = JSONLDCollector(options: processor.options)
        let options = RDFReaderOptions(base: base, sourceName: input.name)
        let data = input.bytes ?? []
        try RDFReader.read(data.span, format: format, options: options, into: &collector)
        let parsed = clock.now
        timing.parse = parsed - start
        var result = try collector.document()
        if let context { result = try processor.compact(expanded: result, context: context) }
        let processed = clock.now
        timing.process = processed - parsed
        var bytes = JSONWriter(layout: .pretty).bytes(result)
        bytes.append(UInt8(ascii: "\n"))
        timing.write = clock.now - processed
        return (bytes, timing)
    }
}
