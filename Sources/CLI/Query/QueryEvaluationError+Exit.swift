internal import Localization
internal import SPARQLEngine

extension QueryEvaluationError {
    /// How a run ends with this error.
    var exit: Exit {
        switch self {
        case .timeLimit: Exit(.limit, EvaluationMessage.timeLimit)
        case .rowLimit(let limit): Exit(.limit, EvaluationMessage.rowLimit, String(limit))
        case .memoryLimit(let limit): Exit(.limit, EvaluationMessage.memoryLimit, String(limit))
        case .regexLimit(let pattern): Exit(.limit, EvaluationMessage.regexLimit, pattern)
        case .cancelled: Exit(.limit, EvaluationMessage.cancelled)
        case .nestedTooDeep: Exit(.limit, EvaluationMessage.nestedTooDeep)
        case .tooManyVariables(let limit): Exit(.limit, EvaluationMessage.tooManyVariables, String(limit))
        case .unknownFunction(let name): Exit(.badData, EvaluationMessage.unknownFunction, name)
        case .service(let reason): Exit(.unavailable, EvaluationMessage.service, reason)
        }
    }
}
