internal import Localization
internal import TripleStore

extension StoreError {
    /// How a run ends that comes to the end of what a store can hold.
    /// - Parameter place: the file that was being read, or what else there was too much of.
    func exit(in place: String) -> Exit {
        switch self {
        case .tooManyTerms, .tooMuchText, .tooManyStatements: Exit(.limit, InputMessage.storeFull, place)
        case .tooDeep: Exit(.limit, InputMessage.storeTooDeep, place, String(TermDictionary.maximumDepth))
        }
    }
}
