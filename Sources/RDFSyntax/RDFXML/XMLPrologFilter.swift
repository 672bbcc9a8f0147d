internal import ByteText

/// What stands before the root of an XML document, on its way to the parser: the name of an external subset is taken
/// out, blank for blank.
///
/// A reader that does not validate need not read that subset. Expat, once it knows of one, passes over references in
/// attributes to entities that nobody has declared, and what should have been an IRI would be another; so it is never told.
/// - Spec: <https://www.w3.org/TR/xml/#proc-types>
struct XMLPrologFilter: Sendable {
    private enum State {
        case outside, instruction, comment, documentType
        /// Nothing is to be looked for any more.
        case done
    }

    private var state = State.outside
    /// Bytes that may be the beginning of something.
    private var pending: [UInt8] = []
    /// How long the head of a document type may be.
    private static let longestHead = 1 << 16

    /// Whether the parser can have the bytes as they are.
    var isDone: Bool { state == .done && pending.isEmpty }

    /// Takes bytes of the document, and gives those that the parser is to have.
    /// - Complexity: O(*n*), whatever the length of comments.
    mutating func take(_ chunk: Span<UInt8>, isFinal: Bool) -> [UInt8] {
        pending.append(copying: chunk)
        var index = 0
        while state != .done, let next = step(from: index, isFinal: isFinal) { index = next }
        if state == .done || isFinal { (index, state) = (pending.count, .done) }
        let released = Array(pending[..<index])
        pending.removeFirst(index)
        return released
    }

    /// Goes over one construct; `nil` where more bytes are needed.
    private mutating func step(from index: Int, isFinal: Bool) -> Int? {
        switch state {
        case .outside:
            guard index < pending.count else { return nil }
            if pending[index].isXMLSpace { return index + 1 }
            // A mark of UTF-8 may stand first; UTF-16 is left as it is.
            if pending[index] == 0xEF || pending[index] == 0xBB || pending[index] == 0xBF { return index + 1 }
            for (text, inner) in [("<?", State.instruction), ("<!--", .comment), ("<!DOCTYPE", .documentType)] {
                let found = pending[index...].prefix(text.utf8.count)
                guard text.utf8.starts(with: found) else { continue }
                if found.count < text.utf8.count, !isFinal { return nil }
                guard found.count == text.utf8.count else { break }
                state = inner
                return index + text.utf8.count
            }
            state = .done
            return index
        case .instruction: return step(over: "?>", from: index)
        case .comment: return step(over: "-->", from: index)
        case .documentType:
            guard let end = endOfHead(from: index) else {
                if pending.count - index > Self.longestHead { state = .done }
                return nil
            }
            blankExternalID(in: index..<end)
            state = .done
            return end
        case .done: return nil
        }
    }

    /// Goes behind a text, or as near as can be said.
    private mutating func step(over text: String, from index: Int) -> Int? {
        if let found = pending.span.extracting(index..<pending.count).firstIndex(of: text.utf8.span) {
            state = .outside
            return index + found + text.utf8.count
        }
        let kept = max(index, pending.count - text.utf8.count + 1)
        return kept > index ? kept : nil
    }

    /// Where the internal subset begins, or the document type ends.
    private func endOfHead(from start: Int) -> Int? {
        var quote: UInt8?
        for index in start..<pending.count {
            let byte = pending[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == ASCII.quote || byte == ASCII.apostrophe {
                quote = byte
            } else if byte == ASCII.openBracket || byte == ASCII.greater {
                return index
            }
        }
        return nil
    }

    /// `S Name S ('SYSTEM' S literal | 'PUBLIC' S literal S literal) S?`: blanks for all after the name. What is written
    /// otherwise stays, and the parser will say so.
    private mutating func blankExternalID(in head: Range<Int>) {
        var index = head.lowerBound
        func skipSpace() -> Bool {
            let start = index
            while index < head.upperBound, pending[index].isXMLSpace { index += 1 }
            return index > start
        }
        func skipLiteral() -> Bool {
            guard index < head.upperBound, pending[index] == ASCII.quote || pending[index] == ASCII.apostrophe,
                let end = pending[(index + 1)..<head.upperBound].firstIndex(of: pending[index])
            else { return false }
            index = end + 1
            return true
        }
        guard skipSpace() else { return }
        while index < head.upperBound, !pending[index].isXMLSpace { index += 1 }
        guard skipSpace() else { return }
        let start = index
        let isPublic = pending[start..<head.upperBound].starts(with: "PUBLIC".utf8)
        guard isPublic || pending[start..<head.upperBound].starts(with: "SYSTEM".utf8) else { return }
        index += 6
        guard skipSpace(), skipLiteral() else { return }
        if isPublic {
            guard skipSpace(), skipLiteral() else { return }
        }
        _ = skipSpace()
        guard index == head.upperBound else { return }
        // Line ends stay, so that places do.
        for place in start..<index where !pending[place].isXMLSpace { pending[place] = ASCII.space }
    }
}
