internal import ByteText
internal import RDFCanon
internal import RDFModel

/// The terms of what is published, each once, by their places in the order of terms, from 1.
///
/// A directory of a hundred thousand organizations has three million of them: they stand in one block of bytes, and
/// are made into values piece by piece, where a writer wants values.
final class TermTable: Sendable {
    private let arena: TermArena
    /// The number in the arena of each place.
    private let numbers: [UInt32]
    /// The place of each number.
    private let places: [UInt32]
    /// For each place, where the term stands in the order of lines.
    private let lineOrder: [UInt32]

    /// The terms of an arena of IRIs and literals.
    init(_ arena: TermArena) {
        self.arena = arena
        numbers = arena.inOrderOfTerms()
        var places = [UInt32](repeating: 0, count: arena.count)
        for (index, number) in numbers.enumerated() { places[Int(number)] = UInt32(index + 1) }
        self.places = places
        var lineOrder = [UInt32](repeating: 0, count: arena.count + 1)
        for (index, number) in arena.inOrderOfLines(numbers).enumerated() {
            lineOrder[Int(places[Int(number)])] = UInt32(index + 1)
        }
        self.lineOrder = lineOrder
    }

    /// How many terms there are.
    var count: Int { numbers.count }

    /// The place of a term by its number in the arena.
    func place(ofNumber number: UInt32) -> UInt32 { places[Int(number)] }

    /// Where the term of a place stands in the order of lines; no graph stands before all.
    func lineOrder(of place: UInt32) -> UInt32 { lineOrder[Int(place)] }

    /// The term of a place.
    func term(_ place: UInt32) -> Term { arena.term(numbers[Int(place) - 1]) { _ in BlankNode("") } }

    /// The IRI of a place.
    func iri(_ place: UInt32) -> IRI? { if case .iri(let iri) = term(place) { iri } else { nil } }

    /// Whether the term of a place is an IRI.
    func isIRI(_ place: UInt32) -> Bool { arena.kind(of: numbers[Int(place) - 1]) == .iri }

    /// Whether the IRI of a place, or the datatype of the literal there, begins with one of some texts.
    /// - Parameter plain: the place of the datatype that is not looked at.
    func begins(_ place: UInt32, withOneOf texts: [[UInt8]], plain: UInt32?) -> Bool {
        arena.begins(numbers[Int(place) - 1], withOneOf: texts, plain: plain.map { numbers[Int($0) - 1] })
    }

    /// Appends the term of a place as canonical N-Quads have it.
    func appendLine(of place: UInt32, to bytes: inout [UInt8]) {
        arena.appendLine(of: numbers[Int(place) - 1], to: &bytes)
    }

    /// Hands the term of a place to a sink.
    /// - Parameter handle: what the sink calls the term of another place.
    func hand<Sink: QuadSink>(
        _ place: UInt32, to sink: inout Sink, handle: (UInt32, inout Sink) throws -> TermHandle
    ) throws -> TermHandle? {
        try arena.hand(numbers[Int(place) - 1], to: &sink) { try handle(self.place(ofNumber: $0), &$1) }
    }

    // MARK: Looking

    /// The place of an IRI; `nil` where it is none of these.
    func place(of iri: Span<UInt8>, scratch: inout [UInt8]) -> UInt32? {
        arena.number(ofIRI: iri, scratch: &scratch).map(place(ofNumber:))
    }

    /// The place of an IRI; `nil` where it is none of these.
    func place(of iri: IRI) -> UInt32? {
        var scratch: [UInt8] = []
        return place(of: iri.string.utf8.span, scratch: &scratch)
    }

    /// The place of a literal of a datatype.
    func place(of lexicalForm: Span<UInt8>, datatype: UInt32, scratch: inout [UInt8]) -> UInt32? {
        arena.number(datatype: numbers[Int(datatype) - 1], lexicalForm, scratch: &scratch).map(place(ofNumber:))
    }

    /// The place of a literal in a language.
    func place(of text: Span<UInt8>, language: Span<UInt8>, scratch: inout [UInt8]) -> UInt32? {
        arena.number(language: language, text, scratch: &scratch).map(place(ofNumber:))
    }
}

/// Collects statements as numbers, to be sorted when all have come.
struct GraphBuilder {
    private var arena = TermArena()
    private var statements: [StatementPlaces] = []

    /// Adds statements; none mentions a blank node.
    mutating func add(_ quads: some Sequence<Quad>) {
        var last: (term: Term, number: UInt32)?
        for quad in quads {
            let subject = last?.term == quad.subject ? last?.number ?? 0 : number(of: quad.subject)
            last = (quad.subject, subject)
            statements.append(
                StatementPlaces(
                    graph: quad.graph.term.map { number(of: $0) + 1 } ?? 0, subject: subject,
                    predicate: arena.intern(.iri, quad.predicate.string.utf8.span), object: number(of: quad.object)))
        }
    }

    private mutating func number(of term: Term) -> UInt32 {
        switch term {
        case .iri(let iri): return arena.intern(.iri, iri.string.utf8.span)
        case .literal(let literal): return arena.intern(literal)
        case .blankNode, .tripleTerm: preconditionFailure("every thing of a directory has an IRI")
        }
    }

    /// The statements, each once.
    consuming func table() -> StatementTable {
        let terms = TermTable(arena)
        for index in statements.indices {
            let statement = statements[index]
            statements[index] = StatementPlaces(
                graph: statement.graph == 0 ? 0 : terms.place(ofNumber: statement.graph - 1),
                subject: terms.place(ofNumber: statement.subject),
                predicate: terms.place(ofNumber: statement.predicate), object: terms.place(ofNumber: statement.object))
        }
        return StatementTable(terms, statements)
    }
}
