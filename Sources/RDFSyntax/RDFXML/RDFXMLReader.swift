internal import ByteText
internal import Localization
internal import RDFModel

/// Reads RDF/XML of RDF 1.1 and 1.2: takes events from ``ExpatParser`` and keeps a frame for each open element.
///
/// Statements reach the sink as soon as they are known, most often at a start tag, or are all held back until the
/// document is known to be whole, in twelve bytes each. Nothing recurses, so that depth costs memory only.
///
/// Stronger than the specification: white space is allowed in an element whose value its attributes give, and `its:dir`
/// is no property where the version of RDF has no directions.
/// - Spec: <https://www.w3.org/TR/rdf12-xml/>
struct RDFXMLReader: Sendable {
    /// What holds within an element and is inherited.
    struct Scope: Sendable {
        /// The number of the base IRI.
        var base = 0
        /// The language, in a stack of them; empty for none.
        var languageStart = 0
        var languageCount = 0
        var direction: BaseDirection?
        /// Whether the language or the direction is none, so that a lenient reader skips what is said in it.
        var hasBadLanguage = false
        var hasBadDirection = false
        /// Whether the version of RDF that was announced has triple terms and directions.
        var hasVersion12 = false
    }

    /// An open element.
    struct Frame: Sendable {
        enum Kind: Sendable {
            /// `rdf:RDF`: holds node elements.
            case root
            /// A node element, or a property element of `rdf:parseType="Resource"`: holds property elements.
            case node
            /// A property element that holds text or a node element.
            case property
            /// A property element whose value its attributes gave.
            case empty
            /// `rdf:parseType="Collection"`, `"Literal"`, `"Triple"`
            case collection, literal, triple
        }

        var kind: Kind
        var scope: Scope
        /// The node itself; for a property element that whose property it is. `nil` where a lenient reader goes on
        /// without a term that is none: the statements that it would stand in are skipped.
        var subject: TermHandle?
        var predicate: TermHandle?
        /// `rdf:ID`, and `rdf:annotation` or `rdf:annotationNodeID`, of a property element.
        var reification: TermHandle?
        var annotation: TermHandle?
        /// The datatype of a literal.
        var datatype = Datatype.none
        /// The last cell of a collection.
        var cell: TermHandle?
        /// How many `rdf:li` a node has had.
        var members = 0
        /// Whether a node element has come.
        var hasNode = false
    }

    enum Datatype: Sendable {
        case none, string
        case other(TermHandle)
        /// A lenient reader goes on without it.
        case missing
    }

    private var parser: ExpatParser?
    private var prolog = XMLPrologFilter()
    let options: RDFReaderOptions
    /// Whether statements are held back until the end of the document.
    private let holdsBack: Bool
    private var heldBack: [(TermHandle, TermHandle, TermHandle)] = []
    var names = XMLNameTable()
    var frames: [Frame] = []
    var bases: [IRIResolver?]
    /// How much longer IRIs become than their texts.
    var growth = IRIGrowth()
    var languages: [UInt8] = []
    /// The text of the innermost property element.
    var text: [UInt8] = []
    /// Where the innermost property element begins.
    private var propertyPlace = TextPosition()
    /// What the innermost `rdf:parseType="Literal"` has written.
    var literal = CanonicalXML()
    /// The triple terms that are open.
    var tripleTerms: [TripleTerm] = []
    /// The IRIs that `rdf:ID` made.
    var identifiers = ByteInterner()
    /// Labels of blank nodes that are none elsewhere.
    var oddLabels = ByteInterner()
    var oddNodes: [TermHandle] = []
    /// The datatype that was met last.
    var lastDatatype: (text: [UInt8], kind: Datatype) = ([], .none)
    /// Buffers.
    var iri: [UInt8] = []
    var attributeNames: [Int] = []
    private var knownTerms: [TermHandle?] = Array(repeating: nil, count: KnownTerm.allCases.count)
    private var prefixes = ByteInterner()
    /// The terms that a lenient reader goes on without, and how many statements it skipped for them.
    private(set) var faults: [XMLFault] = []
    private(set) var skippedStatements = 0
    /// How many prefixes the start tag that comes next declares.
    private var tagPrefixes = 0
    /// Where the event stands that is being read.
    private var place = TextPosition()

    /// What the parser is given at a time: what it makes of it is in memory at once.
    private static var pieceLength: Int { 1 << 16 }

    init(options: RDFReaderOptions, holdsBack: Bool) {
        self.options = options
        self.holdsBack = holdsBack
        bases = [options.base.map(IRIResolver.init(base:))]
    }

    /// Reads all of a chunk, but for what stands in a tag that is cut, which the parser keeps.
    mutating func read<Sink: QuadSink>(_ chunk: Span<UInt8>, isFinal: Bool, into sink: inout Sink) throws {
        if parser == nil { parser = ExpatParser(limits: options.limits) }
        // The parser is a state that two values cannot share, and that no two threads may use.
        precondition(isKnownUniquelyReferenced(&parser), "a reader of RDF/XML is not copied within a document")
        guard let parser else { return }
        var offset = 0
        repeat {
            let end = min(offset + Self.pieceLength, chunk.count)
            let part = chunk.extracting(offset..<end)
            let isLast = isFinal && end == chunk.count
            if prolog.isDone {
                try parser.parse(part, isFinal: isLast) { piece in try drain(piece, into: &sink) }
            } else {
                let head = prolog.take(part, isFinal: isLast)
                try parser.parse(head.span, isFinal: isLast) { piece in try drain(piece, into: &sink) }
            }
            offset = end
        } while offset < chunk.count
        guard isFinal else { return }
        for (subject, predicate, object) in heldBack { try sink.quad(subject, predicate, object, graph: nil) }
        heldBack.removeAll()
    }

    // MARK: Events

    private mutating func drain<Sink: QuadSink>(_ piece: XMLPiece, into sink: inout Sink) throws {
        for event in piece.events { try read(event, of: piece, into: &sink) }
    }

    private mutating func read<Sink: QuadSink>(
        _ event: XMLEvent, of piece: XMLPiece, into sink: inout Sink
    ) throws {
        place = event.place
        let bytes = piece.bytes.span.extracting(event.text.range)
        switch event.kind {
        case .start:
            tagPrefixes = 0
            try startElement(event, bytes, of: piece, into: &sink)
        case .end: try endElement(into: &sink)
        case .text: try characters(bytes)
        case .comment: if isInLiteral { literal.comment(bytes) }
        case .instruction: if isInLiteral { literal.instruction(bytes) }
        case .prefix: try declare(piece.attributes[event.attributes.lowerBound], of: piece, into: &sink)
        }
    }

    private var isInLiteral: Bool { frames.last?.kind == .literal }

    private mutating func startElement<Sink: QuadSink>(
        _ event: XMLEvent, _ bytes: Span<UInt8>, of piece: XMLPiece, into sink: inout Sink
    ) throws {
        if isInLiteral {
            let attributes = Array(piece.attributes[event.attributes])
            literal.startElement(bytes, attributes, of: piece.bytes.span)
            return try checkLength(literal.bytes.count)
        }
        names.forgetMany()
        let name = names.number(of: bytes)
        switch frames.last?.kind {
        case nil where names.elementRole(name) == .root: try rootElement(event, of: piece)
        case nil, .root, .property, .collection, .triple, .literal:
            try nodeElement(name, event, of: piece, into: &sink)
        case .node:
            propertyPlace = place
            try propertyElement(name, event, of: piece, into: &sink)
        case .empty: throw fault(.rdfxmlMustBeEmpty, text: "<" + names.shown(name) + ">")
        }
    }

    private mutating func endElement<Sink: QuadSink>(into sink: inout Sink) throws {
        if isInLiteral, literal.depth > 0 {
            literal.endElement()
            return
        }
        guard let frame = frames.popLast() else { return }
        switch frame.kind {
        case .root, .node, .empty: break
        case .property: if !frame.hasNode { try endLiteral(frame, into: &sink) }
        case .collection: try endCollection(frame, into: &sink)
        case .literal: try endXMLLiteral(frame, into: &sink)
        case .triple: try endTripleTerm(frame, into: &sink)
        }
        let outer = frames.last?.scope ?? Scope()
        if frame.scope.base != outer.base { bases.removeLast() }
        languages.removeLast(languages.count - outer.languageStart - outer.languageCount)
        // Outside of all nodes, no frame holds a handle.
        if frames.count < 2, frames.first?.kind ?? .root == .root, sink.wantsToForgetTerms { forgetTerms(of: &sink) }
    }

    /// Lets go of all handles but those of nodes whose labels only the reader knows.
    private mutating func forgetTerms<Sink: QuadSink>(of sink: inout Sink) {
        guard heldBack.isEmpty, oddNodes.count < Self.fewNodes else { return }
        for index in knownTerms.indices { knownTerms[index] = nil }
        names.forgetHandles()
        lastDatatype = ([], .none)
        sink.forgetTerms(keeping: &oddNodes)
    }

    /// How many nodes are kept over a forgetting; with more of them, it would take more time than it saves memory.
    private static var fewNodes: Int { 256 }

    private mutating func characters(_ bytes: Span<UInt8>) throws {
        switch frames.last?.kind {
        case .literal:
            literal.text(bytes)
            try checkLength(literal.bytes.count)
        case .property where frames[frames.count - 1].hasNode == false:
            text.append(copying: bytes)
            try checkLength(text.count)
        case let kind:
            let start = bytes.firstNonSpace
            guard start < bytes.count else { return }
            place = place.advanced(over: bytes, to: start)
            let problem: SyntaxMessage =
                kind == .property ? .rdfxmlMixed : kind == .empty ? .rdfxmlMustBeEmpty : .rdfxmlText
            throw fault(problem, text: TextPosition.shown(bytes, start..<bytes.count))
        }
    }

    private func checkLength(_ count: Int) throws {
        guard count > options.limits.termBytes else { return }
        let start = text.isEmpty ? literal.bytes : text
        throw XMLFault(
            problem: .termTooLong, arguments: [String(options.limits.termBytes)], place: propertyPlace,
            text: TextPosition.shown(start.span, 0..<start.count))
    }

    /// Hands the first declaration of each prefix on, as long as there are not too many of them.
    ///
    /// Only a tag that declares too many is refused: programs that write large documents give a tag a new prefix each
    /// time that they need one, and those go out of scope with the element.
    private mutating func declare<Sink: QuadSink>(
        _ declaration: XMLAttribute, of piece: XMLPiece, into sink: inout Sink
    ) throws {
        let name = piece.bytes.span.extracting(declaration.name.range)
        let namespace = piece.bytes.span.extracting(declaration.value.range)
        tagPrefixes += 1
        guard tagPrefixes <= options.limits.prefixes else {
            throw fault(.tooManyPrefixes, String(options.limits.prefixes), text: String(utf8: name))
        }
        guard !isInLiteral, namespace.schemeLength != nil, prefixes.count < options.limits.prefixes else { return }
        let known = prefixes.count
        guard prefixes.intern(name) == known else { return }
        try sink.prefix(name, namespace: namespace)
    }

    // MARK: For the extensions

    /// A fault where the event stands.
    func fault(_ problem: SyntaxMessage, _ arguments: String..., text: String) -> XMLFault {
        XMLFault(problem: problem, arguments: arguments, place: place, text: text)
    }

    /// A fault of an IRI where the event stands.
    func fault(_ reason: IRIError.Reason, text: String) -> XMLFault {
        let (problem, arguments) = reason.message
        return XMLFault(problem: problem, arguments: arguments, place: place, text: text)
    }

    /// Notes a term that is none; only a lenient reader goes on, and skips the statements that it would stand in.
    mutating func goOn(without fault: XMLFault) throws {
        guard options.isLenient else { throw fault }
        if faults.count < options.limits.diagnostics { faults.append(fault) }
    }

    /// Counts statements that lack a term; a triple term that lacks one is none.
    mutating func skipStatements(_ count: Int = 1) {
        if tripleTerms.isEmpty {
            skippedStatements += count
        } else {
            tripleTerms[tripleTerms.count - 1].isMissing = true
        }
    }

    /// Hands a statement on, or holds it back.
    mutating func push<Sink: QuadSink>(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, into sink: inout Sink
    ) throws {
        if holdsBack {
            heldBack.append((subject, predicate, object))
        } else {
            try sink.quad(subject, predicate, object, graph: nil)
        }
    }

    /// The handle of a term that the syntax implies.
    mutating func handle<Sink: QuadSink>(of term: KnownTerm, into sink: inout Sink) throws -> TermHandle {
        if let known = knownTerms[term.rawValue] { return known }
        let handle = try sink.iri(term.iri.string.utf8.span)
        knownTerms[term.rawValue] = handle
        return handle
    }
}
