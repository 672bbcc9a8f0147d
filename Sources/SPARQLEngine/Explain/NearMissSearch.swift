internal import ByteText
internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

/// Looks in the data for what comes near to a pattern that matches nothing.
struct NearMissSearch {
    let snapshot: StoreSnapshot
    /// The graph that the pattern is looked for in; `nil` is the default graph.
    let graph: GraphSpecifier?
    let vocabularies: KnownVocabularies

    /// How many terms are looked at for one that is spelled alike.
    private static let comparedTerms = 2_000_000
    /// By how many bytes texts may differ that are compared.
    private static let comparedLengths = 12
    /// How many properties a message lists.
    private static let listed = 5

    private var dictionary: TermDictionary { snapshot.dictionary }

    private var scope: GraphScope {
        switch graph {
        case nil: .defaultGraph
        case .variable: .anyNamed
        case .iri(let iri): dictionary.id(of: .iri(iri)).map { .named($0) } ?? .anyNamed
        }
    }

    private func count(_ pattern: IDPattern) -> Int { snapshot.count(matching: pattern, in: scope) }

    // MARK: Patterns

    func misses(_ triple: TriplePattern) -> [EmptyAnswerReason.NearMiss] {
        let terms = [triple.subject, triple.predicate, triple.object].map { pattern -> Term? in
            if case .term(let term) = pattern { term } else { nil }
        }
        if let elsewhere = otherGraphs(terms) { return [elsewhere] }
        var result: [EmptyAnswerReason.NearMiss] = []
        let ids = terms.map { $0.flatMap(dictionary.id(of:)) ?? .undefined }
        for (place, term) in terms.enumerated() {
            guard let term, !ids[place].isDefined else { continue }
            if place == 2, let other = otherLiteral(term, predicate: ids[1]) {
                result.append(other)
            } else {
                result.append(absent(term, isProperty: place == 1, predicate: ids[1]))
            }
        }
        if let object = terms[2], ids[2].isDefined, terms[1] != nil, !ids[1].isDefined {
            let properties = properties(IDPattern(object: ids[2]))
            if !properties.isEmpty { result.append(.otherProperties(object, properties)) }
        }
        guard result.isEmpty else { return result }
        if let property = terms[1], count(IDPattern(predicate: ids[1])) == 0 { return [.noProperty(property)] }
        if let object = terms[2], ids[1].isDefined, count(IDPattern(predicate: ids[1], object: ids[2])) == 0 {
            if let other = otherLiteral(object, predicate: ids[1]) { result.append(other) }
            let properties = properties(IDPattern(object: ids[2]))
            if !properties.isEmpty { result.append(.otherProperties(object, properties)) }
        }
        if let subject = terms[0] {
            let properties = properties(IDPattern(subject: ids[0]))
            if !properties.isEmpty, ids[1].isDefined, count(IDPattern(subject: ids[0], predicate: ids[1])) == 0 {
                result.append(.propertiesOf(subject, properties))
            }
        }
        return result
    }

    func misses(
        _ subject: TermPattern, _ path: PropertyPath, _ object: TermPattern
    ) -> [EmptyAnswerReason.NearMiss] {
        var result: [EmptyAnswerReason.NearMiss] = []
        for end in [subject, object] {
            guard case .term(let term) = end, dictionary.id(of: term) == nil else { continue }
            result.append(absent(term, isProperty: false, predicate: .undefined))
        }
        for property in Self.properties(of: path) {
            guard let id = dictionary.id(of: .iri(property)) else {
                result.append(absent(.iri(property), isProperty: true, predicate: .undefined))
                continue
            }
            if count(IDPattern(predicate: id)) == 0 { result.append(.noProperty(.iri(property))) }
        }
        return result
    }

    private static func properties(of path: PropertyPath) -> [IRI] {
        switch path {
        case .iri(let iri): [iri]
        case .inverse(let inner), .zeroOrMore(let inner), .oneOrMore(let inner), .zeroOrOne(let inner):
            properties(of: inner)
        case .sequence(let first, let second), .alternative(let first, let second):
            properties(of: first) + properties(of: second)
        case .negatedPropertySet: []
        }
    }

    // MARK: Graphs

    /// The graphs in which the same pattern matches.
    private func otherGraphs(_ terms: [Term?]) -> EmptyAnswerReason.NearMiss? {
        var pattern = IDPattern()
        for (place, term) in terms.enumerated() {
            guard let term else { continue }
            guard let id = dictionary.id(of: term) else { return nil }
            switch place {
            case 0: pattern.subject = id
            case 1: pattern.predicate = id
            default: pattern.object = id
            }
        }
        var found: [Term?] = []
        if graph != nil, snapshot.count(matching: pattern) > 0 { found.append(nil) }
        for name in snapshot.graphs where found.count < 3 {
            if snapshot.count(matching: pattern, in: .named(name)) > 0 { found.append(dictionary.term(name)) }
        }
        return found.isEmpty ? nil : .otherGraphs(found)
    }

    // MARK: Properties

    private func properties(_ pattern: IDPattern) -> [IRI] {
        let run = snapshot.run(matching: pattern, in: scope)
        var result: [IRI] = []
        for row in 0..<min(run.count, 10_000) where result.count < Self.listed {
            let id = run.id(.predicate, row: row)
            if case .iri(let iri) = dictionary.term(id), !result.contains(iri) { result.append(iri) }
        }
        return result
    }

    // MARK: Terms

    /// The literal of the same text and another language or datatype, as a value of the property.
    private func otherLiteral(_ term: Term, predicate: TermID) -> EmptyAnswerReason.NearMiss? {
        guard case .literal(let literal) = term else { return nil }
        for type in dictionary.types {
            let other: Literal
            if type.hasLanguage {
                let language = String(decoding: type.language, as: UTF8.self)
                other = Literal(literal.lexicalForm, language: language, direction: type.direction)
            } else {
                other = Literal(literal.lexicalForm, datatype: IRI(unchecked: dictionary.text(type.datatype)))
            }
            guard other != literal, let id = dictionary.id(of: .literal(other)),
                count(IDPattern(predicate: predicate, object: id)) > 0
            else { continue }
            return .otherLiteral(term, found: .literal(other))
        }
        return nil
    }

    /// What comes near to a term that is not in the data: a term of the data, or else one of its vocabulary.
    private func absent(_ term: Term, isProperty: Bool, predicate: TermID) -> EmptyAnswerReason.NearMiss {
        let nearest = nearest(term, isProperty: isProperty, predicate: predicate)
        if nearest == nil, case .iri(let iri) = term, let meant = vocabularies.nearest(to: iri) {
            return .misspelled(term, meant)
        }
        return .absent(term, nearest: nearest)
    }

    /// The term of the data that is spelled most like one that is not in the data.
    private func nearest(_ term: Term, isProperty: Bool, predicate: TermID) -> Term? {
        switch term {
        case .iri(let iri): nearest(iri, isProperty: isProperty)
        case .literal(let literal): nearest(literal, predicate: predicate)
        case .blankNode, .tripleTerm: nil
        }
    }

    private func nearest(_ iri: IRI, isProperty: Bool) -> Term? {
        let ids: [TermID]
        if isProperty, scope == .defaultGraph {
            ids = snapshot.statistics.predicates.map(\.id)
        } else {
            ids = (0..<min(dictionary.count(of: .iri), Self.comparedTerms)).map { TermID(.iri, index: $0) }
        }
        let (namespace, name) = Self.split(iri.string)
        var candidates: [String] = []
        var elsewhere: String?
        for id in ids where dictionary.contains(id) {
            let text = dictionary.text(id)
            let (otherNamespace, otherName) = Self.split(text)
            if namespace.utf8.elementsEqual(otherNamespace.utf8) {
                candidates.append(String(otherName))
            } else if elsewhere == nil, !name.isEmpty, name.utf8.elementsEqual(otherName.utf8) {
                elsewhere = text
            }
        }
        if let near = NearestName.of(String(name), among: candidates) { return .iri(IRI(unchecked: namespace + near)) }
        return elsewhere.map { .iri(IRI(unchecked: $0)) }
    }

    /// The namespace, up to the last `#`, `/`, `:` or `_`, and the name after it.
    private static func split(_ iri: String) -> (namespace: String, name: Substring) {
        let signs: [Character] = ["#", "/", ":"]
        guard let place = iri.lastIndex(where: { signs.contains($0) }) else { return ("", iri[...]) }
        return (String(iri[...place]), iri[iri.index(after: place)...])
    }

    /// A value of the property, or any literal, whose text differs by case or by little.
    private func nearest(_ literal: Literal, predicate: TermID) -> Term? {
        guard predicate.isDefined else { return nil }
        let run = snapshot.run(matching: IDPattern(predicate: predicate), in: scope, sortedBy: .object)
        var last = TermID.undefined
        var candidates: [String] = []
        var ids: [TermID] = []
        for row in 0..<min(run.count, Self.comparedTerms) {
            let id = run.id(.object, row: row)
            guard id != last, id.isLiteral else { continue }
            last = id
            let length = dictionary.withText(id) { $0.count }
            // A sign that looks like another may take three bytes where that takes one.
            guard abs(length - literal.lexicalForm.utf8.count) <= Self.comparedLengths else { continue }
            candidates.append(dictionary.text(id))
            ids.append(id)
        }
        guard let near = NearestName.of(literal.lexicalForm, among: candidates),
            let place = candidates.firstIndex(of: near)
        else { return nil }
        return dictionary.term(ids[place])
    }
}
