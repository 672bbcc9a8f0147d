public import ByteText

/// Something that makes a text no proper table.
public struct TabularProblem: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Kind: Hashable, Sendable {
        /// The file begins with the mark of UTF-16 or UTF-32.
        case unsupportedEncoding(String)
        /// The bytes are no table at all.
        case notATable(ForeignContent)
        /// The bytes are most likely in this encoding, in which a word of them means something.
        case otherEncoding(String, word: String, meant: String)
        /// A byte that is text neither in UTF-8 nor in Windows-1252, or a NUL.
        case notText(byte: UInt8)
        /// The file is UTF-8 throughout but for this byte.
        case damagedUTF8(byte: UInt8)
        /// The file is larger than the limit, in bytes.
        case fileTooLarge(limit: Int)
        /// A cell is larger than the limit, in bytes.
        case cellTooLarge(limit: Int)
        /// More rows than the limit.
        case tooManyRows(limit: Int)
        /// More cells in a row than the limit.
        case tooManyCells(limit: Int)
        /// No header: the file is empty.
        case empty
        /// A quote that opens a cell and is never closed.
        case unclosedQuote
        /// Text between a closing quote and the end of the cell.
        case textAfterQuote
        /// A quote inside a cell that does not begin with one.
        case quoteInsideCell
        /// More or fewer cells than the header has.
        case wrongCellCount(found: Int, expected: Int, delimiter: Delimiter)
        /// Rows have blank cells behind the last heading; said once.
        case blankCellsBehind
        /// The cells are parted by something else than a delimiter of ours.
        case foreignDelimiter(String)
        /// Each row stands in one cell, as a program does that quotes whole lines.
        case rowInOneCell
        /// The headings stand further down, below a title.
        case titleAbove(title: String, headingRow: Int)
        /// No heading is one of those that the reader knows.
        case noKnownHeading(first: String)
        /// A mark that Git leaves where two versions could not be joined.
        case conflictMark
        /// A line with nothing on it between others.
        case emptyLine
    }

    /// The file.
    public let file: String
    /// What is wrong.
    public let kind: Kind
    /// Where it is in the text.
    public let position: TextPosition
    /// The row as a sheet program counts them, from 1: a cell may have several lines of text.
    public let row: Int
    /// The name of the column, where the header names one.
    public let column: String?

    /// A problem at a place.
    public init(file: String, kind: Kind, position: TextPosition, row: Int? = nil, column: String? = nil) {
        self.file = file
        self.kind = kind
        self.position = position
        self.row = row ?? position.line + 1
        self.column = column
    }
}
