internal import TripleStore

/// MIN and MAX by the order of ORDER BY; an error for a group with an error or without values.
struct ExtremeAggregate {
    let isMaximum: Bool
    private(set) var ids: [TermID] = []
    private var hasError: [Bool] = []

    init(isMaximum: Bool) { self.isMaximum = isMaximum }

    mutating func add(
        _ values: [TermID], _ groups: [Int32], groupCount: Int, _ context: QueryContext
    ) throws(QueryEvaluationError) {
        let terms = context.terms
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
                try context.limits.work(1)
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

    init(separator: String) { self.separator = separator }

    mutating func add(
        _ values: [TermID], _ groups: [Int32], groupCount: Int, _ context: QueryContext
    ) throws(QueryEvaluationError) {
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
            // Counted before it is taken: a separator may be longer than all texts.
            let length = (isEmpty[group] ? 0 : separator.utf8.count) + context.terms.textLength(.term(id))
            try context.limits.work(1 + length / LimitGuard.bytesPerRow)
            guard context.limits.allowsText(of: texts[group].count + length) else { continue }
            // An array grows to twice its size.
            if texts[group].count + length > texts[group].capacity {
                try context.limits.hold(texts[group].count + 2 * length)
            }
            if !isEmpty[group] { texts[group] += separator.utf8 }
            isEmpty[group] = false
            context.terms.withText(id) { bytes in
                for index in bytes.indices { texts[group].append(bytes[index]) }
            }
        }
    }

    func results(groupCount: Int, _ context: QueryContext) throws(QueryEvaluationError) -> [TermID] {
        var results: [TermID] = []
        results.reserveCapacity(groupCount)
        for group in 0..<groupCount {
            guard group < texts.count else {
                results.append(context.terms.id(of: ExpressionValue.string("")))
                continue
            }
            guard !hasError[group] else {
                results.append(.undefined)
                continue
            }
            try context.limits.work(1 + texts[group].count / LimitGuard.bytesPerRow)
            let text = String(decoding: texts[group], as: UTF8.self)
            results.append(context.terms.id(of: ExpressionValue.string(text)))
        }
        return results
    }
}
