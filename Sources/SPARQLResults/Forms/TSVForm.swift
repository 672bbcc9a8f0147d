internal import ByteText
internal import RDFModel

/// SPARQL results as TSV: terms as in Turtle, numbers bare where Turtle reads them as the same term.
/// - Spec: <https://www.w3.org/TR/sparql12-results-csv-tsv/#tsv>
enum TSVForm: ResultsForm {
    static func begin(_ variables: [String], to output: inout [UInt8]) {
        for (index, variable) in variables.enumerated() {
            output.append(index > 0 ? "\t?" : "?")
            output += Array(variable.utf8)
        }
        output.append("\n")
    }

    static func end(hasRows: Bool, to output: inout [UInt8]) {}

    static func beginRow(isFirst: Bool, to output: inout [UInt8]) {}

    static func endRow(to output: inout [UInt8]) { output.append("\n") }

    static func cellStart(of variable: String, column: Int) -> [UInt8] { column > 0 ? [0x09] : [] }

    static func beginCell(_ start: [UInt8], isFirst: Bool, to output: inout [UInt8]) { output += start }

    static func endCell(to output: inout [UInt8]) {}

    static func unbound(column: Int, to output: inout [UInt8]) { if column > 0 { output.append("\t") } }

    static func iri(_ text: Span<UInt8>, to output: inout [UInt8]) {
        output.append("<")
        output.append(copying: text)
        output.append(">")
    }

    static func blankNode(_ label: Span<UInt8>, to output: inout [UInt8]) {
        output.append("_:")
        output.append(copying: label)
    }

    static func literal(_ lexicalForm: Span<UInt8>, to output: inout [UInt8]) {
        output.append("\"")
        CanonicalNQuads.appendEscaped(lexicalForm, to: &output)
        output.append("\"")
    }

    static func typedLiteral(_ lexicalForm: Span<UInt8>, datatype: Span<UInt8>, to output: inout [UInt8]) {
        if let shape = NumberShape(lexicalForm), datatype.hasSameElements(as: shape.datatype.string.utf8.span) {
            output.append(copying: lexicalForm)
            return
        }
        literal(lexicalForm, to: &output)
        output.append("^^")
        iri(datatype, to: &output)
    }

    static func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?, to output: inout [UInt8]
    ) {
        literal(text, to: &output)
        output.append("@")
        output.append(copying: language)
        if let direction {
            output.append("--")
            output += Array(direction.rawValue.utf8)
        }
    }

    static func tripleTerm(_ triple: Triple, to output: inout [UInt8]) {
        output.append("<<( ")
        append(triple.subject, to: &output)
        output.append(" ")
        append(.iri(triple.predicate), to: &output)
        output.append(" ")
        append(triple.object, to: &output)
        output.append(" )>>")
    }

    static func append(boolean: Bool, to output: inout [UInt8]) { output.append(boolean ? "true\n" : "false\n") }
}
