internal import ByteText
internal import JSONText
internal import RDFModel

/// What is in force at a place of a document: term definitions, base, vocabulary, defaults.
///
/// It is built by context processing and then only read, but for what it remembers of its own answers: how keys
/// expand, and the inverse context. Both spare a document of ten thousand nodes the same work ten thousand times.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#context-processing-algorithms>
final class ActiveContext {
    /// The definitions, shared with the contexts that this one came from; `nil` where a term is being defined anew.
    private(set) var terms = PersistentTable<TermDefinition?>()
    /// How the definitions came about: those before this context was made from another, and those since.
    private var origin: TermChanges?
    private var changedTerms: [String] = []
    /// How many terms are protected.
    private var protectedTerms = 0
    /// Whether some term may stand for a keyword.
    private(set) var hasAliases = false
    /// Whether some term may bring a context of its own.
    private(set) var hasScopedContexts = false
    /// How long IRIs become, in all contexts of a run.
    let growth: ExpansionGrowth
    var base: BaseIRI?
    let originalBase: BaseIRI?
    var vocabulary: String?
    var language: String?
    var direction: BaseDirection?
    /// The context to return to when a node begins, if this one came with a type and does not propagate.
    var previous: ActiveContext?

    private var expandedKeys = ByteTable<ExpandedKey>()
    private var recentKeys = RecentTexts<ExpandedKey>()
    private var expandedTypes = ByteTable<String?>()
    /// Made when the first IRI is compacted.
    var inverse: InverseContext?

    /// A newly initialized context.
    init(base: BaseIRI?, originalBase: BaseIRI?, growth: ExpansionGrowth = ExpansionGrowth()) {
        self.growth = growth
        self.base = base
        self.originalBase = originalBase
    }

    /// A context that can be changed without changing this one.
    /// - Complexity: O(1), however many terms there are.
    func clone() -> ActiveContext {
        let copy = ActiveContext(base: base, originalBase: originalBase, growth: growth)
        copy.terms = terms
        copy.origin = changes()
        copy.protectedTerms = protectedTerms
        copy.hasAliases = hasAliases
        copy.hasScopedContexts = hasScopedContexts
        copy.vocabulary = vocabulary
        copy.language = language
        copy.direction = direction
        copy.previous = previous
        return copy
    }

    /// The definition of a term.
    func definition(of term: String) -> TermDefinition? { terms[term] ?? nil }

    /// Defines a term, or takes its definition away.
    func define(_ term: String, as definition: TermDefinition?) {
        if self.definition(of: term)?.isProtected == true { protectedTerms -= 1 }
        if definition?.isProtected == true { protectedTerms += 1 }
        terms.set(definition, for: term)
        changedTerms.append(term)
        if definition?.keyword != nil { hasAliases = true }
        if definition?.context != nil { hasScopedContexts = true }
    }

    /// All changes that led to the definitions; `nil` where there have been none.
    func changes() -> TermChanges? {
        if !changedTerms.isEmpty {
            origin = TermChanges(changedTerms, after: origin, table: terms)
            changedTerms = []
        }
        return origin
    }

    /// Whether a term is protected.
    var hasProtectedTerms: Bool { protectedTerms > 0 }

    /// What a key of an object stands for.
    final class ExpandedKey {
        /// The IRI, keyword, blank node identifier or plain word that the key expands to.
        let iri: String?
        /// The IRI where it is a long one.
        let longIRI: String?
        /// The keyword, if it is one.
        let keyword: Keyword?
        /// The definition of the key as a term.
        let definition: TermDefinition?
        /// Whether it is a property: an IRI or a blank node identifier, and no plain word.
        let isProperty: Bool

        init(iri: String?, definition: TermDefinition?) {
            self.iri = iri
            keyword = iri.flatMap { Keyword($0) }
            longIRI = iri.flatMap { $0.utf8.count > IRIGrowth.shortIRI ? $0 : nil }
            self.definition = definition
            isProperty = iri?.utf8.contains(UInt8(ascii: ":")) ?? false
        }
    }

    /// What a key stands for, worked out once in each context.
    func expandedKey(_ key: String) -> ExpandedKey {
        if let known = recentKeys[key] {
            noteAgain(known.longIRI, from: key)
            return known
        }
        let result: ExpandedKey
        if let known = expandedKeys[key] {
            result = known
        } else {
            result = ExpandedKey(iri: expandIRI(key, vocab: true), definition: definition(of: key))
            expandedKeys.append(key, result)
        }
        recentKeys.remember(result, of: key)
        noteAgain(result.longIRI, from: key)
        return result
    }

    /// What was worked out once costs its length again wherever it is written, hashed or compared.
    @inline(__always)
    private func noteAgain(_ iri: String?, from text: String) {
        if let iri, iri.utf8.count > IRIGrowth.shortIRI { growth.note(iri, from: text) }
    }

    /// What a value of `@type` stands for, worked out once in each context; `nil` for a text that stands for nothing.
    func expandedType(_ type: String) -> String? {
        if let known = expandedTypes[type] {
            noteAgain(known, from: type)
            return known
        }
        let result = expandIRI(type, documentRelative: true, vocab: true)
        expandedTypes.append(type, result)
        return result
    }
}
