extension Span<UInt8> {
    /// Where some bytes first stand in these; 0 for none.
    ///
    /// Eight places are tried at once: those at which the first and the last byte of the part fit are the ones that are
    /// compared, and in most texts they are few. Where that takes long, as in texts of one letter, the search goes on
    /// by the automaton of Knuth, Morris and Pratt, which never looks back.
    /// - Complexity: O(*n* + *m*) in the lengths of both.
    package func firstIndex(of part: Span<UInt8>) -> Int? {
        guard part.count > 0 else { return 0 }
        guard part.count <= count else { return nil }
        let last = part.count &- 1
        let places = count &- last
        guard places >= 8 else { return firstIndexByByte(of: part) }
        let (firsts, lasts) = (UInt64(repeatingByte: part[0]), UInt64(repeatingByte: part[last]))
        var (start, steps) = (0, 0)
        while true {
            // The bytes of both words that are zero in their union; above the lowest one some may only seem so.
            var fits = ((word(at: start) ^ firsts) | (word(at: start &+ last) ^ lasts)).zeroBytes
            while fits != 0 {
                let place = start &+ fits.trailingZeroBitCount / 8
                var index = 0
                while index < part.count, self[place &+ index] == part[index] { index &+= 1 }
                if index == part.count { return place }
                steps &+= index
                if steps > 8 &* (place &+ 128) { return firstIndexByAutomaton(of: part, from: place) }
                fits &= fits &- 1
            }
            if start &+ 8 >= places { return nil }
            // The last eight places overlap those before.
            start = Swift.min(start &+ 8, places &- 8)
        }
    }

    /// The search among fewer than eight places.
    private func firstIndexByByte(of part: Span<UInt8>) -> Int? {
        for start in 0...count - part.count where self[start] == part[0] {
            if extracting(start..<start + part.count).hasSameElements(as: part) { return start }
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
