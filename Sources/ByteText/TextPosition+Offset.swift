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
        var lineStart = -1
        var index = 0
        while index < end {
            if index &+ 8 <= end {
                let word = bytes.word(at: index)
                if word.bytes(equalTo: 0x0D) == 0 {
                    let breaks = word.bytes(exactly: 0x0A)
                    if breaks != 0 {
                        result.line += breaks.nonzeroBitCount
                        lineStart = index &+ 8 &- (breaks.leadingZeroBitCount &>> 3)
                    }
                    index &+= 8
                    continue
                }
            }
            let byte = bytes[index]
            index &+= 1
            // The LF that follows a CR ends the line.
            guard byte == 0x0A || byte == 0x0D && (index == bytes.count || bytes[index] != 0x0A) else { continue }
            result.line += 1
            lineStart = index
        }
        if lineStart >= 0 { result.column = 0 }
        // Continuation bytes begin no scalar.
        for index in max(lineStart, 0)..<end where bytes[index] & 0xC0 != 0x80 { result.column += 1 }
        return result
    }
}
