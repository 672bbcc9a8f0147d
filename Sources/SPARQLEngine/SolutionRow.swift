public import RDFModel
public import SPARQLAlgebra
internal import XSDValues

/// One solution of a SELECT, whose values are had by their variables.
public struct SolutionRow {
    private let variables: [Variable]
    private let batch: SolutionBatch
    private let row: Int

    init(_ variables: [Variable], _ batch: SolutionBatch, _ row: Int) {
        self.variables = variables
        self.batch = batch
        self.row = row
    }

    /// The value of a variable; `nil` where it has none.
    /// - Complexity: O(*v*) in the number of variables.
    public subscript(variable: Variable) -> Term? {
        variables.firstIndex(of: variable).flatMap { batch[row, $0] }
    }

    /// The value of a variable as a Swift value; `nil` where it has none, or one of another kind.
    public subscript<Value: SolutionValue>(variable: Variable, as type: Value.Type) -> Value? {
        self[variable].flatMap(Value.init(solutionTerm:))
    }
}

extension QuerySolutions {
    /// Calls a function with each solution that has not been pulled yet.
    /// - Throws: ``QueryEvaluationError`` when a limit is met, or what the function throws.
    public func forEach(_ body: (SolutionRow) throws -> Void) throws {
        while let batch = try next() {
            for row in 0..<batch.count { try body(SolutionRow(variables, batch, row)) }
        }
    }
}

/// A Swift type that terms can be read as.
public protocol SolutionValue {
    /// The value of a term; `nil` where the term is of another kind.
    init?(solutionTerm term: Term)
}

extension Term: SolutionValue {
    /// The term itself.
    public init?(solutionTerm term: Term) { self = term }
}

extension IRI: SolutionValue {
    /// An IRI, and nothing else.
    public init?(solutionTerm term: Term) {
        guard case .iri(let iri) = term else { return nil }
        self = iri
    }
}

extension String: SolutionValue {
    /// What STR gives: the text of a literal, or an IRI.
    public init?(solutionTerm term: Term) {
        switch term {
        case .iri(let iri): self = iri.string
        case .literal(let literal): self = literal.lexicalForm
        case .blankNode, .tripleTerm: return nil
        }
    }
}

extension Int: SolutionValue {
    /// A whole number of any integer datatype, as far as it fits.
    public init?(solutionTerm term: Term) {
        guard case .number(.integer(let integer)) = ExpressionValue(term), let word = integer.word else { return nil }
        self = word
    }
}

extension Double: SolutionValue {
    /// The nearest to a number of any numeric datatype.
    public init?(solutionTerm term: Term) {
        guard case .number(let number) = ExpressionValue(term) else { return nil }
        self = number.asDouble
    }
}

extension Bool: SolutionValue {
    /// An `xsd:boolean`.
    public init?(solutionTerm term: Term) {
        guard case .boolean(let value) = ExpressionValue(term) else { return nil }
        self = value
    }
}
