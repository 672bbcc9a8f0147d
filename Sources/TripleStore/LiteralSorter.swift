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

    let texts: TermTexts
    let types: [LiteralType]
    /// For each type its place among types: by language, then direction, then datatype.
    let typeRanks: [UInt32]
    let values: Values

    /// Reads the values of all literals of a dictionary.
    init(_ dictionary: TermDictionary) {
        (texts, types) = (dictionary.literals, dictionary.types)
        typeRanks = Self.ranks(of: dictionary)
        values = Self.values(texts, types)
    }

    /// The values of all texts, read on two cores.
    private static func values(_ texts: TermTexts, _ types: [LiteralType]) -> Values {
        let middle = texts.count / 2
        var (values, others) = inParallel(
            { Self.values(texts, types, 0..<middle) }, { Self.values(texts, types, middle..<texts.count) },
            when: texts.count > 1 << 12)
        values.classes += others.classes
        values.payloads += others.payloads
        return values
    }

    private static func values(_ texts: TermTexts, _ types: [LiteralType], _ indexes: Range<Int>) -> Values {
        var values = Values(classes: [], payloads: [])
        // Room for all, so that the second half is copied behind the first and nothing else is.
        values.classes.reserveCapacity(texts.count - indexes.lowerBound)
        values.payloads.reserveCapacity(texts.count - indexes.lowerBound)
        for index in indexes {
            let type = types[Int(texts.tag(index))]
            let payload = type.valueClass < .text ? texts.withText(index) { ValueText.payload($0, type) } : 0
            values.classes.append(payload == nil ? .other : type.valueClass)
            values.payloads.append(payload ?? 0)
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
        arrangement.append(sorted: sortedMoments(groups.booleans))
        counts.booleans = arrangement.order.count
        arrangement.append(sorted: sortedMoments(groups.temporals))
        counts.temporals = arrangement.order.count
        arrangement.append(unsorted: groups.texts)
        counts.texts = arrangement.order.count
        for ofOneType in byType(groups.others) { arrangement.append(unsorted: ofOneType) }
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
