internal import ByteText
public import RDFModel

/// Statements as a reader pushes them, with terms that no store has seen yet.
///
/// Handles count the terms of the batch, the same term perhaps several times. A ``BulkLoader`` takes a batch on one core
/// while the next one is read on another, and looks many of its terms up at once, which hides the time that memory
/// takes to answer.
///
///     bytes    h t t p : / / a . o r g 4 2 …      the texts of the terms, end to end
///     terms    hash, place and kind of each       a literal with the number of its type among `types`
///     rows     handles                            the graph above zero where there is one
///
/// Handles are void once the batch is emptied: it is for readers that keep none from one chunk to the next, as those
/// of N-Triples and N-Quads.
public struct StatementBatch: QuadSink, Sendable {
    enum Kind: UInt8, BitwiseCopyable, Sendable {
        case iri, literal, blankNode, freshBlankNode, tripleTerm
    }

    struct Entry: BitwiseCopyable, Sendable {
        /// Of the text alone.
        var hash: UInt64
        var start: UInt32
        var length: UInt32
        /// The number of a literal's type or of a triple term.
        var number: UInt32
        var kind: Kind
    }

    private let seed: HashSeed
    private(set) var bytes: [UInt8] = []
    private(set) var terms: [Entry] = []
    /// The types of literals; the id of a datatype is a handle.
    private(set) var types: [LiteralTypeKey] = []
    private var typeNumbers: [LiteralTypeKey: UInt32] = [:]
    private var recentTypes = RecentTypes()
    /// Triple terms, and statements whose graphs the document does not name; ids are handles.
    private(set) var tripleTerms: [TripleRow] = []
    private(set) var triples: [TripleRow] = []
    private(set) var quads: [QuadRow] = []

    init(seed: HashSeed) {
        self.seed = seed
        // The first type is `xsd:string`.
        types.append(.language([], nil))
    }

    /// How many statements there are, duplicates included.
    public var count: Int { triples.count + quads.count }

    /// Drops everything and keeps the room.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        terms.removeAll(keepingCapacity: true)
        types.removeSubrange(1...)
        typeNumbers.removeAll(keepingCapacity: true)
        recentTypes.removeAll()
        tripleTerms.removeAll(keepingCapacity: true)
        triples.removeAll(keepingCapacity: true)
        quads.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    private mutating func add(
        _ kind: Kind, _ text: Span<UInt8>, number: UInt32 = 0
    ) throws(StoreError) -> TermHandle {
        let (start, handle) = (bytes.count, terms.count)
        guard start + text.count <= Int(UInt32.max) else { throw .tooMuchText }
        bytes.append(copying: text)
        terms.append(
            Entry(
                hash: text.hash(seed: seed), start: UInt32(truncatingIfNeeded: start),
                length: UInt32(truncatingIfNeeded: text.count), number: number, kind: kind))
        return TermHandle(UInt32(truncatingIfNeeded: handle))
    }

    private mutating func addType(_ key: LiteralTypeKey) -> UInt32 {
        if let number = typeNumbers[key] { return number }
        let number = UInt32(types.count)
        types.append(key)
        typeNumbers[key] = number
        return number
    }

    private static func row(_ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle) -> TripleRow {
        TripleRow(
            subject: TermID(rawValue: subject.rawValue), predicate: TermID(rawValue: predicate.rawValue),
            object: TermID(rawValue: object.rawValue))
    }
}

// MARK: - QuadSink

extension StatementBatch {
    public mutating func iri(_ text: Span<UInt8>) throws(StoreError) -> TermHandle { try add(.iri, text) }

    public mutating func blankNode(_ label: Span<UInt8>) throws(StoreError) -> TermHandle { try add(.blankNode, label) }

    public mutating func freshBlankNode() throws(StoreError) -> TermHandle { try add(.freshBlankNode, "".utf8.span) }

    public mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) throws(StoreError) -> TermHandle {
        guard let datatype else { return try add(.literal, lexicalForm) }
        let key = UInt64(datatype.rawValue)
        if let number = recentTypes.number(key) { return try add(.literal, lexicalForm, number: number) }
        let number = addType(.datatype(TermID(rawValue: datatype.rawValue)))
        recentTypes.remember(key, number)
        return try add(.literal, lexicalForm, number: number)
    }

    public mutating func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?
    ) throws(StoreError) -> TermHandle {
        let key = RecentTypes.key(language, direction)
        if let key, let number = recentTypes.number(key) { return try add(.literal, text, number: number) }
        let number = addType(.language(TermDictionary.lowerCased(language), direction))
        if let key { recentTypes.remember(key, number) }
        return try add(.literal, text, number: number)
    }

    public mutating func tripleTerm(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle
    ) throws(StoreError) -> TermHandle {
        tripleTerms.append(Self.row(subject, predicate, object))
        return try add(.tripleTerm, "".utf8.span, number: UInt32(tripleTerms.count - 1))
    }

    public mutating func quad(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?
    ) {
        let row = Self.row(subject, predicate, object)
        guard let graph else { return triples.append(row) }
        quads.append(
            QuadRow(
                subject: row.subject, predicate: row.predicate, object: row.object,
                graph: TermID(rawValue: graph.rawValue)))
    }
}
