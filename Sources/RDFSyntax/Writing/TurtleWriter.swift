internal import ByteText
public import RDFModel

/// Writes Turtle and TriG for people to read and to compare.
///
/// The bytes are a function of the statements and the prefixes: graphs, subjects, predicates and objects are sorted by
/// code points, IRIs before blank nodes, `rdf:type` first; only prefixes that are used are declared. A statement about
/// one subject changes no line of another. Blank nodes mentioned once are nested, well-made lists are written as such;
/// see ``maximumNesting``. Literals keep their lexical form: `1` stands for `"1"^^xsd:integer` and for nothing else.
/// - Spec: <https://www.w3.org/TR/rdf12-turtle/>, <https://www.w3.org/TR/rdf12-trig/>
public struct TurtleWriter {
    /// How deep brackets are put inside each other; a node that lies deeper is written on its own, with a label.
    public static var maximumNesting: Int { 8 }

    private var abbreviations: Abbreviations
    private let layout: BlankNodeLayout

    /// The Turtle document of triples, duplicates dropped.
    /// - Throws: ``RDFWritingError`` for a term that was never checked.
    public static func turtle(_ triples: some Sequence<Triple>, prefixes: PrefixMap = PrefixMap()) throws -> [UInt8] {
        try trig(triples.lazy.map { Quad($0) }, prefixes: prefixes)
    }

    /// The TriG document of quads, duplicates dropped; without named graphs it is Turtle.
    /// - Throws: ``RDFWritingError`` for a term that was never checked.
    public static func trig(_ quads: some Sequence<Quad>, prefixes: PrefixMap = PrefixMap()) throws -> [UInt8] {
        var output = ByteOutput()
        try write(quads, prefixes: prefixes, to: &output)
        return output.bytes
    }

    /// Writes quads, duplicates dropped, to an output; without named graphs the document is Turtle.
    /// - Complexity: O(*n* log *n*) time and O(*n*) memory.
    public static func write(
        _ quads: some Sequence<Quad>, prefixes: PrefixMap, to output: inout ByteOutput
    ) throws {
        let sorted = quads.sortedAndDistinct()
        let writer = TurtleWriter(sorted, prefixes: prefixes)
        try writer.writeDocument(sorted, to: &output)
        try output.finish()
    }

    private init(_ quads: [Quad], prefixes: PrefixMap) {
        abbreviations = Abbreviations(prefixes)
        layout = BlankNodeLayout(quads, maximumDepth: Self.maximumNesting)
        var last: Term?
        for quad in quads {
            if let name = quad.graph.term, name != last { abbreviations.use(name) }
            last = quad.graph.term
            // What is written as a list needs no names for its cells.
            if case .blankNode(let cell) = quad.subject, layout.isInList(cell) {
                if quad.predicate == RDF.rest { continue }
            } else {
                abbreviations.use(quad.subject)
                if quad.predicate != RDF.type { abbreviations.use(quad.predicate) }
            }
            if quad.object != .iri(RDF.nil) { abbreviations.use(quad.object) }
        }
    }

    /// A document that is written piece by piece, whose bytes are those of the document written whole.
    package struct Pieces {
        private let prefixes: PrefixMap
        private var isFirst: Bool?

        /// A document of prefixes, all of which are used.
        package init(prefixes: PrefixMap) { self.prefixes = prefixes }

        /// The next part of the document: quads without blank nodes, sorted, each once. No part begins within a graph,
        /// nor, in the default graph, within a subject.
        package mutating func write(_ quads: [Quad]) throws -> [UInt8] {
            var output = ByteOutput()
            let writer = TurtleWriter(quads, prefixes: prefixes)
            var isFirst = self.isFirst ?? writer.writePrefixes(writer.abbreviations.entries, to: &output)
            try writer.writeGraphs(quads, isFirst: &isFirst, to: &output)
            self.isFirst = isFirst
            return output.bytes
        }
    }

    // MARK: Document

    private func writeDocument(_ quads: [Quad], to output: inout ByteOutput) throws {
        var isFirst = writePrefixes(abbreviations.entries.filter(\.isUsed), to: &output)
        try writeGraphs(quads, isFirst: &isFirst, to: &output)
    }

    /// Declares prefixes, and tells whether there are none.
    private func writePrefixes(_ entries: [Abbreviations.Entry], to output: inout ByteOutput) -> Bool {
        for entry in entries.sorted(by: { $0.name.precedesInBytes($1.name) }) { output.writePrefix(entry) }
        return entries.isEmpty
    }

    private func writeGraphs(_ quads: [Quad], isFirst: inout Bool, to output: inout ByteOutput) throws {
        var start = 0
        while start < quads.count {
            let graph = quads[start].graph
            var end = start
            while end < quads.count, quads[end].graph == graph { end += 1 }
            try writeGraph(graph, quads[start..<end], isFirst: &isFirst, to: &output)
            start = end
        }
    }

    private func writeGraph(
        _ graph: GraphName, _ quads: ArraySlice<Quad>, isFirst: inout Bool, to output: inout ByteOutput
    ) throws {
        let subjects = Subjects(quads)
        var margin = 0
        if let name = graph.term {
            if !isFirst { output.write("\n") }
            try write(name, to: &output)
            output.write(" {\n")
            margin = 1
            isFirst = true
        }
        for (subject, range) in subjects.ordered {
            if case .blankNode(let node) = subject, layout.isNested(node) { continue }
            if !isFirst { output.write("\n") }
            isFirst = false
            indent(margin, &output)
            if case .blankNode(let node) = subject, layout.isUnmentioned(node) {
                output.write("[]")
            } else {
                try write(subject, to: &output)
            }
            output.write(ASCII.space)
            try writePredicates(quads[range], subjects, quads, margin: margin + 1, to: &output)
            output.write(" .\n")
            try output.flushIfFull()
        }
        if graph.term != nil {
            output.write("}\n")
            isFirst = false
        }
    }

    /// The triples of each subject of a graph, as ranges of its sorted quads.
    private struct Subjects {
        let ordered: [(subject: Term, range: Range<Int>)]
        private let nodes: [BlankNode: Range<Int>]

        init(_ quads: ArraySlice<Quad>) {
            var ordered: [(Term, Range<Int>)] = []
            var nodes: [BlankNode: Range<Int>] = [:]
            var start = quads.startIndex
            while start < quads.endIndex {
                let subject = quads[start].subject
                var end = start
                while end < quads.endIndex, quads[end].subject == subject { end += 1 }
                ordered.append((subject, start..<end))
                if case .blankNode(let node) = subject { nodes[node] = start..<end }
                start = end
            }
            self.ordered = ordered
            self.nodes = nodes
        }

        /// The triples of a blank node.
        func range(of node: BlankNode) -> Range<Int>? { nodes[node] }
    }

    // MARK: Predicates and objects

    /// `predicateObjectList`, each predicate after the first on a line of its own.
    private func writePredicates(
        _ triples: ArraySlice<Quad>, _ subjects: Subjects, _ graph: ArraySlice<Quad>, margin: Int,
        to output: inout ByteOutput
    ) throws {
        // The types come first, then the others as they are sorted.
        let types = triples.filter { $0.predicate == RDF.type }
        let others = triples.filter { $0.predicate != RDF.type }
        let ordered = types + others
        var index = 0
        while index < ordered.count {
            let predicate = ordered[index].predicate
            if index > 0 {
                output.write(" ;\n")
                indent(margin, &output)
            }
            if predicate == RDF.type { output.write(UInt8(ascii: "a")) } else { write(predicate, to: &output) }
            var end = index
            while end < ordered.count, ordered[end].predicate == predicate { end += 1 }
            let isSingle = end == index + 1
            for position in index..<end {
                if position > index { output.write(" ,") }
                if isSingle {
                    output.write(ASCII.space)
                } else {
                    output.write("\n")
                    indent(margin + 1, &output)
                }
                try writeObject(
                    ordered[position].object, subjects, graph, margin: isSingle ? margin : margin + 1, to: &output)
            }
            index = end
        }
    }

    /// An object, with what is nested in it. Recursion ends at ``maximumNesting``.
    private func writeObject(
        _ object: Term, _ subjects: Subjects, _ graph: ArraySlice<Quad>, margin: Int, to output: inout ByteOutput
    ) throws {
        guard case .blankNode(let node) = object else {
            if object == .iri(RDF.nil) { output.write("()") } else { try write(object, to: &output) }
            return
        }
        switch layout.form(of: node) {
        case .label:
            output.write(node)
        case .list(let items):
            output.write("(")
            for item in items {
                output.write("\n")
                indent(margin + 1, &output)
                try writeObject(item, subjects, graph, margin: margin + 1, to: &output)
            }
            output.write("\n")
            indent(margin, &output)
            output.write(")")
        case .brackets:
            guard let range = subjects.range(of: node) else { return output.write("[]") }
            output.write("[\n")
            indent(margin + 1, &output)
            try writePredicates(graph[range], subjects, graph, margin: margin + 1, to: &output)
            output.write("\n")
            indent(margin, &output)
            output.write("]")
        }
    }

    // MARK: Terms

    private func write(_ term: Term, depth: Int = 0, to output: inout ByteOutput) throws {
        switch term {
        case .iri(let iri): write(iri, to: &output)
        case .blankNode(let node): output.write(node)
        case .literal(let literal): try write(literal, to: &output)
        case .tripleTerm(let triple):
            guard depth < ByteOutput.maximumDepth else { throw RDFWritingError(.tooDeep(ByteOutput.maximumDepth)) }
            output.write("<<( ")
            try write(triple.subject, depth: depth + 1, to: &output)
            output.write(ASCII.space)
            if triple.predicate == RDF.type {
                output.write(UInt8(ascii: "a"))
            } else {
                write(triple.predicate, to: &output)
            }
            output.write(ASCII.space)
            try write(triple.object, depth: depth + 1, to: &output)
            output.write(" )>>")
        }
    }

    private func write(_ iri: IRI, to output: inout ByteOutput) {
        let text = iri.string.utf8.span
        guard let found = abbreviations.abbreviation(of: text) else { return output.writeIRI(text) }
        output.bytes += abbreviations.entries[found.entry].text
        output.write(text.extracting(found.length..<text.count))
    }

    private func write(_ literal: Literal, to output: inout ByteOutput) throws {
        if Self.isBare(literal) { return output.write(text: literal.lexicalForm) }
        output.writeQuoted(literal.lexicalForm.utf8.span)
        switch literal.kind {
        case .typed(let datatype):
            guard datatype != XSD.string else { return }
            output.write("^^")
            write(datatype, to: &output)
        case .languageTagged(let tag, let direction):
            try output.writeLanguage(tag.utf8.span, direction)
        }
    }

    /// Whether a literal is written without quotes, because the grammar gives the same text the same datatype.
    static func isBare(_ literal: Literal) -> Bool {
        guard case .typed(let datatype) = literal.kind else { return false }
        return BareForm(datatype: datatype.string.utf8.span)?.holds(literal.lexicalForm.utf8.span) ?? false
    }

    private func indent(_ margin: Int, _ output: inout ByteOutput) {
        for _ in 0..<margin { output.write("    ") }
    }
}
