internal import ByteText

/// The folded words of a text that labels are compared with.
struct LabelQuery {
    let text: [UInt8]
    let words: [[UInt8]]

    init(_ folded: [UInt8], maximumWords: Int) {
        words = folded.split(separator: 0x20).prefix(maximumWords).map(Array.init)
        text = Array(words.joined(separator: [0x20]))
    }

    /// How well a folded label answers; `nil` where a word is missing.
    func rank(of label: Span<UInt8>) -> LabelIndex.Rank? {
        if label.starts(with: text.span) { return label.count == text.count ? .exact : .labelPrefix }
        var worst = LabelIndex.Rank.words
        for word in words {
            guard let rank = Self.rank(of: word.span, in: label) else { return nil }
            worst = max(worst, rank)
        }
        return worst
    }

    /// The best place of a word in a label.
    private static func rank(of word: Span<UInt8>, in label: Span<UInt8>) -> LabelIndex.Rank? {
        var best: LabelIndex.Rank?
        var offset = 0
        while offset + word.count <= label.count {
            guard label[offset] == word[0], label.extracting(offset..<offset + word.count).hasSameElements(as: word)
            else {
                offset += 1
                continue
            }
            let (isStart, end) = (offset == 0 || label[offset - 1] == 0x20, offset + word.count)
            if isStart {
                if end == label.count || label[end] == 0x20 { return .words }
                best = .wordPrefixes
            } else if best == nil {
                best = .substrings
            }
            offset += 1
        }
        return best
    }

    /// Whether every word is found in a label, long ones also with one mistake.
    func isNearly(_ label: Span<UInt8>) -> Bool {
        for word in words {
            if Self.rank(of: word.span, in: label) != nil { continue }
            guard word.count >= 5, Self.hasWordNear(word.span, label) else { return false }
        }
        return true
    }

    private static func hasWordNear(_ word: Span<UInt8>, _ label: Span<UInt8>) -> Bool {
        var start = 0
        while start < label.count {
            var end = start
            while end < label.count, label[end] != 0x20 { end += 1 }
            if isOneMistakeAway(word, label.extracting(start..<end)) { return true }
            start = end + 1
        }
        return false
    }

    /// Whether two words differ by one byte missing, added, exchanged for another, or by two neighbours exchanged.
    private static func isOneMistakeAway(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        if left.count > right.count { return isOneMistakeAway(right, left) }
        guard right.count - left.count <= 1 else { return false }
        var same = 0
        while same < left.count, left[same] == right[same] { same += 1 }
        if left.count < right.count { return rest(left, same, right, same + 1) }
        if same == left.count { return true }
        if rest(left, same + 1, right, same + 1) { return true }
        return same + 1 < left.count && left[same] == right[same + 1] && left[same + 1] == right[same]
            && rest(left, same + 2, right, same + 2)
    }

    private static func rest(_ left: Span<UInt8>, _ first: Int, _ right: Span<UInt8>, _ second: Int) -> Bool {
        left.extracting(first..<left.count).hasSameElements(as: right.extracting(second..<right.count))
    }
}
