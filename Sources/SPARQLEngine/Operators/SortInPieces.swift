extension [UInt64] {
    /// Sorts distinct words; many of them piece by piece, which are then merged, so that a sort of millions can be left.
    ///
    /// - Parameters:
    ///   - goesOn: Asked between pieces, with about the bytes that would have been read meanwhile; where it says no the
    ///     words are left in whatever order they have.
    ///   - isBefore: A strict order in which no two words are equal.
    @inline(__always)
    mutating func sortInPieces(goesOn: (Int) -> Bool, by isBefore: (UInt64, UInt64) -> Bool) {
        var width = Swift.min(count, Self.piece)
        for start in stride(from: 0, to: count, by: Self.piece) {
            guard goesOn(Self.bytesPerPiece) else { return }
            self[start..<Swift.min(start + Self.piece, count)].sort(by: isBefore)
        }
        while width < count {
            var merged: [UInt64] = []
            merged.reserveCapacity(count)
            for start in stride(from: 0, to: count, by: 2 * width) {
                let middle = Swift.min(start + width, count)
                let end = Swift.min(start + 2 * width, count)
                guard merge(start..<middle, middle..<end, into: &merged, goesOn: goesOn, by: isBefore) else { return }
            }
            self = merged
            width *= 2
        }
    }

    @inline(__always)
    private func merge(
        _ left: Range<Int>, _ right: Range<Int>, into merged: inout [UInt64], goesOn: (Int) -> Bool,
        by isBefore: (UInt64, UInt64) -> Bool
    ) -> Bool {
        var (first, second) = (left.lowerBound, right.lowerBound)
        while first < left.upperBound, second < right.upperBound {
            if merged.count & (Self.piece - 1) == 0, !goesOn(Self.bytesPerPiece) { return false }
            if isBefore(self[second], self[first]) {
                merged.append(self[second])
                second += 1
            } else {
                merged.append(self[first])
                first += 1
            }
        }
        merged.append(contentsOf: self[first..<left.upperBound])
        merged.append(contentsOf: self[second..<right.upperBound])
        return true
    }

    /// Words that are sorted in one go, some tens of milliseconds; a power of two.
    private static let piece = 1 << 19
    /// Bytes that are read in the time of that.
    private static let bytesPerPiece = 1 << 22
}
