internal import ByteText
internal import JSONText
internal import Localization
internal import RDFModel

// IRI Compaction, <https://www.w3.org/TR/json-ld11-api/#iri-compaction>, with its numbered steps.

extension Compaction {
    /// The inverse of a context, made when it is first asked for.
    func inverse(of active: ActiveContext) -> InverseContext {
        if let known = active.inverse { return known }
        let made = InverseContext(of: active)
        active.inverse = made
        return made
    }

    /// What a keyword is written as.
    func alias(of keyword: Keyword, in active: ActiveContext) -> String {
        inverse(of: active).alias(of: keyword)
    }

    /// The shortest way to write an IRI in a context: a term that suits the value, a word of the vocabulary, a
    /// compact IRI, a relative reference, or the IRI itself.
    func compactIRI(
        _ iri: String, in active: ActiveContext, value: JSONValue? = nil, vocab: Bool = false, isReverse: Bool = false
    ) throws(JSONLDError) -> String {
        if let keyword = Keyword(iri) {
            return vocab ? alias(of: keyword, in: active) : iri
        }
        let inverse = inverse(of: active)  // 2, 3
        if vocab {
            if inverse.hasTerm(for: iri),  // 4
                let term = try selectTerm(for: iri, inverse, active, value: value, isReverse: isReverse)
            {
                return term
            }
            if let vocabulary = active.vocabulary, iri.utf8.count > vocabulary.utf8.count,
                iri.hasBytePrefix(vocabulary)
            {  // 5
                let suffix = iri.droppingBytes(vocabulary.utf8.count)
                // Beyond the letter: a suffix such as `@name` or `a:b` would not be read as a word of the vocabulary.
                if active.definition(of: suffix) == nil, !Keyword.isForm(of: suffix),
                    IRIForm.innerColon(suffix) == nil
                {
                    return suffix
                }
            }
        }
        var best: String?  // 6
        inverse.forEachCompactIRI(of: iri) { candidate in  // 7
            if let best {
                let (count, bestCount) = (candidate.utf8.count, best.utf8.count)
                // Those that follow are longer still.
                guard count < bestCount || count == bestCount && candidate.precedesInBytes(best) else { return true }
            }
            if inverse.hasTermsWithColon, let definition = active.definition(of: candidate) {
                guard value == nil, let other = definition.iri, other.hasSameBytes(as: iri) else { return false }
            }
            best = candidate
            return true
        }
        if let best { return best }  // 8
        if let length = IRIForm.schemeLength(iri), !IRIForm.hasAuthority(iri, after: length),
            active.definition(of: String(iri.utf8.prefix(length)) ?? "")?.isPrefix == true
        {  // 9
            throw JSONLDError(.iriConfusedWithPrefix, .compactIRIConfusion, iri)
        }
        if !vocab, session.options.compactToRelative, let base = active.base {  // 10
            let relative = IRIForm.isBlankNode(iri) ? iri : base.relativeReference(to: iri)
            // Beyond the letter: an alias of a keyword would be read as the keyword.
            let isKeyword = Keyword.isForm(of: relative) || active.aliasedKeyword(relative) != nil
            return isKeyword ? "./" + relative : relative
        }
        return iri  // 11
    }

    /// Steps 4.1 to 4.21
    private func selectTerm(
        for iri: String, _ inverse: InverseContext, _ active: ActiveContext, value given: JSONValue?, isReverse: Bool
    ) throws(JSONLDError) -> String? {
        var object = given?.object
        var keywords = object.map { KeywordSet($0) } ?? []
        if keywords.contains(.preserve) {  // 4.2
            object = object?[Keyword.preserve]?.asArray.first?.object
            keywords = object.map { KeywordSet($0) } ?? []
        }
        var containers = ContainerList()  // 4.3
        var aspect = TermsOfIRI.Aspect.language  // 4.4
        var preferred = "@null"
        var isReference = false
        if keywords.contains(.index), !keywords.isGraphObject { containers.appendWithSet(.index) }  // 4.5
        if isReverse {  // 4.6
            (aspect, preferred, isReference) = (.type, Keyword.reverse.rawValue, true)
            containers.append(.set)
        } else if let object, keywords.contains(.list) {  // 4.7
            if !keywords.contains(.index) { containers.append(.list) }
            (aspect, preferred) = Self.commonAspect(
                of: object[Keyword.list]?.asArray ?? [], defaultLanguage: Self.defaultLanguage(of: active))
            isReference = aspect == .type && preferred == Keyword.id.rawValue
        } else if keywords.isGraphObject {  // 4.8
            Self.appendGraphContainers(for: keywords, to: &containers)
            (aspect, preferred, isReference) = (.type, Keyword.id.rawValue, true)
        } else if let object, keywords.contains(.value) {  // 4.9.1
            let hasIndex = keywords.contains(.index)
            if !hasIndex, let direction = object[Keyword.direction]?.string {
                preferred = (object[Keyword.language]?.string?.asciiLowercased ?? "") + "_" + direction
                containers.appendWithSet(.language)
            } else if !hasIndex, let language = object[Keyword.language]?.string {
                preferred = language.asciiLowercased
                containers.appendWithSet(.language)
            } else if keywords.contains(.type), let type = object[Keyword.type]?.string {
                (aspect, preferred) = (.type, type)
            }
            containers.append(.set)  // 4.9.3
        } else {  // 4.9.2
            (aspect, preferred, isReference) = (.type, Keyword.id.rawValue, true)
            containers.appendWithSet(.id)
            containers.appendWithSet(.type)
            containers.append(.set)
        }
        containers.append([])  // 4.10
        if !session.isVersion10 {
            if !keywords.contains(.index) { containers.appendWithSet(.index) }  // 4.11
            if keywords == .value { containers.appendWithSet(.language) }  // 4.12
        }
        if isReference, keywords.contains(.id) {  // 4.15, 4.16
            // An IRI that no term stands for compacts to no term: its compact form need not be made.
            var isTerm = false
            if let id = object?[Keyword.id]?.string, inverse.hasTerm(for: id) {
                let compact = try compactIRI(id, in: active, vocab: true)
                isTerm = active.definition(of: compact)?.iri?.hasSameBytes(as: id) == true
            }
            return inverse.term(
                for: iri, containers: containers, aspect: aspect,
                first: isReverse ? Keyword.reverse.rawValue : nil,
                others: isTerm ? PreferredValues.vocabularyFirst : PreferredValues.idFirst)
        }
        if keywords.contains(.list), object?[Keyword.list]?.isEmptyArray == true { aspect = .any }  // 4.17
        var others = PreferredValues.any  // 4.17, 4.18
        if aspect == .language, let underscore = preferred.utf8.firstIndex(of: UInt8(ascii: "_")) {  // 4.19
            others.append(String(preferred[underscore...]))
        }
        return inverse.term(  // 4.20
            for: iri, containers: containers, aspect: aspect, first: preferred, others: others)
    }

    /// What a term may say of its values, best first.
    private enum PreferredValues {
        static let idFirst = ["@id", "@vocab", "@none", "@any"]
        static let vocabularyFirst = ["@vocab", "@id", "@none", "@any"]
        static let any = ["@none", "@any"]
    }

    /// Step 4.1
    private static func defaultLanguage(of active: ActiveContext) -> String {
        let language = active.language?.asciiLowercased
        guard let direction = active.direction else { return language ?? Keyword.noneKey.rawValue }
        return (language ?? "") + "_" + direction.rawValue
    }

    /// Step 4.7: what the items of a list have in common.
    private static func commonAspect(
        of list: [JSONValue], defaultLanguage: String
    ) -> (TermsOfIRI.Aspect, String) {
        let none = Keyword.noneKey.rawValue
        var commonType: String?
        var commonLanguage = list.isEmpty ? defaultLanguage : nil  // 4.7.3
        for item in list {  // 4.7.4
            var (language, type) = (none, none)
            if let object = item.object, object.isValueObject {
                if let direction = object[Keyword.direction]?.string {
                    language = (object[Keyword.language]?.string?.asciiLowercased ?? "") + "_" + direction
                } else if let tag = object[Keyword.language]?.string {
                    language = tag.asciiLowercased
                } else if let own = object[Keyword.type]?.string {
                    type = own
                } else {
                    language = "@null"
                }
                if let common = commonLanguage, !common.hasSameBytes(as: language) { commonLanguage = none }
            } else {
                type = Keyword.id.rawValue
            }
            if commonLanguage == nil { commonLanguage = language }
            if let common = commonType {
                if !common.hasSameBytes(as: type) { commonType = none }
            } else {
                commonType = type
            }
            if commonLanguage == none, commonType == none { break }
        }
        if let commonType, commonType != none { return (.type, commonType) }
        return (.language, commonLanguage ?? none)
    }

    /// Step 4.8
    private static func appendGraphContainers(for keywords: KeywordSet, to containers: inout ContainerList) {
        let (hasIndex, hasID) = (keywords.contains(.index), keywords.contains(.id))
        if hasIndex { containers.appendWithSet([.graph, .index]) }
        if hasID { containers.appendWithSet([.graph, .id]) }
        containers.appendWithSet(.graph)
        containers.append(.set)
        if !hasIndex { containers.appendWithSet([.graph, .index]) }
        if !hasID { containers.appendWithSet([.graph, .id]) }
        containers.appendWithSet(.index)
    }
}

extension String {
    /// Whether the bytes begin with those of another text.
    func hasBytePrefix(_ prefix: String) -> Bool {
        let (bytes, other) = (utf8.span, prefix.utf8.span)
        return other.count <= bytes.count && bytes.extracting(0..<other.count).hasSameElements(as: other)
    }

    /// The text after a number of bytes, which end a character.
    func droppingBytes(_ count: Int) -> String { String(self[utf8.index(startIndex, offsetBy: count)...]) }
}
