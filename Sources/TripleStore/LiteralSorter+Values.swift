internal import ByteText
internal import XSDValues

// How literals that have values compare: by a key first, which fits into a word and is sorted digit by digit; what has
// the same key is compared in full.

extension LiteralSorter {
    /// Numbers by value; of the same value, by datatype and text.
    func sortedNumbers(_ indexes: [UInt32]) -> [UInt32] {
        sorted(indexes, bits: 64) {
            UInt128(key($0))
        } ties: { run in
            // Floats before exact numbers, so that these stand in their own order. Each is read once, and not each time
            // it is compared: there may be many, of many digits.
            run.map { index in
                let isExact = values.classes[Int(index)] <= .decimal
                return (index: index, value: isExact ? exact(Int(index)) : nil)
            }.sorted { left, right in
                guard let first = left.value, let second = right.value else {
                    if (left.value == nil) != (right.value == nil) { return left.value == nil }
                    return precedes(Int(left.index), Int(right.index))
                }
                switch first.order(to: second) {
                case .less: return true
                case .greater: return false
                case .equal, .incomparable: return precedes(Int(left.index), Int(right.index))
                }
            }.map(\.index)
        }
    }

    /// Booleans and points in time by class of value, then by value, then by datatype and text.
    func sortedMoments(_ indexes: [UInt32]) -> [UInt32] {
        sorted(indexes, bits: 72) { index in
            let word = UInt64(bitPattern: wholeMoment(index)) ^ 1 << 63
            return UInt128(values.classes[index].rawValue) << 64 | UInt128(word)
        } ties: { run in
            run.map { (index: $0, moment: moment(Int($0))) }.sorted { left, right in
                left.moment != right.moment
                    ? left.moment < right.moment : precedes(Int(left.index), Int(right.index))
            }.map(\.index)
        }
    }

    /// The indexes of each datatype, in the order of the datatypes.
    func byType(_ indexes: [UInt32]) -> [[UInt32]] {
        var groups = [[UInt32]](repeating: [], count: typeRanks.count)
        for index in indexes { groups[Int(typeRanks[Int(texts.tag(Int(index)))])].append(index) }
        return groups.filter { !$0.isEmpty }
    }

    /// Indexes in the order of keys of so many bits; runs of the same key as a function orders them.
    private func sorted(
        _ indexes: [UInt32], bits: Int, by key: (Int) -> UInt128, ties: (ArraySlice<UInt32>) -> [UInt32]
    ) -> [UInt32] {
        // The index stands below its key.
        var words = indexes.map { key(Int($0)) << 32 | UInt128($0) }
        var scratch = words
        RadixSort.sort(&words, scratch: &scratch, bits: 32..<32 + bits)
        var order = words.map { UInt32(truncatingIfNeeded: $0) }
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, words[end] >> 32 == words[start] >> 32 { end += 1 }
            if end - start > 1 { order.replaceSubrange(start..<end, with: ties(order[start..<end])) }
            start = end
        }
        return order
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        let ranks = (typeRanks[Int(texts.tag(left))], typeRanks[Int(texts.tag(right))])
        if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
        let bytes = texts.bytes.span
        return bytes.extracting(texts.range(left)).compareBytes(with: bytes.extracting(texts.range(right))) < 0
    }

    /// Whether two literals that are neighbours in order stand for the same value.
    func haveSameValue(_ left: Int, _ right: Int) -> Bool {
        let (first, second) = (values.classes[left], values.classes[right])
        if first.isNumeric, second.isNumeric {
            return key(left) == key(right) && !areExactlyDifferent(left, right)
        }
        return first == second && moment(left) == moment(right)
    }

    /// What booleans and points in time are sorted by: for these, units of 10^-18 seconds.
    private func moment(_ index: Int) -> Int128 {
        if let microseconds = readMoment(index) { return Int128(microseconds) * ValueText.attosecondsInMicrosecond }
        guard let datatype = types[Int(texts.tag(index))].xsd else { return 0 }
        return texts.withText(index) { (try? TemporalValue(lexicalForm: $0, datatype: datatype))?.sortKey ?? 0 }
    }

    /// The same in microseconds, as far as these go: of different ones the moments differ in the same way.
    private func wholeMoment(_ index: Int) -> Int64 {
        readMoment(index) ?? Int64(clamping: moment(index) / ValueText.attosecondsInMicrosecond)
    }

    /// The same in microseconds where it was read as so many, 0 or 1 for a boolean; `nil` for a point in time that
    /// microseconds do not tell.
    private func readMoment(_ index: Int) -> Int64? {
        let payload = values.payloads[index]
        guard values.classes[index].isTemporal else { return Int64(bitPattern: payload) }
        return payload == TermDictionary.unread ? nil : Int64(bitPattern: payload) >> 1
    }

    /// A number as one that orders as its double does, with NaN above all and one zero.
    private func key(_ index: Int) -> UInt64 {
        let value = TermDictionary.value(values.payloads[index], values.classes[index])
        // Forms of integers and decimals are forms of doubles as well.
        let number = value.double ?? texts.withText(index) { try? Double(lexicalForm: $0) } ?? .nan
        if number.isNaN { return .max }
        let bits = (number == 0 ? 0.0 : number).bitPattern
        return bits >> 63 == 1 ? ~bits : bits | 1 << 63
    }

    /// Whether integers or decimals that round to the same double differ; no float differs from what rounds to it.
    private func areExactlyDifferent(_ left: Int, _ right: Int) -> Bool {
        guard values.classes[left] <= .decimal, values.classes[right] <= .decimal,
            let first = exact(left), let second = exact(right)
        else { return false }
        let order = first.order(to: second)
        return order == .less || order == .greater
    }

    private func exact(_ index: Int) -> NumericValue? {
        guard let datatype = types[Int(texts.tag(index))].xsd, datatype.isNumeric else { return nil }
        return texts.withText(index) { try? NumericValue(lexicalForm: $0, datatype: datatype) }
    }
}
