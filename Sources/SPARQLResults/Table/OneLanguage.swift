internal import RDFModel

/// A table as a reader of one language wants it: what is said in two languages is said in theirs.
///
/// Two columns `nameFr` and `nameEn` become one, `name`; where the reader's language has nothing there, the other's text
/// stands, with its tag. Of rows that differ only in the language of their texts those in the reader's stay.
public struct OneLanguage: Sendable {
    /// The reader's language.
    private let language: String
    /// The languages of which columns come in pairs, as the ends of their names say them.
    private let languages: [String]

    /// The view of a reader.
    /// - Parameter languages: the languages that names of columns end with.
    public init(_ language: String, among languages: [String]) {
        self.language = language
        self.languages = languages
    }

    /// The table in the reader's language, and how many rows were left out.
    /// - Complexity: O(*n*) in the cells.
    public func view(_ table: SolutionTable) -> (table: SolutionTable, leftOut: Int) {
        rowsInLanguage(joiningColumns(table))
    }

    // MARK: Columns

    private struct Column {
        var name: String
        /// The places of the columns that it is made of, the reader's first.
        var sources: [Int]
    }

    private func joiningColumns(_ table: SolutionTable) -> SolutionTable {
        var columns: [Column] = []
        var taken = Set(table.variables)
        var places: [String: Int] = [:]
        for (place, name) in table.variables.enumerated() {
            guard let (base, tag) = split(name), hasOther(base, tag, table.variables) else {
                columns.append(Column(name: name, sources: [place]))
                continue
            }
            let known = places[base]
            if let known {
                if tag == language {
                    columns[known].sources.insert(place, at: 0)
                    if !columns[known].name.utf8.elementsEqual(base.utf8) { columns[known].name = name }
                } else {
                    columns[known].sources.append(place)
                }
            } else {
                places[base] = columns.count
                // Beside a column of that very name this one keeps its own.
                columns.append(Column(name: taken.insert(base).inserted ? base : name, sources: [place]))
            }
        }
        guard columns.count < table.width else { return table }
        var result = SolutionTable(variables: columns.map(\.name))
        for row in table.rows {
            let cells = Array(row)
            result.append(columns.map { column in column.sources.lazy.compactMap { cells[$0] }.first })
        }
        return result
    }

    /// `nameFr`, `name_fr`, `nameFR` and `name-fr` as `name` and `fr`.
    private func split(_ name: String) -> (base: String, tag: String)? {
        let tag = name.suffix(2).lowercased()
        guard name.count > 2, languages.contains(tag) else { return nil }
        let base = name.dropLast(2)
        if base.last == "_" { return base.count > 1 ? (String(base.dropLast()), tag) : nil }
        // In one word, the language begins with a capital.
        guard name.suffix(2).first?.isUppercase == true else { return nil }
        return (String(base), tag)
    }

    private func hasOther(_ base: String, _ tag: String, _ names: [String]) -> Bool {
        names.contains { name in
            guard let other = split(name) else { return false }
            return other.base == base && other.tag != tag
        }
    }

    // MARK: Rows

    private func rowsInLanguage(_ table: SolutionTable) -> (table: SolutionTable, leftOut: Int) {
        guard table.cells.contains(where: { $0?.languageTag != nil }) else { return (table, 0) }
        // Rows that are the same but for texts in languages; texts themselves differ from language to language.
        let keys = table.rows.map { row in row.map { $0?.languageTag == nil ? Key.term($0) : .text } }
        var withReaders: Set<[Key]> = []
        for (row, key) in zip(table.rows, keys) where isReaders(row) { withReaders.insert(key) }
        var result = SolutionTable(variables: table.variables)
        for (row, key) in zip(table.rows, keys) where isReaders(row) || !namesThing(row) || !withReaders.contains(key) {
            result.append(row)
        }
        return (result, table.rowCount - result.rowCount)
    }

    private enum Key: Hashable {
        case term(Term?)
        case text
    }

    /// Whether the row says of what its texts speak; texts alone may be those of different things.
    private func namesThing(_ row: ArraySlice<Term?>) -> Bool {
        row.contains { cell in
            switch cell {
            case .iri?, .blankNode?: true
            case .literal?, .tripleTerm?, nil: false
            }
        }
    }

    /// Whether no text of the row is in another language than the reader's.
    private func isReaders(_ row: ArraySlice<Term?>) -> Bool {
        row.allSatisfy { $0?.languageTag.map { $0 == language || $0.hasPrefix(language + "-") } ?? true }
    }
}

extension Term {
    /// The language tag of a literal that has one.
    fileprivate var languageTag: String? {
        if case .literal(let literal) = self { literal.language } else { nil }
    }
}
