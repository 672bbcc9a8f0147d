public import RDFModel
public import SPARQLAlgebra

/// How a query is run.
public struct QueryOptions: Sendable {
    /// What it may use.
    public var limits: QueryLimits
    /// Who can stop it.
    public var cancellation: QueryCancellation?
    /// Who answers SERVICE; without one SERVICE is refused.
    public var serviceHandler: (any ServiceHandler)?
    /// Functions besides those of SPARQL and `lys:matches` and `lys:score`.
    public var functions: [ExtensionFunction]
    /// The dataset to use in place of the one that the query names, as a protocol request may.
    public var dataset: DatasetClause?
    /// Values for variables of the query: its solutions are those in which these variables have these values.
    public var bindings: [(variable: Variable, term: Term)]
    /// Whether operators measure rows and time, for ``QueryResult/explanation``.
    public var isMeasured: Bool
    /// Whether EXISTS is run once as a whole wherever that means the same, however little the rows are that ask: for
    /// tests, which have little data.
    package var prefersWholePatterns = false

    /// Options; no limits, no service, the query's own dataset where nothing is said.
    public init(
        limits: QueryLimits = QueryLimits(), cancellation: QueryCancellation? = nil,
        serviceHandler: (any ServiceHandler)? = nil, functions: [ExtensionFunction] = [],
        dataset: DatasetClause? = nil, bindings: [(variable: Variable, term: Term)] = [], isMeasured: Bool = false
    ) {
        self.limits = limits
        self.cancellation = cancellation
        self.serviceHandler = serviceHandler
        self.functions = functions
        self.dataset = dataset
        self.bindings = bindings
        self.isMeasured = isMeasured
    }
}
