internal import TripleStore

/// Where the rows of each id stand in a sorted column.
///
///     ids      3  4  4  9                      sorted, as the column has them
///     bits     1 1 0 0 0 0 1                   of each id from 3 to 9, whether it occurs
///     starts   0  1  3  4                      of each id that occurs, where its rows begin, and the end
///
/// A binary search in a column of a hundred thousand ids takes seventeen steps, each of which waits for the one before.
/// Here the bit of an id tells whether it occurs, and the number of bits before it, which of the starts is its own.
/// Each kind of term has bits of its own, since terms of a kind are numbered without gaps and kinds lie far apart.
struct ColumnPlaces {
    private struct Word {
        var bits: UInt64 = 0
        /// How many bits are set in the words before.
        var before: UInt32 = 0
    }

    /// The ids of one kind.
    private struct Kind {
        var lowest: UInt32 = 0
        /// How many bits it has, and in which word they begin.
        var width: UInt32 = 0
        var firstWord = 0
        /// Where its rows begin, and where those of the next kind do.
        var rows = 0..<0
    }

    private var kinds = InlineArray<4, Kind>(repeating: Kind())
    private var words: [Word]
    private var starts: [UInt32]

    /// The places of a column; `nil` where its ids lie so far apart that bits are not worth it.
    /// - Precondition: the column is sorted.
    /// - Complexity: O(*n*).
    init?(_ column: borrowing Span<TermID>) {
        var (count, start) = (0, 0)
        for number in kinds.indices {
            let next = TermID(rawValue: UInt32(truncatingIfNeeded: number + 1) &<< 30)
            let end =
                number == 3 ? column.count : LookupJoin.lowerBound(column, next, start..<column.count)
            kinds[number].rows = start..<end
            kinds[number].firstWord = count
            if start < end {
                kinds[number].lowest = column[start].rawValue
                kinds[number].width = column[end - 1].rawValue - column[start].rawValue + 1
                count += (Int(kinds[number].width) + 63) / 64
            }
            start = end
        }
        // A word for each id, or fewer.
        guard count <= column.count else { return nil }
        words = [Word](repeating: Word(), count: count)
        starts = []
        var last = TermID.undefined
        for row in 0..<column.count where column[row] != last {
            last = column[row]
            starts.append(UInt32(truncatingIfNeeded: row))
            let kind = kinds[Int(last.rawValue &>> 30)]
            let bit = last.rawValue - kind.lowest
            words[kind.firstWord + Int(bit / 64)].bits |= 1 &<< UInt64(bit % 64)
        }
        starts.append(UInt32(truncatingIfNeeded: column.count))
        for word in words.indices.dropFirst() {
            words[word].before = words[word - 1].before + UInt32(words[word - 1].bits.nonzeroBitCount)
        }
    }

    /// The bytes it takes.
    var memory: Int { words.capacity * MemoryLayout<Word>.stride + starts.capacity * 4 }

    /// The rows of an id; none, where the rows of the next id begin, if it does not occur.
    @inline(__always)
    func rows(of id: TermID) -> Range<Int> {
        let kind = kinds[Int(id.rawValue &>> 30)]
        guard id.rawValue >= kind.lowest else { return kind.rows.lowerBound..<kind.rows.lowerBound }
        let bit = id.rawValue - kind.lowest
        guard bit < kind.width else { return kind.rows.upperBound..<kind.rows.upperBound }
        let word = words[kind.firstWord + Int(bit / 64)]
        let place = UInt64(bit % 64)
        let number = Int(word.before) + (word.bits & ((1 &<< place) &- 1)).nonzeroBitCount
        let start = Int(starts[number])
        return start..<(word.bits &>> place & 1 == 1 ? Int(starts[number + 1]) : start)
    }
}
