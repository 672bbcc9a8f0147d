internal import ByteText
internal import JSONText
internal import Localization
internal import RDFModel

// Create Term Definition, <https://www.w3.org/TR/json-ld11-api/#create-term-definition>, with its numbered steps.

extension Session {
    /// Defines a term of a local context in an active context, after the terms that it depends on.
    func createTermDefinition(
        of term: String, in active: ActiveContext, _ local: LocalContextDefinition
    ) throws(JSONLDError) {
        let key = ByteKey(term)
        switch local.defined[key] {  // 1
        case true?: return
        case false?: throw JSONLDError(.cyclicIRIMapping, .termDefinedByItself, term)
        case nil: break
        }
        guard !term.isEmpty else { throw JSONLDError(.invalidTermDefinition, .emptyTerm) }
        // A chain of terms that depend on one another is as deep as it is long.
        local.depth += 1
        defer { local.depth -= 1 }
        try check(depth: local.depth)
        try countTermDefinition()
        local.defined[key] = false  // 2
        let given = local.context[term] ?? .null  // 3
        guard try mayBeDefined(term, as: given) else { return }  // 4, 5
        let previous = active.definition(of: term)  // 6
        if previous != nil { active.define(term, as: nil) }
        let (value, isSimple) = try entries(of: given, term: term)  // 7 to 9
        var definition = TermDefinition()  // 10
        definition.isProtected = local.isProtected
        try setProtection(of: definition, value)  // 11
        try setType(of: definition, value, active, local)  // 12
        if let reverse = value[Keyword.reverse.rawValue] {  // 13
            guard try setReverse(of: definition, reverse, value, active, local) else { return }
        } else {
            guard try setIRI(of: definition, term: term, value, isSimple, active, local) else { return }  // 14 to 18
            try setContainer(of: definition, value)  // 19
        }
        try setIndex(of: definition, value, active, local)  // 20
        try setContext(of: definition, value, active, local)  // 21
        if !value.contains(Keyword.type.rawValue) { try setLanguageAndDirection(of: definition, value) }  // 22, 23
        try setNest(of: definition, value)  // 24
        try setPrefix(of: definition, term: term, value)  // 25
        try checkEntries(value, isReverse: definition.isReverse)  // 26
        if !local.overridesProtected, let previous, previous.isProtected {  // 27
            guard definition.isSame(as: previous) else {
                throw JSONLDError(.protectedTermRedefinition, .protectedTerm, term)
            }
            definition = previous
        }
        active.define(term, as: definition)  // 28
        local.defined[key] = true
    }

    /// Steps 4 and 5: whether a term may be defined; `false` for those that are kept for later versions.
    private func mayBeDefined(_ term: String, as value: JSONValue) throws(JSONLDError) -> Bool {
        if term == Keyword.type.rawValue {
            var isAllowed = !isVersion10 && value.object?.isEmpty == false
            for member in value.object ?? [:] {
                switch Keyword(member.name) {
                case .container: isAllowed = isAllowed && member.value == .string(Keyword.set.rawValue)
                case .protected: continue
                default: isAllowed = false
                }
            }
            guard isAllowed else {
                throw JSONLDError(.keywordRedefinition, .typeIsOnlySet)
            }
            return true
        }
        guard Keyword(term) == nil else {
            throw JSONLDError(.keywordRedefinition, .keywordIsNoTerm, term)
        }
        return !Keyword.isForm(of: term)
    }

    /// Steps 7 to 9: the entries of a definition, and whether it was written as a mere text.
    private func entries(of value: JSONValue, term: String) throws(JSONLDError) -> (JSONObject, isSimple: Bool) {
        switch value {
        case .null: return ([Keyword.id.rawValue: .null], false)
        case .string: return ([Keyword.id.rawValue: value], true)
        case .object(let object): return (object, false)
        default:
            throw JSONLDError(.invalidTermDefinition, .termDefinition, term)
        }
    }

    /// Step 11
    private func setProtection(of definition: TermDefinition, _ value: JSONObject) throws(JSONLDError) {
        guard let protection = value[Keyword.protected.rawValue] else { return }
        guard !isVersion10 else { throw newerEntry(.protected) }
        guard let isProtected = protection.bool else {
            throw JSONLDError(.invalidProtectedValue, .protectedIsBoolean)
        }
        definition.isProtected = isProtected
    }

    private func newerEntry(_ keyword: Keyword) -> JSONLDError {
        JSONLDError(.invalidTermDefinition, .newerTermEntry, keyword.rawValue)
    }

    /// Step 12
    private func setType(
        of definition: TermDefinition, _ value: JSONObject, _ active: ActiveContext, _ local: LocalContextDefinition
    ) throws(JSONLDError) {
        guard let given = value[Keyword.type.rawValue] else { return }
        guard let text = given.string else { throw JSONLDError(.invalidTypeMapping, .typeIsIRIOrKeyword) }
        let type = try expandIRI(text, in: active, defining: local)
        switch type.flatMap({ Keyword($0) }) {
        case .id?, .vocab?: break
        case .json?, .noneKey?:
            if !isVersion10 { break }
            fallthrough
        default:
            guard let type, Keyword(type) == nil, IRIForm.isAbsolute(type) else {
                throw JSONLDError(.invalidTypeMapping, .typeIsNoIRI, text)
            }
        }
        definition.type = type.map { TermDefinition.TypeMapping($0) }
    }

    /// Step 13; `false` where the definition is passed over.
    private func setReverse(
        of definition: TermDefinition, _ reverse: JSONValue, _ value: JSONObject, _ active: ActiveContext,
        _ local: LocalContextDefinition
    ) throws(JSONLDError) -> Bool {
        guard !value.contains(Keyword.id.rawValue), !value.contains(Keyword.nest.rawValue) else {
            throw JSONLDError(.invalidReverseProperty, .reverseWithoutID)
        }
        guard let text = reverse.string else {
            throw JSONLDError(.invalidIRIMapping, .reverseIsIRI)
        }
        if Keyword.isForm(of: text) { return false }
        definition.iri = try expandIRI(text, in: active, defining: local)
        guard let iri = definition.iri, IRIForm.isResource(iri) else {
            throw JSONLDError(.invalidIRIMapping, .reverseIsNoIRI, text)
        }
        switch value[Keyword.container.rawValue] {
        case nil, .null?: break
        case .string(let container)? where container == "@set" || container == "@index":
            definition.container = Container(container) ?? []
        default:
            throw JSONLDError(.invalidReverseProperty, .reverseContainer)
        }
        definition.isReverse = true
        return true
    }

    /// Steps 14 to 18; `false` where the definition is passed over.
    private func setIRI(
        of definition: TermDefinition, term: String, _ value: JSONObject, _ isSimple: Bool, _ active: ActiveContext,
        _ local: LocalContextDefinition
    ) throws(JSONLDError) -> Bool {
        let bytes = term.utf8
        let hasSlash = bytes.contains(UInt8(ascii: "/"))
        if let id = value[Keyword.id.rawValue], id != .string(term) {  // 14
            if id.isNull { return true }  // 14.1
            guard let text = id.string else { throw JSONLDError(.invalidIRIMapping, .idIsIRIOrNull) }
            if Keyword(text) == nil, Keyword.isForm(of: text) { return false }  // 14.2.2
            definition.iri = try expandIRI(text, in: active, defining: local)  // 14.2.3
            guard let iri = definition.iri, definition.keyword != nil || IRIForm.isResource(iri) else {
                throw JSONLDError(.invalidIRIMapping, .termToNoIRI, term, text)
            }
            guard definition.keyword != .context else {
                throw JSONLDError(.invalidKeywordAlias, .noAliasOfContext)
            }
            let hasInnerColon = bytes.dropFirst().dropLast().contains(UInt8(ascii: ":"))
            if hasInnerColon || hasSlash {  // 14.2.4
                local.defined[ByteKey(term)] = true
                guard let expanded = try expandIRI(term, in: active, defining: local), expanded.hasSameBytes(as: iri)
                else {
                    throw JSONLDError(
                        .invalidIRIMapping, .termReadsAsOtherIRI, term, iri)
                }
            }
            if isSimple, !hasSlash, !bytes.contains(UInt8(ascii: ":")) {  // 14.2.5
                definition.isPrefix = IRIForm.isBlankNode(iri) || Self.endsLikeNamespace(iri)
            }
        } else if let colon = bytes.dropFirst().firstIndex(of: UInt8(ascii: ":")) {  // 15
            let prefix = String(term[..<colon])
            let suffix = bytes[bytes.index(after: colon)...]
            if local.context.contains(prefix), prefix != "_", !suffix.starts(with: "//".utf8) {
                try createTermDefinition(of: prefix, in: active, local)
            }
            if let namespace = active.definition(of: prefix)?.iri {
                definition.iri = namespace + String(term[bytes.index(after: colon)...])
            } else {
                definition.iri = term
            }
        } else if hasSlash {  // 16
            definition.iri = active.expandIRI(term, vocab: true)
            guard let iri = definition.iri, IRIForm.isAbsolute(iri) else {
                throw JSONLDError(.invalidIRIMapping, .termIsRelative, term)
            }
        } else if term == Keyword.type.rawValue {  // 17
            definition.iri = term
        } else if let vocabulary = active.vocabulary {  // 18
            definition.iri = vocabulary + term
        } else {
            throw JSONLDError(.invalidIRIMapping, .termWithoutIRI, term)
        }
        return true
    }

    /// Whether an IRI ends in a `gen-delim`, as namespaces do.
    private static func endsLikeNamespace(_ iri: String) -> Bool {
        switch iri.utf8.last {
        case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "@"):
            true
        default: false
        }
    }

    /// Step 19
    private func setContainer(of definition: TermDefinition, _ value: JSONObject) throws(JSONLDError) {
        guard let given = value[Keyword.container.rawValue] else { return }
        func fault() -> JSONLDError {
            JSONLDError(
                .invalidContainerMapping,
                .container)
        }
        var container: Container = []
        for keyword in given.array ?? [given] {
            guard let one = keyword.string.flatMap({ Container($0) }), !container.contains(one) else { throw fault() }
            container.formUnion(one)
        }
        let withoutSet = container.subtracting(.set)
        switch withoutSet {  // 19.1
        case [], .graph, .id, .index, .language, .type, [.graph, .id], [.graph, .index]: break
        case .list where !container.contains(.set): break
        default: throw fault()
        }
        if container.isEmpty { throw fault() }
        if isVersion10, given.array != nil || container == .graph || container == .id || container == .type {  // 19.2
            throw fault()
        }
        definition.container = container
        if container.contains(.type) {  // 19.4
            switch definition.type {
            case nil: definition.type = .id
            case .id?, .vocab?: break
            default:
                throw JSONLDError(.invalidTypeMapping, .typeOfTypeMap)
            }
        }
    }

    /// Step 20
    private func setIndex(
        of definition: TermDefinition, _ value: JSONObject, _ active: ActiveContext, _ local: LocalContextDefinition
    ) throws(JSONLDError) {
        guard let given = value[Keyword.index.rawValue] else { return }
        guard !isVersion10, definition.container.contains(.index) else {
            throw JSONLDError(.invalidTermDefinition, .indexNeedsContainer)
        }
        guard let index = given.string, let iri = try expandIRI(index, in: active, defining: local),
            IRIForm.isAbsolute(iri)
        else { throw JSONLDError(.invalidTermDefinition, .indexIsIRI) }
        definition.index = index
    }

    /// Step 21
    private func setContext(
        of definition: TermDefinition, _ value: JSONObject, _ active: ActiveContext, _ local: LocalContextDefinition
    ) throws(JSONLDError) {
        guard let context = value[Keyword.context.rawValue] else { return }
        guard !isVersion10 else { throw newerEntry(.context) }
        do {
            _ = try process(
                context, in: active, baseURL: local.baseURL, remoteContexts: local.remoteContexts,
                overridesProtected: true, validatesScoped: false)
        } catch {
            if error.code == .limitExceeded { throw error }
            throw JSONLDError(
                .invalidScopedContext, .scopedContext, pointer: error.pointer, source: error.source,
                cause: .jsonld(error))
        }
        definition.context = context
        definition.baseURL = local.baseURL
    }

    /// Steps 22 and 23
    private func setLanguageAndDirection(
        of definition: TermDefinition, _ value: JSONObject
    ) throws(JSONLDError) {
        switch value[Keyword.language.rawValue] {
        case nil: break
        case .null?: definition.language = .null
        case .string(let language)?: definition.language = .value(language.asciiLowercased)
        default: throw JSONLDError(.invalidLanguageMapping, .termLanguage)
        }
        switch value[Keyword.direction.rawValue] {
        case nil: break
        case .null?: definition.direction = .null
        case let given?:
            guard let direction = given.string.flatMap({ BaseDirection(rawValue: $0) }) else {
                throw JSONLDError(.invalidBaseDirection, .direction)
            }
            definition.direction = .value(direction)
        }
    }

    /// Step 24
    private func setNest(of definition: TermDefinition, _ value: JSONObject) throws(JSONLDError) {
        guard let given = value[Keyword.nest.rawValue] else { return }
        guard !isVersion10 else { throw newerEntry(.nest) }
        guard let nest = given.string, Keyword(nest) == nil || nest == Keyword.nest.rawValue else {
            throw JSONLDError(.invalidNestValue, .nestOfTerm)
        }
        definition.nest = nest
    }

    /// Step 25
    private func setPrefix(of definition: TermDefinition, term: String, _ value: JSONObject) throws(JSONLDError) {
        guard let given = value[Keyword.prefix.rawValue] else { return }
        guard !isVersion10 else { throw newerEntry(.prefix) }
        guard !term.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }) else {
            throw JSONLDError(.invalidTermDefinition, .prefixWithColon, term)
        }
        guard let isPrefix = given.bool else { throw JSONLDError(.invalidPrefixValue, .prefixIsBoolean) }
        guard !isPrefix || definition.keyword == nil else {
            throw JSONLDError(.invalidTermDefinition, .keywordAliasIsNoPrefix, term)
        }
        definition.isPrefix = isPrefix
    }

    /// Step 26
    private func checkEntries(_ value: JSONObject, isReverse: Bool) throws(JSONLDError) {
        for member in value.members {
            switch Keyword(member.name) {
            case .id, .reverse, .container, .context, .direction, .index, .language, .nest, .prefix, .protected,
                .type:
                continue
            default:
                throw JSONLDError(.invalidTermDefinition, .unknownTermEntry, member.name)
            }
        }
    }
}
