internal import ByteText
internal import Localization
internal import TabularText

extension ProblemLog {
    /// Notes what makes a file no proper table.
    func report(_ problem: TabularProblem) {
        let (message, arguments) = problem.kind.said
        let isWholeFile = message == .fileTooLarge || message == .unsupportedEncoding || message == .emptyFile
        report(
            message, arguments,
            at: DirectoryProblem.Place(
                file: problem.file, line: isWholeFile ? nil : problem.position.line + 1, column: problem.column,
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
        case .wrongCellCount(let found, let expected): (.wrongCellCount, [String(found), String(expected)])
        case .emptyLine: (.emptyLine, [])
        }
    }
}

extension UInt8 {
    /// Two hexadecimal digits, as `0x8F`.
    fileprivate var hexadecimal: String { "0x" + (self < 16 ? "0" : "") + String(self, radix: 16, uppercase: true) }
}
