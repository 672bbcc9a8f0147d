internal import Localization
internal import RDFModel
internal import SPARQLAlgebra

/// Where citations go, and in which form.
///
/// A citation for people follows their table on standard output, and so does BibTeX; beside an answer for programs it
/// goes to standard error; with a file, all citations of the run go there.
struct CitationOutput {
    private let format: CitationFormat
    private let file: String?
    /// Whether the answer on standard output is a table for people.
    private let followsTable: Bool
    private let day: CitationDay
    private var pending: [Citation] = []

    /// What the options ask for; `nil` where they ask for no citation.
    /// - Throws: ``Exit`` for a form that there is not.
    init?(isAsked: Bool, format: String?, file: String?, answers: AnswerFormat?) throws {
        guard isAsked || format != nil || file != nil else { return nil }
        let named = try format.map(CitationFormat.init(named:))
        let bySuffix: CitationFormat? =
            switch file?.split(separator: ".").last {
            case "bib"?: .bibtex
            case "json"?: .csl
            default: nil
            }
        self.format = named ?? bySuffix ?? .text
        self.file = file
        followsTable = answers == nil || answers == .table
        day = try .today()
    }

    /// Adds the citation of an answer that was written. For people it is written at once; entries of BibTeX and CSL make
    /// one document of all answers, each thing once.
    mutating func add(_ query: Query, _ title: String?, prefixes: PrefixMap, _ data: LoadedData) throws {
        let citation = Citation(of: query, title: title, shortenedBy: prefixes, sources: data.sources, day: day)
        guard file == nil, format == .text else { return pending.append(citation) }
        try write(followsTable ? [""] + citation.lines : citation.lines)
    }

    /// Writes what has not been written.
    func end() throws {
        guard !pending.isEmpty else { return }
        let lines =
            switch format {
            case .text: Array(pending.map(\.lines).joined(separator: [""]))
            case .bibtex: BibTeXCitation.lines(pending)
            case .csl: CSLCitation.lines(pending)
            }
        guard let file else { return try write(followsTable ? [""] + lines : lines) }
        let output = try OutputFile(file)
        try output.write(Array(lines.joined(separator: "\n").utf8) + [0x0A])
        try output.commit()
    }

    private func write(_ lines: [String]) throws {
        guard followsTable else { return Console.note(lines.joined(separator: "\n")) }
        try Console.write(Array(lines.joined(separator: "\n").utf8) + [0x0A])
    }
}
