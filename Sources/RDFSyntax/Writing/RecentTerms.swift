internal import ByteText
internal import RDFModel

/// The terms of the statements that are being written, as bytes: what the sink of Turtle holds, and forgets.
///
///     bytes    [ text text tag text … ]
///     entries  [ entry entry entry … ]      a handle is a place here
///
/// A term is not looked for before it is added: one that is given twice stands here twice.
struct RecentTerms {
    enum Kind {
        case iri, blankNode, freshBlankNode, literal, taggedLiteral, tripleTerm
    }

    struct Entry {
        let kind: Kind
        var direction: BaseDirection?
        /// Where the text ends: that of a language tag, which follows that of its literal, where there is one.
        var end: UInt32 = 0
        /// The text of an IRI, a label, a lexical form: from here …
        var start: UInt32 = 0
        /// … to here.
        var textEnd: UInt32 = 0
        /// The number of a fresh blank node; the datatype of a literal plus one, or zero.
        var number: UInt32 = 0
        /// The predicate and the object of a triple term, whose subject is the number.
        var predicate = TermHandle(0)
        var object = TermHandle(0)

        var text: Range<Int> { Int(start)..<Int(textEnd) }
        var tag: Range<Int> { Int(textEnd)..<Int(end) }
    }

    private(set) var entries: [Entry] = []
    private(set) var bytes: [UInt8] = []
    /// How many nodes without a label have come.
    private var freshCount: UInt32 = 0

    /// More than this is worth forgetting: it fits into the cache nearest to a core.
    private static var plenty: Int { 1 << 14 }

    /// Whether there is so much that the reader should let go of it.
    var isPlenty: Bool { bytes.count >= Self.plenty || entries.count >= Self.plenty / 16 }

    init() {
        bytes.reserveCapacity(2 * Self.plenty)
        entries.reserveCapacity(Self.plenty / 8)
    }

    // MARK: Adding

    @inline(__always)
    private mutating func add(_ entry: Entry) -> TermHandle {
        entries.append(entry)
        return TermHandle(UInt32(truncatingIfNeeded: entries.count &- 1))
    }

    /// The text of a term is at most as long as a reader's limit; all together stay below the 4 GiB that offsets reach.
    private mutating func add(_ kind: Kind, _ text: Span<UInt8>, number: UInt32 = 0) throws -> TermHandle {
        let start = bytes.count
        guard start + text.count <= UInt32.max else { throw RDFWritingError(.statementTooLong) }
        bytes.append(copying: text)
        let end = UInt32(truncatingIfNeeded: bytes.count)
        return add(
            Entry(kind: kind, end: end, start: UInt32(truncatingIfNeeded: start), textEnd: end, number: number))
    }

    mutating func iri(_ text: Span<UInt8>) throws -> TermHandle { try add(.iri, text) }

    mutating func blankNode(_ label: Span<UInt8>) throws -> TermHandle {
        try add(.blankNode, label)
    }

    mutating func freshBlankNode() -> TermHandle {
        freshCount += 1
        return add(Entry(kind: .freshBlankNode, number: freshCount - 1))
    }

    mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) throws -> TermHandle {
        try add(.literal, lexicalForm, number: datatype.map { $0.rawValue + 1 } ?? 0)
    }

    mutating func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?
    ) throws -> TermHandle {
        let handle = try add(.taggedLiteral, text)
        guard bytes.count + language.count <= UInt32.max else { throw RDFWritingError(.statementTooLong) }
        bytes.append(copying: language)
        let index = entries.count - 1
        entries[index].end = UInt32(truncatingIfNeeded: bytes.count)
        entries[index].direction = direction
        return handle
    }

    mutating func tripleTerm(_ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle) -> TermHandle {
        add(Entry(kind: .tripleTerm, number: subject.rawValue, predicate: predicate, object: object))
    }

    // MARK: Looking

    @inline(__always)
    subscript(handle: TermHandle) -> Entry { entries[Int(handle.rawValue)] }

    /// The datatype of a literal; `nil` for `xsd:string`.
    func datatype(of literal: Entry) -> TermHandle? {
        guard literal.number > 0 else { return nil }
        let handle = TermHandle(literal.number - 1)
        if case .string = DatatypeKind(bytes.span.extracting(self[handle].text)) { return nil }
        return handle
    }

    /// Whether two handles are of one IRI or one blank node.
    func areSame(_ left: TermHandle, _ right: TermHandle) -> Bool {
        if left == right { return true }
        let (left, right) = (self[left], self[right])
        return left.kind == right.kind && left.number == right.number
            && bytes.span.extracting(left.text).hasSameElements(as: bytes.span.extracting(right.text))
    }

    // MARK: Forgetting

    /// Drops all terms but some IRIs and blank nodes, which get new handles.
    mutating func forget(keeping kept: inout [TermHandle]) {
        let (oldEntries, oldBytes) = (entries, bytes)
        entries.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        for index in kept.indices {
            var entry = oldEntries[Int(kept[index].rawValue)]
            let start = bytes.count
            bytes.append(copying: oldBytes.span.extracting(entry.text))
            entry.start = UInt32(truncatingIfNeeded: start)
            entry.textEnd = UInt32(truncatingIfNeeded: bytes.count)
            entry.end = entry.textEnd
            kept[index] = add(entry)
        }
    }
}
