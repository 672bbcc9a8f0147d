internal import ByteText
public import RDFModel

/// Statements as a reader pushes them, with terms that no store has seen yet.
///
/// Handles count the terms of the batch; terms that come often are mostly there once, others perhaps several times. A
/// ``BulkLoader`` takes a batch on one core while the next one is read on another, and looks many of its terms up at
/// once, which hides the time that memory takes to answer.
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
    private var recentTerms = RecentTerms()
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
        recentTerms.removeAll()
        types.removeSubrange(1...)
        typeNumbers.removeAll(keepingCapacity: true)
        recentTypes.removeAll()
        tripleTerms.removeAll(keepingCapacity: true)
        triples.removeAll(keepingCapacity: true)
        quads.removeAll(keepingCapacity: true)
    }

    /// Adds a term that its text tells from others of its kind and number, or finds it among those added lately.
    @inline(__always)
    private mutating func add(
        _ kind: Kind, _ text: Span<UInt8>, number: UInt32 = 0
    ) throws(StoreError) -> TermHandle {
        let hash = text.hash(seed: seed)
        if let handle = recentTerms.handle(hash), isTerm(handle, kind, text, number: number, hash) {
            return TermHandle(handle)
        }
        let start = bytes.count
        guard start + text.count <= Int(UInt32.max) else { throw .tooMuchText }
        bytes.append(copying: text)
        let handle = append(
            Entry(
                hash: hash, start: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: text.count),
                number: number, kind: kind))
        recentTerms.remember(hash, handle.rawValue)
        return handle
    }

    @inline(__always)
    private func isTerm(_ handle: UInt32, _ kind: Kind, _ text: Span<UInt8>, number: UInt32, _ hash: UInt64) -> Bool {
        let entry = terms[Int(handle)]
        guard entry.hash == hash, entry.kind == kind, entry.number == number else { return false }
        let start = Int(entry.start)
        return bytes.span.extracting(start..<start + Int(entry.length)).hasSameElements(as: text)
    }

    /// Adds a term of which no text tells whether it is the same as another.
    private mutating func append(_ entry: Entry) -> TermHandle {
        terms.append(entry)
        return TermHandle(UInt32(truncatingIfNeeded: terms.count - 1))
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

    public mutating func freshBlankNode() throws(StoreError) -> TermHandle {
        append(Entry(hash: 0, start: 0, length: 0, number: 0, kind: .freshBlankNode))
    }

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
        return append(
            Entry(hash: 0, start: 0, length: 0, number: UInt32(tripleTerms.count - 1), kind: .tripleTerm))
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

/// Terms added lately, by their hashes: one for each place in a table that stays in the first-level cache.
private struct RecentTerms: Sendable {
    private struct Entry: BitwiseCopyable, Sendable {
        /// The upper half of the hash, and one more than the handle; zero for none.
        var mark: UInt32
        var next: UInt32
    }

    private static let count = 1024
    private var entries = [Entry](repeating: Entry(mark: 0, next: 0), count: count)

    /// The handle of the term that may have a hash.
    @inline(__always)
    func handle(_ hash: UInt64) -> UInt32? {
        let entry = entries[Int(truncatingIfNeeded: hash) & (Self.count - 1)]
        guard entry.next != 0, entry.mark == UInt32(truncatingIfNeeded: hash &>> 32) else { return nil }
        return entry.next &- 1
    }

    @inline(__always)
    mutating func remember(_ hash: UInt64, _ handle: UInt32) {
        entries[Int(truncatingIfNeeded: hash) & (Self.count - 1)] = Entry(
            mark: UInt32(truncatingIfNeeded: hash &>> 32), next: handle &+ 1)
    }

    mutating func removeAll() {
        for place in entries.indices { entries[place].next = 0 }
    }
}
