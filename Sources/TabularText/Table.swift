public import ByteText

/// A sheet: a header, and rows of as many cells.
///
/// Shape: every row has exactly `header.count` cells; rows that had not are missing here and stand among the
/// problems of ``TableReading``. Text is decoded, but not trimmed.
public struct Table: Sendable {
    /// The name of the file, as problems print it.
    public let file: String
    /// The cells of the first line.
    public let header: [Cell]
    /// The number of the header as a sheet program counts rows, from 1: blank rows may stand above it.
    public let headerNumber: Int
    /// The lines below it, in their order.
    public let rows: [Row]
    /// What stands between two cells.
    public let delimiter: Delimiter
    /// How the bytes were understood.
    public let encoding: TextEncoding

    /// One line of a sheet.
    public struct Row: Sendable {
        /// The number of the row as a sheet program counts them: from 1, the header among them.
        public let number: Int
        /// The line of text on which the row begins, counted from 0; a cell may have several lines.
        public let line: Int
        /// The cells from left to right.
        public let cells: [Cell]

        /// Whether no cell holds anything but blanks.
        public var isBlank: Bool { cells.allSatisfy(\.isBlank) }
    }

    /// One cell of a sheet.
    public struct Cell: Sendable, Hashable {
        /// The text, without quotes.
        public let text: String
        /// Where the cell begins in the decoded text: line and column of text, not of the sheet.
        public let position: TextPosition

        /// Whether it holds nothing, or nothing but blanks.
        public var isBlank: Bool { text.isEmpty || text.trimmingBlanks.isEmpty }

        /// A cell at a place.
        public init(_ text: String, at position: TextPosition) {
            self.text = text
            self.position = position
        }
    }
}

/// What stands between two cells.
public enum Delimiter: UInt8, CaseIterable, Sendable {
    /// As RFC 4180 has it, and spreadsheets in English.
    case comma = 0x2C
    /// As spreadsheets in French write it, where the comma is the decimal mark.
    case semicolon = 0x3B
    /// As TSV has it.
    case tab = 0x09
}

/// A table, as far as it could be read, and everything that is wrong with it.
public struct TableReading: Sendable {
    /// The table; `nil` where not even a header could be read.
    public let table: Table?
    /// The problems in the order of the text.
    public let problems: [TabularProblem]
}
