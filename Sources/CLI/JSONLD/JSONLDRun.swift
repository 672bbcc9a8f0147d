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
    /// How JSON is laid out.
    var layout = JSONWriter.Layout.pretty

    /// Runs the operation once; everything is read and made anew.
    /// - Returns: the bytes of the result, in pieces.
    func run() throws -> (result: [[UInt8]], timing: JSONLDTiming) {
        var watch = Stopwatch()
        do {
            let result: [[UInt8]]
            switch operation {
            case .toRDF: result = [try statements(&watch)]
            case .fromRDF: result = [written(try documentOfStatements(&watch), &watch)]
            case .expand, .compact:
                result = try sections(&watch) ?? [nodes(&watch) ?? written(document(&watch), &watch)]
            case .flatten, .frame: result = [written(try document(&watch), &watch)]
            }
            return (result, watch.timing)
        } catch let error as JSONLDError {
            throw error.located(in: input.name)
        } catch let error as JSONError {
            throw JSONLDInput.notJSON(error).located(in: input.name)
        }
    }

    /// Takes the time of one part of a run after another.
    private struct Stopwatch {
        private(set) var timing = JSONLDTiming()
        private let clock = ContinuousClock()
        private var last: ContinuousClock.Instant

        init() { last = clock.now }

        /// A part has ended here.
        mutating func lap(_ part: WritableKeyPath<JSONLDTiming, Duration>) {
            let now = clock.now
            timing[keyPath: part] = now - last
            last = now
        }
    }

    /// The text of what expansion or compaction makes of the input, by sections that two threads work on; `nil` where
    /// it must go node by node.
    private func sections(_ watch: inout Stopwatch) -> [[UInt8]]? {
        guard let json = input.json else { return nil }
        let sections: [NodeSection]
        var writer: NodeWriter
        if operation == .expand {
            let gathered = processor.gatherExpanded(
                json: json, documentURL: input.iri, reading: input.readingOptions,
                into: NodeSection(depth: 1, layout: layout)
            ) { node, section in section.add(node) }
            guard let gathered else { return nil }
            (sections, writer) = (gathered, NodeWriter(.array, layout: layout))
        } else {
            let context = context ?? [:]
            let gathered = processor.gatherCompacted(
                json: json, documentURL: input.iri, context: context, reading: input.readingOptions,
                into: NodeSection(depth: 2, layout: layout)
            ) { node, section in section.add(node) }
            guard let gathered else { return nil }
            sections = gathered.results
            writer = NodeWriter(form(graph: gathered.graph, context), layout: layout)
        }
        // A node alone may have to stand without an array.
        guard sections.reduce(0, { $0 + $1.count }) > 1 else { return nil }
        var pieces: [[UInt8]] = []
        for section in sections where section.count > 0 {
            writer.begin(of: section.count)
            pieces += [writer.bytes, section.bytes]
            writer.removeBytes()
        }
        writer.finish()
        pieces.append(writer.bytes)
        watch.lap(\.process)
        return pieces
    }

    /// Where the nodes of a compacted document stand.
    private func form(graph: String, _ context: JSONValue) -> NodeWriter.Form {
        .member(graph, context: context.localContext, keepsArray: !processor.options.compactArrays)
    }

    /// The text of what expansion or compaction makes of the input, node by node; `nil` where the input must be read
    /// whole. Reading and writing go along with the operation, so that all of it is processing.
    private func nodes(_ watch: inout Stopwatch) throws -> [UInt8]? {
        guard let json = input.json else { return nil }
        // The result is about as long as the input, or somewhat longer: there is little growth left to do.
        let expected = json.count * 3 / 2
        var writer = NodeWriter(.array, layout: layout, expecting: operation == .expand ? expected : 0)
        let isStreamed: Bool
        if operation == .expand {
            isStreamed = try processor.expandNodes(
                json: json.span, documentURL: input.iri, reading: input.readingOptions
            ) { writer.add($0) }
        } else {
            let context = context ?? [:]
            isStreamed = try processor.compactNodes(
                json: json.span, documentURL: input.iri, context: context, reading: input.readingOptions
            ) { graph in
                writer = NodeWriter(form(graph: graph, context), layout: layout, expecting: expected)
            } _: { node in
                writer.add(node)
            }
        }
        guard isStreamed else { return nil }
        writer.finish()
        watch.lap(\.process)
        return writer.bytes
    }

    /// The document that an operation makes of the input.
    private func document(_ watch: inout Stopwatch) throws -> JSONValue {
        let document = try input.document(processor.loader)
        watch.lap(\.parse)
        defer { watch.lap(\.process) }
        switch operation {
        case .compact: return try processor.compact(document, context: context ?? [:])
        case .flatten: return try processor.flatten(document, context: context)
        case .frame:
            return try processor.frame(document, frame: frame ?? RemoteDocument([:], documentURL: nil))
        default: return try processor.expand(document)
        }
    }

    /// The statements of the input, in N-Quads. They are written as they come, and a text is read as it is processed,
    /// so that all of it is processing.
    private func statements(_ watch: inout Stopwatch) throws -> [UInt8] {
        let output = Output()
        var sink = LineSink(format: .nquads) { output.bytes += $0 }
        if let json = input.json {
            try processor.toRDF(
                json: json.span, documentURL: input.iri, reading: input.readingOptions, into: &sink)
        } else {
            let document = try input.document(processor.loader)
            watch.lap(\.parse)
            try processor.toRDF(document, into: &sink)
        }
        try sink.finish()
        watch.lap(\.process)
        return output.bytes
    }

    /// What a sink has written.
    private final class Output {
        var bytes: [UInt8] = []
    }

    /// The document that says what the statements of the input do.
    private func documentOfStatements(_ watch: inout Stopwatch) throws -> JSONValue {
        let base = (processor.options.base ?? input.iri).flatMap { try? IRI($0) }
        var collector = JSONLDCollector(options: processor.options)
        let options = RDFReaderOptions(base: base, sourceName: input.name)
        let data = input.bytes ?? []
        try RDFReader.read(data.span, format: format, options: options, into: &collector)
        watch.lap(\.parse)
        defer { watch.lap(\.process) }
        let expanded = try collector.document()
        return try context.map { try processor.compact(expanded: expanded, context: $0) } ?? expanded
    }

    /// The text of a document. It takes its time with it: whoever holds the document lets go of it here.
    private func written(_ document: consuming JSONValue, _ watch: inout Stopwatch) -> [UInt8] {
        var bytes: [UInt8] = []
        // The result is about as long as the input, or somewhat longer: there is little growth left to do.
        bytes.reserveCapacity((input.bytes?.count ?? 0) * 3 / 2)
        JSONWriter(layout: layout).write(document, to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        watch.lap(\.write)
        return bytes
    }
}
