public import ByteText

/// Something that makes a text no proper table.
public struct TabularProblem: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Kind: Hashable, Sendable {
        /// The file begins with the mark of UTF-16 or UTF-32.
        case unsupportedEncoding(String)
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
        case wrongCellCount(found: Int, expected: Int)
        /// A line with nothing on it between others.
        case emptyLine
    }

    /// The file.
    public let file: String
    /// What is wrong.
    public let kind: Kind
    /// Where it is in the text.
    public let position: TextPosition
    /// The name of the column, where the header names one.
    public let column: String?

    /// A problem at a place.
    public init(file: String, kind: Kind, position: TextPosition, column: String? = nil) {
        self.file = file
        self.kind = kind
        self.position = position
        self.column = column
    }
}
