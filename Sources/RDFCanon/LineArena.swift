internal import ByteText

/// Lines in one block of bytes, to be sorted without an array of their own each.
struct LineArena {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// Appends a line, line feed included, that a function writes.
    mutating func append(_ write: (inout [UInt8]) -> Void) {
        write(&bytes)
        ends.append(bytes.count)
    }

    /// The lines in byte order, without duplicates.
    /// - Complexity: O(*n* log *n*) comparisons of lines.
    func sortedDistinct() -> [UInt8] {
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(ends.count)
        var start = 0
        for end in ends {
            ranges.append(start..<end)
            start = end
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        let span = bytes.span
        ranges.sort { span.extracting($0).compareBytes(with: span.extracting($1)) < 0 }
        for (index, range) in ranges.enumerated() {
            let line = span.extracting(range)
            if index > 0, span.extracting(ranges[index - 1]).hasSameElements(as: line) { continue }
            result.append(copying: line)
        }
        return result
    }
}
