internal import ByteText

/// The texts of all terms of one kind, one after another in the order of their indexes.
///
///     bytes    h t t p : / / a . o r g h t t p : / / b . o r g u r n : c
///     records  0·tag                   12·tag                  24·tag    29
///
/// A text is addressed by two neighbours of `records`. Beside the address stands a tag, which together with the text
/// tells terms apart: the number of a literal's type, the scope of a blank node's label, nothing for an IRI.
struct TermTexts: Sendable {
    struct Record: BitwiseCopyable {
        var start: UInt32
        var tag: UInt32
    }

    private(set) var bytes: [UInt8] = []
    /// One more than there are texts; the last says where the next text will begin.
    private var records = [Record(start: 0, tag: 0)]

    /// How many texts there are.
    var count: Int { records.count - 1 }

    /// The bytes that the texts and their addresses take.
    var memory: Int { bytes.capacity + records.capacity * 8 }

    /// Whether another text of this length can be addressed.
    func hasRoom(for length: Int) -> Bool { bytes.count + length <= Int(UInt32.max) }

    /// Where a text stands.
    @inline(__always)
    func range(_ index: Int) -> Range<Int> { Int(records[index].start)..<Int(records[index + 1].start) }

    /// What stands beside a text.
    @inline(__always)
    func tag(_ index: Int) -> UInt32 { records[index].tag }

    /// Adds a text.
    /// - Precondition: there is room for it.
    mutating func append(_ text: Span<UInt8>, tag: UInt32 = 0) {
        unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        records[records.count - 1].tag = tag
        records.append(Record(start: UInt32(bytes.count), tag: 0))
    }

    /// Makes room at once for what is going to be added.
    mutating func reserve(texts: Int, bytes: Int) {
        self.bytes.reserveCapacity(bytes)
        records.reserveCapacity(texts + 1)
    }

    /// Whether a text and its tag are the given ones.
    @inline(__always)
    func equals(_ index: Int, _ text: Span<UInt8>, tag: UInt32 = 0) -> Bool {
        let record = records[index]
        let (start, end) = (Int(record.start), Int(records[index + 1].start))
        return end - start == text.count && record.tag == tag
            && bytes.span.extracting(start..<end).hasSameElements(as: text)
    }

    /// Gives the bytes of a text to a function.
    @inline(__always)
    func withText<Result, Failure: Error>(
        _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(bytes.span.extracting(range(index)))
    }
}

// MARK: - Filling in any order

extension TermTexts {
    /// Texts that are written by place; see ``init(unsafeUninitializedCount:bytes:_:)``.
    @unsafe
    struct Target {
        fileprivate let bytes: UnsafeMutableBufferPointer<UInt8>
        fileprivate let records: UnsafeMutableBufferPointer<Record>

        /// Puts a copy of another's text at a place, its bytes from `start`, which is moved behind them.
        ///
        /// Safe where `place` is less than the count, and the bytes from `start` on have room for the text.
        @inline(__always)
        func put(_ texts: TermTexts, _ index: Int, at place: Int, _ start: inout Int) {
            let range = texts.range(index)
            unsafe records.initializeElement(
                at: place, to: Record(start: UInt32(truncatingIfNeeded: start), tag: texts.tag(index)))
            unsafe texts.bytes.withUnsafeBufferPointer { source in
                guard let source = source.baseAddress, let target = unsafe bytes.baseAddress else { return }
                unsafe (target + start).update(from: source + range.lowerBound, count: range.count)
            }
            start += range.count
        }
    }

    /// So many texts of so many bytes in all.
    ///
    /// Safe where `fill` puts a text at every place, and the bytes of the texts follow one another in the order of the
    /// places.
    @unsafe
    init(unsafeUninitializedCount count: Int, bytes byteCount: Int, _ fill: (Target) -> Void) {
        self.init()
        guard count > 0 else { return }
        unsafe bytes = [UInt8](unsafeUninitializedCapacity: byteCount) { bytes, initialized in
            unsafe records = [Record](unsafeUninitializedCapacity: count + 1) { records, initialized in
                unsafe fill(Target(bytes: bytes, records: records))
                unsafe records.initializeElement(at: count, to: Record(start: UInt32(byteCount), tag: 0))
                initialized = count + 1
            }
            initialized = byteCount
        }
    }
}
