public import Localization
internal import OrganizationDirectory

/// A bundle would have far fewer rows or triples than the one that it replaces: nothing is published until a person
/// accepts it.
///
/// A table that lost its rows, or a column that lost its cells, is well formed; only what was there before tells.
public struct ShrinkError: Error, Sendable {
    /// What there is less of.
    public struct Loss: Sendable, Hashable {
        /// The table, or `triples`.
        public let what: String
        /// How many there were.
        public let before: Int
        /// How many there would be.
        public let after: Int
    }

    /// What there is less of, by more than a tenth.
    public let losses: [Loss]

    /// The error in a language, a line for each loss.
    public func text(in language: Language) -> String {
        let lines = losses.map { loss in
            ExportMessage.shrunk.text(in: language, loss.what, String(loss.after), String(loss.before))
        }
        return (lines + [ExportMessage.shrinkRefused.text(in: language)]).joined(separator: "\n")
    }
}

extension Receipt {
    /// Refuses to be followed by a bundle that has less of something by more than a tenth.
    /// - Throws: ``ShrinkError``.
    func refuseShrink(to rows: [Rows], triples: Int) throws(ShrinkError) {
        let counts = self.rows.map { row in
            (row.table, row.count, rows.first { $0.table == row.table }?.count ?? 0)
        }
        let losses = (counts + [("triples", self.triples, triples)]).filter { $0.1 > 0 && $0.1 - $0.2 > $0.1 / 10 }
        guard !losses.isEmpty else { return }
        throw ShrinkError(losses: losses.map { ShrinkError.Loss(what: $0.0, before: $0.1, after: $0.2) })
    }
}

extension Directory {
    /// How many rows each table has, in the order of the tables.
    var rowCounts: [(table: String, count: Int)] {
        [
            ("organizations", organizations.count), ("conditions", conditions.count),
            ("activities", organizations.reduce(0) { $0 + $1.activities.count { $0.evidence != nil } }),
            ("programmes", programmes.count), ("consultations", consultations.count),
            ("memberships", memberships.count),
        ]
    }
}
