internal import RDFModel

/// Why a query has no answer although its text is right.
public enum QueryEvaluationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It took longer than ``QueryLimits/timeout``.
    case timeLimit
    /// It made more rows than ``QueryLimits/rows``.
    case rowLimit(Int)
    /// It held more than ``QueryLimits/memory`` bytes at a time.
    case memoryLimit(Int)
    /// Matching a regular expression took more steps or memory than one match may.
    case regexLimit(String)
    /// It was cancelled.
    case cancelled
    /// Its operators nest deeper than the engine follows.
    case nestedTooDeep
    /// It has more variables than the planner takes.
    case tooManyVariables(Int)
    /// It calls a function that does not exist.
    case unknownFunction(String)
    /// It asks an endpoint, and SERVICE is not allowed or failed; the text says why.
    case service(String)

    /// What happened, and what would help.
    public var description: String {
        switch self {
        case .timeLimit: "the query took longer than it may"
        case .rowLimit(let limit): "the query makes more than \(limit) rows"
        case .memoryLimit(let limit): "the query holds more than \(limit) bytes"
        case .regexLimit(let pattern): "matching the regular expression \(pattern) takes too many steps"
        case .cancelled: "the query was cancelled"
        case .nestedTooDeep: "the query nests too deep"
        case .tooManyVariables(let limit): "the query has more than \(limit) variables"
        case .unknownFunction(let name): "<\(name)> is no function that is known"
        case .service(let reason): "SERVICE: \(reason)"
        }
    }
}
