internal import RDFModel

/// Writes algebra as the text of a query that is translated to the same algebra.
///
/// A value type: going into a block is making a writer with more indentation.
/// - Complexity: O(*n* · *d*) for algebra of size *n* and depth *d*.
struct SPARQLWriter {
    let terms: TermText
    /// The indentation of the block that is being written.
    var indent = ""
    /// The aggregates that variables of the translation stand for.
    var aggregates: [Variable: AggregateExpression] = [:]

    init(_ prefixes: PrefixMap) { terms = TermText(prefixes) }

    var deeper: SPARQLWriter {
        var writer = self
        writer.indent += "  "
        writer.aggregates = [:]
        return writer
    }

    /// `{ … }` around the elements of a group.
    func block(_ algebra: Algebra) -> String {
        let lines = deeper.group(algebra)
        return lines.isEmpty ? "{}" : braced(lines)
    }

    /// Lines between braces, whose own indentation they have already.
    func braced(_ lines: [String]) -> String {
        "{\n" + lines.map { indent + "  " + $0 + "\n" }.joined() + indent + "}"
    }

    /// One element that stands beside others.
    func element(_ algebra: Algebra) -> [String] {
        switch algebra {
        case .bgp(let triples): triples.map { terms.text($0) + " ." }
        case .path(let subject, let path, let object):
            ["\(terms.text(subject)) \(terms.text(path)) \(terms.text(object)) ."]
        case .union: [algebra.unionBranches.map(block).joined(separator: " UNION ")]
        case .graph(let name, let inner): ["GRAPH \(terms.text(name)) " + block(inner)]
        case .service(let name, let inner, let silent):
            ["SERVICE \(silent ? "SILENT " : "")\(terms.text(name)) " + block(inner)]
        case .values(let variables, let rows): ["VALUES " + dataBlock(variables, rows)]
        case .toMultiset(let inner): [subselect(inner)]
        case .group, .orderBy, .project, .distinct, .reduced, .slice: [subselect(algebra)]
        case .join, .leftJoin, .minus, .extend, .filter: [block(algebra)]
        }
    }

    /// `DataBlock`
    func dataBlock(_ variables: [Variable], _ rows: [[Term?]]) -> String {
        let head = "(" + variables.map(terms.text).joined(separator: " ") + ") "
        let lines = rows.map { row in "(" + row.map { $0.map(terms.text) ?? "UNDEF" }.joined(separator: " ") + ")" }
        return head + (lines.isEmpty ? "{}" : braced(lines))
    }

    /// `{ SELECT … }`
    private func subselect(_ algebra: Algebra) -> String {
        let parts = SelectParts(algebra, projects: true)
        return braced(deeper.select(parts))
    }
}
