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
        ranges.sort { Self.compare(span, $0, $1) < 0 }
        for (index, range) in ranges.enumerated() {
            if index > 0, Self.compare(span, ranges[index - 1], range) == 0 { continue }
            result += bytes[range]
        }
        return result
    }

    /// Less than 0, 0 or more than 0, as one run of bytes stands before another, is the same or stands after.
    private static func compare(_ bytes: Span<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Int {
        let count = min(left.count, right.count)
        for offset in 0..<count {
            let (a, b) = (bytes[left.lowerBound + offset], bytes[right.lowerBound + offset])
            if a != b { return a < b ? -1 : 1 }
        }
        return left.count - right.count
    }
}
