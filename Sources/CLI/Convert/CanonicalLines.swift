internal import ByteText

/// Lines put in order, each once: a canonical document of lines that have the canonical form already.
///
/// Byte order, which for UTF-8 is the order of code points that the specifications ask for.
struct CanonicalLines {
    private var bytes: [UInt8] = []

    /// Appends whole lines.
    mutating func append(_ lines: [UInt8]) { bytes += lines }

    /// Hands the lines on, sorted, each once, in pieces.
    /// - Returns: how many different lines there are.
    /// - Complexity: O(*n* log *n*) comparisons, and memory for all lines.
    func write(to output: ([UInt8]) throws -> Void) rethrows -> Int {
        let span = bytes.span
        var lines: [Range<Int>] = []
        var start = 0
        for index in span.indices where span[index] == 0x0A {
            lines.append(start..<(index + 1))
            start = index + 1
        }
        lines.sort { left, right in
            span.extracting(left).compareBytes(with: span.extracting(right)) < 0
        }
        var piece: [UInt8] = []
        var last: Range<Int>?
        var count = 0
        for line in lines {
            if let last, span.extracting(last).hasSameElements(as: span.extracting(line)) { continue }
            last = line
            count += 1
            piece.append(copying: span.extracting(line))
            if piece.count >= 1 << 16 {
                try output(piece)
                piece.removeAll(keepingCapacity: true)
            }
        }
        try output(piece)
        return count
    }
}
