internal import ByteText

/// The texts of all terms of one kind, one after another in the order of their indexes.
///
///     bytes   h t t p : / / a . o r g h t t p : / / b . o r g u r n : c
///     starts  0                       12                      24        29
///
/// A text is addressed by two neighbours of `starts`; nothing is stored per text but four bytes.
struct TermTexts: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var starts: [UInt32] = [0]

    /// How many texts there are.
    var count: Int { starts.count - 1 }

    /// The bytes that the texts and their addresses take.
    var memory: Int { bytes.capacity + starts.capacity * 4 }

    /// Whether another text of this length can be addressed.
    func hasRoom(for length: Int) -> Bool { bytes.count + length <= Int(UInt32.max) }

    /// Where a text stands.
    @inline(__always)
    func range(_ index: Int) -> Range<Int> { Int(starts[index])..<Int(starts[index + 1]) }

    /// Adds a text.
    /// - Precondition: there is room for it.
    mutating func append(_ text: Span<UInt8>) {
        unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        starts.append(UInt32(bytes.count))
    }

    /// Makes room at once for what is going to be added.
    mutating func reserve(texts: Int, bytes: Int) {
        self.bytes.reserveCapacity(bytes)
        starts.reserveCapacity(texts + 1)
    }

    @inline(__always)
    func equals(_ index: Int, _ text: Span<UInt8>) -> Bool {
        let range = range(index)
        return range.count == text.count && bytes.span.extracting(range).hasSameElements(as: text)
    }

    /// Gives the bytes of a text to a function.
    @inline(__always)
    func withText<Result, Failure: Error>(
        _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(bytes.span.extracting(range(index)))
    }

    /// The same texts in another order: the text at place *i* is the one that was at `order[i]`.
    /// - Complexity: O(*n*) in the bytes.
    func reordered(by order: [UInt32]) -> TermTexts {
        var result = TermTexts()
        result.reserve(texts: order.count, bytes: bytes.count)
        for index in order { result.append(bytes.span.extracting(range(Int(index)))) }
        return result
    }
}
