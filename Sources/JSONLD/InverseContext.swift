internal import ByteText
internal import JSONText
internal import RDFModel

/// The way back from IRIs to terms, for compaction: which term says an IRI best in a container, of a type or language;
/// and what has been found by it.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#inverse-context-creation>
final class InverseContext {
    private let index: InverseIndex
    /// What terms without language and type are for.
    private let defaultLanguage: String
    /// Whether `@type` is defined as a term, which only a container can be.
    let definesType: Bool
    /// What keywords are written as, by their numbers, for those that have been asked for.
    private var aliases = [String?](repeating: nil, count: Keyword.allCases.count)
    /// Types that have been written, as ``Compaction/compactedType(_:in:)`` does it.
    var compactedTypes = ByteTable<CompactedType>()
    /// The last of those.
    var recentTypes = RecentTexts<CompactedType>()
    private var properties = ByteTable<PropertyTerms>()
    private var recentProperties = RecentTexts<PropertyTerms>()

    /// What a type is written as.
    final class CompactedType {
        let term: String
        /// Whether the term brings a context of its own.
        let hasContext: Bool

        init(term: String, hasContext: Bool) {
            self.term = term
            self.hasContext = hasContext
        }
    }

    /// The inverse of a context.
    /// - Complexity: O(*n* log *n*) in the terms that are not those of a context whose inverse has been made.
    init(of active: ActiveContext) {
        var defaultLanguage = active.language?.asciiLowercased ?? Keyword.noneKey.rawValue  // 2
        if let direction = active.direction { defaultLanguage += "_" + direction.rawValue }
        self.defaultLanguage = defaultLanguage
        definesType = active.definition(of: Keyword.type.rawValue) != nil
        index = active.changes()?.index ?? InverseIndex()
    }

    /// Whether some term could be taken for a compact IRI.
    var hasTermsWithColon: Bool { index.hasTermsWithColon }

    /// Calls a body with compact IRIs for an IRI, those of each namespace best first, until it takes one; then goes on
    /// with the next namespace.
    func forEachCompactIRI(
        of iri: String, until isTaken: (String) -> Bool
    ) {
        index.forEachCompactIRI(of: iri, until: isTaken)
    }

    /// The terms that have been taken for a property.
    func terms(of property: String) -> PropertyTerms {
        if let known = recentProperties[property] { return known }
        let terms: PropertyTerms
        if let known = properties[property] {
            terms = known
        } else {
            terms = PropertyTerms()
            properties.append(property, terms)
        }
        recentProperties.remember(terms, of: property)
        return terms
    }

    /// Whether a term stands for an IRI.
    func hasTerm(for iri: String) -> Bool { index[iri] != nil }

    /// What a keyword is written as.
    func alias(of keyword: Keyword) -> String {
        let number = keyword.number
        if let known = aliases[number] { return known }
        var containers = ContainerList()
        containers.append(.set)
        containers.append([])
        containers.appendWithSet(.index)
        // What the steps of IRI Compaction come to where there is no value to suit.
        let text = keyword.rawValue
        let term = term(
            for: text, containers: containers, aspect: .type, others: [Keyword.id.rawValue, "@none", "@any"])
        aliases[number] = term ?? text
        return term ?? text
    }

    /// Term Selection: the best term for an IRI; `nil` if none will do.
    /// - Parameters:
    ///   - first: the value that is preferred to all others.
    ///   - others: the values that will do, best first.
    /// - Spec: <https://www.w3.org/TR/json-ld11-api/#term-selection>
    func term(
        for iri: String, containers: ContainerList, aspect: TermsOfIRI.Aspect, first: String? = nil, others: [String]
    ) -> String? {
        index[iri]?.term(
            containers: containers, aspect: aspect, first: first, others: others, defaultLanguage: defaultLanguage)
    }
}

/// Containers in the order in which they are preferred, sixteen at most: no more are ever asked for.
struct ContainerList {
    private var items = SIMD16<UInt8>()
    private(set) var count = 0

    /// Adds a container that is preferred less than those before.
    mutating func append(_ container: Container) {
        items[count] = container.rawValue
        count += 1
    }

    /// Adds a container, and after it the same with `@set`.
    mutating func appendWithSet(_ container: Container) {
        append(container)
        append(container.union(.set))
    }

    /// The container at a place.
    subscript(place: Int) -> Container { Container(rawValue: items[place]) }
}
