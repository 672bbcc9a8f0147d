internal import ByteText
internal import Localization
internal import RDFModel

/// Reads SPARQL Query Results XML. `link`, and elements of other namespaces, are passed over.
/// - Spec: <https://www.w3.org/TR/sparql12-results-xml/>
struct XMLResultsReader {
    private let byteCount: Int
    private var namespaces = XMLNamespaces()
    private var variables: [String] = []
    private var columns: [ByteKey: Int] = [:]

    init(byteCount: Int) { self.byteCount = byteCount }

    mutating func read(_ bytes: Span<UInt8>) throws(ResultsSyntaxError) -> SPARQLResult {
        var scanner = try XMLScanner(bytes)
        guard case .start(let root)? = try scanner.next(bytes), name(entering: root) == "sparql" else {
            throw scanner.error(.expectedRoot, XMLNamespaces.results, in: bytes)
        }
        var result: SPARQLResult?
        while let tag = try nextChild(&scanner, bytes) {
            switch name(entering: tag) {
            case "head": try readHead(&scanner, bytes)
            case "results" where result == nil: result = .solutions(try readResults(&scanner, bytes))
            case "boolean" where result == nil: result = .boolean(try readBoolean(&scanner, bytes))
            case nil: try skipElement(&scanner, bytes)
            case let other?: throw scanner.error(.outOfPlace, other, "sparql", in: bytes)
            }
        }
        // What follows the root's end is checked by the scanner.
        guard try scanner.next(bytes) == nil, let result else {
            throw scanner.error(.noAnswer, in: bytes)
        }
        return result
    }

    /// Enters an element and returns its local name; `nil` for one of another namespace.
    private mutating func name(entering tag: XMLTag) -> String? {
        namespaces.enter(tag)
        let (namespace, local) = namespaces.element(tag.name)
        return namespace?.hasSameBytes(as: XMLNamespaces.results) == true ? local : nil
    }

    /// The next child of the element that is open; `nil` once that is closed. Text between elements must be white space.
    private mutating func nextChild(
        _ scanner: inout XMLScanner, _ bytes: Span<UInt8>
    ) throws(ResultsSyntaxError) -> XMLTag? {
        while true {
            switch try scanner.next(bytes) {
            case .start(let tag): return tag
            case .text(let text):
                guard text.utf8.allSatisfy(XMLTag.isSpace) else {
                    throw scanner.error(.textAmongElements, in: bytes)
                }
            case .end, nil:
                namespaces.leave()
                return nil
            }
        }
    }

    /// The text of the element that is open, which has no children; leaves the element.
    private mutating func readText(
        _ scanner: inout XMLScanner, _ bytes: Span<UInt8>
    ) throws(ResultsSyntaxError) -> String {
        var content = ""
        while true {
            switch try scanner.next(bytes) {
            case .text(let text): content += text
            case .start: throw scanner.error(.elementInText, in: bytes)
            case .end, nil:
                namespaces.leave()
                return content
            }
        }
    }

    /// Passes over the rest of the element that is open, whatever it holds.
    private mutating func skipElement(
        _ scanner: inout XMLScanner, _ bytes: Span<UInt8>
    ) throws(ResultsSyntaxError) {
        var depth = 1
        while depth > 0 {
            switch try scanner.next(bytes) {
            case .start: depth += 1
            case .end: depth -= 1
            case .text: break
            case nil: depth = 0
            }
        }
        namespaces.leave()
    }

    /// `<head>`: variables and links.
    private mutating func readHead(_ scanner: inout XMLScanner, _ bytes: Span<UInt8>) throws(ResultsSyntaxError) {
        while let tag = try nextChild(&scanner, bytes) {
            if name(entering: tag) == "variable" {
                guard let variable = namespaces.attribute("name", in: tag) else {
                    throw scanner.error(.variableWithoutName, in: bytes)
                }
                guard columns[ByteKey(variable)] == nil else {
                    throw scanner.error(.twice, variable, in: bytes)
                }
                guard variables.count < ReadingLimits.variables else {
                    throw scanner.error(.tooManyVariables, String(ReadingLimits.variables), in: bytes)
                }
                columns[ByteKey(variable)] = variables.count
                variables.append(variable)
            }
            try skipElement(&scanner, bytes)
        }
    }

    private mutating func readBoolean(
        _ scanner: inout XMLScanner, _ bytes: Span<UInt8>
    ) throws(ResultsSyntaxError) -> Bool {
        switch trimmed(try readText(&scanner, bytes)) {
        case "true", "1": return true
        case "false", "0": return false
        case let other: throw scanner.error(.notABoolean, other, in: bytes)
        }
    }

    private mutating func readResults(
        _ scanner: inout XMLScanner, _ bytes: Span<UInt8>
    ) throws(ResultsSyntaxError) -> SolutionTable {
        var table = SolutionTable(variables: variables)
        let limit = ReadingLimits.cells(byteCount: byteCount)
        while let tag = try nextChild(&scanner, bytes) {
            switch name(entering: tag) {
            case "result":
                guard table.cells.count <= limit else { throw scanner.error(.tooManyCells, in: bytes) }
                table.append(try readRow(&scanner, bytes))
            case nil: try skipElement(&scanner, bytes)
            case let other?: throw scanner.error(.outOfPlace, other, "results", in: bytes)
            }
        }
        return table
    }

    private mutating func readRow(
        _ scanner: inout XMLScanner, _ bytes: Span<UInt8>
    ) throws(ResultsSyntaxError) -> [Term?] {
        var row = [Term?](repeating: nil, count: variables.count)
        while let tag = try nextChild(&scanner, bytes) {
            guard name(entering: tag) == "binding" else {
                try skipElement(&scanner, bytes)
                continue
            }
            guard let variable = namespaces.attribute("name", in: tag) else {
                throw scanner.error(.bindingWithoutName, in: bytes)
            }
            guard let column = columns[ByteKey(variable)] else {
                throw scanner.error(.unknownVariable, variable, in: bytes)
            }
            row[column] = try readOnlyTerm(&scanner, bytes, depth: 0)
        }
        return row
    }

    /// The one term that the open element holds; leaves the element.
    private mutating func readOnlyTerm(
        _ scanner: inout XMLScanner, _ bytes: Span<UInt8>, depth: Int
    ) throws(ResultsSyntaxError) -> Term {
        guard let tag = try nextChild(&scanner, bytes) else { throw scanner.error(.expectedTerm, in: bytes) }
        let term = try readTerm(tag, &scanner, bytes, depth: depth)
        guard try nextChild(&scanner, bytes) == nil else { throw scanner.error(.oneTermOnly, in: bytes) }
        return term
    }

    private mutating func readTerm(
        _ tag: XMLTag, _ scanner: inout XMLScanner, _ bytes: Span<UInt8>, depth: Int
    ) throws(ResultsSyntaxError) -> Term {
        switch name(entering: tag) {
        case "uri":
            let text = trimmed(try text(&scanner, bytes))
            return .iri(try checked(scanner, bytes) { () throws(ResultsFault) in try TermChecks.iri(text) })
        case "bnode": return .blankNode(BlankNode(trimmed(try text(&scanner, bytes))))
        case "literal":
            let datatype = namespaces.attribute("datatype", in: tag)
            let language = namespaces.attribute("lang", of: XMLNamespaces.xml, in: tag)
            let direction = namespaces.attribute("dir", of: XMLNamespaces.its, in: tag)
            let text = try text(&scanner, bytes)
            return try checked(scanner, bytes) { () throws(ResultsFault) in
                try TermChecks.literal(text, datatype: datatype, language: language, direction: direction)
            }
        case "triple": return try readTripleTerm(&scanner, bytes, depth: depth)
        default: throw scanner.error(.expectedTermElement, in: bytes)
        }
    }

    /// What a check gives, or its fault at the place that has been reached.
    private func checked<Value>(
        _ scanner: XMLScanner, _ bytes: Span<UInt8>, _ check: () throws(ResultsFault) -> Value
    ) throws(ResultsSyntaxError) -> Value {
        do {
            return try check()
        } catch {
            throw scanner.error(error, in: bytes)
        }
    }

    private mutating func text(
        _ scanner: inout XMLScanner, _ bytes: Span<UInt8>
    ) throws(ResultsSyntaxError) -> String {
        try readText(&scanner, bytes)
    }

    /// `<triple>`: a subject, a predicate and an object, in any order.
    private mutating func readTripleTerm(
        _ scanner: inout XMLScanner, _ bytes: Span<UInt8>, depth: Int
    ) throws(ResultsSyntaxError) -> Term {
        guard depth < ReadingLimits.tripleDepth else { throw scanner.error(.triplesTooDeep, in: bytes) }
        var parts: [String: Term] = [:]
        while let tag = try nextChild(&scanner, bytes) {
            guard let place = name(entering: tag), ["subject", "predicate", "object"].contains(place),
                parts[place] == nil
            else { throw scanner.error(.tripleOfThree, in: bytes) }
            parts[place] = try readOnlyTerm(&scanner, bytes, depth: depth + 1)
        }
        guard let subject = parts["subject"], let predicate = parts["predicate"], let object = parts["object"] else {
            throw scanner.error(.tripleOfThree, in: bytes)
        }
        return try checked(scanner, bytes) { () throws(ResultsFault) in
            try TermChecks.tripleTerm(subject, predicate, object)
        }
    }

    /// The text without white space around it: identifiers and truth values are often set on lines of their own.
    private func trimmed(_ text: String) -> String {
        let utf8 = text.utf8
        guard let first = utf8.firstIndex(where: { !XMLTag.isSpace($0) }),
            let last = utf8.lastIndex(where: { !XMLTag.isSpace($0) })
        else { return "" }
        return String(text[first...last])
    }
}
