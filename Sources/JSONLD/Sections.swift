internal import ByteText
public import JSONText
internal import Synchronization

// The elements of a long array are divided among two threads, section by section:
//
//     text      [ node, node, … │ node, node, … │ node, … │ node, node ]
//     threads     A               B               B         A              whoever is free takes the next one
//     results     0               1               2         3              in the order of the text
//
// Each thread has a session and contexts of its own, so that nothing is shared but the text and what the loader brings.
// Whatever is out of order, an error or a limit, is left to the way that goes from node to node: it says the same of a
// document as if there were no threads.

extension JSONLDProcessor {
    /// Gathers what a document expands to, on two threads where it is long enough: the results in their order have the
    /// nodes that ``expandNodes(json:documentURL:reading:_:)`` would call its body with.
    ///
    /// - Parameters:
    ///   - empty: what each of the results is before the first node.
    ///   - add: adds a node to a result.
    /// - Returns: `nil` where ``expandNodes(json:documentURL:reading:_:)`` must be asked: the document is short, must be
    ///   read whole, or has an error, which that function throws.
    /// - Complexity: as ``expand(_:)``, with memory for an element of each thread.
    public func gatherExpanded<Gathered: Sendable>(
        json bytes: [UInt8], documentURL: String? = nil, reading: JSONReadingOptions = JSONReadingOptions(),
        into empty: Gathered, _ add: @Sendable (JSONValue, inout Gathered) throws -> Void
    ) -> [Gathered]? {
        gather(SectionSource(bytes, documentURL, reading, context: nil), empty, add)?.results
    }

    /// Gathers what a document becomes in the words of a context, as
    /// ``gatherExpanded(json:documentURL:reading:into:_:)`` does it.
    ///
    /// - Returns: what the context calls `@graph`, and the results.
    public func gatherCompacted<Gathered: Sendable>(
        json bytes: [UInt8], documentURL: String? = nil, context: JSONValue,
        reading: JSONReadingOptions = JSONReadingOptions(), into empty: Gathered,
        _ add: @Sendable (JSONValue, inout Gathered) throws -> Void
    ) -> (graph: String, results: [Gathered])? {
        gather(SectionSource(bytes, documentURL, reading, context: context), empty, add)
    }

    private static let threads = 2

    private func gather<Gathered: Sendable>(
        _ source: SectionSource, _ empty: Gathered, _ add: @Sendable (JSONValue, inout Gathered) throws -> Void
    ) -> (graph: String, results: [Gathered])? {
        guard let parts = StreamedParts(source.bytes.span) else { return nil }
        let sections = parts.sections(of: source.bytes.span)
        guard sections.count > 1 else { return nil }
        // Each thread makes the contexts for itself: where they are much of the text, that is no gain.
        guard 8 * (parts.context?.count ?? 0) < source.bytes.count else { return nil }
        let work = Mutex(SectionWork<Gathered>(count: sections.count))
        let processor = JSONLDProcessor(options: options, loader: SharedLoader(loader))
        StackSpace.inParallel(Self.threads) { _ in
            let session = Session(options: processor.options, loader: processor.loader)
            do {
                let worker = try SectionWorker(processor, source, parts, session)
                if let graph = worker.graph { work.withLock { $0.graph = graph } }
                while let number = work.withLock({ $0.takeSection() }) {
                    var result = empty
                    try worker.run(sections[number]) { try add($0, &result) }
                    work.withLock { [result] in $0.results[number] = result }
                }
                work.withLock { $0.termDefinitions += session.termDefinitions }
            } catch {
                work.withLock { $0.hasFailed = true }
            }
        }
        return work.withLock { work in
            guard !work.hasFailed, work.termDefinitions <= options.maximumTermDefinitions else { return nil }
            return (work.graph, work.results.compactMap(\.self))
        }
    }
}

/// What all threads work on.
private struct SectionSource: Sendable {
    let bytes: [UInt8]
    let documentURL: String?
    let reading: JSONReadingOptions
    /// The context to compact with, if that is what is done.
    let context: JSONValue?

    init(_ bytes: [UInt8], _ documentURL: String?, _ reading: JSONReadingOptions, context: JSONValue?) {
        self.bytes = bytes
        self.documentURL = documentURL
        self.reading = reading
        self.context = context
    }
}

/// What is done, and left to do.
private struct SectionWork<Gathered: Sendable>: Sendable {
    var results: [Gathered?]
    var graph = Keyword.graph.rawValue
    var termDefinitions = 0
    var hasFailed = false
    private var next = 0

    init(count: Int) { results = Array(repeating: nil, count: count) }

    /// The number of the next section; `nil` when all are taken, or one has failed.
    mutating func takeSection() -> Int? {
        guard next < results.count, !hasFailed else { return nil }
        defer { next += 1 }
        return next
    }
}

/// What one thread expands and compacts with.
private struct SectionWorker {
    private let source: SectionSource
    private let parts: StreamedParts
    private let expansion: Expansion
    private let active: ActiveContext
    private let compactor: NodeCompactor?

    /// What the context to compact with calls `@graph`.
    var graph: String? { compactor?.graph }

    init(
        _ processor: JSONLDProcessor, _ source: SectionSource, _ parts: StreamedParts, _ session: Session
    ) throws {
        self.source = source
        self.parts = parts
        (expansion, active) = try processor.expansion(
            of: parts, json: source.bytes.span, documentURL: source.documentURL, reading: source.reading, session)
        compactor = try source.context.map { context throws(JSONLDError) in
            try NodeCompactor(processor, context: context, documentURL: source.documentURL, session)
        }
    }

    /// Calls a body with what the elements of a section become.
    func run(_ section: Range<Int>, _ body: (JSONValue) throws -> Void) throws {
        try JSONValue.readElements(
            json: source.bytes.span, section: section, depth: parts.depth + 1, options: source.reading
        ) { element in
            let expanded = try expansion.expand(element, of: parts.property, in: active, depth: parts.depth + 2)
            try expanded.forEachNode { node in try body(try compactor?.compact(node) ?? node) }
        }
    }
}

extension StreamedParts {
    /// The sections that the array can be divided into; none where it does not end as an array does.
    fileprivate func sections(of bytes: Span<UInt8>) -> [Range<Int>] {
        guard bytes[elements.upperBound - 1] == UInt8(ascii: "]") else { return [] }
        let starts = [elements.lowerBound + 1] + breaks.map { $0 + 1 }
        return zip(starts, breaks + [elements.upperBound - 1]).map { $0..<$1 }
    }
}

/// Brings each context once to all threads: who comes second waits for it.
private final class SharedLoader: DocumentLoader {
    private let loader: any DocumentLoader
    private let contexts = Mutex<[ByteKey: RemoteDocument]>([:])

    init(_ loader: any DocumentLoader) { self.loader = loader }

    func load(_ iri: String) throws(JSONLDError) -> RemoteDocument { try loader.load(iri) }

    func load(_ iri: String, as purpose: LoadingPurpose) throws(JSONLDError) -> RemoteDocument {
        guard purpose == .context else { return try loader.load(iri, as: purpose) }
        return try contexts.withLock { known throws(JSONLDError) in
            if let document = known[ByteKey(iri)] { return document }
            let document = try loader.load(iri, as: purpose)
            known[ByteKey(iri)] = document
            return document
        }
    }
}
