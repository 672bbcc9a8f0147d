internal import ByteText
internal import JSONText
internal import Localization
internal import RDFModel

/// Reads SPARQL Query Results JSON. `link`, and members that the format does not know, are passed over.
/// - Spec: <https://www.w3.org/TR/sparql12-results-json/>
struct JSONResultsReader {
    let byteCount: Int

    func read(_ bytes: Span<UInt8>) throws(ResultsSyntaxError) -> SPARQLResult {
        let document: JSONValue
        do {
            document = try JSONValue(json: bytes)
        } catch {
            throw ResultsSyntaxError(ResultsFault(.notJSON), at: error.position, cause: error)
        }
        if let answer = document["boolean"] {
            guard let value = answer.bool else { throw Self.error("boolean", .expectedBoolean) }
            return .boolean(value)
        }
        guard let bindings = document["results"]?["bindings"]?.array else {
            throw Self.error("results.bindings", .expectedSolutions)
        }
        return .solutions(try readTable(bindings, variables: readVariables(document)))
    }

    private func readVariables(_ document: JSONValue) throws(ResultsSyntaxError) -> [String] {
        guard let names = document["head"]?["vars"]?.array else {
            throw Self.error("head.vars", .expectedVariables)
        }
        guard names.count <= ReadingLimits.variables else {
            throw Self.error("head.vars", .tooManyVariables, String(ReadingLimits.variables))
        }
        var variables: [String] = []
        var seen: Set<ByteKey> = []
        for name in names {
            guard let name = name.string else { throw Self.error("head.vars", .expectedString) }
            guard seen.insert(ByteKey(name)).inserted else { throw Self.error("head.vars", .twice, name) }
            variables.append(name)
        }
        return variables
    }

    private func readTable(
        _ bindings: [JSONValue], variables: [String]
    ) throws(ResultsSyntaxError) -> SolutionTable {
        guard variables.count * bindings.count <= ReadingLimits.cells(byteCount: byteCount) else {
            throw Self.error("results.bindings", .tooManyCells)
        }
        let columns = Dictionary(uniqueKeysWithValues: variables.enumerated().map { (ByteKey($1), $0) })
        var table = SolutionTable(variables: variables)
        for (index, binding) in bindings.enumerated() {
            let place = "results.bindings[\(index)]"
            guard let object = binding.object else { throw Self.error(place, .expectedObject) }
            var row = [Term?](repeating: nil, count: variables.count)
            for member in object {
                guard let column = columns[ByteKey(member.name)] else {
                    throw Self.error(place, .unknownVariable, member.name)
                }
                do {
                    row[column] = try Self.term(member.value, depth: 0)
                } catch {
                    throw ResultsSyntaxError(error, place: "\(place).\(member.name)")
                }
            }
            table.append(row)
        }
        return table
    }

    private static func term(_ value: JSONValue, depth: Int) throws(ResultsFault) -> Term {
        guard let type = value["type"]?.string, let content = value["value"] else {
            throw ResultsFault(.expectedTypeAndValue)
        }
        if type == "triple" {
            guard depth < ReadingLimits.tripleDepth else { throw ResultsFault(.triplesTooDeep) }
            guard let subject = content["subject"], let predicate = content["predicate"], let object = content["object"]
            else { throw ResultsFault(.tripleParts) }
            return try TermChecks.tripleTerm(
                term(subject, depth: depth + 1), term(predicate, depth: depth + 1), term(object, depth: depth + 1))
        }
        guard let text = content.string else { throw ResultsFault(.valueIsString) }
        switch type {
        case "uri": return .iri(try TermChecks.iri(text))
        case "bnode": return .blankNode(BlankNode(text))
        // `typed-literal` is the word of drafts, which some endpoints still write.
        case "literal", "typed-literal":
            return try TermChecks.literal(
                text, datatype: optionalString(value, "datatype"), language: optionalString(value, "xml:lang"),
                direction: optionalString(value, "its:dir"))
        default: throw ResultsFault(.unknownTermType, type)
        }
    }

    private static func optionalString(_ value: JSONValue, _ name: String) throws(ResultsFault) -> String? {
        guard let member = value[name] else { return nil }
        guard let text = member.string else { throw ResultsFault(.isString, name) }
        return text
    }

    private static func error(
        _ place: String, _ problem: ResultsMessage, _ arguments: String...
    ) -> ResultsSyntaxError {
        ResultsSyntaxError(ResultsFault(problem, arguments), place: place)
    }
}
