extension TextPosition {
    /// The position of a byte offset, counted from the beginning of a text: what a reader does once it has failed.
    ///
    /// LF, CR and CR LF end a line.
    /// - Complexity: O(*n*) in the offset.
    public init(of offset: Int, in bytes: Span<UInt8>) {
        self.init(offset: min(offset, bytes.count))
        for position in 0..<self.offset {
            switch bytes[position] {
            case 0x0A:
                line += 1
                column = 0
            case 0x0D:
                // The LF that follows ends the line.
                if position + 1 < bytes.count, bytes[position + 1] == 0x0A { continue }
                line += 1
                column = 0
            case 0x80...0xBF: continue  // a continuation byte
            default: column += 1
            }
        }
    }
}
