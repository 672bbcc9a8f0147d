internal import ByteText
internal import JSONText
internal import Localization
internal import RDFModel

/// The proof of what is written of RDF: each node is read back from its text, and must say what it was made from.
///
/// Statements are compared as lines; the cells of lists have no names, so that a list is written as its items:
///
///     <http://e/a> <http://e/p> ( "1" "2" ) .
///
/// Nodes come one by one, and so do their proofs: memory is that of the largest node, or graph.
struct StatementProof {
    private let session: Session
    private let expansion: Expansion
    private let active: ActiveContext
    private var conversion: ToRDF
    private var recorder = StatementRecorder()
    /// How many statements have been proved.
    private(set) var statements = 0
    /// How many terms are remembered between nodes.
    private static let rememberedTerms = 50_000

    /// - Parameter context: the context that the document has.
    init(_ processor: JSONLDProcessor, context: JSONValue) throws(JSONLDError) {
        var processor = processor
        processor.options.rdfDirection = .dirLangString
        session = Session(options: processor.options, loader: processor.loader)
        let document = RemoteDocument(.null, documentURL: nil)
        let initial: ActiveContext
        (expansion, initial) = try processor.expansion(of: document, isFrame: false, session)
        active = try session.process(context.localContext, in: initial, baseURL: nil)
        conversion = ToRDF(session: session)
    }

    /// Proves that a node, as it is written, says what it was made from.
    /// - Parameter lines: the statements that it was made from.
    /// - Throws: ``JSONLDError`` that names a statement which does not come back.
    mutating func prove(_ node: JSONValue, says lines: [StatementLine]) throws {
        var found = try linesRead(JSONWriter(layout: .compact).bytes(node))
        var expected = lines.map(\.text)
        expected.sort { $0.precedesInBytes($1) }
        found.sort { $0.precedesInBytes($1) }
        guard expected.count == found.count, zip(expected, found).allSatisfy({ $0.hasSameBytes(as: $1) }) else {
            let known = Set(found.map { ByteKey($0) })
            let lost = expected.first { !known.contains(ByteKey($0)) } ?? found.last ?? ""
            throw JSONLDError(.unsupportedTerm, .statementLost, lost.cutForMessage)
        }
        statements += lines.reduce(0) { $0 + $1.statements }
    }

    private mutating func linesRead(_ text: [UInt8]) throws -> [String] {
        let value: JSONValue
        do { value = try JSONValue(json: text.span) } catch { return [] }
        let expanded = try expansion.expand(value, of: .keyword(.graph), in: active, depth: 2)
        try expanded.forEachNode { try conversion.convertNode($0, into: &recorder) }
        defer {
            if recorder.terms > Self.rememberedTerms {
                (recorder, conversion) = (StatementRecorder(), ToRDF(session: session))
            }
        }
        return recorder.takeLines()
    }
}

/// A statement as a line, in the form of N-Quads but for lists.
struct StatementLine {
    let text: String
    /// For how many statements it stands: a list is several.
    let statements: Int

    init(_ subject: String, _ predicate: String, _ object: String, graph: String?, statements: Int = 1) {
        text = subject + " " + predicate + " " + object + (graph.map { " " + $0 } ?? "") + " ."
        self.statements = statements
    }

    /// An IRI, or a blank node identifier.
    static func resource(_ text: String) -> String { IRIForm.isBlankNode(text) ? text : "<" + text + ">" }

    static func literal(_ text: String, datatype: String?) -> String {
        let quoted = "\"" + text + "\""
        guard let datatype, !datatype.hasSameBytes(as: XSD.string.string) else { return quoted }
        return quoted + "^^" + resource(datatype)
    }

    static func literal(_ text: String, language: String, direction: BaseDirection?) -> String {
        "\"" + text + "\"@" + language.asciiLowercased + (direction.map { "--" + $0.rawValue } ?? "")
    }
}

extension String {
    /// The text as it stands in a message: what is long is cut.
    var cutForMessage: String {
        unicodeScalars.count <= 200 ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(200))) + "…"
    }
}

/// A sink that keeps the statements of a node as lines.
private struct StatementRecorder: QuadSink {
    private struct Recorded {
        let subject: Int
        let predicate: Int
        let object: Int
        let graph: Int?
    }

    private struct Cell {
        var first: Int?
        var rest: Int?
        var graph: Int?
        /// Whether it is no cell of a list, or the list of two.
        var isKnot = false
    }

    private var texts: [String] = []
    private var isFresh: [Bool] = []
    private var recorded: [Recorded] = []

    /// How many terms there are.
    var terms: Int { texts.count }

    private mutating func term(_ text: String, isFresh: Bool = false) -> TermHandle {
        texts.append(text)
        self.isFresh.append(isFresh)
        return TermHandle(UInt32(texts.count - 1))
    }

    mutating func iri(_ text: Span<UInt8>) -> TermHandle { term(StatementLine.resource(String(utf8: text))) }

    mutating func blankNode(_ label: Span<UInt8>) -> TermHandle { term("_:" + String(utf8: label)) }

    mutating func freshBlankNode() -> TermHandle { term("[]", isFresh: true) }

    mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) -> TermHandle {
        let type = datatype.map { texts[Int($0.rawValue)] }
        return term("\"" + String(utf8: lexicalForm) + "\"" + (type.map { "^^" + $0 } ?? ""))
    }

    mutating func literal(_ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?) -> TermHandle {
        term(StatementLine.literal(String(utf8: text), language: String(utf8: language), direction: direction))
    }

    mutating func tripleTerm(_ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle) -> TermHandle {
        term("<<( )>>")
    }

    mutating func quad(_ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?) {
        recorded.append(
            Recorded(
                subject: Int(subject.rawValue), predicate: Int(predicate.rawValue), object: Int(object.rawValue),
                graph: graph.map { Int($0.rawValue) }))
    }

    /// The lines of what has been recorded, which is forgotten.
    mutating func takeLines() -> [String] {
        defer { recorded = [] }
        let (first, rest) = (StatementLine.resource(RDF.first.string), StatementLine.resource(RDF.rest.string))
        var cells: [Int: Cell] = [:]
        for quad in recorded where isFresh[quad.subject] {
            var cell = cells[quad.subject] ?? Cell(graph: quad.graph)
            if cell.graph != quad.graph { cell.isKnot = true }
            if texts[quad.predicate].hasSameBytes(as: first), cell.first == nil {
                cell.first = quad.object
            } else if texts[quad.predicate].hasSameBytes(as: rest), cell.rest == nil {
                cell.rest = quad.object
            } else {
                cell.isKnot = true
            }
            cells[quad.subject] = cell
        }
        return recorded.filter { !isFresh[$0.subject] }.map { quad in
            StatementLine(
                texts[quad.subject], texts[quad.predicate], text(of: quad.object, quad.graph, &cells),
                graph: quad.graph.map { texts[$0] }
            ).text
        } + cells.keys.map { _ in "[]" }
    }

    /// A value; a list as its items, whose cells are taken: each belongs to one.
    private func text(of object: Int, _ graph: Int?, _ cells: inout [Int: Cell]) -> String {
        guard isFresh[object] else { return texts[object] }
        var items = "("
        var current = object
        while isFresh[current] {
            guard let cell = cells.removeValue(forKey: current), !cell.isKnot, cell.graph == graph,
                let first = cell.first, let rest = cell.rest
            else { return "[]" }
            items += " " + text(of: first, graph, &cells)
            current = rest
        }
        return texts[current].hasSameBytes(as: StatementLine.resource(RDF.nil.string)) ? items + " )" : "[]"
    }
}
