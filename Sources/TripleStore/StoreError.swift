/// Why a store cannot take more.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There are as many terms of one kind as an id can number.
    case tooManyTerms
    /// The text of all terms of one kind fills 4 GiB.
    case tooMuchText
    /// There are as many statements as a row number can count.
    case tooManyStatements
    /// A triple term stands in a triple term in a triple term …, deeper than ``TermDictionary/maximumDepth``.
    case tooDeep

    public var description: String {
        switch self {
        case .tooManyTerms: "the store holds as many different terms as it can number (2^29 of one kind)"
        case .tooMuchText: "the store holds as much text as it can address (4 GiB for one kind of terms)"
        case .tooManyStatements: "the store holds as many statements as it can number (2^32 - 1)"
        case .tooDeep: "triple terms stand in one another more than \(TermDictionary.maximumDepth) deep"
        }
    }
}
