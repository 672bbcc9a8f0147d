internal import ByteText
internal import JSONText
internal import RDFModel

/// The way back from IRIs to terms, for compaction: which term says an IRI best in a container, of a type or language.
///
///     IRI ─▶ [ container bits │ by language: (tag, term)… │ by type: (type, term)… │ any term ]…
///
/// An IRI has few terms, so that beyond the first table everything is found by looking through small arrays.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#inverse-context-creation>
final class InverseContext {
    /// Where a preferred value is looked for.
    enum Aspect {
        case language
        case type
        case any
    }

    private struct Selection {
        let container: Container
        var byLanguage: [(value: String, term: String)] = []
        var byType: [(value: String, term: String)] = []
        let any: String

        /// The term for a value.
        func term(_ aspect: Aspect, _ value: String) -> String? {
            switch aspect {
            case .language: byLanguage.first { $0.value.hasSameBytes(as: value) }?.term
            case .type: byType.first { $0.value.hasSameBytes(as: value) }?.term
            case .any: value.hasSameBytes(as: Keyword.noneKey.rawValue) ? any : nil
            }
        }
    }

    private var selections = ByteTable<[Selection]>()
    /// Which lengths and last bytes the IRIs with terms have, as bits: most IRIs of a document are told apart by these.
    private var filter: UInt64 = 0
    /// Whether some term could be taken for a compact IRI.
    private(set) var hasTermsWithColon = false
    /// Whether `@type` is defined as a term, which only a container can be.
    let definesType: Bool
    /// The terms that compact IRIs may begin with, shortest first, each with its colon.
    private var prefixes: [String] = []
    /// The namespaces of those terms, end to end, and where each ends.
    private var namespaces: [UInt8] = []
    private var namespaceEnds: [Int] = []
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
    /// - Complexity: O(*n* log *n*) in the terms.
    init(of active: ActiveContext) {
        var defaultLanguage = active.language?.asciiLowercased ?? Keyword.noneKey.rawValue  // 2
        if let direction = active.direction { defaultLanguage += "_" + direction.rawValue }
        let terms = zip(active.terms.keys, active.terms.values).sorted { left, right in  // 3
            let (leftCount, rightCount) = (left.0.utf8.count, right.0.utf8.count)
            return leftCount != rightCount ? leftCount < rightCount : left.0.precedesInBytes(right.0)
        }
        definesType = active.definition(of: Keyword.type.rawValue) != nil
        for (term, definition) in terms {
            if term.utf8.contains(UInt8(ascii: ":")) { hasTermsWithColon = true }
            guard let definition, let iri = definition.iri else { continue }  // 3.1
            filter |= Self.filterBit(of: iri)
            // `_:` begins blank nodes, whatever `_` is defined as.
            if definition.isPrefix, definition.keyword == nil, term != "_" { add(prefix: term, namespace: iri) }
            var all = selections[iri] ?? []
            let position: Int
            if let known = all.firstIndex(where: { $0.container == definition.container }) {
                position = known
            } else {  // 3.6
                position = all.count
                all.append(Selection(container: definition.container, any: term))
            }
            Self.add(term, definition, defaultLanguage, to: &all[position])
            selections[iri] = all
        }
    }

    private func add(prefix: String, namespace: String) {
        prefixes.append(prefix + ":")
        namespaces.append(copying: namespace.utf8.span)
        namespaceEnds.append(namespaces.count)
    }

    /// The compact IRI of the next prefix, from a position on, whose namespace an IRI begins with but is not; and the
    /// position after that prefix.
    func nextCompactIRI(of iri: String, from position: Int) -> (text: String, next: Int)? {
        let bytes = iri.utf8.span
        guard let (position, length) = nextPrefix(of: bytes, from: position) else { return nil }
        return (String(joining: prefixes[position].utf8.span, bytes.extracting(length..<bytes.count)), position + 1)
    }

    private func nextPrefix(of bytes: Span<UInt8>, from position: Int) -> (position: Int, length: Int)? {
        let namespaces = namespaces
        let all = namespaces.span
        for position in position..<prefixes.count {
            let start = position == 0 ? 0 : namespaceEnds[position - 1]
            let length = namespaceEnds[position] - start
            // Namespaces differ at their ends rather than at their beginnings.
            guard length > 0, length < bytes.count, bytes[length - 1] == all[start + length - 1],
                bytes.extracting(0..<length).hasSameElements(as: all.extracting(start..<start + length)),
                // `prefix://…` would be read as an IRI.
                !bytes.extracting(length..<bytes.count).starts(with: "//".utf8.span)
            else { continue }
            return (position, length)
        }
        return nil
    }

    /// Steps 3.10 to 3.16
    private static func add(
        _ term: String, _ definition: TermDefinition, _ defaultLanguage: String, to selection: inout Selection
    ) {
        let none = Keyword.noneKey.rawValue
        if definition.isReverse {  // 3.10
            set(term, for: Keyword.reverse.rawValue, in: &selection.byType)
        } else if definition.type?.isNone == true {  // 3.11
            set(term, for: "@any", in: &selection.byLanguage)
            set(term, for: "@any", in: &selection.byType)
        } else if let type = definition.type {  // 3.12
            set(term, for: type.text, in: &selection.byType)
        } else {
            switch (definition.language, definition.direction) {
            case (.absent, .absent):  // 3.16
                set(term, for: defaultLanguage, in: &selection.byLanguage)
                set(term, for: none, in: &selection.byLanguage)
                set(term, for: none, in: &selection.byType)
            case (let language, .absent):  // 3.14
                set(term, for: language.value(or: nil) ?? "@null", in: &selection.byLanguage)
            case (.absent, let direction):  // 3.15
                let key = direction.value(or: nil).map { "_" + $0.rawValue } ?? none
                set(term, for: key, in: &selection.byLanguage)
            case (let language, let direction):  // 3.13
                let tag = language.value(or: nil)
                let way = direction.value(or: nil).map { "_" + $0.rawValue }
                let key = tag == nil && way == nil ? "@null" : (tag ?? "") + (way ?? "")
                set(term, for: key, in: &selection.byLanguage)
            }
        }
    }

    /// Keeps the first term for a value, which is the best.
    private static func set(_ term: String, for value: String, in terms: inout [(value: String, term: String)]) {
        if !terms.contains(where: { $0.value.hasSameBytes(as: value) }) { terms.append((value, term)) }
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
    func hasTerm(for iri: String) -> Bool {
        filter & Self.filterBit(of: iri) != 0 && selections.position(of: iri) != nil
    }

    private static func filterBit(of iri: String) -> UInt64 {
        let bytes = iri.utf8.span
        guard bytes.count > 0 else { return 1 }
        return 1 << UInt64(truncatingIfNeeded: (bytes.count &* 11 &+ Int(bytes[bytes.count - 1])) & 63)
    }

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
        for iri: String, containers: ContainerList, aspect: Aspect, first: String? = nil, others: [String]
    ) -> String? {
        guard let position = selections.position(of: iri) else { return nil }
        let all = selections.values[position]
        for place in 0..<containers.count {
            let container = containers[place]
            guard let selection = all.first(where: { $0.container == container }) else { continue }
            if let first, let term = selection.term(aspect, first) { return term }
            for value in others {
                if let term = selection.term(aspect, value) { return term }
            }
        }
        return nil
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
