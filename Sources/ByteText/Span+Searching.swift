extension Span<UInt8> {
    /// Where some bytes first stand in these; 0 for none.
    ///
    /// The usual search compares at each place where the first byte fits. Where that takes long, as in texts of one
    /// letter, the search goes on by the automaton of Knuth, Morris and Pratt, which never looks back.
    /// - Complexity: O(*n* + *m*) in the lengths of both.
    package func firstIndex(of part: Span<UInt8>) -> Int? {
        guard part.count > 0 else { return 0 }
        guard part.count <= count else { return nil }
        let first = part[0]
        var start = 0
        var steps = 0
        while start <= count - part.count {
            if self[start] == first {
                var index = 1
                while index < part.count, self[start + index] == part[index] { index += 1 }
                if index == part.count { return start }
                steps += index
                if steps > 8 * (start + 128) { return firstIndexByAutomaton(of: part, from: start) }
            }
            start += 1
        }
        return nil
    }

    private func firstIndexByAutomaton(of part: Span<UInt8>, from start: Int) -> Int? {
        // borders[k]: the longest beginning of the part that is also an end of its first k + 1 bytes.
        var borders = [Int](repeating: 0, count: part.count)
        var length = 0
        for index in 1..<part.count {
            while length > 0, part[index] != part[length] { length = borders[length - 1] }
            if part[index] == part[length] { length += 1 }
            borders[index] = length
        }
        var matched = 0
        for index in start..<count {
            while matched > 0, self[index] != part[matched] { matched = borders[matched - 1] }
            if self[index] == part[matched] { matched += 1 }
            if matched == part.count { return index - matched + 1 }
        }
        return nil
    }
}
