/// Why a dataset has no canonical form here.
public enum CanonicalizationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The blank nodes are so alike that telling them apart would take more steps than allowed: a poisoned dataset.
    case tooMuchWork(limit: Int)

    /// What happened, and what would help.
    public var description: String {
        switch self {
        case .tooMuchWork(let limit):
            "the blank nodes of the dataset could not be told apart in \(limit) steps; it may be made to stop "
                + "programs, else name its nodes or allow more steps"
        }
    }
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
