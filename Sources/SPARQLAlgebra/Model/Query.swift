public import RDFModel

/// A query: its form, the dataset it asks for, and the algebra of its pattern and solution modifiers.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#sparqlQuery>
public struct Query: Hashable, Sendable {
    /// What is made of the solutions.
    public enum Form: Hashable, Sendable {
        /// A table of these variables, in this order.
        case select([Variable])
        /// Whether there is a solution.
        case ask
        /// The triples of a template, instantiated by each solution; blank nodes are new for each.
        case construct([TriplePattern])
        /// What is known of these terms and of the values of these variables.
        case describe([TermPattern])
    }

    /// What is made of the solutions.
    public var form: Form
    /// The graphs that FROM and FROM NAMED ask for; `nil` where the query says nothing.
    public var dataset: DatasetClause?
    /// The pattern under its solution modifiers; that of SELECT is projected to its variables.
    public var algebra: Algebra
    /// The base IRI at the end of the prologue, against which `IRI()` resolves.
    public var base: IRI?
    /// The prefixes that the text declares, in their order.
    public var prefixes: PrefixMap

    /// A query of given parts.
    public init(
        form: Form, dataset: DatasetClause? = nil, algebra: Algebra, base: IRI? = nil, prefixes: PrefixMap = PrefixMap()
    ) {
        self.form = form
        self.dataset = dataset
        self.algebra = algebra
        self.base = base
        self.prefixes = prefixes
    }
}

/// The graphs of which a query or an update makes its dataset: `FROM` and `FROM NAMED`, or `USING` and `USING NAMED`.
///
/// The default graph is the merge of those listed, empty where none is; no other named graph is visible.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#specifyingDataset>
public struct DatasetClause: Hashable, Sendable {
    /// The graphs whose merge is the default graph.
    public var defaultGraphs: [IRI]
    /// The named graphs.
    public var namedGraphs: [IRI]

    /// The graphs of a dataset.
    public init(defaultGraphs: [IRI] = [], namedGraphs: [IRI] = []) {
        self.defaultGraphs = defaultGraphs
        self.namedGraphs = namedGraphs
    }
}
