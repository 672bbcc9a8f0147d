extension CompiledRegex {
    /// The text with every match exchanged for a replacement; `nil` where the pattern matches the empty text, or where
    /// the replacement is malformed.
    ///
    /// In the replacement `$1`…`$9` (and more digits, while such a group exists) stand for groups, `\$` and `\\` for
    /// the two signs themselves; with the flag `q` it is taken as it is.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-replace>
    func replacingMatches(
        in text: String, by replacement: String, isLiteral: Bool, limits: LimitGuard
    ) throws(QueryEvaluationError) -> String? {
        let nothing: [UInt8] = []
        guard case .noMatch = match(nothing.span, from: 0),
            let parts = ReplacementPart.parse(replacement, groupCount: groupCount, isLiteral: isLiteral)
        else { return nil }
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        var position = 0
        while position <= bytes.count {
            switch match(bytes.span, from: position, goesOn: limits.goesOn) {
            case .limitReached:
                try limits.check()
                throw .regexLimit(source)
            case .noMatch:
                output += bytes[position...]
                return String(decoding: output, as: UTF8.self)
            case .match:
                // A look at `^` or `\b` may match nothing in the middle although it does not match the empty text.
                guard let whole = range(ofGroup: 0), !whole.isEmpty else { return nil }
                // What it becomes is counted before it is made: a replacement may name a long group many times.
                var length = 0
                for part in parts {
                    switch part {
                    case .text(let text): length += text.count
                    case .group(let group): length += range(ofGroup: group)?.count ?? 0
                    }
                }
                try limits.work(1 + (whole.upperBound - position + length) / 16 + parts.count / 4)
                let rest = bytes.count - whole.upperBound
                guard limits.allowsText(of: output.count + whole.lowerBound - position + length + rest) else {
                    return nil
                }
                output += bytes[position..<whole.lowerBound]
                for part in parts {
                    switch part {
                    case .text(let text): output += text
                    case .group(let group): if let range = range(ofGroup: group) { output += bytes[range] }
                    }
                }
                position = whole.upperBound
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}

/// A piece of a replacement.
private enum ReplacementPart {
    case text([UInt8])
    case group(Int)

    /// The pieces of a replacement; `nil` where `$` or `\` stand alone.
    static func parse(_ replacement: String, groupCount: Int, isLiteral: Bool) -> [ReplacementPart]? {
        let bytes = Array(replacement.utf8)
        guard !isLiteral else { return [.text(bytes)] }
        var parts: [ReplacementPart] = []
        var text: [UInt8] = []
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            guard byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            guard position < bytes.count else { return nil }
            let following = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\\") {
                guard following == UInt8(ascii: "$") || following == UInt8(ascii: "\\") else { return nil }
                text.append(following)
                continue
            }
            guard let digit = digitValue(following) else { return nil }
            var group = digit
            while position < bytes.count, let digit = digitValue(bytes[position]), group * 10 + digit <= groupCount {
                group = group * 10 + digit
                position += 1
            }
            parts.append(.text(text))
            text = []
            // A group that does not exist stands for nothing.
            if group <= groupCount { parts.append(.group(group)) }
        }
        parts.append(.text(text))
        return parts
    }

    private static func digitValue(_ byte: UInt8) -> Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte) - 0x30 : nil
    }
}
