public import RDFModel
public import SPARQLAlgebra

/// Who answers SERVICE: the program around the engine, which alone may use the network.
public protocol ServiceHandler: Sendable {
    /// The solutions of a pattern at an endpoint.
    /// - Throws: Any error; the query fails with it, unless it says SILENT.
    func solutions(of pattern: Algebra, at endpoint: IRI) throws -> ServiceSolutions
}

/// What an endpoint answers.
public struct ServiceSolutions: Sendable {
    /// The variables of the columns.
    public var variables: [Variable]
    /// The rows; `nil` is a variable without a value.
    public var rows: [[Term?]]

    /// Solutions.
    public init(variables: [Variable], rows: [[Term?]]) {
        self.variables = variables
        self.rows = rows
    }
}
