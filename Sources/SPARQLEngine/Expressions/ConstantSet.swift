internal import ByteText
internal import RDFModel
internal import TripleStore
internal import XSDValues

/// The constants of an IN or NOT IN, found by the class of their value: a list of thousands is no longer to go through
/// than one of ten.
///
/// The answer is that of `=` with each of them (§17.4.1.9): equal to one is true; else, where `=` with any is an error,
/// an error; else false. `=` is an error only between literals that are not understood and literals other than
/// themselves, and between points in time of which one alone has a zone.
final class ConstantSet {
    /// The constants by the class of their value; equal values are of one class.
    private var classes: [TermID: [TermID]] = [:]
    /// Constants that may be equal to values of any class, or of which `=` with others may be an error.
    private var others: [TermID] = []

    /// From how many constants on a set is made.
    static let minimumCount = 8

    init(_ ids: [TermID], _ terms: QueryTerms) {
        var seen: Set<TermID> = []
        for id in ids where seen.insert(id).inserted {
            guard id.isDefined else {
                others.append(id)
                continue
            }
            switch terms.value(id) {
            case .opaque, .temporal, .tripleTerm: others.append(id)
            default:
                // A value that is equal to none, as NaN is, leaves the answer false.
                guard let found = terms.equalityClass(of: .term(id)) else { continue }
                if found.isDefined { classes[found, default: []].append(id) } else { others.append(id) }
            }
        }
    }

    /// The constants that a value has to be compared with; `nil` for all.
    ///
    /// An opaque value is in doubt with every literal but itself, and a number may be of no one class.
    func candidates(for result: ExpressionResult, _ terms: QueryTerms) -> [TermID]? {
        switch terms.value(result) {
        case nil, .opaque?: return nil
        default: break
        }
        guard let found = terms.equalityClass(of: result) else { return others }
        guard found.isDefined else { return nil }
        return (classes[found] ?? []) + others
    }
}
