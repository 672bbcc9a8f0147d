/// Sorts whole numbers by some of their bits, stably.
///
/// Stable passes are what makes four orders cheap: statements sorted by subject, predicate, object need one more pass,
/// over the bits of the predicate, to stand sorted by predicate, subject, object.
///
/// Few keys are sorted least significant digit first, each pass over all of them. Where they are more than a cache
/// holds, every pass would wait for memory; there one pass deals them into buckets by their highest digit, and each
/// bucket is sorted by the rest of the bits within the cache of a core.
enum RadixSort {
    /// Buckets of 2^11 counters stay in the first-level cache, and their open lines in the second.
    private static let digit = 11

    /// Sorts keys by the bits of a range; keys that agree in these stay in their order.
    ///
    /// - Parameters:
    ///   - keys: No more than 2^32 − 1, as many as a store takes.
    ///   - scratch: As many keys as there are to sort; exchanged with `keys` as need be.
    ///   - bucketCount: From how many keys on buckets are worth their counting.
    /// - Complexity: O(*n* · *b* / 11), for *b* bits.
    static func sort<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>(
        _ keys: inout [Key], scratch: inout [Key], bits: Range<Int>, inBucketsFrom bucketCount: Int = 1 << 21
    ) {
        precondition(keys.count == scratch.count, "scratch has room for all keys")
        precondition(keys.count <= Int(UInt32.max), "keys are counted in 32 bits")
        guard !bits.isEmpty, keys.count > 1 else { return }
        if bits.count > digit, keys.count >= bucketCount {
            return sortInBuckets(&keys, scratch: &scratch, bits: bits)
        }
        for bits in digits(of: bits) {
            let mask = Key(1) << Key(bits.count) - 1
            if scatter(keys, into: &scratch, shift: bits.lowerBound, mask: mask) { swap(&keys, &scratch) }
        }
    }

    /// The digits of a range of bits, from the lowest, each of about the same width.
    private static func digits(of bits: Range<Int>) -> [Range<Int>] {
        let passes = (bits.count + digit - 1) / digit
        let width = (bits.count + passes - 1) / max(passes, 1)
        return stride(from: bits.lowerBound, to: bits.upperBound, by: max(width, 1)).map { low in
            low..<min(low + width, bits.upperBound)
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
            { digit.counts(source.span, 0..<middle) }, { digit.counts(source.span, middle..<source.count) },
            when: middle < source.count)
        let common = Int(truncatingIfNeeded: digit.of(source[0]))
        if Int(first[common]) + Int(second[common]) == source.count { return false }
        var (places, later, sum) = (first, second, UInt32(0))
        for bucket in first.indices {
            places[bucket] = sum
            later[bucket] = sum &+ first[bucket]
            sum = later[bucket] &+ second[bucket]
        }
        unsafe target.withUnsafeMutableBufferPointer { target in
            // Safe: see `place`; the places of the two halves are not the same.
            nonisolated(unsafe) let target = unsafe target
            let (places, later) = (places, later)
            _ = inParallel(
                {
                    var places = places
                    unsafe digit.place(source.span, 0..<middle, &places, target)
                },
                {
                    var later = later
                    unsafe digit.place(source.span, middle..<source.count, &later, target)
                }, when: middle < source.count)
        }
        return true
    }

    /// From how many keys on two cores are worth their waking.
    private static let parallelCount = 1 << 17
}

// MARK: - Buckets

extension RadixSort {
    private static func sortInBuckets<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>(
        _ keys: inout [Key], scratch: inout [Key], bits: Range<Int>
    ) {
        let highest = Digit(
            shift: Key(bits.upperBound - digit), mask: Key(1) << Key(digit) - 1)
        guard scatter(keys, into: &scratch, shift: bits.upperBound - digit, mask: highest.mask) else {
            return sort(&keys, scratch: &scratch, bits: bits.lowerBound..<bits.upperBound - digit)
        }
        let digits = digits(of: bits.lowerBound..<bits.upperBound - digit).map { bits in
            Digit(shift: Key(bits.lowerBound), mask: Key(1) << Key(bits.count) - 1)
        }
        let count = keys.count
        unsafe keys.withUnsafeMutableBufferPointer { keys in
            unsafe scratch.withUnsafeMutableBufferPointer { scratch in
                // Safe: the halves are ranges of both that do not overlap.
                nonisolated(unsafe) let (dealt, other) = unsafe (scratch, keys)
                let middle = unsafe highest.end(of: dealt, from: count / 2)
                _ = inParallel(
                    { unsafe sortBuckets(dealt, other, 0..<middle, highest, digits) },
                    { unsafe sortBuckets(dealt, other, middle..<count, highest, digits) })
            }
        }
        // Each pass goes from one to the other, and the keys begin in the scratch.
        if digits.count % 2 == 0 { swap(&keys, &scratch) }
    }

    /// Sorts each run of keys that share their highest digit by the other digits.
    ///
    /// Safe where both buffers have the range, and nobody else uses it.
    @unsafe
    private static func sortBuckets<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>(
        _ dealt: UnsafeMutableBufferPointer<Key>, _ other: UnsafeMutableBufferPointer<Key>, _ range: Range<Int>,
        _ highest: Digit<Key>, _ digits: [Digit<Key>]
    ) {
        var counts: [UInt32] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let end = unsafe highest.end(of: dealt, from: start)
            var (from, to) = unsafe (dealt, other)
            for digit in digits {
                unsafe digit.sort(from, start..<end, into: to, &counts)
                unsafe swap(&from, &to)
            }
            start = end
        }
    }
}

/// Some bits of a key.
private struct Digit<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>: Sendable {
    let shift: Key
    let mask: Key

    @inline(__always)
    func of(_ key: Key) -> Key { key &>> shift & mask }

    /// Where the run of keys with the same digit ends that holds the key at a place.
    ///
    /// Safe where the keys are sorted by this digit, and the place is one of theirs.
    /// - Complexity: O(log *r*), for a run of *r* keys.
    @unsafe
    func end(of keys: UnsafeMutableBufferPointer<Key>, from place: Int) -> Int {
        let digit = unsafe of(keys[place])
        var (low, step) = (place + 1, 1)
        while low + step < keys.count, unsafe of(keys[low + step]) == digit {
            low += step
            step *= 2
        }
        var high = min(low + step, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if unsafe of(keys[middle]) > digit { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Sorts the keys of a range by this digit into the same range of a target.
    ///
    /// Safe where both have the range. `counts` is room to count in.
    @unsafe
    func sort(
        _ keys: UnsafeMutableBufferPointer<Key>, _ range: Range<Int>, into target: UnsafeMutableBufferPointer<Key>,
        _ counts: inout [UInt32]
    ) {
        let keys = unsafe Span(_unsafeElements: UnsafeBufferPointer(keys))
        count(keys, range, &counts)
        var sum = UInt32(truncatingIfNeeded: range.lowerBound)
        for bucket in counts.indices {
            let count = counts[bucket]
            counts[bucket] = sum
            sum &+= count
        }
        unsafe place(keys, range, &counts, target)
    }

    /// How many keys of a range have each digit.
    func counts(_ keys: Span<Key>, _ range: Range<Int>) -> [UInt32] {
        var counts: [UInt32] = []
        count(keys, range, &counts)
        return counts
    }

    /// The same into room that is used again.
    private func count(_ keys: Span<Key>, _ range: Range<Int>, _ counts: inout [UInt32]) {
        counts.removeAll(keepingCapacity: true)
        counts.append(contentsOf: repeatElement(0, count: Int(mask) + 1))
        for index in range { counts[Int(truncatingIfNeeded: of(keys[index]))] &+= 1 }
    }

    /// Puts the keys of a range where the first of each digit belongs, and after it.
    ///
    /// Safe where `places` come from the counts of the same keys and all of them fit into the target: a place begins at
    /// the number of keys that come before and is raised once for each key of its own.
    @unsafe
    func place(
        _ keys: Span<Key>, _ range: Range<Int>, _ places: inout [UInt32], _ target: UnsafeMutableBufferPointer<Key>
    ) {
        for index in range {
            let key = keys[index]
            let bucket = Int(truncatingIfNeeded: of(key))
            unsafe target[Int(places[bucket])] = key
            places[bucket] &+= 1
        }
    }
}
