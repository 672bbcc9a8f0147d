public import Localization

/// Why a dataset has no canonical form here.
public enum CanonicalizationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The blank nodes are so alike that telling them apart would take more steps than allowed: a poisoned dataset.
    case tooMuchWork(limit: Int)

    /// What happened, and what would help, in a language.
    public func description(in language: Language) -> String {
        switch self {
        case .tooMuchWork(let limit): CanonicalizationMessage.tooMuchWork.text(in: language, String(limit))
        }
    }

    /// What happened, and what would help, in English.
    public var description: String { description(in: .english) }
}

/// Counts steps and stops where there are too many.
/// - Spec: <https://www.w3.org/TR/rdf-canon/#dataset-poisoning>
struct WorkMeter {
    let limit: Int
    private var used = 0

    init(limit: Int) { self.limit = limit }

    mutating func spend(_ steps: Int) throws(CanonicalizationError) {
        used += steps
        guard used <= limit else { throw .tooMuchWork(limit: limit) }
    }
}
