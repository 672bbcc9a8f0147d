/// How much a table may hold before it is refused.
public struct TabularLimits: Sendable, Hashable {
    /// Bytes of a file.
    public var fileBytes: Int
    /// Bytes of a cell, in UTF-8.
    public var cellBytes: Int
    /// Cells of a row.
    public var cells: Int
    /// Rows below the header.
    public var rows: Int
    /// How many problems are collected before reading ends.
    public var problems: Int

    /// Generous for what people keep in a spreadsheet: 64 MiB, cells of 64 KiB, a thousand columns, a million rows.
    public init(
        fileBytes: Int = 64 << 20, cellBytes: Int = 64 << 10, cells: Int = 1_000, rows: Int = 1_000_000,
        problems: Int = 1_000
    ) {
        self.fileBytes = fileBytes
        self.cellBytes = cellBytes
        self.cells = cells
        self.rows = rows
        self.problems = problems
    }
}
