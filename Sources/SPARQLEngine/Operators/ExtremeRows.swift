internal import TripleStore
internal import XSDValues

/// Of the rows that a pattern of EXISTS finds, those that can be the first to satisfy a comparison with the outside: of
/// rows that are the same to the outside but for a value, the one with the greatest, or the least.
///
/// Values that one order does not hold together (numbers of different precision, times with and without a zone) have
/// a greatest each. A value that compares with none goes.
struct ExtremeRows {
    /// The side of the comparison that the pattern has.
    let expression: PlanExpression
    /// Whether the greatest is kept, else the least.
    let keepsGreatest: Bool
    /// The slots by which the outside tells rows apart.
    let slots: [Slot]

    /// What a row is the extreme of.
    private struct Group: Hashable {
        let ids: [TermID]
        let order: OrderClass
    }

    /// Values of one class are all comparable.
    private enum OrderClass: Hashable {
        case exactNumber, float, double, string, boolean
        case temporal(XSDDatatype, hasZone: Bool)
        /// Only partly ordered: each row is kept.
        case duration(row: Int)

        /// `nil` for values that compare with none.
        init?(_ value: ExpressionValue, row: Int) {
            switch value {
            case .number(.integer), .number(.decimal): self = .exactNumber
            case .number(.float(let value)):
                if value.isNaN { return nil }
                self = .float
            case .number(.double(let value)):
                if value.isNaN { return nil }
                self = .double
            case .string: self = .string
            case .boolean: self = .boolean
            case .temporal(let value):
                self = .temporal(value.isMoment ? .dateTime : value.datatype, hasZone: value.timezone != nil)
            case .duration: self = .duration(row: row)
            case .iri, .blankNode, .languageString, .opaque, .tripleTerm: return nil
            }
        }
    }

    /// The extreme rows of a batch.
    func select(_ batch: Batch, _ context: QueryContext) throws(QueryEvaluationError) -> Batch {
        let evaluator = ExpressionEvaluator(context: context)
        var extremes: [Group: (row: Int32, value: ExpressionValue)] = [:]
        for row in 0..<batch.count {
            guard let value = context.terms.value(try evaluator.evaluate(expression, batch, row)),
                let order = OrderClass(value, row: row)
            else { continue }
            let group = Group(ids: slots.map { batch[$0, row] }, order: order)
            if let known = extremes[group], value.order(to: known.value) != (keepsGreatest ? .greater : .less) {
                continue
            }
            extremes[group] = (Int32(truncatingIfNeeded: row), value)
        }
        return batch.gathering(extremes.values.map(\.row).sorted())
    }
}
