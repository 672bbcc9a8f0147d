internal import RDFModel

/// How a format writes the pieces of a table; the state of writing is kept by ``ResultsWriter``.
protocol ResultsForm {
    static func begin(_ variables: [String], to output: inout [UInt8])
    static func end(hasRows: Bool, to output: inout [UInt8])
    static func beginRow(isFirst: Bool, to output: inout [UInt8])
    static func endRow(to output: inout [UInt8])
    /// What stands before a cell of a column, made once.
    static func cellStart(of variable: String, column: Int) -> [UInt8]
    /// Begins a cell; `isFirst` is about the cells of this row that have a value.
    static func beginCell(_ start: [UInt8], isFirst: Bool, to output: inout [UInt8])
    static func endCell(to output: inout [UInt8])
    static func unbound(column: Int, to output: inout [UInt8])
    static func iri(_ text: Span<UInt8>, to output: inout [UInt8])
    static func blankNode(_ label: Span<UInt8>, to output: inout [UInt8])
    static func literal(_ lexicalForm: Span<UInt8>, to output: inout [UInt8])
    static func typedLiteral(_ lexicalForm: Span<UInt8>, datatype: Span<UInt8>, to output: inout [UInt8])
    static func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?, to output: inout [UInt8])
    static func tripleTerm(_ triple: Triple, to output: inout [UInt8])
    static func append(boolean: Bool, to output: inout [UInt8])
    /// A character of a row that the format cannot write, where there is one; the row begins at an offset.
    static func unwritable(in output: Span<UInt8>, from start: Int) -> Unicode.Scalar?
}

extension ResultsForm {
    static func unwritable(in output: Span<UInt8>, from start: Int) -> Unicode.Scalar? { nil }

    static func append(_ term: Term, to output: inout [UInt8]) {
        switch term {
        case .iri(let term): iri(term.string.utf8.span, to: &output)
        case .blankNode(let node): blankNode(node.label.utf8.span, to: &output)
        case .tripleTerm(let triple): tripleTerm(triple, to: &output)
        case .literal(let term):
            let text = term.lexicalForm
            switch term.kind {
            case .typed(XSD.string): literal(text.utf8.span, to: &output)
            case .typed(let datatype):
                typedLiteral(text.utf8.span, datatype: datatype.string.utf8.span, to: &output)
            case .languageTagged(let tag, let direction):
                literal(text.utf8.span, language: tag.utf8.span, direction: direction, to: &output)
            }
        }
    }
}

extension [UInt8] {
    /// Appends a text of ours.
    mutating func append(_ text: StaticString) {
        unsafe append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
