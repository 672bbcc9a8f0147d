internal import ByteText
internal import RDFModel
internal import XSDValues

/// Puts literals in order: numbers by value, booleans, points in time, texts, all others.
struct LiteralSorter {
    /// The values of literals by their present indexes, one word for each.
    struct Values {
        var classes: [ValueClass]
        var payloads: [UInt64]
    }

    /// Literals in order.
    struct Sorted {
        /// Their present indexes.
        let order: [UInt32]
        /// How many there are of each group, and of all; nothing is said of IRIs.
        let counts: OrderedCounts
        /// Those that have the same value as the one before, by new indexes.
        let tied: [TiedLiteral]
        /// Their texts, classes of values, and values, in order.
        let texts: TermTexts
        let classes: [ValueClass]
        let payloads: [UInt64]
    }

    private let texts: TermTexts
    private let types: [LiteralType]
    /// For each type its place among types: by language, then direction, then datatype.
    private let typeRanks: [UInt32]
    private let values: Values

    /// Reads the values of all literals of a dictionary.
    init(_ dictionary: TermDictionary) {
        (texts, types) = (dictionary.literals, dictionary.types)
        typeRanks = Self.ranks(of: dictionary)
        values = Self.values(texts, types)
    }

    private static func values(_ texts: TermTexts, _ types: [LiteralType]) -> Values {
        var values = Values(
            classes: (0..<texts.count).map { types[Int(texts.tag($0))].valueClass },
            payloads: [UInt64](repeating: 0, count: texts.count))
        for index in 0..<texts.count where values.classes[index] < .text {
            let type = types[Int(texts.tag(index))]
            if let payload = texts.withText(index, { ValueText.payload($0, type) }) {
                values.payloads[index] = payload
            } else {
                values.classes[index] = .other
            }
        }
        return values
    }

    private static func ranks(of dictionary: TermDictionary) -> [UInt32] {
        let types = dictionary.types
        let bytes = dictionary.iris.bytes.span
        let order = types.indices.sorted { left, right in
            let (first, second) = (types[left], types[right])
            if !first.language.elementsEqual(second.language) {
                return first.language.lexicographicallyPrecedes(second.language)
            }
            if first.direction != second.direction { return rank(first) < rank(second) }
            guard first.datatype.isIRI, second.datatype.isIRI else { return first.datatype < second.datatype }
            let one = bytes.extracting(dictionary.iris.range(first.datatype.index))
            return one.compareBytes(with: bytes.extracting(dictionary.iris.range(second.datatype.index))) < 0
        }
        var ranks = [UInt32](repeating: 0, count: types.count)
        for (place, number) in order.enumerated() { ranks[number] = UInt32(place) }
        return ranks
    }

    private static func rank(_ type: LiteralType) -> Int {
        switch type.direction {
        case nil: 0
        case .leftToRight: 1
        case .rightToLeft: 2
        }
    }

    /// The order of all literals but for texts, which are still to be sorted.
    func arrangement() -> (TextArrangement, OrderedCounts) {
        var groups = LiteralGroups()
        for (index, valueClass) in values.classes.enumerated() { groups.add(UInt32(index), valueClass) }
        var (arrangement, counts) = (TextArrangement(of: texts), OrderedCounts())
        arrangement.append(sorted: sortedNumbers(groups.numbers))
        counts.numbers = arrangement.order.count
        arrangement.append(sorted: sortedOthers(groups.booleans, byValue: true))
        counts.booleans = arrangement.order.count
        arrangement.append(sorted: sortedOthers(groups.temporals, byValue: true))
        counts.temporals = arrangement.order.count
        arrangement.append(unsorted: groups.texts)
        counts.texts = arrangement.order.count
        arrangement.append(sorted: sortedOthers(groups.others, byValue: false))
        counts.literals = arrangement.order.count
        return (arrangement, counts)
    }

    /// Sorts the texts on two cores, and brings everything into its order.
    func sorted(_ arrangement: consuming TextArrangement, _ counts: OrderedCounts) -> Sorted {
        let (order, texts) = arrangement.arranged(ranks: typeRanks)
        var tied: [TiedLiteral] = []
        for place in order.prefix(counts.temporals).indices.dropFirst()
        where haveSameValue(Int(order[place - 1]), Int(order[place])) {
            let continues = tied.last.map { Int($0.index) == place - 1 } ?? false
            let first = continues ? tied[tied.count - 1].first : UInt32(place - 1)
            tied.append(TiedLiteral(index: UInt32(place), first: first))
        }
        return Sorted(
            order: order, counts: counts, tied: tied, texts: texts,
            classes: order.map { values.classes[Int($0)] },
            payloads: order.prefix(counts.temporals).map { values.payloads[Int($0)] })
    }
}

// MARK: - Comparing

extension LiteralSorter {
    /// Numbers by value; of the same value, by datatype and text.
    private func sortedNumbers(_ indexes: [UInt32]) -> [UInt32] {
        var entries = indexes.map { (key: key(Int($0)), index: $0) }
        entries.sort { left, right in
            if left.key != right.key { return left.key < right.key }
            let (first, second) = (Int(left.index), Int(right.index))
            // Floats before exact numbers, so that these stand in their own order.
            let isExact = (values.classes[first] <= .decimal, values.classes[second] <= .decimal)
            if isExact.0 != isExact.1 { return isExact.1 }
            if let order = exactOrder(first, second), order != 0 { return order < 0 }
            return precedes(first, second)
        }
        return entries.map(\.index)
    }

    /// Others by class of value, then by value if it has an order, then by datatype and text.
    private func sortedOthers(_ indexes: [UInt32], byValue: Bool) -> [UInt32] {
        indexes.sorted { left, right in
            let (left, right) = (Int(left), Int(right))
            if values.classes[left] != values.classes[right] { return values.classes[left] < values.classes[right] }
            if byValue {
                let (first, second) = (moment(left), moment(right))
                if first != second { return first < second }
            }
            return precedes(left, right)
        }
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        let ranks = (typeRanks[Int(texts.tag(left))], typeRanks[Int(texts.tag(right))])
        if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
        let bytes = texts.bytes.span
        return bytes.extracting(texts.range(left)).compareBytes(with: bytes.extracting(texts.range(right))) < 0
    }

    /// Whether two literals that are neighbours in order stand for the same value.
    private func haveSameValue(_ left: Int, _ right: Int) -> Bool {
        let (first, second) = (values.classes[left], values.classes[right])
        if first.isNumeric, second.isNumeric {
            return key(left) == key(right) && (exactOrder(left, right) ?? 0) == 0
        }
        return first == second && moment(left) == moment(right)
    }

    /// What booleans and points in time are sorted by: for these, units of 10^-18 seconds.
    private func moment(_ index: Int) -> Int128 {
        let payload = values.payloads[index]
        guard values.classes[index].isTemporal else { return Int128(payload) }
        if payload != TermDictionary.unread {
            return Int128(Int64(bitPattern: payload) >> 1) * ValueText.attosecondsInMicrosecond
        }
        guard let datatype = types[Int(texts.tag(index))].xsd else { return 0 }
        return texts.withText(index) { (try? TemporalValue(lexicalForm: $0, datatype: datatype))?.sortKey ?? 0 }
    }

    /// A number as one that orders as its double does, with NaN above all and one zero.
    private func key(_ index: Int) -> UInt64 {
        let value = TermDictionary.value(values.payloads[index], values.classes[index])
        let number = value.double ?? exact(index)?.asDouble ?? .nan
        if number.isNaN { return .max }
        let bits = (number == 0 ? 0.0 : number).bitPattern
        return bits >> 63 == 1 ? ~bits : bits | 1 << 63
    }

    /// Compares integers and decimals that round to the same double; `nil` where one of them is a float.
    private func exactOrder(_ left: Int, _ right: Int) -> Int? {
        guard values.classes[left] <= .decimal, values.classes[right] <= .decimal,
            let first = exact(left), let second = exact(right)
        else { return nil }
        return switch first.order(to: second) {
        case .less: -1
        case .equal: 0
        case .greater: 1
        case .incomparable: nil
        }
    }

    private func exact(_ index: Int) -> NumericValue? {
        guard let datatype = types[Int(texts.tag(index))].xsd, datatype.isNumeric else { return nil }
        return texts.withText(index) { try? NumericValue(lexicalForm: $0, datatype: datatype) }
    }
}

/// The indexes of literals, by what they are sorted by.
private struct LiteralGroups {
    var numbers: [UInt32] = []
    var booleans: [UInt32] = []
    var temporals: [UInt32] = []
    var texts: [UInt32] = []
    var others: [UInt32] = []

    mutating func add(_ index: UInt32, _ valueClass: ValueClass) {
        switch valueClass {
        case .integer, .decimal, .float, .double: numbers.append(index)
        case .boolean: booleans.append(index)
        case .dateTime, .date, .year, .yearMonth, .time: temporals.append(index)
        case .text: texts.append(index)
        case .other: others.append(index)
        }
    }
}
