internal import ByteText
internal import JSONText

/// How the definitions of a context came about, change after change: so that the way back from IRIs to terms can be made
/// of that of the context before, and not of all terms again.
///
///     all terms of a document ◀─ 12 of a type ◀─ 3 of a property       a change, and what it comes after
///
/// Small changes are joined with the next larger ones, so that a chain of *n* changes is O(log *n*) long.
final class TermChanges {
    /// The terms that were defined, some perhaps twice.
    private let terms: [String]
    /// The changes before; none once the index is made.
    private var previous: TermChanges?
    /// The definitions after the changes.
    private let table: PersistentTable<TermDefinition?>
    private var made: InverseIndex?

    init(_ terms: [String], after previous: TermChanges?, table: PersistentTable<TermDefinition?>) {
        var (terms, previous) = (terms, previous)
        while let last = previous, last.made == nil, last.terms.count < 2 * terms.count {
            terms = last.terms + terms
            previous = last.previous
        }
        self.terms = terms
        self.previous = previous
        self.table = table
    }

    /// From IRIs to terms, after the changes; made when it is first asked for.
    /// - Complexity: O(*n* log *n*) in the terms that have changed since the last index that was made.
    var index: InverseIndex {
        if let made { return made }
        var chain = [self]
        while let last = chain.last, last.made == nil, let previous = last.previous { chain.append(previous) }
        var index = InverseIndex()
        var before = PersistentTable<TermDefinition?>()
        for changes in chain.reversed() {
            if let made = changes.made {
                index = made
            } else {
                index.change(changes.terms, from: before, to: changes.table)
                changes.made = index
                changes.previous = nil
            }
            before = changes.table
        }
        return index
    }
}
