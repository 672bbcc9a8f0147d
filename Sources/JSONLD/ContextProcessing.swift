internal import ByteText
internal import JSONText
internal import Localization
internal import RDFModel

// Context Processing, <https://www.w3.org/TR/json-ld11-api/#context-processing-algorithm>, with its numbered steps.

extension Session {
    /// The context that a local context makes of an active one.
    /// - Parameters:
    ///   - baseURL: the IRI of the document that has the local context.
    ///   - remoteContexts: the IRIs of the contexts that led here, outermost first.
    /// - Complexity: O(*n*) in the terms of both contexts.
    func process(
        _ localContext: JSONValue, in active: ActiveContext, baseURL: BaseIRI?, remoteContexts: [String] = [],
        overridesProtected: Bool = false, propagates: Bool = true, validatesScoped: Bool = true
    ) throws(JSONLDError) -> ActiveContext {
        defer { leaveContext() }
        try enterContext()
        var result = active.clone()  // 1
        let propagates = localContext[Keyword.propagate.rawValue]?.bool ?? propagates  // 2
        if !propagates, result.previous == nil { result.previous = active }  // 3
        let contexts = localContext.array ?? [localContext]  // 4
        for context in contexts {  // 5
            switch context {
            case .null:  // 5.1
                guard overridesProtected || !result.hasProtectedTerms else {
                    throw JSONLDError(
                        .invalidContextNullification, .contextRemovesProtected)
                }
                let fresh = ActiveContext(
                    base: active.originalBase, originalBase: active.originalBase, growth: active.growth)
                if !propagates { fresh.previous = result }
                result = fresh
            case .string(let reference):  // 5.2
                result = try processRemote(
                    reference, in: result, baseURL: baseURL, remoteContexts: remoteContexts,
                    validatesScoped: validatesScoped)
            case .object(let definition):  // 5.4
                try processDefinition(
                    definition, into: result, baseURL: baseURL, remoteContexts: remoteContexts,
                    overridesProtected: overridesProtected, validatesScoped: validatesScoped)
            default:  // 5.3
                throw JSONLDError(.invalidLocalContext, .context)
            }
        }
        return result  // 6
    }

    private func processRemote(
        _ reference: String, in active: ActiveContext, baseURL: BaseIRI?, remoteContexts: [String],
        validatesScoped: Bool
    ) throws(JSONLDError) -> ActiveContext {
        let iri = baseURL?.resolve(reference) ?? reference  // 5.2.1
        guard IRIForm.isAbsolute(iri) else {
            throw JSONLDError(.loadingDocumentFailed, .relativeContext, reference)
        }
        if !validatesScoped, remoteContexts.contains(where: { $0.hasSameBytes(as: iri) }) { return active }  // 5.2.2
        guard remoteContexts.count < options.maximumContextNesting else {  // 5.2.3
            throw JSONLDError(
                .contextOverflow,
                .contextsTooDeep, String(options.maximumContextNesting), iri)
        }
        let (context, base) = try remoteContext(iri)  // 5.2.4, 5.2.5
        try countTermDefinition()
        do {
            return try process(  // 5.2.6
                context, in: active, baseURL: base, remoteContexts: remoteContexts + [iri],
                validatesScoped: validatesScoped)
        } catch {
            throw error.inside(Keyword.context.rawValue).located(in: iri)
        }
    }

    /// The `@context` of a remote document, and the IRI of that document.
    private func remoteContext(_ iri: String) throws(JSONLDError) -> (JSONValue, BaseIRI?) {
        let remote: RemoteDocument
        do {
            remote = try context(at: iri)
        } catch {
            if error.code == .limitExceeded { throw error }
            throw JSONLDError(.loadingRemoteContextFailed, .remoteContext, iri, cause: .jsonld(error))
        }
        guard let context = remote.document[Keyword.context.rawValue] else {
            throw JSONLDError(.invalidRemoteContext, .noContextThere, iri)
        }
        return (context, BaseIRI(remote.documentURL ?? iri))
    }

    /// Steps 5.5 to 5.13: the entries of one context definition.
    private func processDefinition(
        _ definition: JSONObject, into result: ActiveContext, baseURL: BaseIRI?, remoteContexts: [String],
        overridesProtected: Bool, validatesScoped: Bool
    ) throws(JSONLDError) {
        var context = definition
        if let version = context[Keyword.version.rawValue] {  // 5.5
            guard version.number?.double == 1.1 else {
                throw JSONLDError(.invalidVersionValue, .version)
            }
            guard !isVersion10 else {
                throw JSONLDError(.processingModeConflict, .version11)
            }
        }
        if let value = context[Keyword.import.rawValue] {  // 5.6
            context = try importing(value, into: context, baseURL: baseURL)
        }
        if let value = context[Keyword.base.rawValue], remoteContexts.isEmpty {  // 5.7
            result.base = try base(value, in: result)
        }
        if let value = context[Keyword.vocab.rawValue] {  // 5.8
            result.vocabulary = try vocabulary(value, in: result)
        }
        switch context[Keyword.language.rawValue] {  // 5.9
        case nil: break
        case .null?: result.language = nil
        case .string(let language)?: result.language = language.asciiLowercased
        default: throw JSONLDError(.invalidDefaultLanguage, .defaultLanguage)
        }
        if let value = context[Keyword.direction.rawValue] {  // 5.10
            try refuseInVersion10(.direction)
            result.direction = try direction(value)
        }
        if let value = context[Keyword.propagate.rawValue] {  // 5.11
            try refuseInVersion10(.propagate)
            guard value.bool != nil else {
                throw JSONLDError(.invalidPropagateValue, .propagateIsBoolean)
            }
        }
        let isProtected = try protection(context[Keyword.protected.rawValue])
        let local = LocalContextDefinition(  // 5.12
            context: context, baseURL: baseURL, isProtected: isProtected, overridesProtected: overridesProtected,
            remoteContexts: remoteContexts, validatesScoped: validatesScoped)
        for member in context.members {  // 5.13
            switch Keyword(member.name) {
            case .base, .direction, .import, .language, .propagate, .protected, .version, .vocab: continue
            default:
                do {
                    try createTermDefinition(of: member.name, in: result, local)
                } catch {
                    throw error.inside(member.name)
                }
            }
        }
    }

    private func refuseInVersion10(_ keyword: Keyword) throws(JSONLDError) {
        guard !isVersion10 else {
            throw JSONLDError(.invalidContextEntry, .newerKeyword, keyword.rawValue)
        }
    }

    private func protection(_ value: JSONValue?) throws(JSONLDError) -> Bool {
        guard let value else { return false }
        guard let isProtected = value.bool else {
            throw JSONLDError(.invalidProtectedValue, .protectedIsBoolean)
        }
        return isProtected
    }

    /// Step 5.6: the context with the entries of the imported one that it does not have itself.
    private func importing(
        _ value: JSONValue, into context: JSONObject, baseURL: BaseIRI?
    ) throws(JSONLDError) -> JSONObject {
        try refuseInVersion10(.import)
        guard let reference = value.string else {
            throw JSONLDError(.invalidImportValue, .importIsIRI)
        }
        let iri = baseURL?.resolve(reference) ?? reference
        guard let imported = try remoteContext(iri).0.object else {
            throw JSONLDError(.invalidRemoteContext, .importedIsNoObject, iri)
        }
        guard !imported.contains(Keyword.import.rawValue) else {
            throw JSONLDError(.invalidContextEntry, .importedImports, iri)
        }
        var result = imported
        for member in context.members { result[member.name] = member.value }
        return result
    }

    /// Step 5.7
    private func base(_ value: JSONValue, in result: ActiveContext) throws(JSONLDError) -> BaseIRI? {
        switch value {
        case .null: return nil
        case .string(let iri):
            if let base = BaseIRI(iri) { return base }
            if let base = result.base { return BaseIRI(base.resolve(iri)) }
            throw JSONLDError(.invalidBaseIRI, .relativeBase, iri)
        default: throw JSONLDError(.invalidBaseIRI, .baseIsIRI)
        }
    }

    /// Step 5.8
    private func vocabulary(_ value: JSONValue, in result: ActiveContext) throws(JSONLDError) -> String? {
        switch value {
        case .null: return nil
        case .string(let iri):
            guard !isVersion10 || IRIForm.isResource(iri) else {
                throw JSONLDError(.invalidVocabMapping, .relativeVocab, iri)
            }
            guard let vocabulary = result.expandIRI(iri, documentRelative: true, vocab: true),
                Keyword(vocabulary) == nil
            else { throw JSONLDError(.invalidVocabMapping, .vocabIsNoIRI, iri) }
            return vocabulary
        default: throw JSONLDError(.invalidVocabMapping, .vocabIsIRI)
        }
    }

    /// Step 5.10
    private func direction(_ value: JSONValue) throws(JSONLDError) -> BaseDirection? {
        if value.isNull { return nil }
        guard let direction = value.string.flatMap({ BaseDirection(rawValue: $0) }) else {
            throw JSONLDError(.invalidBaseDirection, .direction)
        }
        return direction
    }
}
