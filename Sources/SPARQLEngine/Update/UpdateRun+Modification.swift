internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

extension UpdateRun {
    /// DELETE and INSERT: the solutions are found over the dataset as it is, then all is deleted, then all inserted.
    /// - Spec: <https://www.w3.org/TR/sparql11-update/#deleteInsert>
    func modify(_ modification: Modification, in transaction: inout WriteTransaction) throws {
        let snapshot = try transaction.snapshot()
        var compiler = TemplateCompiler()
        // What no statement of the store mentions cannot be deleted, and need not become a term of it.
        let deletions = try modification.delete.compactMap {
            try compiler.template($0) { (term) throws(StoreError) in snapshot.dictionary.id(of: term) }
        }
        var insertions: [QuadTemplate] = []
        for pattern in modification.insert {
            let template = try compiler.template(pattern) { (term) throws(StoreError) in
                try transaction.id(of: term)
            }
            if let template { insertions.append(template) }
        }
        guard !deletions.isEmpty || !insertions.isEmpty else { return }

        // Statements are inserted and deleted once, however often they come up; but new nodes are new each time.
        let solutions = try solutions(
            of: modification, compiler.variables, over: snapshot, ignoresDuplicates: compiler.blankNodeCount == 0)
        var terms = SolutionTerms(
            snapshot.dictionary, columns: compiler.variables.count, blankNodes: compiler.blankNodeCount)
        // Statements to insert wait until all deletions are done, where there are any.
        var waiting: [StatementIDs] = []
        var waitingBytes = 0
        // Where nothing differs between solutions, the first is as good as all.
        let isConstant = compiler.variables.isEmpty && compiler.blankNodeCount == 0
        search: while let batch = try solutions.next() {
            for row in 0..<batch.count {
                terms.begin(batch, row: row)
                for template in deletions {
                    try work(on: transaction)
                    guard let old = try terms.statement(template, in: &transaction) else { continue }
                    transaction.delete(old.subject, old.predicate, old.object, in: old.graph)
                }
                for template in insertions {
                    try work(on: transaction)
                    guard let new = try terms.statement(template, in: &transaction) else { continue }
                    if deletions.isEmpty {
                        transaction.insert(new.subject, new.predicate, new.object, in: new.graph)
                    } else {
                        waiting.append(new)
                    }
                }
                if isConstant { break search }
            }
            let bytes = waiting.capacity * MemoryLayout<StatementIDs>.stride
            try limits.hold(bytes - waitingBytes)
            waitingBytes = bytes
        }
        for new in waiting {
            try work(on: transaction)
            transaction.insert(new.subject, new.predicate, new.object, in: new.graph)
        }
        limits.release(waitingBytes)
    }

    /// The solutions of the pattern, over the dataset that USING or WITH names.
    private func solutions(
        of modification: Modification, _ variables: [Variable], over snapshot: StoreSnapshot, ignoresDuplicates: Bool
    ) throws(QueryEvaluationError) -> QuerySolutions {
        var (options, dataset) = (queryOptions, snapshot)
        if let using = modification.using {
            options.dataset = using
        } else if let graph = modification.with {
            options.dataset = nil
            let id = snapshot.dictionary.id(of: .iri(graph))
            dataset = snapshot.dataset(defaultGraphs: id.map { [$0] } ?? [], namedGraphs: nil)
        }
        let query = Query(
            form: .select(variables), algebra: .project(modification.pattern, variables), base: base)
        return try QueryRun(dataset, query, options).solutions(variables, ignoresDuplicates: ignoresDuplicates)
    }
}
