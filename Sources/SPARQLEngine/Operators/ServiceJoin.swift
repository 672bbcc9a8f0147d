internal import RDFModel
internal import TripleStore

/// Rows joined with what endpoints answer; each endpoint is asked once.
/// - Spec: <https://www.w3.org/TR/sparql11-federated-query/>
final class ServiceJoin: BatchSource {
    private let input: any BatchSource
    private let service: ServicePlan
    private let context: QueryContext
    private var tables: [TermID: JoinTable] = [:]
    private var batch: Batch?
    private var row = 0
    private var place: Int32?

    init(_ input: any BatchSource, service: ServicePlan, context: QueryContext) {
        self.input = input
        self.service = service
        self.context = context
    }

    func reset() {
        batch = nil
        input.reset()
    }

    func next() throws(QueryEvaluationError) -> Batch? {
        while true {
            if batch == nil {
                guard let next = try input.next() else { return nil }
                (batch, row, place) = (next, 0, nil)
            }
            guard let batch else { return nil }
            try context.limits.check()
            guard row < batch.count else {
                self.batch = nil
                continue
            }
            let result = try matchRow(batch)
            if result.count > 0 { return result }
        }
    }

    /// The next matches of the present row, about a batch of them.
    private func matchRow(_ batch: Batch) throws(QueryEvaluationError) -> Batch {
        let endpoint: TermID =
            switch service.endpoint {
            case .constant(let id): id
            case .slot(let slot): batch[slot, row]
            }
        let table = try table(endpoint)
        var lefts: [Int32] = []
        var rights: [Int32] = []
        var match = if let place { place } else { try table.first(batch, row) }
        while match != JoinTable.none, lefts.count < Batch.preferredCount {
            lefts.append(Int32(truncatingIfNeeded: row))
            rights.append(match)
            match = try table.next(after: match, batch, row)
        }
        place = match
        if match == JoinTable.none {
            row += 1
            place = nil
        }
        return table.combined(batch, lefts, rights, kept: Array(0..<batch.width))
    }

    private func table(_ endpoint: TermID) throws(QueryEvaluationError) -> JoinTable {
        if let known = tables[endpoint] { return known }
        let slots = service.columns.map(\.slot)
        let table = JoinTable(try answer(endpoint), keys: [], looseSlots: slots, limits: context.limits)
        tables[endpoint] = table
        return table
    }

    private func answer(_ endpoint: TermID) throws(QueryEvaluationError) -> Batch {
        do {
            guard endpoint.isDefined, case .iri(let iri) = context.terms.term(endpoint) else {
                throw QueryEvaluationError.service("the endpoint is no IRI")
            }
            guard let handler = context.serviceHandler else {
                throw QueryEvaluationError.service("\(iri) was not asked, since the network is not allowed")
            }
            return read(try handler.solutions(of: service.pattern, at: iri))
        } catch {
            if service.isSilent { return Batch.unit(width: context.width) }
            if let error = error as? QueryEvaluationError { throw error }
            throw .service(String(describing: error))
        }
    }

    private func read(_ solutions: ServiceSolutions) -> Batch {
        var result = Batch(width: context.width, count: solutions.rows.count)
        for (variable, slot) in service.columns {
            guard let place = solutions.variables.firstIndex(of: variable) else { continue }
            let column = solutions.rows.map { row in
                place < row.count ? row[place].map { context.terms.id(of: $0) } ?? .undefined : .undefined
            }
            if column.contains(where: \.isDefined) { result.setColumn(slot, column) }
        }
        return result
    }
}
