internal import SPARQLAlgebra
internal import TripleStore

/// A condition on rows, and what is known of it.
struct Condition {
    private let expression: PlanExpression
    /// What results are remembered by.
    private let memory: Memory
    /// Results by id, or by the number of the literal's type.
    private var byID: IDFlags?
    private var byType: [Bool?] = []
    /// The result where the slot is undefined.
    private var knownUndefined: Bool?
    /// The condition as a test of texts, if it is one; `nil` before the first batch.
    private var texts: TextTester??

    private enum Memory {
        /// Each row is evaluated.
        case none
        /// The condition depends on one slot.
        case id(Slot)
        /// The condition depends on the language, datatype or kind of one slot.
        case type(Slot)
    }

    init(_ expression: PlanExpression) {
        self.expression = expression
        let slots = expression.slots
        guard slots.count == 1, let slot = slots.slots.first, !expression.isVolatile, !expression.containsExists else {
            memory = .none
            return
        }
        memory = Self.dependsOnType(expression) ? .type(slot) : .id(slot)
    }

    private static func dependsOnType(_ expression: PlanExpression) -> Bool {
        switch expression {
        case .slot, .bound: return false
        case .call(let call, let arguments):
            switch call.function {
            case .lang, .langDirection, .datatype, .hasLang, .hasLangDirection, .isIRI, .isBlank, .isLiteral,
                .isTriple:
                if case .slot? = arguments.first { return true }
            default: break
            }
        default: break
        }
        return expression.children.allSatisfy(dependsOnType)
    }

    /// The rows for which the condition is true.
    mutating func select(_ batch: Batch, _ context: QueryContext) throws(QueryEvaluationError) -> [Int32] {
        switch memory {
        case .type(let slot) where batch.mayBind(slot): try selectByType(batch, slot, context)
        case .id(let slot) where batch.mayBind(slot): try selectByID(batch, slot, context)
        default: try selectEach(batch, context)
        }
    }

    private func evaluate(
        _ batch: Batch, _ row: Int, _ context: QueryContext
    ) throws(QueryEvaluationError) -> Bool {
        try context.limits.work(1)
        return try ExpressionEvaluator(context: context).condition(expression, batch, row) == true
    }

    private func selectEach(_ batch: Batch, _ context: QueryContext) throws(QueryEvaluationError) -> [Int32] {
        var rows: [Int32] = []
        rows.reserveCapacity(batch.count)
        for row in 0..<batch.count {
            context.beginSolution()
            if try evaluate(batch, row, context) { rows.append(Int32(row)) }
        }
        return rows
    }

    private mutating func selectByID(
        _ batch: Batch, _ slot: Slot, _ context: QueryContext
    ) throws(QueryEvaluationError) -> [Int32] {
        var rows: [Int32] = []
        rows.reserveCapacity(batch.count)
        let column = batch.columns[slot]
        var byID = byID ?? IDFlags(context.terms.dictionary)
        // One owner while it changes.
        self.byID = nil
        defer { self.byID = byID }
        try testTexts(column, slot, &byID, context)
        var last = TermID.undefined
        var lastResult: Bool?
        for row in column.indices {
            let id = column[row]
            if let lastResult, id == last {
                if lastResult { rows.append(Int32(row)) }
                continue
            }
            let result: Bool
            if let found = id.isDefined ? byID[id] : knownUndefined {
                result = found
            } else {
                result = try evaluate(batch, row, context)
                if id.isDefined { byID[id] = result } else { knownUndefined = result }
            }
            (last, lastResult) = (id, result)
            if result { rows.append(Int32(row)) }
        }
        return rows
    }

    /// Finds the results for literals of the store that are not known yet all at once, if the condition is a test of
    /// texts.
    private mutating func testTexts(
        _ column: [TermID], _ slot: Slot, _ byID: inout IDFlags, _ context: QueryContext
    ) throws(QueryEvaluationError) {
        // For a few rows it is not worth the making.
        guard column.count >= Self.minimumForTexts else { return }
        if texts == nil { texts = .some(TextTester(expression, slot: slot, context: context)) }
        guard let texts = texts ?? nil else { return }
        var ids: [TermID] = []
        ids.reserveCapacity(column.count)
        var last = TermID.undefined
        for id in column where id != last && id.isLiteral && !id.isComputed {
            if byID[id] == nil { ids.append(id) }
            last = id
        }
        let results = texts.results(ids)
        // Where the time was over, this says so.
        try context.limits.check()
        for index in ids.indices {
            if let result = results[index] { byID[ids[index]] = result }
        }
    }

    /// The rows from which on texts are tested together.
    private static let minimumForTexts = 64

    private mutating func selectByType(
        _ batch: Batch, _ slot: Slot, _ context: QueryContext
    ) throws(QueryEvaluationError) -> [Int32] {
        let dictionary = context.terms.dictionary
        if byType.isEmpty { byType = [Bool?](repeating: nil, count: dictionary.types.count) }
        var rows: [Int32] = []
        rows.reserveCapacity(batch.count)
        let column = batch.columns[slot]
        for row in column.indices {
            let id = column[row]
            guard id.isLiteral, !id.isComputed else {
                if try evaluate(batch, row, context) { rows.append(Int32(row)) }
                continue
            }
            let type = dictionary.typeNumber(id)
            let result: Bool
            if let known = byType[type] {
                result = known
            } else {
                result = try evaluate(batch, row, context)
                byType[type] = result
            }
            if result { rows.append(Int32(row)) }
        }
        return rows
    }
}
