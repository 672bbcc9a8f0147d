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
    static func sort<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
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
    static func scatter<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
        _ keys: [Key], into target: inout [Key], bits: Range<Int>
    ) {
        precondition(isOnePass(bits) && keys.count == target.count, "one pass, with room for all keys")
        let mask = Key(1) << Key(bits.count) - 1
        if keys.isEmpty || scatter(keys, into: &target, shift: bits.lowerBound, mask: mask) { return }
        for index in keys.indices { target[index] = keys[index] }
    }

    /// One pass; answers false, with nothing done, where all keys have the same digit.
    private static func scatter<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
        _ source: [Key], into target: inout [Key], shift: Int, mask: Key
    ) -> Bool {
        let shift = Key(shift)
        var places = [Int](repeating: 0, count: Int(mask) + 1)
        let (source, count) = (source.span, source.count)
        for index in 0..<count { places[Int(truncatingIfNeeded: source[index] &>> shift & mask)] &+= 1 }
        if places[Int(truncatingIfNeeded: source[0] &>> shift & mask)] == count { return false }
        var sum = 0
        for bucket in places.indices { (places[bucket], sum) = (sum, sum + places[bucket]) }
        unsafe target.withUnsafeMutableBufferPointer { target in
            // Safe: a place begins at the number of keys in the buckets before and is raised once for each key of its
            // own, so that it stays below `count`, which is the count of the target.
            for index in 0..<count {
                let key = source[index]
                let bucket = Int(truncatingIfNeeded: key &>> shift & mask)
                let place = places[bucket]
                unsafe target[place] = key
                places[bucket] = place &+ 1
            }
        }
        return true
    }
}
