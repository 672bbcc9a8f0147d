internal import ByteText
internal import RDFModel

// Why ids are given in term order at a bulk load: ORDER BY, MIN, MAX, range filters and prefix tests then compare
// integers, and a filter such as `?m > 100` is one range of the POS columns. It costs a fifth of the time of a load
// (sorting 360,000 texts takes less than parsing them). Terms that a transaction adds come after, in no order, until
// the next bulk load; `isOrdered` tells which is which.

extension TermDictionary {
    /// Whether an id stands in term order among all ordered ids of its kind: then comparing two of them as numbers
    /// compares the terms as ORDER BY does, but for ties (see ``orderRank(_:)``).
    ///
    /// Blank nodes and triple terms have no order of their own, so that any order of theirs will do.
    @inline(__always)
    public func isOrdered(_ id: TermID) -> Bool {
        switch id.kind {
        case .iri: !id.isComputed && id.index < orderedCounts.iris
        case .literal: !id.isComputed && id.index < orderedCounts.literals
        case .blankNode, .tripleTerm: !id.isComputed
        }
    }

    /// A number by which ordered ids compare as ORDER BY compares their terms: the id itself, but for literals of the
    /// same value (`1` and `1.0`), which share one.
    /// - Precondition: ``isOrdered(_:)``.
    /// - Complexity: O(1) where no two literals share a value, else O(log *n*).
    public func orderRank(_ id: TermID) -> UInt32 {
        guard id.isLiteral, !tied.isEmpty, id.index < orderedCounts.temporals else { return id.rawValue }
        let index = UInt32(id.index)
        let place = tied.partitioningIndex { $0.index >= index }
        guard place < tied.count, tied[place].index == index else { return id.rawValue }
        return TermID(.literal, index: Int(tied[place].first)).rawValue
    }

    /// The ids of ordered literals of some kind of value, which are neighbours.
    public func orderedLiterals(_ group: LiteralGroup) -> Range<TermID> {
        let counts = orderedCounts
        let (first, last) =
            switch group {
            case .numbers: (0, counts.numbers)
            case .booleans: (counts.numbers, counts.booleans)
            case .temporals: (counts.booleans, counts.temporals)
            case .texts: (counts.temporals, counts.texts)
            case .others: (counts.texts, counts.literals)
            }
        return TermID(.literal, index: first)..<TermID(.literal, index: last)
    }

    /// The first ordered number that is not below a value, or that is above it; the end of numbers where none is.
    ///
    /// NaN stands after all numbers; an id range for a filter therefore ends at ``firstNaN``.
    /// - Complexity: O(log *n*).
    public func firstNumber(above value: Double, orEqual: Bool) -> TermID {
        var (low, high) = (0, orderedCounts.numbers)
        while low < high {
            let middle = (low + high) / 2
            let number = number(TermID(.literal, index: middle)) ?? .nan
            if number.isNaN || number > value || (orEqual && number == value) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return TermID(.literal, index: low)
    }

    /// The first ordered literal that is NaN; the end of numbers where none is.
    public var firstNaN: TermID { firstNumber(above: .infinity, orEqual: false) }

    /// The ids of ordered texts, in any language or none, that begin with some bytes.
    /// - Complexity: O(log *n*).
    public func orderedTexts(startingWith prefix: Span<UInt8>) -> Range<TermID> {
        func firstPlace(where isAfter: (Span<UInt8>) -> Bool) -> Int {
            (orderedCounts.temporals..<orderedCounts.texts).partitioningIndex { literals.withText($0, isAfter) }
        }
        let first = firstPlace { $0.compareBytes(with: prefix) >= 0 }
        let last = firstPlace { $0.compareBytes(with: prefix) > 0 && !$0.starts(with: prefix) }
        return TermID(.literal, index: first)..<TermID(.literal, index: max(first, last))
    }
}

/// The groups of literals, in the order in which they stand.
public enum LiteralGroup: Sendable {
    /// Numbers of all types, by value; NaN last.
    case numbers
    /// False, then true.
    case booleans
    /// Points in time, those of one datatype together, by instant.
    case temporals
    /// Texts by code point, then without a language, then by language.
    case texts
    /// All others, by datatype, then by code point.
    case others
}
