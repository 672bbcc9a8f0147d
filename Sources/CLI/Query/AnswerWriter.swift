internal import LinkedData
internal import Localization
internal import RDFModel
internal import RDFSyntax
internal import SPARQLAlgebra
internal import SPARQLEngine
internal import SPARQLResults

/// Writes the answer to a query in the format that was asked for, or in the one that fits.
struct AnswerWriter {
    /// The format that was asked for; `nil` for a table, or Turtle where the answer is a graph.
    let format: AnswerFormat?
    /// How the answer is shown to people.
    let view: AnswerView
    /// Takes the bytes of data.
    var output: ([UInt8]) throws -> Void = Console.write
    /// Takes what is for people, whose colours are ours.
    var show: ([UInt8]) throws -> Void = Console.writeStyled

    /// The prefixes that shorten IRIs in Turtle.
    var prefixes: PrefixMap { view.prefixes }

    /// Begins with the solutions of a SELECT.
    func solutions(_ variables: [Variable]) throws -> SolutionsWriter {
        let names = variables.map(\.name)
        guard let results = try solutionsFormat().results else {
            return SolutionsWriter(self, names, rows: nil)
        }
        return SolutionsWriter(self, names, rows: ResultsWriter(results, variables: names, flush: output))
    }

    /// Writes a table that is at hand.
    func write(_ table: SolutionTable) throws {
        guard let results = try solutionsFormat().results else { return try writeForPeople(table) }
        try output(try SPARQLResult.solutions(table).document(in: results))
    }

    /// Writes the answer of an ASK.
    func write(_ answer: Bool) throws {
        if let results = try solutionsFormat().results {
            try output(ResultsWriter.document(boolean: answer, in: results))
        } else {
            let text = (answer ? QueryMessage.yes : .no).text(in: .current)
            guard format == .html else { return try output(Array((text + "\n").utf8)) }
            var bytes: [UInt8] = []
            page(TermDisplay()).write(text, to: &bytes)
            try output(bytes)
        }
    }

    /// Writes the graph of a CONSTRUCT or DESCRIBE, sorted.
    func write(_ triples: [Triple]) throws {
        let format = format ?? .ttl
        guard format.isForGraphs else {
            throw Exit(
                .usage, QueryMessage.formatIsForSolutions, format.rawValue, AnswerFormat.names(forGraphs: true))
        }
        let triples = triples.sorted()
        switch format {
        case .table, .markdown, .html:
            var table = SolutionTable(variables: ["subject", "predicate", "object"])
            for triple in triples { table.append([triple.subject, .iri(triple.predicate), triple.object]) }
            try writeForPeople(table)
        case .nt: try output(LineWriter.ntriples(triples))
        case .jsonld:
            let serialization = JSONLDSerialization(prefixes: prefixes)
            try output(serialization.document(of: triples.lazy.map { Quad($0) }, insteadUse: "--format nt"))
        default: try output(TurtleWriter.turtle(triples, prefixes: prefixes))
        }
    }

    private func solutionsFormat() throws -> AnswerFormat {
        let format = format ?? .table
        guard format.isForSolutions else {
            throw Exit(.usage, QueryMessage.formatIsForGraphs, format.rawValue, AnswerFormat.names(forGraphs: false))
        }
        return format
    }

    fileprivate func writeForPeople(_ table: SolutionTable) throws {
        let (table, display, leftOut) = view.shown(table)
        var bytes: [UInt8] = []
        switch format {
        case .markdown: MarkdownWriter(display: display).write(table, to: &bytes)
        case .html: page(display).write(table, to: &bytes)
        default:
            var options = TableWriter.Options()
            options.maximumWidth = Console.terminalWidth
            options.usesColor = Console.usesColor
            TableWriter(options: options, display: display).write(table, to: &bytes)
        }
        try show(bytes)
        if Console.terminalWidth != nil { Console.note(QueryMessage.rows.text(in: .current, String(table.rowCount))) }
        if leftOut > 0 { Console.note(QueryMessage.leftOut.text(in: .current, String(leftOut))) }
    }

    private func page(_ display: TermDisplay) -> HTMLWriter {
        HTMLWriter(
            display: display, language: Language.current.rawValue,
            title: view.title ?? CitationMessage.answerTo.text(in: .current))
    }
}

/// Writes the solutions of a SELECT: those of the W3C's formats go out as they come, a table when it is whole, since
/// its columns are as wide as their widest cells.
struct SolutionsWriter {
    private let writer: AnswerWriter
    private let names: [String]
    private var rows: ResultsWriter?
    private var table: SolutionTable
    private var hasBegun = false
    /// The longest text of each column of a table, and the bytes of all.
    private var longest: [Int]
    private var textBytes = 0

    fileprivate init(_ writer: AnswerWriter, _ names: [String], rows: ResultsWriter?) {
        self.writer = writer
        self.names = names
        self.rows = rows
        table = SolutionTable(variables: names)
        longest = [Int](repeating: 0, count: names.count)
    }

    /// About the bytes that a table takes until it is written; where columns are aligned, each row is as long as the
    /// longest cells together.
    private var tableBytes: Int {
        guard isTable else { return 0 }
        let isAligned = writer.format == nil || writer.format == .table
        let width = longest.reduce(0) { $0 + $1 }
        let (aligned, isOver) = (table.rowCount + 1).multipliedReportingOverflow(by: width)
        let cells = table.rowCount * max(1, names.count) * Self.bytesPerCell
        return isOver ? .max / 4 : cells + 4 * textBytes + (isAligned ? aligned : 0)
    }

    /// About what a cell of a table takes until the table is whole, its text apart.
    private static let bytesPerCell = 64

    /// What a table may take, in bytes.
    var memory: Int?

    /// Whether rows are kept until the end.
    var isTable: Bool { rows == nil }

    /// Writes some rows.
    mutating func write(_ batch: SolutionBatch) throws {
        guard rows != nil else {
            for row in 0..<batch.count {
                for column in names.indices {
                    let length = batch.length(row, column)
                    longest[column] = max(longest[column], length)
                    textBytes += length
                }
                if let memory, tableBytes > memory { throw QueryEvaluationError.memoryLimit(memory) }
                table.append(names.indices.map { batch[row, $0] })
            }
            return
        }
        try begin()
        try rows?.write(batch)
    }

    /// Writes what stands after the rows.
    mutating func end() throws {
        guard rows != nil else { return try writer.writeForPeople(table) }
        try begin()
        try rows?.end()
    }

    private mutating func begin() throws {
        guard !hasBegun else { return }
        hasBegun = true
        try rows?.begin()
    }
}
