internal import ByteText
internal import RDFModel

/// SPARQL results as CSV: what a term is besides its text is lost.
///
/// An empty literal is written `""`, so that it differs from an unbound variable.
/// - Spec: <https://www.w3.org/TR/sparql12-results-csv-tsv/#csv>
enum CSVForm: ResultsForm {
    static func begin(_ variables: [String], to output: inout [UInt8]) {
        for (index, variable) in variables.enumerated() {
            if index > 0 { output.append(",") }
            appendQuoted(variable.utf8.span, to: &output)
        }
        output.append("\r\n")
    }

    static func end(hasRows: Bool, to output: inout [UInt8]) {}

    static func beginRow(isFirst: Bool, to output: inout [UInt8]) {}

    static func endRow(to output: inout [UInt8]) { output.append("\r\n") }

    static func cellStart(of variable: String, column: Int) -> [UInt8] { column > 0 ? [UInt8(ascii: ",")] : [] }

    static func beginCell(_ start: [UInt8], isFirst: Bool, to output: inout [UInt8]) { output += start }

    static func endCell(to output: inout [UInt8]) {}

    static func unbound(column: Int, to output: inout [UInt8]) { if column > 0 { output.append(",") } }

    static func iri(_ text: Span<UInt8>, to output: inout [UInt8]) { appendQuoted(text, to: &output) }

    static func blankNode(_ label: Span<UInt8>, to output: inout [UInt8]) {
        // Results of others have labels of any kind.
        appendQuoted(label, after: "_:", to: &output)
    }

    static func literal(_ lexicalForm: Span<UInt8>, to output: inout [UInt8]) {
        appendQuoted(lexicalForm, to: &output)
    }

    static func typedLiteral(_ lexicalForm: Span<UInt8>, datatype: Span<UInt8>, to output: inout [UInt8]) {
        appendQuoted(lexicalForm, to: &output)
    }

    static func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?, to output: inout [UInt8]
    ) {
        appendQuoted(text, to: &output)
    }

    /// CSV has no form for triple terms; theirs in N-Triples is what a reader knows best.
    static func tripleTerm(_ triple: Triple, to output: inout [UInt8]) {
        var text: [UInt8] = []
        CanonicalNQuads.append(.tripleTerm(triple), to: &text)
        appendQuoted(text.span, to: &output)
    }

    static func append(boolean: Bool, to output: inout [UInt8]) { output.append(boolean ? "true\r\n" : "false\r\n") }

    /// Appends a text, in quotation marks where it needs them, with what stands before it inside of them.
    /// - Spec: RFC 4180 §2
    private static func appendQuoted(
        _ text: Span<UInt8>, after prefix: StaticString = "", to output: inout [UInt8]
    ) {
        // Bare, the first name of a document would lose what looks like a byte order mark.
        var needsQuotes =
            (text.isEmpty && prefix.utf8CodeUnitCount == 0)
            || (text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF)
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "\""), UInt8(ascii: ","), 0x0A, 0x0D: needsQuotes = true
            default: continue
            }
            break
        }
        if needsQuotes { output.append("\"") }
        output.append(prefix)
        guard needsQuotes else { return output.append(copying: text) }
        for index in text.indices {
            if text[index] == UInt8(ascii: "\"") { output.append("\"") }
            output.append(text[index])
        }
        output.append("\"")
    }
}
