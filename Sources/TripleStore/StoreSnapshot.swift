public import RDFModel

/// A dataset as it was at one moment: terms, statements, and every index that a query uses.
///
/// Immutable: any number of threads read it, while a writer builds the next one (see ``TripleStore``). Ids mean
/// something only together with the snapshot they came from.
public final class StoreSnapshot: Sendable {
    /// The terms.
    public let dictionary: TermDictionary
    let triples: IndexSet
    /// The statements of named graphs; `nil` where there are none.
    let named: NamedGraphs?
    /// What is known of each predicate of the default graph.
    public let statistics: StoreStatistics
    /// The labels that have been searched, by the properties that give them.
    let labelIndexes = LabelIndexes()
    /// The words of the texts, once they have been searched; datasets with the same terms share it.
    let wordIndex: KeptWordIndex

    init(dictionary: TermDictionary, triples: IndexSet, named: NamedGraphs?, wordIndex: KeptWordIndex = KeptWordIndex())
    {
        self.dictionary = dictionary
        self.wordIndex = wordIndex
        self.triples = triples
        self.named = named
        statistics = StoreStatistics(triples)
    }

    /// How many statements stand in the default graph.
    public var tripleCount: Int { triples.count }

    /// How many statements stand in named graphs; a triple in two graphs counts twice.
    public var namedQuadCount: Int { named?.byGraph.count ?? 0 }

    /// The statements that match a pattern, as one contiguous run of the best index.
    ///
    /// - Parameters:
    ///   - pattern: Ids, or ``TermID/undefined`` where any term will do.
    ///   - scope: The graphs to look in.
    ///   - first: The free position by which rows should be sorted first, where there is a choice: subject (the usual
    ///     order) or object for a bound predicate, any position where none is bound.
    /// - Complexity: O(log *n*), where *n* is the number of statements.
    /// - Spec: <https://www.w3.org/TR/sparql11-query/#BasicGraphPatternMatching>
    public func run(
        matching pattern: IDPattern, in scope: GraphScope = .defaultGraph, sortedBy first: QuadPosition? = nil
    ) -> IDRun {
        switch scope {
        case .defaultGraph: return triples.run(pattern, sortedBy: first)
        case .named(let graph):
            return (named ?? .none).byGraph.run(pattern, in: graph, sortedBy: first)
        case .anyNamed: return (named ?? .none).anyGraph.run(pattern, sortedBy: first)
        }
    }

    /// How many statements match a pattern, exactly.
    /// - Complexity: O(log *n*).
    public func count(matching pattern: IDPattern, in scope: GraphScope = .defaultGraph) -> Int {
        run(matching: pattern, in: scope).count
    }

    /// Whether a statement is there.
    /// - Complexity: O(log *n*).
    public func contains(_ quad: Quad) -> Bool {
        guard let subject = dictionary.id(of: quad.subject), let predicate = dictionary.id(of: .iri(quad.predicate)),
            let object = dictionary.id(of: quad.object)
        else { return false }
        let pattern = IDPattern(subject: subject, predicate: predicate, object: object)
        guard let name = quad.graph.term else { return count(matching: pattern) > 0 }
        guard let graph = dictionary.id(of: name) else { return false }
        return count(matching: pattern, in: .named(graph)) > 0
    }

    /// The names of the graphs that hold statements, in the order of their ids.
    public var graphs: [TermID] { named?.graphs ?? [] }

    /// All statements: those of the default graph, then those of each named graph, in the order of ids.
    /// - Complexity: O(*n*), with terms made for each.
    public func quads() -> [Quad] {
        var result: [Quad] = []
        result.reserveCapacity(tripleCount + namedQuadCount)
        appendQuads(run(matching: IDPattern()), .defaultGraph, to: &result)
        for graph in graphs {
            guard let name = GraphName(dictionary.term(graph)) else { continue }
            appendQuads(run(matching: IDPattern(), in: .named(graph)), name, to: &result)
        }
        return result
    }

    private func appendQuads(_ run: IDRun, _ name: GraphName, to result: inout [Quad]) {
        for row in 0..<run.count {
            guard case .iri(let predicate) = dictionary.term(run.id(.predicate, row: row)) else { continue }
            result.append(
                Quad(
                    Triple(
                        dictionary.term(run.id(.subject, row: row)), predicate,
                        dictionary.term(run.id(.object, row: row))),
                    in: name))
        }
    }
}
