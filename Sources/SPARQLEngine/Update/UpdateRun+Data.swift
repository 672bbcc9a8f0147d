internal import RDFModel
internal import TripleStore

extension UpdateRun {
    /// INSERT DATA: its blank nodes are new, shared within the operation.
    /// - Spec: <https://www.w3.org/TR/sparql11-update/#insertData>
    func insert(
        _ quads: [Quad], into graph: GraphName = .defaultGraph, in transaction: inout WriteTransaction
    ) throws {
        let document = transaction.beginDocument()
        for quad in quads {
            try work(on: transaction)
            try transaction.insert(quad, of: document, into: graph)
        }
    }

    /// DELETE DATA: holds no blank nodes; what is not there is passed over.
    /// - Spec: <https://www.w3.org/TR/sparql11-update/#deleteData>
    func delete(_ quads: [Quad], in transaction: inout WriteTransaction) throws {
        for quad in quads {
            try work(on: transaction)
            transaction.delete(quad)
        }
    }

    /// LOAD: the statements of the document's default graph go into the graph that INTO names.
    /// - Spec: <https://www.w3.org/TR/sparql11-update/#load>
    func load(_ document: IRI, into graph: IRI?, in transaction: inout WriteTransaction) throws {
        guard let documents = options.documents else { throw UpdateError.loadRefused(document) }
        let quads: [Quad]
        do {
            quads = try documents.statements(of: document)
        } catch let error as QueryEvaluationError {
            // A limit of the request that was met in reading; SILENT does not forgive it.
            throw error
        } catch {
            throw UpdateError.load(document, error)
        }
        try insert(quads, into: graph.map { .iri($0) } ?? .defaultGraph, in: &transaction)
    }
}
