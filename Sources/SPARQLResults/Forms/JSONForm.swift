internal import ByteText
internal import JSONText
internal import RDFModel

/// SPARQL Query Results JSON: a row on a line.
/// - Spec: <https://www.w3.org/TR/sparql12-results-json/#json-result-object>
enum JSONForm: ResultsForm {
    static func begin(_ variables: [String], to output: inout [UInt8]) {
        output.append(#"{"head":{"vars":["#)
        for (index, variable) in variables.enumerated() {
            if index > 0 { output.append(",") }
            JSONWriter.write(string: variable, to: &output)
        }
        output.append(#"]},"results":{"bindings":["#)
    }

    static func end(hasRows: Bool, to output: inout [UInt8]) { output.append(hasRows ? "\n]}}\n" : "]}}\n") }

    static func beginRow(isFirst: Bool, to output: inout [UInt8]) { output.append(isFirst ? "\n{" : ",\n{") }

    static func endRow(to output: inout [UInt8]) { output.append("}") }

    static func cellStart(of variable: String, column: Int) -> [UInt8] {
        var start: [UInt8] = []
        JSONWriter.write(string: variable, to: &start)
        start.append(":")
        return start
    }

    static func beginCell(_ start: [UInt8], isFirst: Bool, to output: inout [UInt8]) {
        if !isFirst { output.append(",") }
        output += start
    }

    static func endCell(to output: inout [UInt8]) {}

    static func unbound(column: Int, to output: inout [UInt8]) {}

    static func iri(_ text: Span<UInt8>, to output: inout [UInt8]) {
        output.append(#"{"type":"uri","value":"#)
        JSONWriter.write(string: text, to: &output)
        output.append("}")
    }

    static func blankNode(_ label: Span<UInt8>, to output: inout [UInt8]) {
        output.append(#"{"type":"bnode","value":"#)
        JSONWriter.write(string: label, to: &output)
        output.append("}")
    }

    static func literal(_ lexicalForm: Span<UInt8>, to output: inout [UInt8]) {
        beginLiteral(lexicalForm, to: &output)
        output.append("}")
    }

    static func typedLiteral(_ lexicalForm: Span<UInt8>, datatype: Span<UInt8>, to output: inout [UInt8]) {
        beginLiteral(lexicalForm, to: &output)
        output.append(#","datatype":"#)
        JSONWriter.write(string: datatype, to: &output)
        output.append("}")
    }

    static func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?, to output: inout [UInt8]
    ) {
        beginLiteral(text, to: &output)
        output.append(#","xml:lang":"#)
        JSONWriter.write(string: language, to: &output)
        if let direction {
            output.append(#","its:dir":"#)
            JSONWriter.write(string: direction.rawValue, to: &output)
        }
        output.append("}")
    }

    private static func beginLiteral(_ text: Span<UInt8>, to output: inout [UInt8]) {
        output.append(#"{"type":"literal","value":"#)
        JSONWriter.write(string: text, to: &output)
    }

    static func tripleTerm(_ triple: Triple, to output: inout [UInt8]) {
        output.append(#"{"type":"triple","value":{"subject":"#)
        append(triple.subject, to: &output)
        output.append(#","predicate":"#)
        append(.iri(triple.predicate), to: &output)
        output.append(#","object":"#)
        append(triple.object, to: &output)
        output.append("}}")
    }

    static func append(boolean: Bool, to output: inout [UInt8]) {
        output.append(boolean ? #"{"head":{},"boolean":true}"# : #"{"head":{},"boolean":false}"#)
        output.append("\n")
    }
}
