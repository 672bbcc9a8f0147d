internal import ByteText
internal import JSONText
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
        if active.inverse == nil { active.inverse = InverseContext(of: active) }
        if let known = active.inverse?.aliases[keyword] { return known }
        // What the steps below come to where there is no value to suit.
        let term = active.inverse?.term(
            for: keyword.rawValue, containers: [.set, [], .index, [.index, .set]], aspect: .type,
            preferredValues: [Keyword.id.rawValue, Keyword.noneKey.rawValue, "@any"])
        let alias = term ?? keyword.rawValue
        active.inverse?.aliases[keyword] = alias
        return alias
    }

    /// The shortest way to write an IRI in a context: a term that suits the value, a word of the vocabulary, a
    /// compact IRI, a relative reference, or the IRI itself.
    func compactIRI(
        _ iri: String, in active: ActiveContext, value: JSONValue? = nil, vocab: Bool = false, isReverse: Bool = false
    ) throws(JSONLDError) -> String {
        if iri.utf8.first == UInt8(ascii: "@"), let keyword = Keyword(iri) {
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
                if active.definition(of: suffix) == nil { return suffix }
            }
        }
        var best: String?  // 6
        for prefix in inverse.prefixes {  // 7
            let namespace = prefix.namespace
            guard namespace.utf8.count < iri.utf8.count, iri.hasBytePrefix(namespace) else { continue }
            let candidate = prefix.term + ":" + iri.droppingBytes(namespace.utf8.count)
            if let best {
                let (count, bestCount) = (candidate.utf8.count, best.utf8.count)
                guard count < bestCount || count == bestCount && candidate.precedesInBytes(best) else { continue }
            }
            if let definition = active.definition(of: candidate) {
                guard value == nil, let other = definition.iri, other.hasSameBytes(as: iri) else { continue }
            }
            best = candidate
        }
        if let best { return best }  // 8
        if let end = IRIForm.schemeEnd(iri) {  // 9
            let rest = iri.utf8[iri.utf8.index(after: end)...]
            if !rest.starts(with: "//".utf8), active.definition(of: String(iri[..<end]))?.isPrefix == true {
                throw JSONLDError(.iriConfusedWithPrefix, "“\(iri)” would read as a compact IRI")
            }
        }
        if !vocab, session.options.compactToRelative, let base = active.base {  // 10
            let relative = IRIForm.isBlankNode(iri) ? iri : base.relativeReference(to: iri)
            return Keyword.isForm(of: relative) ? "./" + relative : relative
        }
        return iri  // 11
    }

    /// Steps 4.1 to 4.21
    private func selectTerm(
        for iri: String, _ inverse: InverseContext, _ active: ActiveContext, value given: JSONValue?, isReverse: Bool
    ) throws(JSONLDError) -> String? {
        let none = Keyword.noneKey.rawValue
        var value = given
        if case .object(let object)? = given, let preserved = object[Keyword.preserve] {  // 4.2
            value = preserved.asArray.first
        }
        let object = value?.object
        var containers: [Container] = []  // 4.3
        var aspect = InverseContext.Aspect.language  // 4.4
        var preferred = "@null"
        if let object, object.contains(.index), !object.isGraphObject {  // 4.5
            containers += [.index, [.index, .set]]
        }
        if isReverse {  // 4.6
            (aspect, preferred) = (.type, Keyword.reverse.rawValue)
            containers.append(.set)
        } else if let object, object.isListObject {  // 4.7
            if !object.contains(.index) { containers.append(.list) }
            (aspect, preferred) = Self.commonAspect(
                of: object[Keyword.list]?.asArray ?? [], defaultLanguage: Self.defaultLanguage(of: active))
        } else if let object, object.isGraphObject {  // 4.8
            Self.appendGraphContainers(for: object, to: &containers)
            (aspect, preferred) = (.type, Keyword.id.rawValue)
        } else {  // 4.9
            if let object, object.isValueObject {
                let hasIndex = object.contains(.index)
                if let direction = object[Keyword.direction]?.string, !hasIndex {
                    preferred = (object[Keyword.language]?.string?.asciiLowercased ?? "") + "_" + direction
                    containers += [.language, [.language, .set]]
                } else if let language = object[Keyword.language]?.string, !hasIndex {
                    preferred = language.asciiLowercased
                    containers += [.language, [.language, .set]]
                } else if let type = object[Keyword.type]?.string {
                    (aspect, preferred) = (.type, type)
                }
            } else {
                (aspect, preferred) = (.type, Keyword.id.rawValue)
                containers += [.id, [.id, .set], .type, [.type, .set]]
            }
            containers.append(.set)
        }
        containers.append([])  // 4.10
        if !session.isVersion10 {
            if object?.contains(.index) != true { containers += [.index, [.index, .set]] }  // 4.11
            if let object, object.isOnly(.value) { containers += [.language, [.language, .set]] }  // 4.12
        }
        var values: [String] = []  // 4.14
        if preferred == Keyword.reverse.rawValue { values.append(preferred) }  // 4.15
        if preferred == Keyword.id.rawValue || preferred == Keyword.reverse.rawValue,
            let id = object?[Keyword.id]?.string
        {  // 4.16
            let compact = try compactIRI(id, in: active, vocab: true)
            let isTerm = active.definition(of: compact)?.iri.map { $0.hasSameBytes(as: id) } ?? false
            values += isTerm ? ["@vocab", "@id", none] : ["@id", "@vocab", none]
        } else {  // 4.17
            values += [preferred, none]
            if let object, object.isListObject, object[Keyword.list]?.isEmptyArray == true { aspect = .any }
        }
        values.append("@any")  // 4.18
        for value in values {  // 4.19
            if let underscore = value.utf8.firstIndex(of: UInt8(ascii: "_")), value.utf8.first != UInt8(ascii: "@"),
                aspect == .language
            {
                values.append(String(value[underscore...]))
            }
        }
        return inverse.term(for: iri, containers: containers, aspect: aspect, preferredValues: values)  // 4.20
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
    ) -> (InverseContext.Aspect, String) {
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
    private static func appendGraphContainers(for object: JSONObject, to containers: inout [Container]) {
        let indexed: [Container] = [[.graph, .index], [.graph, .index, .set]]
        let named: [Container] = [[.graph, .id], [.graph, .id, .set]]
        let (hasIndex, hasID) = (object.contains(.index), object.contains(.id))
        if hasIndex { containers += indexed }
        if hasID { containers += named }
        containers += [.graph, [.graph, .set], .set]
        if !hasIndex { containers += indexed }
        if !hasID { containers += named }
        containers += [.index, [.index, .set]]
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
