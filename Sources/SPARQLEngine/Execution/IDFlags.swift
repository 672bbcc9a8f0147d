internal import TripleStore

/// A truth value for each id met.
///
/// The first few thousand are kept in a hash table; when more literals come, those of the store get a byte each in an
/// array by their index, which is smaller than a table and needs no search.
struct IDFlags {
    private var table = IDTable<Bool>()
    /// 0 unknown, 1 false, 2 true; empty while the table does.
    private var literals: [UInt8] = []
    private let literalCount: Int

    /// How many entries the table takes before literals move to the array.
    private static let maximumTableCount = 2048

    init(_ dictionary: TermDictionary) { literalCount = dictionary.count(of: .literal) }

    @inline(__always)
    subscript(id: TermID) -> Bool? {
        get {
            if !literals.isEmpty, id.isLiteral, !id.isComputed {
                let flag = literals[id.index]
                return flag == 0 ? nil : flag == 2
            }
            return table[id]
        }
        set {
            guard let newValue else { return }
            if literals.isEmpty {
                table[id] = newValue
                // What the table has stays there, and is evaluated once more if it comes again.
                if table.count > Self.maximumTableCount { literals = [UInt8](repeating: 0, count: literalCount) }
            } else if id.isLiteral, !id.isComputed {
                literals[id.index] = newValue ? 2 : 1
            } else {
                table[id] = newValue
            }
        }
    }
}
