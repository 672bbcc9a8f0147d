internal import ByteText
internal import Localization
internal import TabularText

extension ProblemLog {
    /// Notes what makes a file no proper table.
    func report(_ problem: TabularProblem, columns: Sheet.Columns? = nil) {
        let (message, said) = problem.kind.said
        let arguments = message == .noHeadings ? said + [columns?.required.joined(separator: ", ") ?? ""] : said
        let isWholeFile: Bool =
            switch message {
            case .fileTooLarge, .unsupportedEncoding, .emptyFile, .isWorkbook, .isPage, .isForeign, .isCompressed,
                .foreignDelimiter, .rowInOneCell:
                true
            default: false
            }
        report(
            message, arguments,
            at: DirectoryProblem.Place(
                file: problem.file, line: isWholeFile ? nil : problem.row,
                textLine: isWholeFile ? nil : problem.position.line + 1, column: problem.column,
                order: problem.position.column))
    }
}

extension TabularProblem.Kind {
    fileprivate var said: (DirectoryMessage, [String]) {
        switch self {
        case .unsupportedEncoding(let name): (.unsupportedEncoding, [name])
        case .notText(let byte): (.notText, [byte.hexadecimal])
        case .damagedUTF8(let byte): (.damagedUTF8, [byte.hexadecimal])
        case .fileTooLarge(let limit): (.fileTooLarge, [String(limit)])
        case .cellTooLarge(let limit): (.cellTooLarge, [String(limit)])
        case .tooManyRows(let limit): (.tooManyRows, [String(limit)])
        case .tooManyCells(let limit): (.tooManyCells, [String(limit)])
        case .empty: (.emptyFile, [])
        case .unclosedQuote: (.unclosedQuote, [])
        case .textAfterQuote: (.textAfterQuote, [])
        case .quoteInsideCell: (.quoteInsideCell, [])
        case .wrongCellCount(let found, let expected, let delimiter):
            (
                found < expected ? .tooFewCells : delimiter.tooMany, [String(found), String(expected)]
            )
        case .blankCellsBehind: (.blankColumns, [])
        case .foreignDelimiter(let delimiter): (.foreignDelimiter, [delimiter])
        case .rowInOneCell: (.rowInOneCell, [])
        case .titleAbove(let title, let row): (.titleAbove, [title, String(row)])
        case .noKnownHeading(let first): (.noHeadings, [first])
        case .conflictMark: (.conflictMark, [])
        case .notATable(let content):
            switch content {
            case .workbook: (.isWorkbook, [])
            case .html: (.isPage, [])
            case .compressed: (.isCompressed, [])
            case .xml: (.isForeign, ["XML"])
            case .json: (.isForeign, ["JSON"])
            case .pdf: (.isForeign, ["PDF"])
            case .richText: (.isForeign, ["RTF"])
            }
        case .otherEncoding(let name, let word, let meant): (.otherEncoding, [name, meant, word])
        case .emptyLine: (.emptyLine, [])
        }
    }
}

extension Delimiter {
    /// More cells than headings: most likely the delimiter stands in a text.
    fileprivate var tooMany: DirectoryMessage {
        switch self {
        case .comma: .tooManyByComma
        case .semicolon: .tooManyBySemicolon
        case .tab: .tooManyByTab
        }
    }
}

extension UInt8 {
    /// Two hexadecimal digits, as `0x8F`.
    fileprivate var hexadecimal: String { "0x" + (self < 16 ? "0" : "") + String(self, radix: 16, uppercase: true) }
}
