internal import ByteText
public import RDFModel

/// Writes query results as they come, a cell at a time, into bytes that are handed on whenever there are enough.
///
/// ```swift
/// var writer = ResultsWriter(.json, variables: ["name"]) { try file.write($0) }
/// try writer.begin()
/// for row in rows { try writer.write(row: row) }
/// try writer.end()
/// ```
///
/// An engine that has the bytes of its terms calls ``beginRow()``, then for each column one of the methods that write a
/// cell or ``unbound()``, then ``endRow()``; no `String` is made on the way.
public struct ResultsWriter: TermSink {
    /// The format.
    public let format: ResultsFormat
    /// What has been written and not handed on.
    public private(set) var output: [UInt8] = []

    private let form: any ResultsForm.Type
    private let variables: [String]
    /// What stands before a cell of each column.
    private let cellStarts: [[UInt8]]
    private let flush: (([UInt8]) throws -> Void)?
    private let capacity: Int
    private var column = 0
    private var rowNumber = 0
    /// Where the present row begins in the output.
    private var rowStart = 0
    private var isFirstRow = true
    private var isFirstCell = true

    /// A writer of a format.
    /// - Parameters:
    ///   - variables: the names of the columns, without `?`.
    ///   - capacity: how many bytes are kept before they are handed on.
    ///   - flush: takes bytes; without it, all stay in ``output``.
    public init(
        _ format: ResultsFormat, variables: [String], capacity: Int = 1 << 16,
        flush: (([UInt8]) throws -> Void)? = nil
    ) {
        self.format = format
        self.variables = variables
        self.capacity = capacity
        self.flush = flush
        let form: any ResultsForm.Type =
            switch format {
            case .json: JSONForm.self
            case .xml: XMLForm.self
            case .csv: CSVForm.self
            case .tsv: TSVForm.self
            }
        self.form = form
        cellStarts = variables.enumerated().map { form.cellStart(of: $1, column: $0) }
    }

    /// Writes what stands before the rows.
    public mutating func begin() throws { form.begin(variables, to: &output) }

    /// Begins a row.
    public mutating func beginRow() throws {
        rowStart = output.count
        form.beginRow(isFirst: isFirstRow, to: &output)
        isFirstRow = false
        isFirstCell = true
        column = 0
    }

    /// Ends a row, and hands on the bytes if there are enough.
    /// - Precondition: every column has had its cell.
    /// - Throws: ``ResultsWritingError`` where the row holds what the format cannot say, or what the closure throws.
    public mutating func endRow() throws {
        precondition(column == variables.count, "a row has a cell for every variable")
        rowNumber += 1
        if let scalar = form.unwritable(in: output.span, from: rowStart) {
            output.removeLast(output.count - rowStart)
            throw ResultsWritingError(format: format, character: scalar, row: rowNumber)
        }
        form.endRow(to: &output)
        if output.count >= capacity { try handOn() }
    }

    /// Writes what stands after the rows, and hands on all bytes.
    public mutating func end() throws {
        form.end(hasRows: !isFirstRow, to: &output)
        try handOn()
    }

    /// A cell without a value.
    public mutating func unbound() {
        form.unbound(column: column, to: &output)
        column += 1
    }

    /// A cell of an IRI.
    public mutating func iri(_ text: Span<UInt8>) {
        beginCell()
        form.iri(text, to: &output)
        endCell()
    }

    /// A cell of a blank node; the label without `_:`.
    public mutating func blankNode(_ label: Span<UInt8>) {
        beginCell()
        form.blankNode(label, to: &output)
        endCell()
    }

    /// A cell of a plain literal, of datatype `xsd:string`.
    public mutating func literal(_ lexicalForm: Span<UInt8>) {
        beginCell()
        form.literal(lexicalForm, to: &output)
        endCell()
    }

    /// A cell of a literal of a datatype.
    public mutating func literal(_ lexicalForm: Span<UInt8>, datatype: Span<UInt8>) {
        beginCell()
        form.typedLiteral(lexicalForm, datatype: datatype, to: &output)
        endCell()
    }

    /// A cell of a literal in a language.
    public mutating func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection? = nil
    ) {
        beginCell()
        form.literal(text, language: language, direction: direction, to: &output)
        endCell()
    }

    /// A cell of any term.
    public mutating func term(_ term: Term) {
        beginCell()
        form.append(term, to: &output)
        endCell()
    }

    /// A whole row of terms.
    /// - Precondition: it is as wide as there are variables.
    public mutating func write(row: some Sequence<Term?>) throws {
        try beginRow()
        for cell in row {
            if let cell { term(cell) } else { unbound() }
        }
        try endRow()
    }

    private mutating func beginCell() {
        precondition(column < cellStarts.count, "a row has one cell for every variable")
        form.beginCell(cellStarts[column], isFirst: isFirstCell, to: &output)
        isFirstCell = false
    }

    private mutating func endCell() {
        form.endCell(to: &output)
        column += 1
    }

    /// The bytes that have not been handed on, which leave the writer.
    package mutating func takeOutput() -> [UInt8] {
        defer { output.removeAll(keepingCapacity: true) }
        return output
    }

    private mutating func handOn() throws {
        guard let flush, !output.isEmpty else { return }
        try flush(output)
        output.removeAll(keepingCapacity: true)
    }
}

extension SPARQLResult {
    /// The document of the result in a format.
    /// - Throws: ``ResultsWritingError`` where a row holds what the format cannot say.
    public func document(in format: ResultsFormat) throws -> [UInt8] {
        switch self {
        case .boolean(let answer): return ResultsWriter.document(boolean: answer, in: format)
        case .solutions(let table):
            var writer = ResultsWriter(format, variables: table.variables)
            try writer.begin()
            for row in table.rows { try writer.write(row: row) }
            try writer.end()
            return writer.output
        }
    }
}

extension ResultsWriter {
    /// The document of an answer to ASK. CSV and TSV define none: there it is `true` or `false` on a line.
    public static func document(boolean: Bool, in format: ResultsFormat) -> [UInt8] {
        var output: [UInt8] = []
        switch format {
        case .json: JSONForm.append(boolean: boolean, to: &output)
        case .xml: XMLForm.append(boolean: boolean, to: &output)
        case .csv: CSVForm.append(boolean: boolean, to: &output)
        case .tsv: TSVForm.append(boolean: boolean, to: &output)
        }
        return output
    }
}
