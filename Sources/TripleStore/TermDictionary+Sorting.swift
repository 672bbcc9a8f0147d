internal import ByteText

/// What became of the ids of a dictionary whose terms were put in order: new numbers by old dense numbers.
struct Renumbering: Sendable {
    let old: DenseNumbers
    let new: DenseNumbers
    let numbers: [UInt32]

    func id(_ id: TermID) -> TermID { new.id(numbers[old.number(id)]) }
}

/// Numbers without gaps for ids: blank nodes, then IRIs, then literals, then triple terms, as the ids stand.
struct DenseNumbers: Sendable, Equatable {
    let iris: Int
    let literals: Int
    let tripleTerms: Int
    let count: Int

    init(_ dictionary: TermDictionary) {
        iris = dictionary.blankNodes.count
        literals = iris + dictionary.iris.count
        tripleTerms = literals + dictionary.literals.count
        count = tripleTerms + dictionary.tripleTerms.count
    }

    @inline(__always)
    func number(_ id: TermID) -> Int {
        switch id.kind {
        case .blankNode: id.index
        case .iri: iris + id.index
        case .literal: literals + id.index
        case .tripleTerm: tripleTerms + id.index
        }
    }

    @inline(__always)
    func id(_ number: UInt32) -> TermID {
        let number = Int(number)
        if number < iris { return TermID(.blankNode, index: number) }
        if number < literals { return TermID(.iri, index: number - iris) }
        if number < tripleTerms { return TermID(.literal, index: number - literals) }
        return TermID(.tripleTerm, index: number - tripleTerms)
    }

    /// The number of an id, if it was given before these numbers were counted.
    @inline(__always)
    func known(_ id: TermID) -> Int? {
        let number = number(id)
        let end =
            switch id.kind {
            case .blankNode: iris
            case .iri: literals
            case .literal: tripleTerms
            case .tripleTerm: count
            }
        return number < end ? number : nil
    }
}

extension TermDictionary {
    /// Puts IRIs and literals in term order and gives them new ids; blank nodes and triple terms keep theirs.
    /// - Complexity: O(*b*) in the bytes of the terms.
    mutating func putInOrder() -> Renumbering {
        let dense = DenseNumbers(self)
        var numbers = [UInt32](repeating: 0, count: dense.count)
        for number in 0..<dense.iris { numbers[number] = UInt32(number) }
        for number in dense.tripleTerms..<dense.count { numbers[number] = UInt32(number) }

        let iriOrder = TextSorter.order(Array(0..<UInt32(iris.count)), of: iris)
        for (place, index) in iriOrder.enumerated() { numbers[dense.iris + Int(index)] = UInt32(dense.iris + place) }
        iris = iris.reordered(by: iriOrder)
        orderedCounts.iris = iris.count

        // Literals are sorted by their datatypes, among others, whose ids have just changed.
        for index in types.indices { types[index].datatype = dense.id(numbers[dense.number(types[index].datatype)]) }
        let literalOrder = literalOrder()
        for (place, index) in literalOrder.enumerated() {
            numbers[dense.literals + Int(index)] = UInt32(dense.literals + place)
        }
        literals = literals.reordered(by: literalOrder)
        literalTypes = literalOrder.map { literalTypes[Int($0)] }
        valueClasses = literalOrder.map { valueClasses[Int($0)] }
        payloads = literalOrder.prefix(orderedCounts.temporals).map { payloads[Int($0)] }
        orderedCounts.literals = literals.count
        findTies()

        let renumbering = Renumbering(old: dense, new: dense, numbers: numbers)
        rename(renumbering)
        return renumbering
    }

    /// Writes new ids wherever old ones stand.
    private mutating func rename(_ renumbering: Renumbering) {
        nameFixedTypes(renumbering)
        recentTypes.removeAll()
        typeNumbers.removeAll(keepingCapacity: true)
        for (number, type) in types.enumerated() {
            let key: LiteralTypeKey =
                type.hasLanguage ? .language(type.language, type.direction) : .datatype(type.datatype)
            typeNumbers[key] = UInt32(number)
        }
        for (place, entry) in slots.enumerated() where entry != 0 {
            let id = renumbering.id(TermID(rawValue: UInt32(truncatingIfNeeded: entry)))
            slots[place] = entry & ~0xFFFF_FFFF | UInt64(id.rawValue)
        }
        guard !tripleTerms.isEmpty else { return }
        for (index, row) in tripleTerms.enumerated() {
            tripleTerms[index] = TripleRow(
                subject: renumbering.id(row.subject), predicate: renumbering.id(row.predicate),
                object: renumbering.id(row.object))
        }
        rehashTripleTerms()
    }

    /// The order of literals by group, value and text, by their present indexes.
    private mutating func literalOrder() -> [UInt32] {
        readValues()
        var groups = LiteralGroups()
        for (index, valueClass) in valueClasses.enumerated() { groups.add(UInt32(index), valueClass) }
        var order: [UInt32] = []
        order.reserveCapacity(literals.count)
        order += LiteralOrder.numbers(groups.numbers, self)
        orderedCounts.numbers = order.count
        order += LiteralOrder.others(groups.booleans, self, byValue: true)
        orderedCounts.booleans = order.count
        order += LiteralOrder.others(groups.temporals, self, byValue: true)
        orderedCounts.temporals = order.count
        order += TextSorter.order(groups.texts, of: literals, ranks: LiteralOrder.textRanks(self))
        orderedCounts.texts = order.count
        order += LiteralOrder.others(groups.others, self, byValue: false)
        return order
    }

    /// Reads all literals, one word for each.
    private mutating func readValues() {
        valueClasses = literalTypes.map { types[Int($0)].valueClass }
        payloads = [UInt64](repeating: 0, count: literals.count)
        for index in 0..<literals.count where valueClasses[index] < .text {
            let type = types[Int(literalTypes[index])]
            if let payload = literals.withText(index, { ValueText.payload($0, type) }) {
                payloads[index] = payload
            } else {
                valueClasses[index] = .other
            }
        }
    }

    private mutating func findTies() {
        tied = []
        guard orderedCounts.temporals > 1 else { return }
        for index in 1..<orderedCounts.temporals where LiteralOrder.haveSameValue(index - 1, index, self) {
            tied.append(UInt32(index))
        }
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
