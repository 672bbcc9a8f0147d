internal import ByteText

// Finding the next statement after a malformed one, for lenient readers.

extension TurtleReader {
    /// Where a malformed unit ends: after the next full stop that white space follows, outside of brackets, texts,
    /// IRIs and comments; before the brace that closes the open block; after a block that was not understood. A
    /// directive in the manner of SPARQL, which no full stop ends, ends with its line.
    ///
    /// What is broken may be a quote or a bracket, so this is a guess: a short text ends with its line at the latest,
    /// and a bracket that is never closed takes the rest of the document along.
    /// - Returns: `nil` where more bytes are needed to tell.
    func endOfMalformedUnit(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool) -> Int? {
        let nothing = isFinal ? bytes.count : nil
        if beginsWithSPARQLDirective(bytes, at: start) { return Self.endOfLine(bytes, from: start) ?? nothing }
        var index = start
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case ASCII.hash:
                guard let end = Self.endOfLine(bytes, from: index) else { return nothing }
                index = end
            case ASCII.quote, ASCII.apostrophe:
                guard let end = Self.endOfText(bytes, from: index, isFinal: isFinal) else { return nothing }
                index = end
            case ASCII.less:
                index = Self.endOfIRI(bytes, from: index)
            case ASCII.openBracket, ASCII.openParenthesis, ASCII.openBrace:
                depth += 1
                index += 1
            case ASCII.closeBracket, ASCII.closeParenthesis:
                depth = max(depth - 1, 0)
                index += 1
            case ASCII.closeBrace:
                if depth == 0, isInBlock { return index }
                depth = max(depth - 1, 0)
                index += 1
                if depth == 0, hasGraphs, !isInBlock { return index }
            case ASCII.dot where depth == 0:
                index += 1
                guard index < bytes.count else { return nothing }
                switch bytes[index] {
                case ASCII.space, ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn, ASCII.hash, ASCII.closeBrace:
                    return index
                default: break
                }
            default:
                index += 1
            }
        }
        return nothing
    }

    private func beginsWithSPARQLDirective(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        var end = start
        while end < bytes.count, bytes[end].isLetter { end += 1 }
        guard end < bytes.count, bytes[end] != ASCII.colon else { return false }
        let word = bytes.extracting(start..<end)
        return word.isTextWithoutCase("prefix") || word.isTextWithoutCase("base") || word.isTextWithoutCase("version")
    }

    /// After the line break of a line; `nil` where there is none.
    static func endOfLine(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < bytes.count, bytes[index] != ASCII.lineFeed, bytes[index] != ASCII.carriageReturn { index += 1 }
        return index < bytes.count ? index + 1 : nil
    }

    /// After a text; a short one ends with its line at the latest.
    private static func endOfText(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool) -> Int? {
        let quote = bytes[start]
        guard start + 2 < bytes.count || isFinal else { return nil }
        let isLong = start + 2 < bytes.count && bytes[start + 1] == quote && bytes[start + 2] == quote
        var index = start + (isLong ? 3 : 1)
        while index < bytes.count {
            let byte = bytes[index]
            if byte == ASCII.backslash {
                index += 2
            } else if isLong {
                if byte == quote, index + 2 < bytes.count, bytes[index + 1] == quote, bytes[index + 2] == quote {
                    return index + 3
                }
                index += 1
            } else if byte == quote || byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
                return index + 1
            } else {
                index += 1
            }
        }
        return nil
    }

    /// After an IRI; after the bracket alone where no IRI follows it.
    private static func endOfIRI(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] > ASCII.space {
            if bytes[index] == ASCII.greater { return index + 1 }
            if bytes[index] == ASCII.less { break }
            index += 1
        }
        return start + 1
    }
}
