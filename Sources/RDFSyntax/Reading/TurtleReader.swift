internal import ByteText
internal import Localization
internal import RDFModel

/// Reads Turtle and TriG: the document level; terms and predicate-object lists are in extensions.
///
/// A *unit* is what is read at once: a directive, the triples up to a full stop, or the opening or closing of a graph.
/// Where more chunks will come, the quads of a unit are held back until it is whole; a unit that touched the end of a
/// chunk is read again with the next one, and then gets the fresh blank nodes that it already had.
/// - Spec: <https://www.w3.org/TR/rdf12-turtle/>, <https://www.w3.org/TR/rdf12-trig/>
struct TurtleReader: Sendable {
    var scanner: TermScanner
    /// Whether the syntax is TriG.
    let hasGraphs: Bool
    var prefixes = PrefixTable()
    var resolver: IRIResolver?
    /// The graph whose block is open; `nil` stands for the default graph.
    var graph: TermHandle?
    private var isInBlock = false
    private var blockStart = 0
    var depth = 0
    private var knownTerms: [TermHandle?] = Array(repeating: nil, count: KnownTerm.allCases.count)
    private var holdsBack = false
    private var heldBack: [(TermHandle, TermHandle, TermHandle)] = []
    private var freshNodes: [TermHandle] = []
    private var freshNodesUsed = 0

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
        scanner = TermScanner(options: options)
        resolver = options.base.map(IRIResolver.init(base:))
    }

    /// Reads units until the end; says how many bytes were taken.
    mutating func read<Sink: QuadSink>(_ bytes: Span<UInt8>, isFinal: Bool, into sink: inout Sink) throws -> Int {
        scanner.position = 0
        holdsBack = !isFinal
        while true {
            let taken = scanner.position
            scanner.touchedEnd = false
            var start = taken
            let effect: Effect
            do {
                try scanner.skipSpace(bytes)
                start = scanner.position
                guard start < bytes.count else {
                    guard isFinal, isInBlock else { return isFinal ? start : taken }
                    throw ReadingFault(.unterminatedBlock, from: start, to: start)
                }
                effect = try unit(bytes, into: &sink)
                // More bytes could have made the unit another one, or a longer one.
                if holdsBack, scanner.touchedEnd { throw NeedsMoreBytes() }
            } catch {
                guard holdsBack, scanner.touchedEnd, error is ReadingFault || error is NeedsMoreBytes else {
                    throw error
                }
                heldBack.removeAll(keepingCapacity: true)
                freshNodesUsed = 0
                depth = 0
                if sink.wantsToForgetTerms { forgetTerms(of: &sink) }
                return taken
            }
            if holdsBack { try release(into: &sink) }
            guard scanner.position - start <= scanner.limits.statementBytes else {
                throw ReadingFault(.statementTooLong, [String(scanner.limits.statementBytes)], from: start, to: start)
            }
            try apply(effect, into: &sink)
            if sink.wantsToForgetTerms { forgetTerms(of: &sink) }
        }
    }

    /// Lets go of all handles but those of the open graph and of the blank nodes that the next unit gets.
    private mutating func forgetTerms<Sink: QuadSink>(of sink: inout Sink) {
        for index in knownTerms.indices { knownTerms[index] = nil }
        var kept = freshNodes
        if let graph { kept.append(graph) }
        sink.forgetTerms(keeping: &kept)
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

    // MARK: Units

    /// `statement` of Turtle; `block` of TriG in pieces.
    private mutating func unit<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> Effect {
        let byte = scanner.peek(bytes)
        if isInBlock {
            if byte == ASCII.closeBrace {
                scanner.position += 1
                return .closeBlock
            }
            try triples(bytes, into: &sink)
            try scanner.skipSpace(bytes)
            // The last full stop of a block may be left out.
            if scanner.peek(bytes) == ASCII.closeBrace { return .none }
            try dot(bytes)
            return .none
        }
        switch byte {
        case ASCII.at:
            return try atDirective(bytes)
        case ASCII.openBrace where hasGraphs:
            scanner.position += 1
            return .openBlock(nil)
        default:
            if byte.isLetter, let effect = try keyword(bytes, into: &sink) { return effect }
        }
        return try triplesOrGraph(bytes, into: &sink)
    }

    /// The full stop.
    private mutating func dot(_ bytes: Span<UInt8>) throws {
        try scanner.skipSpace(bytes)
        guard scanner.peek(bytes) == ASCII.dot else {
            let isGraph = scanner.peek(bytes) == ASCII.openBrace
            throw scanner.expected(isGraph ? (isInBlock ? .nestedGraph : .graphInTriples) : .expectedDot)
        }
        scanner.position += 1
    }

    /// `directive` in the manner of SPARQL, or `GRAPH`: a word that no colon follows; `nil` for any other word.
    private mutating func keyword<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> Effect? {
        let start = scanner.position
        let word = bytes.extracting(try scanner.word(bytes))
        if scanner.peek(bytes) != ASCII.colon {
            if word.isTextWithoutCase("prefix") { return try prefixDeclaration(bytes) }
            if word.isTextWithoutCase("base") { return try baseDeclaration(bytes) }
            if word.isTextWithoutCase("version") {
                try versionSpecifier(bytes, from: start)
                return Effect.none
            }
            if hasGraphs, word.isTextWithoutCase("graph") {
                try scanner.skipSpace(bytes)
                guard let name = try graphName(bytes, into: &sink) else { throw scanner.expected(.expectedGraphName) }
                try scanner.skipSpace(bytes)
                guard scanner.peek(bytes) == ASCII.openBrace else { throw scanner.expected(.expectedGraphBlock) }
                scanner.position += 1
                return .openBlock(name)
            }
        }
        scanner.position = start
        return nil
    }

    /// `prefixID`, `base` and `version`, which end in a full stop.
    private mutating func atDirective(_ bytes: Span<UInt8>) throws -> Effect {
        let start = scanner.position
        scanner.position += 1
        let word = bytes.extracting(try scanner.word(bytes))
        let effect: Effect
        if word.isText("prefix") {
            effect = try prefixDeclaration(bytes)
        } else if word.isText("base") {
            effect = try baseDeclaration(bytes)
        } else if word.isText("version") {
            try versionSpecifier(bytes, from: start)
            effect = .none
        } else {
            throw scanner.fault(.unknownDirective, from: start)
        }
        try dot(bytes)
        return effect
    }

    /// `PNAME_NS IRIREF`
    private mutating func prefixDeclaration(_ bytes: Span<UInt8>) throws -> Effect {
        try scanner.skipSpace(bytes)
        let name = try scanner.word(bytes)
        guard scanner.peek(bytes) == ASCII.colon else { throw scanner.expected(.expectedPrefixName) }
        scanner.position += 1
        try scanner.skipSpace(bytes)
        guard scanner.peek(bytes) == ASCII.less else { throw scanner.expected(.expectedIRI) }
        let namespace = try resolvedIRI(bytes)
        var copy: [UInt8] = []
        copy.append(copying: bytes.extracting(name))
        return .prefix(name: copy, namespace: namespace)
    }

    /// `IRIREF`
    private mutating func baseDeclaration(_ bytes: Span<UInt8>) throws -> Effect {
        try scanner.skipSpace(bytes)
        guard scanner.peek(bytes) == ASCII.less else { throw scanner.expected(.expectedIRI) }
        let text = try resolvedIRI(bytes)
        return .base(IRI(unchecked: String(decoding: text, as: UTF8.self)))
    }

    /// `VersionSpecifier`: any version is accepted, for the grammar is the same.
    private mutating func versionSpecifier(_ bytes: Span<UInt8>, from start: Int) throws {
        try scanner.require12(from: start)
        try scanner.skipSpace(bytes)
        let quote = scanner.peek(bytes)
        guard quote == ASCII.quote || quote == ASCII.apostrophe,
            !(scanner.peek(bytes, ahead: 1) == quote && scanner.peek(bytes, ahead: 2) == quote)
        else { throw scanner.expected(.expectedVersion) }
        _ = try scanner.string(bytes, mayBeLong: false)
    }

    /// `triplesOrGraph` and `triples2` of TriG, `triples` of Turtle, with the full stop.
    private mutating func triplesOrGraph<Sink: QuadSink>(
        _ bytes: Span<UInt8>, into sink: inout Sink
    ) throws -> Effect {
        if hasGraphs, let name = try graphName(bytes, into: &sink) {
            try scanner.skipSpace(bytes)
            if scanner.peek(bytes) == ASCII.openBrace {
                scanner.position += 1
                return .openBlock(name)
            }
            // It was a subject.
            try predicateObjectList(bytes, of: name, into: &sink)
            try dot(bytes)
            return .none
        }
        try triples(bytes, into: &sink)
        try dot(bytes)
        return .none
    }

    /// `labelOrSubject`; `nil`, with nothing taken, where something else stands.
    private mutating func graphName<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle? {
        let start = scanner.position
        switch scanner.peek(bytes) {
        case ASCII.less:
            return scanner.peek(bytes, ahead: 1) == ASCII.less ? nil : try iri(bytes, into: &sink)
        case ASCII.underscore:
            return try blankNode(bytes, into: &sink)
        case ASCII.openBracket:
            scanner.position += 1
            try scanner.skipSpace(bytes)
            guard scanner.peek(bytes) == ASCII.closeBracket else {
                scanner.position = start
                return nil
            }
            scanner.position += 1
            return try freshBlankNode(into: &sink)
        // A word that no colon follows is left to those who know what is expected here.
        case let byte where byte == ASCII.colon || byte.isLetter || byte >= 0x80:
            return try iri(bytes, into: &sink)
        default:
            return nil
        }
    }
}

/// The IRIs that the grammar implies.
enum KnownTerm: Int, CaseIterable {
    case type, first, rest, `nil`, reifies, integer, decimal, double, boolean
    case statement, subject, predicate, object, xmlLiteral

    var iri: IRI {
        switch self {
        case .type: RDF.type
        case .first: RDF.first
        case .rest: RDF.rest
        case .nil: RDF.nil
        case .reifies: RDF.reifies
        case .integer: XSD.integer
        case .decimal: XSD.decimal
        case .double: XSD.double
        case .boolean: XSD.boolean
        case .statement: RDF.statement
        case .subject: RDF.subject
        case .predicate: RDF.predicate
        case .object: RDF.object
        case .xmlLiteral: RDF.xmlLiteral
        }
    }
}
