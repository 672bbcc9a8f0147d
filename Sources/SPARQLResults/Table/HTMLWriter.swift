internal import ByteText
internal import RDFModel

/// Writes solutions as a page of HTML with one table, which needs nothing else: no script, no font, no address is
/// fetched.
///
/// The caption names what is shown, headings have their scope, every text has its language and its direction, IRIs of
/// the web are links, and nothing of the data is taken for markup.
/// - Spec: <https://html.spec.whatwg.org/multipage/tables.html>
public struct HTMLWriter: Sendable {
    private let display: TermDisplay
    private let language: String
    private let title: String

    /// A writer of pages.
    /// - Parameters:
    ///   - language: the language of the page: that of its title and its reader.
    ///   - title: what the page and its table are called.
    public init(display: TermDisplay, language: String, title: String) {
        self.display = display
        self.language = language
        self.title = title
    }

    /// Appends a page with a table.
    public func write(_ table: SolutionTable, to output: inout [UInt8]) {
        let isNumeric = table.isNumericByColumn
        var text = head
        text += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"title\">\n<table>\n"
        text += "<caption id=\"title\">\(Self.escaped(title))</caption>\n<thead>\n<tr>"
        for name in table.variables { text += "<th scope=\"col\">\(Self.escaped(name))</th>" }
        text += "</tr>\n</thead>\n<tbody>\n"
        for row in table.rows {
            text += "<tr>"
            for (column, cell) in row.enumerated() { text += self.cell(cell, isNumeric[column]) }
            text += "</tr>\n"
        }
        output += Array((text + "</tbody>\n</table>\n</div>\n</body>\n</html>\n").utf8)
    }

    /// Appends a page with one text, such as the answer of ASK.
    public func write(_ text: String, to output: inout [UInt8]) {
        output += Array(
            (head + "<h1>\(Self.escaped(title))</h1>\n<p>\(Self.escaped(text))</p>\n</body>\n</html>\n").utf8)
    }

    private var head: String {
        """
        <!DOCTYPE html>
        <html lang="\(Self.escaped(language))">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(Self.escaped(title))</title>
        <style>
        body { font-family: system-ui, sans-serif; margin: 1rem; line-height: 1.4; color-scheme: light dark }
        .scroll { overflow-x: auto }
        table { border-collapse: collapse }
        caption { text-align: start; font-weight: bold; padding-block: 0.5rem }
        th, td { border: 1px solid; padding: 0.25rem 0.5rem; text-align: start; vertical-align: top }
        td.number { text-align: end; font-variant-numeric: tabular-nums }
        small { opacity: 0.75 }
        </style>
        </head>
        <body>

        """
    }

    private func cell(_ term: Term?, _ isNumeric: Bool) -> String {
        guard let term else { return "<td></td>" }
        var attributes = isNumeric ? " class=\"number\"" : ""
        let (text, note) = display.parts(of: term)
        var literal: Literal?
        switch term {
        case .literal(let found): literal = found
        case .iri(let iri): literal = display.label(of: iri)
        case .blankNode, .tripleTerm: break
        }
        if case .languageTagged(let tag, let direction)? = literal?.kind {
            attributes += " lang=\"\(Self.escaped(tag))\" dir=\"\(direction?.rawValue ?? "auto")\""
        }
        var content = Self.escaped(text)
        if !note.isEmpty { content += (note.hasPrefix("@") ? " " : "") + "<small>\(Self.escaped(note))</small>" }
        if case .iri(let iri) = term, iri.isWebAddress {
            let shown = text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
            content = "<a href=\"\(Self.escaped(iri.string))\" rel=\"nofollow\">\(Self.escaped(shown))</a>"
        }
        return "<td\(attributes)>\(content)</td>"
    }

    /// A text without signs of HTML; what would be invisible or turn the writing is shown as an escape.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in TerminalText.escaped(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
