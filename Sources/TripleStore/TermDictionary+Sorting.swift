internal import ByteText

/// What became of the ids of a dictionary whose terms were put in order: for each dense number the new one. The counts
/// of terms of each kind stay, and with them the meaning of a number.
struct Renumbering: Sendable {
    let dense: DenseNumbers
    /// Empty where every number stays.
    let numbers: [UInt32]

    @inline(__always)
    func number(_ number: Int) -> Int { numbers.isEmpty ? number : Int(numbers[number]) }

    func id(_ id: TermID) -> TermID { dense.id(UInt32(number(dense.number(id)))) }
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
        let (texts, sorter) = (iris, LiteralSorter(self))
        let (iriArrangement, (literalArrangement, counts)) = inParallel(
            {
                var arrangement = TextArrangement(of: texts)
                arrangement.append(unsorted: Array(0..<UInt32(texts.count)))
                return arrangement
            }, { sorter.arrangement() })
        let sortedIRIs = iriArrangement.arranged()
        let sortedLiterals = sorter.sorted(literalArrangement, counts)
        for (place, index) in sortedIRIs.order.enumerated() {
            numbers[dense.iris + Int(index)] = UInt32(dense.iris + place)
        }
        for (place, index) in sortedLiterals.order.enumerated() {
            numbers[dense.literals + Int(index)] = UInt32(dense.literals + place)
        }
        iris = sortedIRIs.texts
        take(sortedLiterals)
        orderedCounts.iris = iris.count
        let renumbering = Renumbering(dense: dense, numbers: numbers)
        rename(renumbering)
        return renumbering
    }

    private mutating func take(_ sorted: LiteralSorter.Sorted) {
        literals = sorted.texts
        valueClasses = sorted.classes
        payloads = sorted.payloads
        tied = sorted.tied
        orderedCounts = sorted.counts
    }

    /// Writes new ids wherever old ones stand.
    private mutating func rename(_ renumbering: Renumbering) {
        nameFixedTypes(renumbering)
        recentTypes.removeAll()
        typeNumbers.removeAll(keepingCapacity: true)
        for (number, type) in types.enumerated() {
            types[number].datatype = renumbering.id(type.datatype)
            let key: LiteralTypeKey =
                type.hasLanguage ? .language(type.language, type.direction) : .datatype(types[number].datatype)
            typeNumbers[key] = UInt32(number)
        }
        slots.rename(renumbering.id)
        guard !tripleTerms.isEmpty else { return }
        for (index, row) in tripleTerms.enumerated() {
            tripleTerms[index] = TripleRow(
                subject: renumbering.id(row.subject), predicate: renumbering.id(row.predicate),
                object: renumbering.id(row.object))
        }
        rehash()
    }
}
