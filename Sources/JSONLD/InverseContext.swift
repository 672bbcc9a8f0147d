internal import ByteText
internal import JSONText
internal import RDFModel

/// The way back from IRIs to terms, for compaction: which term says an IRI best in a container, of a type or language.
///
///     IRI ─▶ [ container bits │ by language: (tag, term)… │ by type: (type, term)… │ any term ]…
///
/// An IRI has few terms, so that beyond the first table everything is found by looking through small arrays.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#inverse-context-creation>
struct InverseContext {
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
    }

    /// A term that compact IRIs may begin with.
    struct Prefix {
        let term: String
        let namespace: String
    }

    private var selections: [ByteKey: [Selection]] = [:]
    /// The terms that compact IRIs may begin with, shortest first.
    private(set) var prefixes: [Prefix] = []
    /// What keywords are written as.
    var aliases: [Keyword: String] = [:]

    /// The inverse of a context.
    /// - Complexity: O(*n* log *n*) in the terms.
    init(of active: ActiveContext) {
        var defaultLanguage = active.language?.asciiLowercased ?? Keyword.noneKey.rawValue  // 2
        if let direction = active.direction { defaultLanguage += "_" + direction.rawValue }
        let terms = active.terms.sorted { left, right in  // 3
            let (leftCount, rightCount) = (left.key.string.utf8.count, right.key.string.utf8.count)
            return leftCount != rightCount ? leftCount < rightCount : left.key < right.key
        }
        for (key, definition) in terms {
            guard let iri = definition.iri else { continue }  // 3.1
            let term = key.string
            if definition.isPrefix, definition.keyword == nil { prefixes.append(Prefix(term: term, namespace: iri)) }
            var all = selections[ByteKey(iri)] ?? []
            let position: Int
            if let known = all.firstIndex(where: { $0.container == definition.container }) {
                position = known
            } else {  // 3.6
                position = all.count
                all.append(Selection(container: definition.container, any: term))
            }
            Self.add(term, definition, defaultLanguage, to: &all[position])
            selections[ByteKey(iri)] = all
        }
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

    /// Whether a term stands for an IRI.
    func hasTerm(for iri: String) -> Bool { selections[ByteKey(iri)] != nil }

    /// Term Selection: the best term for an IRI; `nil` if none will do.
    /// - Spec: <https://www.w3.org/TR/json-ld11-api/#term-selection>
    func term(
        for iri: String, containers: [Container], aspect: Aspect, preferredValues: [String]
    ) -> String? {
        guard let all = selections[ByteKey(iri)] else { return nil }
        for container in containers {
            guard let selection = all.first(where: { $0.container == container }) else { continue }
            for value in preferredValues {
                switch aspect {
                case .language:
                    if let found = selection.byLanguage.first(where: { $0.value.hasSameBytes(as: value) }) {
                        return found.term
                    }
                case .type:
                    if let found = selection.byType.first(where: { $0.value.hasSameBytes(as: value) }) {
                        return found.term
                    }
                case .any:
                    if value == Keyword.noneKey.rawValue { return selection.any }
                }
            }
        }
        return nil
    }
}
