internal import Localization
public import RDFModel
public import SPARQLAlgebra

extension Question {
    /// The question as a query, with values for its parameters, and their defaults where none is given.
    ///
    /// Defaults are put in the place of the variables too, so that an engine sees constants.
    /// - Parameter base: the IRI against which relative IRIs of the query resolve.
    /// - Throws: ``QuestionError`` for a parameter that the question lacks or a value of another kind;
    ///   `SPARQLSyntaxError` where the text is no query.
    public func query(binding bindings: [Binding] = [], base: IRI? = nil) throws -> Query {
        var values: [Variable: Term] = [:]
        for parameter in parameters {
            values[Variable(parameter.name)] = try parameter.defaultBinding.term(of: parameter.kind)
        }
        for binding in bindings {
            let parameter = try parameter(of: binding)
            values[Variable(parameter.name)] = try binding.term(of: parameter.kind)
        }
        var options = QueryParser.Options(predeclaredPrefixes: CommonPrefixes.predeclared)
        options.base = base
        return try QueryParser.parse(text, options: options).binding(values)
    }

    /// The parameter that a binding is for.
    /// - Throws: ``QuestionError`` where the question has none of that name.
    public func parameter(of binding: Binding) throws(QuestionError) -> Parameter {
        guard let parameter = parameters.first(where: { Variable($0.name) == Variable(binding.name) }) else {
            throw noSuchParameter(binding.name)
        }
        return parameter
    }

    private func noSuchParameter(_ parameter: String) -> QuestionError {
        guard !parameters.isEmpty else { return QuestionError(.noSuchParameters, name, parameter) }
        return QuestionError(.noSuchParameter, name, parameter, parameters.map(\.name).joined(separator: ", "))
    }
}

extension Question.Parameter {
    /// The value of the header.
    fileprivate var defaultBinding: Binding { Binding(name: name, value: defaultValue) }
}
