extension Unicode.Scalar {
    /// Whether nothing of it is seen at the end of a text: white space, and characters without a width.
    public var isBlankAtEnds: Bool {
        if isASCII { return value == 0x20 || (0x09...0x0D).contains(value) }
        return properties.isWhitespace || isZeroWidth || value == 0x00AD
    }

    /// Whether it takes no room: zero-width spaces and joiners, the byte order mark.
    public var isZeroWidth: Bool {
        switch value {
        case 0x200B...0x200D, 0x2060, 0xFEFF, 0x180E: true
        default: false
        }
    }
}

extension String {
    /// The text without what nobody sees at either end: spaces of every kind, tabs, line breaks, no-break spaces,
    /// zero-width characters, soft hyphens.
    public var trimmingBlanks: String {
        // Nearly every cell begins and ends with a letter.
        if let first = utf8.first, let last = utf8.last, first > 0x20, first < 0x80, last > 0x20, last < 0x80 {
            return self
        }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlankAtEnds }),
            let last = scalars.lastIndex(where: { !$0.isBlankAtEnds })
        else { return "" }
        return String(scalars[first...last])
    }
}
