/// The part of XPath's regular expressions that random queries use: characters, `.`, classes of ranges, groups,
/// alternatives, `*`, `+`, `?`, `^` and `$`. Matching tries every way in the order that backtracking does.
struct ReferenceRegex {
    private indirect enum Node {
        case character(UnicodeScalar)
        case any
        case oneOf([ClosedRange<UnicodeScalar>], isNegated: Bool)
        case group(Int, [[Node]])
        case repeated(Node, minimum: Int, maximum: Int)
        case start
        case end
    }

    private var alternatives: [[Node]] = []
    private var groupCount = 0
    private let isCaseInsensitive: Bool
    private var pattern: [UnicodeScalar]
    private var place = 0

    init(_ text: String, isCaseInsensitive: Bool) throws {
        pattern = Array(text.unicodeScalars)
        self.isCaseInsensitive = isCaseInsensitive
        alternatives = try parseAlternatives()
        guard place == pattern.count else { throw ReferenceError.type }
    }

    // MARK: Reading

    private mutating func parseAlternatives() throws -> [[Node]] {
        var result: [[Node]] = [[]]
        while place < pattern.count, pattern[place] != ")" {
            let character = pattern[place]
            if character == "|" {
                place += 1
                result.append([])
                continue
            }
            var node = try parseAtom()
            if place < pattern.count, let bounds = ["*": (0, 1000), "+": (1, 1000), "?": (0, 1)][pattern[place]] {
                node = .repeated(node, minimum: bounds.0, maximum: bounds.1)
                place += 1
            }
            result[result.count - 1].append(node)
        }
        return result
    }

    private mutating func parseAtom() throws -> Node {
        let character = pattern[place]
        place += 1
        switch character {
        case ".": return .any
        case "^": return .start
        case "$": return .end
        case "(":
            groupCount += 1
            let number = groupCount
            let inner = try parseAlternatives()
            guard place < pattern.count else { throw ReferenceError.type }
            place += 1
            return .group(number, inner)
        case "[":
            let isNegated = place < pattern.count && pattern[place] == "^"
            if isNegated { place += 1 }
            var ranges: [ClosedRange<UnicodeScalar>] = []
            while place < pattern.count, pattern[place] != "]" {
                let first = pattern[place]
                place += 1
                var last = first
                if place + 1 < pattern.count, pattern[place] == "-", pattern[place + 1] != "]" {
                    last = pattern[place + 1]
                    place += 2
                }
                guard first <= last else { throw ReferenceError.type }
                ranges.append(first...last)
            }
            guard place < pattern.count, !ranges.isEmpty else { throw ReferenceError.type }
            place += 1
            return .oneOf(ranges, isNegated: isNegated)
        case "*", "+", "?": throw ReferenceError.type
        case "\\", "{", "}", "]": throw ReferenceError.unsupported("a pattern with \(character)")
        default: return .character(character)
        }
    }

    // MARK: Matching

    /// Where a match stands, and its groups.
    struct Match {
        var range: Range<Int>
        var groups: [Int: Range<Int>] = [:]
    }

    func firstMatch(in text: [UnicodeScalar], from start: Int) -> Match? {
        guard start <= text.count else { return nil }
        for begin in start...text.count {
            var result: Match?
            _ = match(alternatives, text, begin, [:]) { end, groups in
                result = Match(range: begin..<end, groups: groups)
                return true
            }
            if let result { return result }
        }
        return nil
    }

    private typealias Continuation = (Int, [Int: Range<Int>]) -> Bool

    private func match(
        _ alternatives: [[Node]], _ text: [UnicodeScalar], _ place: Int, _ groups: [Int: Range<Int>],
        _ next: Continuation
    ) -> Bool {
        alternatives.contains { match($0[...], text, place, groups, next) }
    }

    private func match(
        _ nodes: ArraySlice<Node>, _ text: [UnicodeScalar], _ place: Int, _ groups: [Int: Range<Int>],
        _ next: Continuation
    ) -> Bool {
        guard let first = nodes.first else { return next(place, groups) }
        return match(first, text, place, groups) { match(nodes.dropFirst(), text, $0, $1, next) }
    }

    private func match(
        _ node: Node, _ text: [UnicodeScalar], _ place: Int, _ groups: [Int: Range<Int>], _ next: Continuation
    ) -> Bool {
        switch node {
        case .start: return place == 0 && next(place, groups)
        case .end: return place == text.count && next(place, groups)
        case .character(let character):
            return place < text.count && isSame(text[place], character) && next(place + 1, groups)
        case .any: return place < text.count && text[place] != "\n" && text[place] != "\r" && next(place + 1, groups)
        case .oneOf(let ranges, let isNegated):
            guard place < text.count else { return false }
            let isFound = ranges.contains { range in cases(of: text[place]).contains { range.contains($0) } }
            return isFound != isNegated && next(place + 1, groups)
        case .group(let number, let inner):
            return match(inner, text, place, groups) { end, groups in
                next(end, groups.merging([number: place..<end]) { $1 })
            }
        case .repeated(let inner, let minimum, let maximum):
            if maximum > 0 {
                let isLonger = match(inner, text, place, groups) { end, groups in
                    guard end > place || minimum > 0 else { return false }
                    let rest = Node.repeated(inner, minimum: max(minimum - 1, 0), maximum: maximum - 1)
                    return match(rest, text, end, groups, next)
                }
                if isLonger { return true }
            }
            return minimum == 0 && next(place, groups)
        }
    }

    private func cases(of character: UnicodeScalar) -> [UnicodeScalar] {
        guard isCaseInsensitive else { return [character] }
        return [character] + character.properties.lowercaseMapping.unicodeScalars
            + character.properties.uppercaseMapping.unicodeScalars
    }

    private func isSame(_ left: UnicodeScalar, _ right: UnicodeScalar) -> Bool {
        cases(of: left).contains(right)
    }

    /// fn:replace: an error where the pattern matches the empty text.
    func replacing(in text: [UnicodeScalar], by replacement: String) throws -> String {
        guard firstMatch(in: [], from: 0) == nil else { throw ReferenceError.type }
        var output = String.UnicodeScalarView()
        var place = 0
        while let match = firstMatch(in: text, from: place) {
            output.append(contentsOf: text[place..<match.range.lowerBound])
            var signs = replacement.unicodeScalars[...]
            while let sign = signs.popFirst() {
                guard sign == "$" else {
                    output.append(sign)
                    continue
                }
                guard let digit = signs.popFirst(), let number = Int(String(digit)) else { throw ReferenceError.type }
                let range = number == 0 ? match.range : match.groups[number]
                if let range { output.append(contentsOf: text[range]) }
            }
            place = match.range.upperBound
        }
        output.append(contentsOf: text[place...])
        return String(output)
    }
}
