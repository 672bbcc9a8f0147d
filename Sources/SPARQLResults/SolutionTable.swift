public import RDFModel

/// The solutions of a SELECT query: a row for each, a column for each variable.
///
/// Cells lie in one array, row after row; `nil` is an unbound variable. Rows keep their order and their duplicates.
public struct SolutionTable: Sendable, Hashable {
    /// The variables without `?`, in the order of the columns.
    public let variables: [String]
    /// The cells, row after row.
    public private(set) var cells: [Term?] = []
    /// How many rows there are: a table without columns has rows too.
    public private(set) var rowCount = 0

    /// A table without rows.
    public init(variables: [String]) { self.variables = variables }

    /// A table of rows.
    /// - Precondition: every row is as wide as there are variables.
    public init(variables: [String], rows: [[Term?]]) {
        self.variables = variables
        for row in rows { append(row) }
    }

    /// How many columns there are.
    public var width: Int { variables.count }

    /// Appends a row.
    /// - Precondition: it is as wide as there are variables.
    public mutating func append(_ row: some Collection<Term?>) {
        precondition(row.count == width, "a row has a cell for every variable")
        cells.append(contentsOf: row)
        rowCount += 1
    }

    /// A row.
    /// - Complexity: O(1).
    public subscript(row: Int) -> ArraySlice<Term?> { cells[row * width..<(row + 1) * width] }

    /// The rows in their order.
    public var rows: some RandomAccessCollection<ArraySlice<Term?>> { (0..<rowCount).lazy.map { self[$0] } }

    /// The column of a variable, if it is there.
    public func column(of variable: String) -> Int? {
        variables.firstIndex { $0.utf8.elementsEqual(variable.utf8) }
    }

    /// The same variables and the same rows in the same order; variables by code points.
    public static func == (left: SolutionTable, right: SolutionTable) -> Bool {
        left.rowCount == right.rowCount && left.cells == right.cells
            && left.variables.elementsEqual(right.variables) { $0.utf8.elementsEqual($1.utf8) }
    }

    /// Hashes the rows.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(rowCount)
        hasher.combine(cells)
    }
}

/// What a SELECT or ASK query gives.
public enum SPARQLResult: Sendable, Hashable {
    /// The answer of ASK.
    case boolean(Bool)
    /// The solutions of SELECT.
    case solutions(SolutionTable)
}
