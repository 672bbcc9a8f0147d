internal import ByteText
internal import Localization
internal import RDFModel

/// Reads Turtle and TriG: the document level; terms and predicate-object lists are in extensions.
///
/// A *unit* is what is read at once: a directive, the triples up to a full stop, or the opening or closing of a graph.
/// Where more chunks will come, the quads of a unit are held back until it is whole; a unit that touched the end of a
/// chunk is read again with the next one, and then gets the fresh blank nodes that it already had. A long statement is
/// cut between two objects, so that what is held back, and what is read again, is never much.
/// - Spec: <https://www.w3.org/TR/rdf12-turtle/>, <https://www.w3.org/TR/rdf12-trig/>
struct TurtleReader: Sendable {
    var scanner: TermScanner
    /// Whether the syntax is TriG.
    let hasGraphs: Bool
    var prefixes = PrefixTable()
    var resolver: IRIResolver?
    /// How much longer IRIs become than their texts.
    var growth = IRIGrowth()
    /// The graph whose block is open; `nil` stands for the default graph.
    var graph: TermHandle?
    private(set) var isInBlock = false
    var depth = 0
    private var knownTerms: [TermHandle?] = Array(repeating: nil, count: KnownTerm.allCases.count)
    /// The statement of which a part has been read.
    private(set) var openStatement: OpenStatement?
    let isLenient: Bool
    private var holdsBack = false
    private var heldBack: [(TermHandle, TermHandle, TermHandle)] = []
    private var freshNodes: [TermHandle] = []
    private var freshNodesUsed = 0
    /// The triples since the last place where a statement could be cut.
    var uncutTriples = 0
    /// Whether enough is held back to cut a statement for it.
    var holdsPlenty: Bool { heldBack.count >= 4096 }

    /// What a unit changes, once it is whole.
    enum Effect {
        case none
        case prefix(name: [UInt8], namespace: [UInt8])
        case base(IRI)
        case openBlock(TermHandle?)
        case closeBlock
    }

    init(hasGraphs: Bool, options: RDFReaderOptions) {
        self.hasGraphs = hasGraphs
        isLenient = options.isLenient
        scanner = TermScanner(options: options)
        resolver = options.base.map(IRIResolver.init(base:))
    }

    /// Reads units until the end; says how many bytes were taken. A fault goes to `skip`, which throws, or lets the
    /// unit be skipped; a skipped unit has said nothing.
    mutating func read<Sink: QuadSink>(
        _ bytes: Span<UInt8>, isFinal: Bool, into sink: inout Sink, skip: (ReadingFault) throws -> Void
    ) throws -> Int {
        scanner.position = 0
        holdsBack = !isFinal || isLenient
        while true {
            let taken = scanner.position
            scanner.touchedEnd = false
            var start: Int?
            let effect: Effect
            do {
                try scanner.skipSpace(bytes)
                start = scanner.position
                guard scanner.position < bytes.count || (isFinal && openStatement != nil) else {
                    guard isFinal, isInBlock else { return isFinal ? scanner.position : taken }
                    throw ReadingFault(.unterminatedBlock, from: scanner.position, to: scanner.position)
                }
                effect = try unit(bytes, into: &sink)
                // More bytes could have made the unit another one, or a longer one.
                if !isFinal, scanner.touchedEnd { throw NeedsMoreBytes() }
                openStatement = nil
            } catch let cut as OpenStatement {
                if holdsBack { try release(into: &sink) }
                let length = try lengthOfUnit(from: start ?? taken)
                openStatement = cut
                openStatement?.length = length
                if sink.wantsToForgetTerms { forgetTerms(of: &sink) }
                continue
            } catch {
                heldBack.removeAll(keepingCapacity: true)
                freshNodesUsed = 0
                depth = 0
                uncutTriples = 0
                if isFinal || !scanner.touchedEnd, let fault = error as? ReadingFault {
                    if let end = recovery(from: fault, bytes, start: start, isFinal: isFinal) {
                        try skip(fault)
                        scanner.position = end
                        guard end < bytes.count || !isFinal else { return end }
                        continue
                    }
                } else if isFinal || !scanner.touchedEnd || !(error is ReadingFault || error is NeedsMoreBytes) {
                    throw error
                }
                if sink.wantsToForgetTerms { forgetTerms(of: &sink) }
                return taken
            }
            if holdsBack { try release(into: &sink) }
            uncutTriples = 0
            _ = try lengthOfUnit(from: start ?? taken)
            try apply(effect, into: &sink)
            if sink.wantsToForgetTerms { forgetTerms(of: &sink) }
        }
    }

    /// Where to go on after a fault; `nil` where that is not known before more bytes have come.
    private func recovery(
        from fault: ReadingFault, _ bytes: Span<UInt8>, start: Int?, isFinal: Bool
    ) -> Int? {
        // A strict reader does not go on; where is of no interest.
        guard isLenient else { return bytes.count }
        // A comment, of which only the bytes are wrong.
        guard let start else {
            return Self.endOfLine(bytes, from: fault.range.lowerBound) ?? (isFinal ? bytes.count : nil)
        }
        return endOfMalformedUnit(bytes, from: start, isFinal: isFinal)
    }

    /// The bytes of a unit, or of as much of it as has been read.
    private func lengthOfUnit(from start: Int) throws -> Int {
        let length = (openStatement?.length ?? 0) + scanner.position - start
        guard length <= scanner.limits.statementBytes else {
            throw ReadingFault(
                .statementTooLong, [String(scanner.limits.statementBytes)], from: start, to: start)
        }
        return length
    }

    /// Lets go of all handles but those of the open graph, of the open statement and of the blank nodes that the next
    /// unit gets.
    private mutating func forgetTerms<Sink: QuadSink>(of sink: inout Sink) {
        for index in knownTerms.indices { knownTerms[index] = nil }
        var kept = freshNodes
        kept += [graph, openStatement?.subject, openStatement?.predicate].compactMap(\.self)
        sink.forgetTerms(keeping: &kept)
        if openStatement?.predicate != nil { openStatement?.predicate = kept.popLast() }
        if openStatement != nil, let subject = kept.popLast() { openStatement?.subject = subject }
        if graph != nil { graph = kept.popLast() }
        freshNodes = kept
    }

    private struct NeedsMoreBytes: Error {}

    // MARK: Effects

    private mutating func release<Sink: QuadSink>(into sink: inout Sink) throws {
        for (subject, predicate, object) in heldBack { try sink.quad(subject, predicate, object, graph: graph) }
        heldBack.removeAll(keepingCapacity: true)
        // A reading that was cut short may have asked for one more; it serves the next unit.
        freshNodes.removeFirst(freshNodesUsed)
        freshNodesUsed = 0
    }

    private mutating func apply<Sink: QuadSink>(_ effect: Effect, into sink: inout Sink) throws {
        switch effect {
        case .none: break
        case .prefix(let name, let namespace):
            try declare(name, namespace, into: &sink)
        case .base(let base): resolver = IRIResolver(base: base)
        case .openBlock(let name):
            graph = name
            isInBlock = true
        case .closeBlock:
            graph = nil
            isInBlock = false
        }
    }

    private mutating func declare<Sink: QuadSink>(
        _ name: [UInt8], _ namespace: [UInt8], into sink: inout Sink
    ) throws {
        prefixes.declare(name.span, namespace: namespace.span)
        guard prefixes.count <= scanner.limits.prefixes else {
            throw scanner.expected(.tooManyPrefixes, String(scanner.limits.prefixes))
        }
        try sink.prefix(name.span, namespace: namespace.span)
    }

    @inline(__always)
    mutating func emit<Sink: QuadSink>(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, into sink: inout Sink
    ) throws {
        try countUncutTriple()
        if holdsBack {
            heldBack.append((subject, predicate, object))
        } else {
            try sink.quad(subject, predicate, object, graph: graph)
        }
    }

    /// A blank node without a label; a unit that is read again gets those of its first reading.
    mutating func freshBlankNode<Sink: QuadSink>(into sink: inout Sink) throws -> TermHandle {
        if freshNodesUsed == freshNodes.count {
            let node = try sink.freshBlankNode()
            guard holdsBack else { return node }
            freshNodes.append(node)
        }
        freshNodesUsed += 1
        return freshNodes[freshNodesUsed - 1]
    }

    /// The handle of a term that the grammar implies.
    mutating func handle<Sink: QuadSink>(of term: KnownTerm, into sink: inout Sink) throws -> TermHandle {
        if let known = knownTerms[term.rawValue] { return known }
        let text = Array(term.iri.string.utf8)
        let handle = try sink.iri(text.span)
        knownTerms[term.rawValue] = handle
        return handle
    }

    /// One level of brackets deeper.
    mutating func enter(from start: Int) throws {
        depth += 1
        guard depth <= scanner.limits.depth else {
            throw scanner.fault(.tooDeep, from: start, String(scanner.limits.depth))
        }
    }
}
