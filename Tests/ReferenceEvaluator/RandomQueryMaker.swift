internal import RDFModel

/// Writes random queries whose patterns are taken from the data, so that about every second has an answer.
public struct RandomQueryMaker {
    var source: RandomSource
    let quads: [Quad]
    let usesRDF12: Bool
    /// The variables so far, with what they stand for.
    var variables: [(name: String, kind: RandomKind)] = []
    /// The variable that a term became, so that patterns hang together.
    private var names: [Term: String] = [:]
    private var count = 0
    /// Whether expressions may hold what has another value at each call.
    var isDeterministic = true

    /// The dataset and query of a number.
    public static func query(seed: UInt64) -> RandomQuery {
        var source = RandomSource(seed: seed)
        let usesRDF12 = source.chance(35)
        let quads = RandomData.quads(&source, usesRDF12: usesRDF12)
        var maker = RandomQueryMaker(source: source, quads: quads, usesRDF12: usesRDF12)
        let (text, isSliced) = maker.query()
        return RandomQuery(
            seed: seed, quads: quads, text: RandomQuery.prefixes + text, isSliced: isSliced, usesRDF12: usesRDF12)
    }

    private init(source: RandomSource, quads: [Quad], usesRDF12: Bool) {
        self.source = source
        self.quads = quads
        self.usesRDF12 = usesRDF12
    }

    mutating func fresh(_ kind: RandomKind) -> String {
        count += 1
        let name = "?v\(count)"
        variables.append((name, kind))
        return name
    }

    // MARK: Queries

    private mutating func query() -> (String, isSliced: Bool) {
        let group = group(depth: source.number(below: 3))
        let shown = Array(Set(variables.map(\.name)).sorted().prefix(4))
        switch source.number(below: 10) {
        case 0: return ("ASK \(group)", false)
        case 1, 2: return (aggregateQuery(group), false)
        case 3:
            return ("SELECT \(source.pick(["DISTINCT", "REDUCED"])) \(list(shown)) \(group)", false)
        case 4: return ("SELECT * \(group)", false)
        case 5:
            let keys = (0..<1 + source.number(below: 2)).map { _ in
                source.pick(["", "ASC", "DESC"]) + "(" + expression(depth: 1) + ")"
            }.joined(separator: " ")
            let slice = source.pick(["", " LIMIT 3", " LIMIT 2 OFFSET 1", " OFFSET 2", " LIMIT 0"])
            return ("SELECT * \(group) ORDER BY \(keys)\(slice)", true)
        case 6:
            let columns = (0..<1 + source.number(below: 3)).map { number in
                "(\(expression(depth: 2)) AS ?x\(number))"
            }.joined(separator: " ")
            return ("SELECT \(columns) \(list(Array(shown.prefix(1)))) \(group)", false)
        default:
            return ("SELECT \(list(shown)) \(group)", false)
        }
    }

    private func list(_ names: [String]) -> String { names.isEmpty ? "(1 AS ?one)" : names.joined(separator: " ") }

    private mutating func aggregateQuery(_ group: String) -> String {
        let keys = variables.isEmpty || source.chance(30) ? [] : [source.pick(variables).name]
        let numbers = variables.filter { $0.kind == .number }.map(\.name)
        let texts = variables.filter { $0.kind == .text || $0.kind == .node }.map(\.name)
        var columns: [String] = []
        for number in 0..<1 + source.number(below: 3) {
            let distinct = source.chance(30) ? "DISTINCT " : ""
            let any = variables.isEmpty ? "1" : source.pick(variables).name
            let value = numbers.isEmpty ? "STRLEN(STR(\(any)))" : source.pick(numbers)
            let text = texts.isEmpty ? "STR(\(any))" : "STR(\(source.pick(texts)))"
            let aggregate =
                switch source.number(below: 9) {
                case 0: "COUNT(\(distinct)*)"
                case 1: "COUNT(\(distinct)\(any))"
                case 2: "SUM(\(distinct)\(value))"
                case 3: "AVG(\(distinct)\(value))"
                // Only numbers of one type are all ordered.
                case 4: "MIN(xsd:double(\(value)))"
                case 5: "MAX(xsd:double(\(value)))"
                // Which text is the sample, and in which order texts are joined, is anyone's choice.
                case 6: keys.isEmpty ? "SAMPLE(7)" : "SAMPLE(\(keys[0]))"
                case 7: "STRLEN(GROUP_CONCAT(\(distinct)\(text); SEPARATOR = \", \"))"
                default: "COUNT(\(distinct)\(expression(depth: 1)))"
                }
            columns.append("(\(aggregate) AS ?x\(number))")
        }
        let having = source.chance(25) ? " HAVING (COUNT(*) > \(source.number(below: 3)))" : ""
        let grouping = keys.isEmpty ? "" : " GROUP BY \(keys.joined(separator: " "))"
        return "SELECT \(keys.joined(separator: " ")) \(columns.joined(separator: " ")) \(group)\(grouping)\(having)"
    }

    // MARK: Patterns

    private mutating func group(depth: Int) -> String {
        var parts: [String] = []
        for _ in 0..<1 + source.number(below: depth > 0 ? 3 : 2) { parts.append(part(depth: depth)) }
        if !parts.contains(where: { $0.contains("?") }) { parts.append(basicPattern(in: .defaultGraph)) }
        if source.chance(35) { parts.append("FILTER(\(condition(depth: 2)))") }
        return "{ " + parts.joined(separator: " ") + " }"
    }

    private mutating func part(depth: Int) -> String {
        let kind = source.number(below: depth > 0 ? 19 : 6)
        switch kind {
        case 0...3: return basicPattern(in: .defaultGraph)
        case 4: return path()
        case 5: return graph()
        case 6, 7: return "OPTIONAL \(group(depth: depth - 1))"
        case 8: return "\(group(depth: depth - 1)) UNION \(group(depth: depth - 1))"
        case 9: return basicPattern(in: .defaultGraph) + " MINUS \(closed { $0.group(depth: depth - 1) })"
        case 10: return bind()
        case 11: return values()
        case 12, 13:
            let test = source.pick(["EXISTS", "NOT EXISTS"])
            return basicPattern(in: .defaultGraph) + " FILTER \(test) \(closed { $0.existsGroup() })"
        case 14: return subquery(depth: depth - 1)
        case 15:
            return basicPattern(in: .defaultGraph)
                + " BIND(EXISTS \(closed { $0.existsGroup() }) AS \(fresh(.boolean)))"
        case 16, 17: return comparedPatterns()
        default: return group(depth: depth - 1)
        }
    }

    /// Two patterns that share nothing but a comparison of what they bind.
    private mutating func comparedPatterns() -> String {
        let (before, known) = (variables, names)
        variables = []
        let first = basicPattern(in: .defaultGraph)
        let mine = variables
        (variables, names) = ([], [:])
        let second = basicPattern(in: .defaultGraph)
        let others = variables
        (variables, names) = (before + mine, known)
        guard !mine.isEmpty, !others.isEmpty else { return first + second }
        func compared() -> String {
            let other = source.pick(others)
            let like = mine.filter { $0.kind == other.kind }
            let (left, right) = (source.pick(like.isEmpty || source.chance(20) ? mine : like).name, other.name)
            return source.pick([
                "\(left) = \(right)", "\(right) = \(left)", "sameTerm(\(left), \(right))",
                "LCASE(STR(\(left))) = LCASE(STR(\(right)))", "STRLEN(STR(\(left))) = STRLEN(STR(\(right))) + 1",
                "xsd:float(\(left)) = xsd:decimal(\(right))", "\(left) > \(right)", "\(right) >= \(left)",
                "\(left) < \(right)", "\(left) != \(right)",
            ])
        }
        let test = source.chance(40) ? compared() + " && " + compared() : compared()
        switch source.number(below: 5) {
        case 0, 1:
            variables += others
            return first + second + "FILTER(\(test))"
        case 2:
            variables += others
            return first + "OPTIONAL { \(second) FILTER(\(test)) }"
        case 3: return first + "FILTER EXISTS { \(second) FILTER(\(test)) }"
        default: return first + "FILTER NOT EXISTS { \(second) FILTER(\(test)) }"
        }
    }

    /// A part whose variables nothing outside sees, but for those that it takes from outside.
    private mutating func closed(_ body: (inout RandomQueryMaker) -> String) -> String {
        let outside = variables
        defer { variables = outside }
        return body(&self)
    }

    /// Patterns such as substitution, by which EXISTS is defined, is clear about.
    private mutating func existsGroup() -> String {
        var text = basicPattern(in: .defaultGraph)
        if source.chance(30) { text += " OPTIONAL { \(basicPattern(in: .defaultGraph)) }" }
        if source.chance(20) { text = "{ \(text) } UNION { \(basicPattern(in: .defaultGraph)) }" }
        if source.chance(30) { text += " FILTER(\(condition(depth: 1)))" }
        return "{ \(text) }"
    }

    private mutating func basicPattern(in graph: GraphName) -> String {
        let quads = quads.filter { $0.graph == graph }
        guard !quads.isEmpty else { return "" }
        var text = ""
        var last: Quad?
        for _ in 0..<1 + source.number(below: 3) {
            // Preferably about what the pattern before is about.
            let near = quads.filter { quad in
                last.map { quad.subject == $0.object || quad.subject == $0.subject || quad.object == $0.subject }
                    ?? true
            }
            let quad = source.pick(near.isEmpty || source.chance(15) ? quads : near)
            last = quad
            let predicate = source.chance(12) ? fresh(.node) : RandomData.text(.iri(quad.predicate))
            text += "\(position(quad.subject)) \(predicate) \(position(quad.object)) . "
        }
        return text
    }

    /// A term as it is, or a variable for it.
    private mutating func position(_ term: Term) -> String {
        if case .tripleTerm(let triple) = term, source.chance(50) {
            return
                "<<( \(position(triple.subject)) \(RandomData.text(.iri(triple.predicate))) \(position(triple.object)) )>>"
        }
        let isConstant: Bool
        switch term {
        case .blankNode, .tripleTerm: isConstant = false
        default: isConstant = source.chance(20)
        }
        if isConstant { return RandomData.text(term) }
        if source.chance(4) { return "[]" }
        if let name = names[term], source.chance(85) {
            if !variables.contains(where: { $0.name == name }) { variables.append((name, RandomData.kind(term))) }
            return name
        }
        let name = fresh(RandomData.kind(term))
        names[term] = name
        return name
    }

    private mutating func path() -> String {
        let triples = quads.filter { $0.graph == .defaultGraph && $0.object.isResource }
        guard !triples.isEmpty else { return "" }
        let triple = source.pick(triples)
        let (path, isReversed) = path(depth: 2)
        let (start, end) = isReversed ? (triple.object, triple.subject) : (triple.subject, triple.object)
        return "\(position(start)) \(path) \(position(end)) . "
    }

    private mutating func path(depth: Int) -> (String, isReversed: Bool) {
        let name = source.pick([":p", ":q", ":r", ":n"])
        guard depth > 0 else { return (name, false) }
        let (inner, isReversed) = path(depth: depth - 1)
        switch source.number(below: 9) {
        case 0: return ("^(\(inner))", !isReversed)
        case 1: return ("(\(inner))/(\(path(depth: depth - 1).0))", isReversed)
        case 2: return ("(\(inner))|(\(path(depth: depth - 1).0))", isReversed)
        case 3: return ("(\(inner))*", isReversed)
        case 4: return ("(\(inner))+", isReversed)
        case 5: return ("(\(inner))?", isReversed)
        case 6: return ("!(\(name)|:q)", false)
        case 7: return ("!(^\(name)|:q)", false)
        default: return (name, false)
        }
    }

    private mutating func graph() -> String {
        let name = source.pick(["g1", "g2"])
        let pattern = basicPattern(in: .iri(RandomData.iri(name)))
        if source.chance(50) { return "GRAPH :\(name) { \(pattern) }" }
        return "GRAPH \(source.chance(70) ? fresh(.graph) : "?g") { \(pattern) }"
    }

    private mutating func bind() -> String {
        let kind = source.pick([RandomKind.number, .text, .boolean])
        let value =
            switch kind {
            case .number: number(depth: 2)
            case .text: text(depth: 2)
            default: condition(depth: 2)
            }
        return basicPattern(in: .defaultGraph) + "BIND(\(value) AS \(fresh(kind)))"
    }

    private mutating func values() -> String {
        guard !variables.isEmpty else { return basicPattern(in: .defaultGraph) }
        let names = Set((0..<1 + source.number(below: 2)).map { _ in source.pick(variables).name }).sorted()
        let terms = quads.flatMap { [$0.subject, $0.object] }.filter {
            switch $0 {
            case .iri, .literal: true
            default: false
            }
        }
        let rows = (0..<1 + source.number(below: 4)).map { _ in
            "("
                + names.map { _ in source.chance(15) ? "UNDEF" : RandomData.text(source.pick(terms)) }
                .joined(separator: " ") + ")"
        }
        return "VALUES (\(names.joined(separator: " "))) { \(rows.joined(separator: " ")) }"
    }

    private mutating func subquery(depth: Int) -> String {
        let before = variables
        let inner = group(depth: depth)
        let names = Set(variables.map(\.name)).sorted()
        guard !names.isEmpty else { return inner }
        let shown = Array(names.prefix(1 + source.number(below: 3)))
        variables = before + variables.filter { shown.contains($0.name) }
        if source.chance(40) {
            let total = fresh(.number)
            return "{ SELECT \(shown[0]) (COUNT(*) AS \(total)) \(inner) GROUP BY \(shown[0]) }"
        }
        return "{ SELECT \(source.pick(["", "DISTINCT"])) \(shown.joined(separator: " ")) \(inner) }"
    }
}
