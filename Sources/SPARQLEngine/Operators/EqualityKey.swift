internal import TripleStore

/// An expression whose value is compared with `=` or `sameTerm`, and the slot that takes the class of its value.
struct EqualityKey {
    let slot: Slot
    let expression: PlanExpression
    /// Whether terms are compared, as `sameTerm` does, rather than values.
    let comparesTerms: Bool

    /// The class for each row; `nil` where the value is equal to none, or an error.
    func column(of batch: Batch, _ context: QueryContext) throws(QueryEvaluationError) -> [TermID?] {
        let evaluator = ExpressionEvaluator(context: context)
        // The same value comes again and again where the expression looks at one slot.
        let slots = expression.slots
        let only = slots.count == 1 ? slots.slots.first : nil
        var known = IDTable<TermID>()
        var result: [TermID?] = []
        result.reserveCapacity(batch.count)
        for row in 0..<batch.count {
            let id = only.map { batch[$0, row] } ?? .undefined
            if id.isDefined, let known = known[id] {
                result.append(known == Self.none ? nil : known)
                continue
            }
            let value = try evaluator.evaluate(expression, batch, row)
            let found = comparesTerms ? context.terms.sameTermClass(of: value) : context.terms.equalityClass(of: value)
            if id.isDefined { known[id] = found ?? Self.none }
            result.append(found)
        }
        return result
    }

    /// Stands for no class where ids are remembered.
    private static let none = TermID(rawValue: .max)
}

/// Rows with the class of an expression's value in a slot; rows whose value is equal to none go, or stay and match
/// none.
final class EqualityKeyOperator: BatchSource {
    private let input: any BatchSource
    private let key: EqualityKey
    private let isOuter: Bool
    private let context: QueryContext

    /// - Parameter isOuter: Whether rows stay whose value is equal to none: those of the left of a left join.
    init(_ input: any BatchSource, key: EqualityKey, isOuter: Bool, context: QueryContext) {
        self.input = input
        self.key = key
        self.isOuter = isOuter
        self.context = context
    }

    func reset() { input.reset() }

    func next() throws(QueryEvaluationError) -> Batch? {
        while let batch = try input.next() {
            try context.limits.check()
            let classes = try key.column(of: batch, context)
            if isOuter {
                var result = batch
                let none = context.terms.classOfNone
                result.setColumn(key.slot, classes.map { $0 ?? none })
                return result
            }
            var rows: [Int32] = []
            for row in classes.indices where classes[row] != nil { rows.append(Int32(row)) }
            guard !rows.isEmpty else { continue }
            var result = batch.gathering(rows)
            result.setColumn(key.slot, classes.compactMap { $0 })
            return result
        }
        return nil
    }
}
