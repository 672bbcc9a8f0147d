internal import ByteText
internal import RDFModel

/// SPARQL Query Results XML: a row on a line.
///
/// Characters that XML 1.0 cannot hold, such as U+0001, are found in the finished row: there is no way to write them.
/// - Spec: <https://www.w3.org/TR/sparql12-results-xml/>
enum XMLForm: ResultsForm {
    static func begin(_ variables: [String], to output: inout [UInt8]) {
        beginDocument(to: &output)
        output.append("<head>")
        for variable in variables {
            output.append(#"<variable name=""#)
            appendEscaped(variable.utf8.span, to: &output)
            output.append(#""/>"#)
        }
        output.append("</head>\n<results>\n")
    }

    private static func beginDocument(to output: inout [UInt8]) {
        output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        output.append("<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n")
    }

    static func end(hasRows: Bool, to output: inout [UInt8]) { output.append("</results>\n</sparql>\n") }

    static func beginRow(isFirst: Bool, to output: inout [UInt8]) { output.append("<result>") }

    static func endRow(to output: inout [UInt8]) { output.append("</result>\n") }

    static func cellStart(of variable: String, column: Int) -> [UInt8] {
        var start: [UInt8] = []
        start.append(#"<binding name=""#)
        appendEscaped(variable.utf8.span, to: &start)
        start.append(#"">"#)
        return start
    }

    static func beginCell(_ start: [UInt8], isFirst: Bool, to output: inout [UInt8]) { output += start }

    static func endCell(to output: inout [UInt8]) { output.append("</binding>") }

    static func unbound(column: Int, to output: inout [UInt8]) {}

    static func iri(_ text: Span<UInt8>, to output: inout [UInt8]) {
        output.append("<uri>")
        appendEscaped(text, to: &output)
        output.append("</uri>")
    }

    static func blankNode(_ label: Span<UInt8>, to output: inout [UInt8]) {
        output.append("<bnode>")
        appendEscaped(label, to: &output)
        output.append("</bnode>")
    }

    static func literal(_ lexicalForm: Span<UInt8>, to output: inout [UInt8]) {
        output.append("<literal>")
        appendEscaped(lexicalForm, to: &output)
        output.append("</literal>")
    }

    static func typedLiteral(_ lexicalForm: Span<UInt8>, datatype: Span<UInt8>, to output: inout [UInt8]) {
        output.append(#"<literal datatype=""#)
        appendEscaped(datatype, to: &output)
        output.append(#"">"#)
        appendEscaped(lexicalForm, to: &output)
        output.append("</literal>")
    }

    static func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?, to output: inout [UInt8]
    ) {
        output.append(#"<literal xml:lang=""#)
        appendEscaped(language, to: &output)
        if let direction {
            output.append(#"" xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" its:dir=""#)
            output += Array(direction.rawValue.utf8)
        }
        output.append(#"">"#)
        appendEscaped(text, to: &output)
        output.append("</literal>")
    }

    static func tripleTerm(_ triple: Triple, to output: inout [UInt8]) {
        output.append("<triple><subject>")
        append(triple.subject, to: &output)
        output.append("</subject><predicate>")
        append(.iri(triple.predicate), to: &output)
        output.append("</predicate><object>")
        append(triple.object, to: &output)
        output.append("</object></triple>")
    }

    static func append(boolean: Bool, to output: inout [UInt8]) {
        beginDocument(to: &output)
        output.append("<head/>\n")
        output.append(boolean ? "<boolean>true</boolean>\n</sparql>\n" : "<boolean>false</boolean>\n</sparql>\n")
    }

    static func unwritable(in output: Span<UInt8>, from start: Int) -> Unicode.Scalar? {
        for index in start..<output.count {
            let byte = output[index]
            // White space of texts is written as references, and a row is a line: a control is one of a text.
            if byte < 0x20 { return Unicode.Scalar(byte) }
            guard byte == 0xEF, index + 2 < output.count, output[index + 1] == 0xBF, output[index + 2] >= 0xBE
            else { continue }
            return output[index + 2] == 0xBE ? "\u{FFFE}" : "\u{FFFF}"
        }
        return nil
    }

    /// Appends a text as content or as the value of an attribute.
    ///
    /// White space other than the space is written as references, since readers change it where it is bare.
    static func appendEscaped(_ text: Span<UInt8>, to output: inout [UInt8]) {
        var start = 0
        for index in text.indices {
            let byte = text[index]
            let replacement: StaticString
            switch byte {
            case UInt8(ascii: "&"): replacement = "&amp;"
            case UInt8(ascii: "<"): replacement = "&lt;"
            case UInt8(ascii: ">"): replacement = "&gt;"
            case UInt8(ascii: "\""): replacement = "&quot;"
            case 0x09: replacement = "&#9;"
            case 0x0A: replacement = "&#10;"
            case 0x0D: replacement = "&#13;"
            default: continue
            }
            output.append(copying: text.extracting(start..<index))
            output.append(replacement)
            start = index + 1
        }
        output.append(copying: text.extracting(start..<text.count))
    }
}
