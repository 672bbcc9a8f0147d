internal import ByteText
internal import RDFCanon
internal import RDFModel
internal import RaptorSyntax
internal import RDFSyntax

/// The statements of a graph or of a dataset, each once, in the order of quads: what files are made from and proved
/// against.
struct StatementTable: Sendable {
    /// The terms.
    let terms: TermTable
    /// The statements, sorted.
    let statements: [StatementPlaces]
    /// Where the statements of each graph, or without graphs those of each subject, begin.
    private let starts: [UInt32]
    /// Whether there are graphs.
    let hasGraphs: Bool

    /// A table of statements in any order.
    init(_ terms: TermTable, _ unordered: consuming [StatementPlaces]) {
        var statements = unordered
        // By a function that is seen here: the order of the type itself would be asked for each time.
        statements.sort { $0 < $1 }
        var count = 0
        for index in statements.indices where index == 0 || !(statements[index] == statements[count - 1]) {
            statements[count] = statements[index]
            count += 1
        }
        statements.removeLast(statements.count - count)
        let hasGraphs = (statements.last?.graph ?? 0) > 0
        var starts = [UInt32](repeating: 0, count: terms.count + 2)
        for statement in statements { starts[Int(hasGraphs ? statement.graph : statement.subject) + 1] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        self.terms = terms
        self.hasGraphs = hasGraphs
        self.starts = starts
        self.statements = statements
    }

    /// How many statements there are.
    var count: Int { statements.count }

    /// The statements of all graphs in one.
    func union() -> StatementTable {
        var statements = statements
        for index in statements.indices { statements[index].graph = 0 }
        return StatementTable(terms, statements)
    }

    /// The statements of a subject.
    /// - Precondition: there are no graphs.
    func range(of subject: UInt32) -> Range<Int> { Int(starts[Int(subject)])..<Int(starts[Int(subject) + 1]) }

    /// The subjects, in their order.
    /// - Precondition: there are no graphs.
    func subjects() -> [UInt32] {
        var subjects: [UInt32] = []
        for statement in statements where subjects.last != statement.subject { subjects.append(statement.subject) }
        return subjects
    }

    /// Where a statement stands; `nil` where it is none of these.
    /// - Complexity: O(log *m*) in the statements of its graph, or of its subject.
    func position(of statement: StatementPlaces) -> Int? {
        let group = Int(hasGraphs ? statement.graph : statement.subject)
        guard group + 1 < starts.count else { return nil }
        let place = (Int(starts[group])..<Int(starts[group + 1])).partitioningIndex { !(statements[$0] < statement) }
        return place < statements.count && statements[place] == statement ? place : nil
    }

    /// Calls a body with the statements as values, piece by piece; see ``forEachPart(of:_:)``.
    func forEachPiece(of size: Int, _ body: ([Quad]) throws -> Void) rethrows {
        var values = StatementValues(terms)
        try forEachPart(of: size) { part in try body(part.compactMap { values.quad($0) }) }
    }

    /// Calls a body with the statements, part by part; a part ends where a graph ends, or without graphs a subject.
    /// - Parameter size: after how many statements a part ends as soon as it can.
    func forEachPart(of size: Int, _ body: (ArraySlice<StatementPlaces>) throws -> Void) rethrows {
        var start = 0
        while start < statements.count {
            var end = min(start + size, statements.count)
            while end < statements.count, isTogether(statements[end - 1], statements[end]) { end += 1 }
            try body(statements[start..<end])
            start = end
        }
    }

    /// Some statements, with each of their terms as a value once; without their graphs.
    func numbered(_ part: ArraySlice<StatementPlaces>) -> NumberedTriples {
        var triples = NumberedTriples()
        var numbers: [UInt32: Int] = [:]
        func number(_ place: UInt32) -> Int {
            if let known = numbers[place] { return known }
            let number = triples.add(terms.term(place))
            numbers[place] = number
            return number
        }
        for statement in part {
            let (subject, predicate) = (number(statement.subject), number(statement.predicate))
            triples.add(subject, predicate, number(statement.object))
        }
        return triples
    }

    private func isTogether(_ left: StatementPlaces, _ right: StatementPlaces) -> Bool {
        hasGraphs ? left.graph == right.graph : left.subject == right.subject
    }

    /// Calls a body with the canonical N-Quads document (RDFC-1.0), piece by piece. Without graphs it is N-Triples.
    /// - Complexity: O(*n* log *n*) comparisons of numbers, and O(*n*) memory in them.
    func writeCanonical(to body: ([UInt8]) throws -> Void) rethrows {
        let order = lineOrder()
        var bytes: [UInt8] = []
        for index in order {
            let statement = statements[Int(index)]
            terms.appendLine(of: statement.subject, to: &bytes)
            bytes.append(0x20)
            terms.appendLine(of: statement.predicate, to: &bytes)
            bytes.append(0x20)
            terms.appendLine(of: statement.object, to: &bytes)
            if statement.graph > 0 {
                bytes.append(0x20)
                terms.appendLine(of: statement.graph, to: &bytes)
            }
            bytes.append(0x20)
            bytes.append(UInt8(ascii: "."))
            bytes.append(0x0A)
            if bytes.count >= 1 << 18 {
                try body(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        if !bytes.isEmpty { try body(bytes) }
    }

    /// The places of the statements in the order of their lines: by subject, predicate, object, graph.
    private func lineOrder() -> [UInt32] {
        func keys(_ index: UInt32) -> (UInt64, UInt64) {
            let statement = statements[Int(index)]
            return (
                UInt64(terms.lineOrder(of: statement.subject)) << 32
                    | UInt64(terms.lineOrder(of: statement.predicate)),
                UInt64(terms.lineOrder(of: statement.object)) << 32 | UInt64(terms.lineOrder(of: statement.graph))
            )
        }
        return (0..<UInt32(statements.count)).sorted { keys($0) < keys($1) }
    }

    /// The SHA-256 of the canonical form.
    func canonicalHash() -> String {
        let digest = ByteDigest()
        writeCanonical { digest.update($0[...]) }
        return digest.hexadecimal
    }
}

/// Makes statements values; a term that comes again right away, and predicates, are not made again.
struct StatementValues {
    private let terms: TermTable
    private var predicates: [UInt32: IRI] = [:]
    private var subject: (place: UInt32, term: Term)?
    private var graph: (place: UInt32, name: GraphName)?

    init(_ terms: TermTable) { self.terms = terms }

    /// A statement; `nil` where its predicate is no IRI, which never is.
    mutating func quad(_ statement: StatementPlaces) -> Quad? {
        guard let predicate = predicate(statement.predicate) else { return nil }
        let subject =
            self.subject.flatMap { $0.place == statement.subject ? $0.term : nil } ?? terms.term(statement.subject)
        self.subject = (statement.subject, subject)
        return Quad(Triple(subject, predicate, terms.term(statement.object)), in: name(statement.graph))
    }

    private mutating func predicate(_ place: UInt32) -> IRI? {
        if let known = predicates[place] { return known }
        let iri = terms.iri(place)
        predicates[place] = iri
        return iri
    }

    private mutating func name(_ place: UInt32) -> GraphName {
        guard place > 0 else { return .defaultGraph }
        if let graph, graph.place == place { return graph.name }
        let name = GraphName(terms.term(place)) ?? .defaultGraph
        graph = (place, name)
        return name
    }
}
