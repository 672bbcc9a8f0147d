internal import ByteText
internal import JSONText
internal import RDFModel

/// A local context in the midst of being processed: terms that depend on one another are defined as they are met.
final class LocalContextDefinition {
    let context: JSONObject
    let baseURL: BaseIRI?
    let isProtected: Bool
    let overridesProtected: Bool
    let remoteContexts: [String]
    let validatesScoped: Bool
    /// Terms met: `false` while their definition is under way, `true` once it is made.
    var defined: [ByteKey: Bool] = [:]
    var depth = 0

    init(
        context: JSONObject, baseURL: BaseIRI?, isProtected: Bool, overridesProtected: Bool,
        remoteContexts: [String], validatesScoped: Bool
    ) {
        self.context = context
        self.baseURL = baseURL
        self.isProtected = isProtected
        self.overridesProtected = overridesProtected
        self.remoteContexts = remoteContexts
        self.validatesScoped = validatesScoped
    }
}

// IRI Expansion, <https://www.w3.org/TR/json-ld11-api/#iri-expansion>: once for documents, where it cannot fail, and
// once for contexts, where it may have to define terms first.

extension ActiveContext {
    /// The keyword, IRI or blank node identifier that a text stands for in a document; `nil` for a text that stands
    /// for nothing.
    func expandIRI(_ value: String, documentRelative: Bool = false, vocab: Bool = false) -> String? {
        // The element in which this is ends with an error.
        guard growth.isBounded else { return nil }
        let iri = expandedIRI(value, documentRelative: documentRelative, vocab: vocab)
        if let iri, iri.utf8.count > IRIGrowth.shortIRI { growth.note(iri, from: value) }
        return iri
    }

    private func expandedIRI(_ value: String, documentRelative: Bool, vocab: Bool) -> String? {
        // 1, 2
        if Keyword(value) != nil || value == nullWord { return value }  // a frame asks for `null` by that word
        if Keyword.isForm(of: value) { return nil }
        if vocab, let definition = definition(of: value) { return definition.iri }  // 4, 5
        if !vocab, let keyword = aliasedKeyword(value) { return keyword }  // 4
        if let answer = expandWithColon(value) { return answer }  // 6
        // 7
        if vocab, let vocabulary { return vocabulary + value }
        // 8
        if documentRelative, let base { return base.resolve(value) }
        return value  // 9
    }

    /// The keyword that a text is another word for.
    func aliasedKeyword(_ value: String) -> String? {
        guard hasAliases, let definition = definition(of: value), definition.keyword != nil else { return nil }
        return definition.iri
    }

    /// Step 6, without the definition of prefixes.
    private func expandWithColon(_ value: String) -> String? {
        // 6.1
        guard let colon = IRIForm.innerColon(value) else { return nil }
        if IRIForm.hasAuthority(value, after: colon) || IRIForm.isBlankNode(value) { return value }  // 6.2
        // 6.4
        let bytes = value.utf8.span
        if let found = terms[bytes.extracting(first: colon)], let definition = found, definition.isPrefix,
            let iri = definition.iri
        {
            return String(joining: iri.utf8.span, bytes.extracting((colon + 1)..<bytes.count))
        }
        return IRIForm.isAbsolute(value) ? value : nil  // 6.5
    }
}

extension Session {
    /// The same while a context is processed, of which `active` is the result so far.
    func expandIRI(
        _ value: String, in active: ActiveContext, documentRelative: Bool = false,
        defining local: LocalContextDefinition
    ) throws(JSONLDError) -> String? {
        if Keyword(value) != nil { return value }  // 1
        if Keyword.isForm(of: value) { return nil }  // 2
        try define(value, in: active, local)  // 3
        if let colon = IRIForm.innerColon(value), !IRIForm.hasAuthority(value, after: colon) {
            try define(String(value.utf8.prefix(colon)) ?? "", in: active, local)  // 6.3
        }
        return active.expandIRI(value, documentRelative: documentRelative, vocab: true)
    }

    private func define(
        _ term: String, in active: ActiveContext, _ local: LocalContextDefinition
    ) throws(JSONLDError) {
        guard local.context.contains(term), local.defined[ByteKey(term)] != true else { return }
        try createTermDefinition(of: term, in: active, local)
    }
}

/// How much longer than their texts the IRIs of a run have become.
final class ExpansionGrowth {
    private var growth = IRIGrowth()

    /// Notes a long IRI; the session looks at it with the next element.
    func note(_ iri: String, from text: String) { growth.note(iri.utf8.count, from: text.utf8.count) }

    /// Whether they are in proportion.
    var isBounded: Bool { growth.isBounded }
}

/// The word by which a frame asks for `null`.
let nullWord = "@null"
