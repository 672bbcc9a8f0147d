internal import ByteText
internal import RDFModel

/// Where a term stood in the source, with its delimiters, and its handle.
struct LastTerm {
    var start = 0
    var length = 0
    var handle = TermHandle(0)

    /// Whether the same bytes stand at an offset.
    @inline(__always)
    func recurs(in bytes: Span<UInt8>, at offset: Int) -> Bool {
        length > 0 && offset &+ length <= bytes.count
            && bytes.extracting(start..<(start &+ length)).hasSameElements(
                as: bytes.extracting(offset..<(offset &+ length)))
    }
}

/// The last terms of a place, such as the predicates, with a guess which comes next: the one that came next the last
/// time, or the same again.
///
/// Where statements are sorted, or written by a program, nearly every predicate is guessed, and one comparison stands
/// for a scan and a look into the sink's table.
struct LastTerms {
    private var terms: [LastTerm] = []
    private var successors: [Int] = []
    private var last = 0
    /// Where the next term is put once there are as many as are kept.
    private var oldest = 0

    private static var capacity: Int { 32 }

    init() {
        terms.reserveCapacity(Self.capacity)
        successors.reserveCapacity(Self.capacity)
    }

    /// Drops all terms.
    mutating func forget() {
        terms.removeAll(keepingCapacity: true)
        successors.removeAll(keepingCapacity: true)
        last = 0
        oldest = 0
    }

    /// The term that stands at an offset, if it is one of the two that are guessed.
    @inline(__always)
    mutating func next(in bytes: Span<UInt8>, at offset: Int) -> LastTerm? {
        guard !terms.isEmpty else { return nil }
        let guess = successors[last]
        if terms[guess].recurs(in: bytes, at: offset) {
            last = guess
            return terms[guess]
        }
        // One that comes again leaves the guess as it is: after the same types comes the same other predicate.
        return terms[last].recurs(in: bytes, at: offset) ? terms[last] : nil
    }

    /// Notes a term that was not guessed: with its new handle, or, where it is known, as the one that comes next.
    mutating func add(_ term: LastTerm, in bytes: Span<UInt8>) {
        let number: Int
        if let known = terms.firstIndex(where: { $0.length == term.length && $0.recurs(in: bytes, at: term.start) }) {
            number = known
            terms[known] = term
        } else if terms.count < Self.capacity {
            number = terms.count
            terms.append(term)
            successors.append(number)
        } else {
            number = oldest
            oldest = (oldest + 1) % Self.capacity
            terms[number] = term
            successors[number] = number
        }
        successors[last] = number
        last = number
    }
}
