internal import RDFModel
internal import TripleStore

/// Rows whose slot holds a triple term, with its parts matched and bound.
final class TripleTermOperator: BatchSource {
    private let input: any BatchSource
    private let slot: Slot
    private let parts: [PlanTerm]
    private let context: QueryContext

    init(_ input: any BatchSource, slot: Slot, parts: [PlanTerm], context: QueryContext) {
        self.input = input
        self.slot = slot
        self.parts = parts
        self.context = context
    }

    func reset() { input.reset() }

    func next() throws(QueryEvaluationError) -> Batch? {
        while let batch = try input.next() {
            try context.limits.check()
            let result = takeApart(batch)
            if result.count > 0 { return result }
        }
        return nil
    }

    private func takeApart(_ batch: Batch) -> Batch {
        var rows: [Int32] = []
        var columns: [Slot: [TermID]] = [:]
        let slots = parts.compactMap(\.slot)
        for row in 0..<batch.count {
            guard let ids = components(batch[slot, row]) else { continue }
            var bindings: [Slot: TermID] = [:]
            var agrees = true
            for (part, id) in zip(parts, ids) {
                switch part {
                case .constant(let constant): agrees = agrees && constant == id
                case .slot(let slot):
                    let old = bindings[slot] ?? batch[slot, row]
                    agrees = agrees && (old == id || !old.isDefined)
                    bindings[slot] = id
                }
            }
            guard agrees else { continue }
            rows.append(Int32(row))
            for slot in Set(slots) { columns[slot, default: []].append(bindings[slot] ?? .undefined) }
        }
        var result = batch.gathering(rows, slots: Array(0..<batch.width))
        for (slot, column) in columns { result.setColumn(slot, column) }
        return result
    }

    private func components(_ id: TermID) -> [TermID]? {
        guard id.isTripleTerm else { return nil }
        if !id.isComputed {
            let parts = context.terms.dictionary.components(id)
            return [parts.subject, parts.predicate, parts.object]
        }
        guard case .tripleTerm(let triple) = context.terms.term(id) else { return nil }
        return [triple.subject, .iri(triple.predicate), triple.object].map { context.terms.id(of: $0) }
    }
}
