internal import ByteText
internal import RDFModel

/// Takes what is read from a file, and compares it with the statements that it must hold.
///
/// A handle is the place of a term among those expected, or stands for one that is not expected at all.
struct ProofSink: QuadSink {
    private let table: StatementTable
    private let stringType: UInt32?
    /// Which statements have come, a bit each.
    private var seen: [UInt64]
    private var seenCount = 0
    private var scratch: [UInt8] = []
    /// Terms that no expected statement has; beyond some thousand, the last stands for the others.
    private var foreign: [Term] = []
    private var callCount = 0

    /// How many statements came that are not expected.
    private(set) var added = 0
    private var firstAdded: Quad?

    private static var firstForeign: UInt32 { 1 << 31 }

    /// A sink for statements that are to come.
    init(_ table: StatementTable) {
        self.table = table
        stringType = table.terms.place(of: XSD.string)
        seen = [UInt64](repeating: 0, count: table.count / 64 + 1)
    }

    /// How many expected statements have not come.
    var lost: Int { table.count - seenCount }

    /// One of the statements that were lost, or added.
    var example: Quad? {
        var values = StatementValues(table.terms)
        guard lost > 0, let index = (0..<table.count).first(where: { seen[$0 / 64] >> UInt64($0 % 64) & 1 == 0 })
        else { return firstAdded }
        return values.quad(table.statements[index])
    }

    private mutating func handle(_ place: UInt32?, _ term: () -> Term) -> TermHandle {
        callCount += 1
        if let place { return TermHandle(place) }
        if foreign.count < 4096 { foreign.append(term()) }
        return TermHandle(Self.firstForeign + UInt32(foreign.count - 1))
    }

    private func term(_ handle: TermHandle) -> Term {
        handle.rawValue < Self.firstForeign
            ? table.terms.term(handle.rawValue) : foreign[Int(handle.rawValue - Self.firstForeign)]
    }

    mutating func iri(_ text: Span<UInt8>) -> TermHandle {
        let place = table.terms.place(of: text, scratch: &scratch)
        return handle(place) { .iri(IRI(unchecked: String(utf8: text))) }
    }

    mutating func blankNode(_ label: Span<UInt8>) -> TermHandle {
        handle(nil) { .blankNode(BlankNode(String(utf8: label))) }
    }

    mutating func freshBlankNode() -> TermHandle { handle(nil) { .blankNode(BlankNode("b")) } }

    mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) -> TermHandle {
        let type = datatype.map(\.rawValue) ?? stringType ?? Self.firstForeign
        let place =
            type < Self.firstForeign
            ? table.terms.place(of: lexicalForm, datatype: type, scratch: &scratch) : nil
        let datatypeTerm = place == nil ? datatype.map(term) : nil
        return handle(place) {
            guard case .iri(let iri)? = datatypeTerm else { return .literal(Literal(String(utf8: lexicalForm))) }
            return .literal(Literal(String(utf8: lexicalForm), datatype: iri))
        }
    }

    mutating func literal(_ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?) -> TermHandle {
        let place = direction == nil ? table.terms.place(of: text, language: language, scratch: &scratch) : nil
        return handle(place) {
            .literal(Literal(String(utf8: text), language: String(utf8: language), direction: direction))
        }
    }

    mutating func tripleTerm(_ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle) -> TermHandle {
        let (subject, predicate, object) = (term(subject), term(predicate), term(object))
        return handle(nil) {
            guard case .iri(let predicate) = predicate else { return subject }
            return .tripleTerm(Triple(subject, predicate, object))
        }
    }

    mutating func quad(_ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?) {
        let statement = StatementPlaces(
            graph: graph?.rawValue ?? 0, subject: subject.rawValue, predicate: predicate.rawValue,
            object: object.rawValue)
        if let position = table.position(of: statement) {
            let bit = UInt64(1) << UInt64(position % 64)
            if seen[position / 64] & bit == 0 { seenCount += 1 }
            seen[position / 64] |= bit
            return
        }
        added += 1
        guard firstAdded == nil, case .iri(let predicate) = term(predicate) else { return }
        firstAdded = Quad(
            Triple(term(subject), predicate, term(object)), in: graph.flatMap { GraphName(term($0)) } ?? .defaultGraph)
    }

    /// Handles stay valid, so that a reader forgets its own tables only.
    var wantsToForgetTerms: Bool { callCount >= 1 << 16 }

    mutating func forgetTerms(keeping kept: inout [TermHandle]) { callCount = 0 }
}
