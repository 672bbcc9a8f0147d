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

    /// The elements of a group, one a line: what stands between its braces.
    private func group(_ algebra: Algebra) -> [String] {
        if case .filter(let condition, let inner) = algebra {
            return elements(inner) + ["FILTER " + bracketted(condition)]
        }
        return elements(algebra)
    }

    /// The elements of a group that has no filter of its own.
    ///
    /// The left operands are followed in a loop, from the last element to the first.
    private func elements(_ algebra: Algebra) -> [String] {
        var reversed: [[String]] = []
        var rest = algebra
        // Whether a basic graph pattern was written just after what comes now: two of them must not run together.
        walk: while true {
            switch rest {
            case .join(let left, let right):
                if case .bgp = right, left.endsInBasicGraphPattern {
                    reversed.append([block(right)])
                } else {
                    reversed.append(element(right))
                }
                rest = left
            case .leftJoin(let left, let right, let condition):
                reversed.append(["OPTIONAL " + optional(right, condition)])
                rest = left
            case .minus(let left, let right):
                reversed.append(["MINUS " + block(right)])
                rest = left
            case .extend(let left, let variable, let value):
                reversed.append(["BIND(\(text(value)) AS \(terms.text(variable)))"])
                rest = left
            case .bgp, .path:
                reversed.append(element(rest))
                break walk
            case .filter:
                reversed.append([block(rest)])
                break walk
            default:
                reversed.append(element(rest))
                break walk
            }
        }
        return reversed.reversed().flatMap(\.self)
    }

    /// The group of OPTIONAL. A filter of its own would become the condition, and so gets braces of its own.
    private func optional(_ right: Algebra, _ condition: Expression?) -> String {
        guard let condition else {
            if case .filter = right { return braced([deeper.block(right)]) }
            return block(right)
        }
        let inner = deeper
        let lines: [String] = if case .filter = right { [inner.block(right)] } else { inner.elements(right) }
        return braced(lines + ["FILTER " + inner.bracketted(condition)])
    }

    /// One element that stands beside others.
    private func element(_ algebra: Algebra) -> [String] {
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

extension Algebra {
    /// Whether its last element is triples that are written without braces.
    fileprivate var endsInBasicGraphPattern: Bool {
        switch self {
        case .bgp(let triples): !triples.isEmpty
        case .join(let left, .bgp): !left.endsInBasicGraphPattern
        default: false
        }
    }
}
