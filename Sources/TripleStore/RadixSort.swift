/// Sorts whole numbers by some of their bits, stably, least significant digit first.
///
/// Stable passes are what makes four orders cheap: statements sorted by subject, predicate, object need one more pass,
/// over the bits of the predicate, to stand sorted by predicate, subject, object.
enum RadixSort {
    /// Buckets of 2^11 counters stay in the first-level cache, and their open lines in the second.
    private static let digit = 11

    /// Sorts keys by the bits of a range; keys that agree in these stay in their order.
    ///
    /// - Parameter scratch: As many keys as there are to sort; exchanged with `keys` as need be.
    /// - Complexity: O(*n* · *b* / 11), for *b* bits.
    static func sort<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>(
        _ keys: inout [Key], scratch: inout [Key], bits: Range<Int>
    ) {
        precondition(keys.count == scratch.count, "scratch has room for all keys")
        let passes = (bits.count + digit - 1) / digit
        guard passes > 0, keys.count > 1 else { return }
        let width = (bits.count + passes - 1) / passes
        for pass in 0..<passes {
            let low = bits.lowerBound + pass * width
            let digitWidth = min(width, bits.upperBound - low)
            guard digitWidth > 0 else { break }
            if scatter(keys, into: &scratch, shift: low, mask: Key(1) << Key(digitWidth) - 1) { swap(&keys, &scratch) }
        }
    }

    /// Whether the bits of a range are few enough for one pass.
    static func isOnePass(_ bits: Range<Int>) -> Bool { bits.count <= digit }

    /// Sorts keys by few bits into other room, and leaves them as they are.
    static func scatter<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>(
        _ keys: [Key], into target: inout [Key], bits: Range<Int>
    ) {
        precondition(isOnePass(bits) && keys.count == target.count, "one pass, with room for all keys")
        let mask = Key(1) << Key(bits.count) - 1
        if keys.isEmpty || scatter(keys, into: &target, shift: bits.lowerBound, mask: mask) { return }
        for index in keys.indices { target[index] = keys[index] }
    }

    /// One pass; answers false, with nothing done, where all keys have the same digit.
    ///
    /// Many keys are counted and placed in two halves on two cores: of the same digit, the places of the second half
    /// come after those of the first.
    private static func scatter<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>(
        _ source: [Key], into target: inout [Key], shift: Int, mask: Key
    ) -> Bool {
        let digit = Digit(shift: Key(shift), mask: mask)
        let middle = source.count < parallelCount ? source.count : source.count / 2
        let (first, second) = inParallel(
            { digit.counts(source, 0..<middle) }, { digit.counts(source, middle..<source.count) },
            when: middle < source.count)
        let common = Int(truncatingIfNeeded: digit.of(source[0]))
        if first[common] + second[common] == source.count { return false }
        var (places, later, sum) = (first, second, 0)
        for bucket in first.indices {
            places[bucket] = sum
            later[bucket] = sum + first[bucket]
            sum += first[bucket] + second[bucket]
        }
        unsafe target.withUnsafeMutableBufferPointer { target in
            // Safe: see `place`; the places of the two halves are not the same.
            nonisolated(unsafe) let target = unsafe target
            let (places, later) = (places, later)
            _ = inParallel(
                { unsafe digit.place(source, 0..<middle, places, target) },
                { unsafe digit.place(source, middle..<source.count, later, target) }, when: middle < source.count)
        }
        return true
    }

    /// From how many keys on two cores are worth their waking.
    private static let parallelCount = 1 << 17
}

/// Some bits of a key.
private struct Digit<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>: Sendable {
    let shift: Key
    let mask: Key

    @inline(__always)
    func of(_ key: Key) -> Key { key &>> shift & mask }

    /// How many keys of a range have each digit.
    func counts(_ keys: [Key], _ range: Range<Int>) -> [Int] {
        var counts = [Int](repeating: 0, count: Int(mask) + 1)
        let keys = keys.span
        for index in range { counts[Int(truncatingIfNeeded: of(keys[index]))] &+= 1 }
        return counts
    }

    /// Puts the keys of a range where the first of each digit belongs, and after it.
    ///
    /// Safe where `places` come from the counts of the same keys and all of them fit into the target: a place begins at
    /// the number of keys that come before and is raised once for each key of its own.
    @unsafe
    func place(_ keys: [Key], _ range: Range<Int>, _ places: [Int], _ target: UnsafeMutableBufferPointer<Key>) {
        var places = places
        let keys = keys.span
        for index in range {
            let key = keys[index]
            let bucket = Int(truncatingIfNeeded: of(key))
            let place = places[bucket]
            unsafe target[place] = key
            places[bucket] = place &+ 1
        }
    }
}
