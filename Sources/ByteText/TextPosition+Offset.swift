extension TextPosition {
    /// The position of a byte offset, counted from the beginning of a text: what a reader does once it has failed.
    ///
    /// LF, CR and CR LF end a line.
    /// - Complexity: O(*n*) in the offset.
    public init(of offset: Int, in bytes: Span<UInt8>) {
        self = TextPosition().advanced(over: bytes, to: offset)
    }

    /// The position of an offset in bytes that begin at this position, such as a piece of a longer text.
    ///
    /// LF, CR and CR LF end a line.
    /// - Complexity: O(*n*) in the offset, eight bytes a step.
    public func advanced(over bytes: Span<UInt8>, to offset: Int) -> TextPosition {
        let end = min(offset, bytes.count)
        var result = self
        result.offset += end
        var index = 0
        while index < end {
            index = bytes.addLineFeeds(from: index, to: end, &result.line)
            guard index < end else { break }
            // A LF that follows a CR ends the line.
            let byte = bytes[index]
            index &+= 1
            if byte == 0x0A || byte == 0x0D && (index == bytes.count || bytes[index] != 0x0A) { result.line += 1 }
        }
        var lineStart = end
        while lineStart > 0, !bytes.endsLine(at: lineStart &- 1) { lineStart &-= 1 }
        if lineStart > 0 { result.column = 0 }
        // Continuation bytes begin no scalar.
        for index in lineStart..<end where bytes[index] & 0xC0 != 0x80 { result.column += 1 }
        return result
    }
}

extension Span<UInt8> {
    /// Whether a line ends with a byte.
    fileprivate func endsLine(at index: Int) -> Bool {
        self[index] == 0x0A || self[index] == 0x0D && (index &+ 1 == count || self[index &+ 1] != 0x0A)
    }

    /// Counts the line feeds of the next words that hold no CR; returns where they end.
    fileprivate func addLineFeeds(from start: Int, to end: Int, _ lines: inout Int) -> Int {
        var index = start
        var hasCarriageReturn = false
        while index &+ 8 <= end, !hasCarriageReturn {
            // Each byte of the sum counts up to 255, and no branch asks whether there was one.
            let stop = Swift.min(end, index &+ 255 &* 8)
            var sum: UInt64 = 0
            while index &+ 8 <= stop {
                let word = word(at: index)
                hasCarriageReturn = word.bytes(equalTo: 0x0D) != 0
                if hasCarriageReturn { break }
                sum &+= word.bytes(exactly: 0x0A) &>> 7
                index &+= 8
            }
            // Sums of two bytes, then of all four pairs, which come to rest in the highest.
            let pairs = (sum & 0x00FF_00FF_00FF_00FF) &+ (sum &>> 8 & 0x00FF_00FF_00FF_00FF)
            lines &+= Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
        }
        return index
    }
}
