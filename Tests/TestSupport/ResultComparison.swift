public import RDFCanon
internal import RDFModel
public import SPARQLResults
internal import XSDValues

/// How the solutions of a query are compared with those that a test expects.
public struct ResultComparison: Sendable {
    /// Whether the rows must stand in the same order.
    public var isOrdered = false
    /// Whether rows that stand there more than once count once: for REDUCED, which may keep or drop them.
    public var ignoresDuplicates = false
    /// Whether only the texts of terms count, as in CSV: an IRI is its text, an empty text is no value.
    public var isLossy = false
    /// Whether literals of one numeric datatype are equal when their values are: `"2"` and `"2.0"` as `xsd:decimal`.
    public var comparesNumbersByValue = true

    /// The defaults.
    public init() {}

    /// The comparison of a result with a document of a format.
    public init(for format: ResultsFormat, isOrdered: Bool = false) {
        self.isOrdered = isOrdered
        isLossy = format == .csv
    }

    /// Whether two results are the same up to the names of blank nodes.
    public func areEqual(_ left: SPARQLResult, _ right: SPARQLResult) throws(CanonicalizationError) -> Bool {
        switch (left, right) {
        case (.boolean(let left), .boolean(let right)): left == right
        case (.solutions(let left), .solutions(let right)): try areEqual(left, right)
        default: false
        }
    }

    /// Whether two tables have the same rows up to the names of blank nodes; the order of columns does not count.
    ///
    /// Each table becomes a dataset: a row is a blank node of its own, a cell a statement about it. Datasets that are
    /// the same but for the names of blank nodes come from such tables, and only they do.
    public func areEqual(_ left: SolutionTable, _ right: SolutionTable) throws(CanonicalizationError) -> Bool {
        guard ignoresDuplicates || left.rowCount == right.rowCount else { return false }
        guard Set(left.variables.map { Array($0.utf8) }) == Set(right.variables.map { Array($0.utf8) }) else {
            return false
        }
        return try DatasetIsomorphism.areIsomorphic(quads(of: left), quads(of: right))
    }

    private func quads(of table: SolutionTable) -> [Quad] {
        var seen: Set<[Term?]> = []
        // Columns are sorted by name, so that rows of tables with another order of columns are the same.
        let columns = table.variables.indices.sorted {
            table.variables[$0].utf8.lexicographicallyPrecedes(table.variables[$1].utf8)
        }
        return table.rows.enumerated().flatMap { index, cells -> [Quad] in
            let row = columns.map { cells[cells.startIndex + $0].flatMap(comparable) }
            if ignoresDuplicates, !seen.insert(row).inserted { return [] }
            let subject = Term.blankNode(BlankNode("row\(index)"))
            var quads = [Quad(Triple(subject, RDF.type, .literal(Literal(isOrdered ? String(index) : "row"))))]
            for (column, cell) in zip(columns, row) {
                guard let cell else { continue }
                quads.append(Quad(Triple(subject, IRI(unchecked: "var:" + table.variables[column]), cell)))
            }
            return quads
        }
    }

    /// The term as far as it counts.
    private func comparable(_ term: Term) -> Term? {
        switch term {
        // Rows and nodes of the table stay apart by the beginnings of their labels.
        case .blankNode(let node): return .blankNode(BlankNode("node" + node.label))
        case .iri(let iri): return isLossy ? .literal(Literal(iri.string)) : term
        case .tripleTerm(let triple):
            guard isLossy else { return byValue(triple).renamingBlankNodes { BlankNode("node" + $0.label) } }
            var text: [UInt8] = []
            CanonicalNQuads.append(term, to: &text)
            return .literal(Literal(String(decoding: text, as: UTF8.self)))
        case .literal(let literal):
            if isLossy { return literal.lexicalForm.isEmpty ? nil : .literal(Literal(literal.lexicalForm)) }
            return byValue(literal)
        }
    }

    private func byValue(_ literal: Literal) -> Term {
        guard comparesNumbersByValue, let datatype = XSDDatatype(iri: literal.datatype.string), datatype.isNumeric,
            let value = try? NumericValue(lexicalForm: literal.lexicalForm.utf8.span, datatype: datatype)
        else { return .literal(literal) }
        return .literal(Literal(value.canonicalForm, datatype: literal.datatype))
    }

    private func byValue(_ triple: Triple) -> Term {
        guard case .literal(let literal) = triple.object else { return .tripleTerm(triple) }
        return .tripleTerm(Triple(triple.subject, triple.predicate, byValue(literal)))
    }
}
