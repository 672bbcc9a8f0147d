public import RDFModel

/// A sequence of changes to a dataset, done in order.
/// - Spec: <https://www.w3.org/TR/sparql11-update/>
public struct Update: Hashable, Sendable {
    /// The changes.
    public var operations: [UpdateOperation]
    /// The base IRI at the end of the text.
    public var base: IRI?
    /// The prefixes that the text declares.
    public var prefixes: PrefixMap

    /// An update of given parts.
    public init(operations: [UpdateOperation], base: IRI? = nil, prefixes: PrefixMap = PrefixMap()) {
        self.operations = operations
        self.base = base
        self.prefixes = prefixes
    }
}

/// One change to a dataset.
public enum UpdateOperation: Hashable, Sendable {
    /// `INSERT DATA`: blank nodes are new, shared within the operation.
    case insertData([Quad])
    /// `DELETE DATA`: holds no blank nodes.
    case deleteData([Quad])
    /// `DELETE … INSERT … WHERE`, and `DELETE WHERE`, whose pattern is its template.
    case modify(Modification)
    /// `LOAD`
    case load(IRI, into: IRI?, silent: Bool)
    /// `CLEAR`
    case clear(GraphTarget, silent: Bool)
    /// `CREATE`
    case create(IRI, silent: Bool)
    /// `DROP`
    case drop(GraphTarget, silent: Bool)
    /// `ADD`: source, then destination; a default graph or an IRI.
    case add(GraphName, to: GraphName, silent: Bool)
    /// `MOVE`: source, then destination.
    case move(GraphName, to: GraphName, silent: Bool)
    /// `COPY`: source, then destination.
    case copy(GraphName, to: GraphName, silent: Bool)
}

/// A change that depends on what a pattern finds: the solutions are found first, then all deletions are done, then all
/// insertions.
/// - Spec: <https://www.w3.org/TR/sparql11-update/#deleteInsert>
public struct Modification: Hashable, Sendable {
    /// What is deleted for each solution; holds no blank nodes. A graph that WITH names is filled in.
    public var delete: [QuadPattern]
    /// What is inserted for each solution; blank nodes are new for each. A graph that WITH names is filled in.
    public var insert: [QuadPattern]
    /// The graph that is the default one for the pattern; `nil` where USING says otherwise or WITH is absent.
    public var with: IRI?
    /// The dataset for the pattern.
    public var using: DatasetClause?
    /// The pattern.
    public var pattern: Algebra

    /// A change of given parts.
    public init(
        delete: [QuadPattern], insert: [QuadPattern], with: IRI? = nil, using: DatasetClause? = nil, pattern: Algebra
    ) {
        self.delete = delete
        self.insert = insert
        self.with = with
        self.using = using
        self.pattern = pattern
    }
}

/// The graphs that CLEAR or DROP is about.
public enum GraphTarget: Hashable, Sendable {
    /// One graph, by its name.
    case graph(IRI)
    /// The default graph.
    case defaultGraph
    /// All named graphs.
    case named
    /// All graphs.
    case all
}
