internal import ByteText
public import RDFModel

/// Writes what a reader reads as Turtle or TriG while it comes, in constant memory.
///
/// ```swift
/// var sink = TurtleSink(format: .turtle, prefixes: prefixes) { try file.write($0) }
/// try RDFReader.read(bytes.span, format: .ntriples, into: &sink)
/// try sink.finish()
/// ```
///
/// Statements keep their order and come as often as they came; those of one subject that follow each other are one
/// block, its types first. A prefix is declared before the first block that needs it: those given at the start, and
/// those that the document declares. Every blank node has its label: which nodes could stand in brackets is known at
/// the end only. ``TurtleWriter``, which holds the whole graph, sorts, nests and writes lists.
///
/// What is held at any time is one block, of at most ``longestBlock`` bytes and one statement; a longer one is written
/// as several.
/// - Spec: <https://www.w3.org/TR/rdf12-turtle/>, <https://www.w3.org/TR/rdf12-trig/>
public struct TurtleSink: QuadSink {
    /// How many bytes of statements about one subject are written as one block.
    public static var longestBlock: Int { 1 << 16 }

    private var terms = RecentTerms()
    private var abbreviations: Abbreviations
    private var output: ByteOutput
    private let hasGraphs: Bool
    private let fixedNames: Set<String>

    /// The block that is being made: its subject, the last predicate that is no `rdf:type`, its graph.
    private var subject: TermHandle?
    private var predicate: TermHandle?
    private var graph: TermHandle?
    private var subjectText = ByteOutput()
    private var types = ByteOutput()
    private var others = ByteOutput()
    /// The graph whose braces are open in the output.
    private var openGraph: TermHandle?
    private var isAtStart = true

    /// A sink that hands on its bytes once there are so many, and at the end.
    /// - Parameter format: Turtle or TriG.
    /// - Parameter prefixes: What IRIs are abbreviated by; the document cannot give their names to other namespaces.
    public init(
        format: RDFFormat, prefixes: PrefixMap = PrefixMap(), flushingAt capacity: Int = 1 << 16,
        to flush: @escaping ([UInt8]) throws -> Void
    ) {
        precondition(format == .turtle || format == .trig, "a sink of Turtle writes Turtle and TriG")
        hasGraphs = format == .trig
        abbreviations = Abbreviations(prefixes)
        fixedNames = Set(prefixes.pairs.map(\.name))
        output = ByteOutput(flushingAt: capacity, to: flush)
    }

    /// Ends the last block, and hands on what is left.
    /// - Throws: What the closure throws.
    public mutating func finish() throws {
        try endBlock()
        closeGraph()
        try output.finish()
    }

    // MARK: Blocks

    private func areSame(_ left: TermHandle?, _ right: TermHandle?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return terms.areSame(left, right)
    }

    private mutating func beginBlock(_ subject: TermHandle, in graph: TermHandle?) throws {
        if graph != nil, !hasGraphs { throw RDFWritingError(.namedGraph) }
        self.subject = subject
        self.graph = graph
        try terms.writeTurtle(subject, &abbreviations, to: &subjectText)
    }

    /// Writes the block with what must stand before it.
    private mutating func endBlock() throws {
        guard subject != nil else { return }
        if !areSame(graph, openGraph) { closeGraph() }
        var graphText = ByteOutput()
        if let graph, openGraph == nil { try terms.writeTurtle(graph, &abbreviations, to: &graphText) }
        writePrefixes()
        if let graph, openGraph == nil {
            if !isAtStart { output.write("\n") }
            // Closing the last graph for the sake of a prefix leaves the name to be written again.
            if graphText.bytes.isEmpty { try terms.writeTurtle(graph, &abbreviations, to: &graphText) }
            output.bytes += graphText.bytes
            output.write(" {\n")
            openGraph = graph
        } else if !isAtStart {
            output.write("\n")
        }
        isAtStart = false
        if graph != nil { output.write("    ") }
        output.bytes += subjectText.bytes
        output.write(ASCII.space)
        if !types.bytes.isEmpty {
            output.write("a ")
            output.bytes += types.bytes
            if !others.bytes.isEmpty { output.write(graph == nil ? " ;\n    " : " ;\n        ") }
        }
        output.bytes += others.bytes
        output.write(" .\n")
        subject = nil
        predicate = nil
        subjectText.removeAll()
        types.removeAll()
        others.removeAll()
        try output.flushIfFull()
    }

    /// Declares the prefixes that the block is the first to need; no graph can be open around them.
    private mutating func writePrefixes() {
        guard !abbreviations.needed.isEmpty else { return }
        closeGraph()
        if !isAtStart { output.write("\n") }
        for entry in abbreviations.needed { output.writePrefix(abbreviations.entries[entry]) }
        abbreviations.needed.removeAll()
        isAtStart = false
    }

    private mutating func closeGraph() {
        guard openGraph != nil else { return }
        output.write("}\n")
        openGraph = nil
    }
}

// MARK: - QuadSink

extension TurtleSink {
    public mutating func iri(_ text: Span<UInt8>) throws -> TermHandle { try terms.iri(text) }

    public mutating func blankNode(_ label: Span<UInt8>) throws -> TermHandle { try terms.blankNode(label) }

    public mutating func freshBlankNode() throws -> TermHandle { terms.freshBlankNode() }

    public mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) throws -> TermHandle {
        try terms.literal(lexicalForm, datatype: datatype)
    }

    public mutating func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?
    ) throws -> TermHandle {
        try terms.literal(text, language: language, direction: direction)
    }

    public mutating func tripleTerm(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle
    ) throws -> TermHandle {
        terms.tripleTerm(subject, predicate, object)
    }

    /// Adds a statement to the block of its subject, or begins another.
    /// - Throws: ``RDFWritingError`` for a named graph in Turtle and for what no syntax can hold, and what the closure
    ///   throws.
    public mutating func quad(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?
    ) throws {
        if let current = self.subject, terms.areSame(current, subject), areSame(graph, self.graph),
            types.bytes.count + others.bytes.count < Self.longestBlock
        {
            // The reader's newest handle is the one that it is likely to give again.
            self.subject = subject
            self.graph = graph
        } else {
            try endBlock()
            try beginBlock(subject, in: graph)
        }
        if let last = self.predicate, terms.areSame(last, predicate) {
            self.predicate = predicate
            others.write(graph == nil ? " ,\n        " : " ,\n            ")
            try terms.writeTurtleObject(object, &abbreviations, to: &others)
        } else if terms.isType(predicate) {
            if !types.bytes.isEmpty { types.write(graph == nil ? " ,\n        " : " ,\n            ") }
            try terms.writeTurtleObject(object, &abbreviations, to: &types)
        } else {
            self.predicate = predicate
            if !others.bytes.isEmpty { others.write(graph == nil ? " ;\n    " : " ;\n        ") }
            try terms.writeTurtle(predicate, &abbreviations, to: &others)
            others.write(ASCII.space)
            try terms.writeTurtleObject(object, &abbreviations, to: &others)
        }
    }

    /// Takes a prefix of the document, unless its name was given at the start or its namespace has a name.
    public mutating func prefix(_ name: Span<UInt8>, namespace: Span<UInt8>) throws {
        let name = String(utf8: name)
        guard !fixedNames.contains(name) else { return }
        // What has been abbreviated must be declared while the names still stand for the same.
        try endBlock()
        abbreviations.declare(name, IRI(unchecked: String(utf8: namespace)))
    }

    public var wantsToForgetTerms: Bool { terms.isPlenty }

    public mutating func forgetTerms(keeping kept: inout [TermHandle]) {
        let mine = [subject, predicate, graph, openGraph]
        let count = kept.count
        kept += mine.compactMap(\.self)
        terms.forget(keeping: &kept)
        var next = count
        func renewed(_ old: TermHandle?) -> TermHandle? {
            guard old != nil else { return nil }
            next += 1
            return kept[next - 1]
        }
        subject = renewed(mine[0])
        predicate = renewed(mine[1])
        graph = renewed(mine[2])
        openGraph = renewed(mine[3])
        kept.removeLast(kept.count - count)
    }
}
