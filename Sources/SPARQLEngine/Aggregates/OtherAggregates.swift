internal import TripleStore

/// MIN and MAX by the order of ORDER BY; an error for a group with an error or without values.
struct ExtremeAggregate {
    let isMaximum: Bool
    private(set) var ids: [TermID] = []
    private var hasError: [Bool] = []

    init(isMaximum: Bool) { self.isMaximum = isMaximum }

    mutating func add(_ values: [TermID], _ groups: [Int32], groupCount: Int, terms: QueryTerms) {
        while ids.count < groupCount {
            ids.append(.undefined)
            hasError.append(false)
        }
        for row in values.indices {
            let group = Int(groups[row])
            let (value, best) = (values[row], ids[group])
            if !value.isDefined {
                hasError[group] = true
            } else if !best.isDefined {
                ids[group] = value
            } else if value != best {
                let order = terms.sortOrder(value, best)
                if isMaximum ? order > 0 : order < 0 { ids[group] = value }
            }
        }
    }

    func results(groupCount: Int) -> [TermID] {
        (0..<groupCount).map { $0 < ids.count && !hasError[$0] ? ids[$0] : .undefined }
    }
}

/// SAMPLE: the first value that is no error.
struct SampleAggregate {
    private(set) var ids: [TermID] = []

    mutating func add(_ values: [TermID], _ groups: [Int32], groupCount: Int) {
        while ids.count < groupCount { ids.append(.undefined) }
        for row in values.indices where values[row].isDefined && !ids[Int(groups[row])].isDefined {
            ids[Int(groups[row])] = values[row]
        }
    }

    func results(groupCount: Int) -> [TermID] { (0..<groupCount).map { $0 < ids.count ? ids[$0] : .undefined } }
}

/// GROUP_CONCAT: the texts of the values in the order in which they come; an error for a group with a value that has
/// no text.
struct ConcatAggregate {
    let separator: String
    private var texts: [[UInt8]] = []
    private var isEmpty: [Bool] = []
    private var hasError: [Bool] = []
    private(set) var memory = 0

    init(separator: String) { self.separator = separator }

    mutating func add(_ values: [TermID], _ groups: [Int32], groupCount: Int, terms: QueryTerms) {
        while texts.count < groupCount {
            texts.append([])
            isEmpty.append(true)
            hasError.append(false)
        }
        for row in values.indices {
            let group = Int(groups[row])
            let id = values[row]
            guard id.isLiteral || id.isIRI else {
                hasError[group] = true
                continue
            }
            if !isEmpty[group] { texts[group] += separator.utf8 }
            isEmpty[group] = false
            let before = texts[group].count
            terms.withText(id) { bytes in
                for index in bytes.indices { texts[group].append(bytes[index]) }
            }
            memory += texts[group].count - before
        }
    }

    func results(groupCount: Int, terms: QueryTerms) -> [TermID] {
        (0..<groupCount).map { group in
            guard group < texts.count else { return terms.id(of: ExpressionValue.string("")) }
            guard !hasError[group] else { return .undefined }
            return terms.id(of: ExpressionValue.string(String(decoding: texts[group], as: UTF8.self)))
        }
    }
}
