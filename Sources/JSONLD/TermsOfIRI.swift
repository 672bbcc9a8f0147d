internal import ByteText
internal import JSONText
internal import RDFModel

/// The terms that stand for an IRI, best first, and which of them suits a value.
///
///     container bits │ by language: tag ▸ term │ by type: type ▸ term │ any term
///
/// It depends on the definitions alone; what the default language changes is kept apart, and looked up by who has one.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#inverse-context-creation>
final class TermsOfIRI {
    typealias Term = (term: String, definition: TermDefinition)

    /// Where a preferred value is looked for.
    enum Aspect {
        case language
        case type
        case any
    }

    /// The terms: the shortest first, of those as long the one that sorts first.
    private let terms: [Term]
    /// Those that compact IRIs may begin with, each with its colon.
    let prefixes: [String]
    private lazy var selections: [Selection] = Self.selections(of: terms)

    /// The terms of an IRI after a change.
    init(_ old: TermsOfIRI?, removing removed: [String], adding added: [Term]) {
        var terms = old?.terms ?? []
        if !removed.isEmpty, !terms.isEmpty {
            let gone = Set(removed.map { ByteKey($0) })
            terms.removeAll { gone.contains(ByteKey($0.term)) }
        }
        terms += added
        if !added.isEmpty, terms.count > 1 { terms.sort { Self.precedes($0.term, $1.term) } }
        self.terms = terms
        // `_:` begins blank nodes, whatever `_` is defined as.
        prefixes = terms.compactMap { term, definition in
            definition.isPrefix && definition.keyword == nil && term != "_" ? term + ":" : nil
        }
    }

    /// Whether no term is left.
    var isEmpty: Bool { terms.isEmpty }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        let (leftCount, rightCount) = (left.utf8.count, right.utf8.count)
        return leftCount != rightCount ? leftCount < rightCount : left.precedesInBytes(right)
    }

    /// Term Selection: the best term; `nil` if none will do.
    /// - Parameters:
    ///   - first: the value that is preferred to all others.
    ///   - others: the values that will do, best first.
    ///   - defaultLanguage: what terms without language and type are for.
    /// - Spec: <https://www.w3.org/TR/json-ld11-api/#term-selection>
    func term(
        containers: ContainerList, aspect: Aspect, first: String?, others: [String], defaultLanguage: String
    ) -> String? {
        for place in 0..<containers.count {
            let container = containers[place]
            guard let selection = selections.first(where: { $0.container == container }) else { continue }
            if let first, let term = selection.term(aspect, first, defaultLanguage) { return term }
            for value in others {
                if let term = selection.term(aspect, value, defaultLanguage) { return term }
            }
        }
        return nil
    }

    /// The terms with a container.
    private struct Selection {
        let container: Container
        /// The first of all.
        let any: String
        var byLanguage = ByteTable<String>()
        var byType = ByteTable<String>()
        /// The first without language, direction and type.
        var plain: String?

        func term(_ aspect: Aspect, _ value: String, _ defaultLanguage: String) -> String? {
            switch aspect {
            case .language:
                let own = byLanguage[value]
                guard let plain, value.hasSameBytes(as: defaultLanguage) else { return own }
                return own.map { precedes(plain, $0) ? plain : $0 } ?? plain
            case .type: return byType[value]
            case .any: return value.hasSameBytes(as: Keyword.noneKey.rawValue) ? any : nil
            }
        }
    }

    /// Step 3, for the terms of one IRI.
    private static func selections(of terms: [Term]) -> [Selection] {
        var selections: [Selection] = []
        for (term, definition) in terms {
            let position: Int
            if let known = selections.firstIndex(where: { $0.container == definition.container }) {
                position = known
            } else {  // 3.6
                position = selections.count
                selections.append(Selection(container: definition.container, any: term))
            }
            add(term, definition, to: &selections[position])
        }
        return selections
    }

    /// Steps 3.10 to 3.16
    private static func add(_ term: String, _ definition: TermDefinition, to selection: inout Selection) {
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
                if selection.plain == nil { selection.plain = term }
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
    private static func set(_ term: String, for value: String, in terms: inout ByteTable<String>) {
        if terms.position(of: value) == nil { terms.append(value, term) }
    }
}
