internal import ByteText
internal import Localization
internal import RDFModel

extension RDFXMLReader {
    /// The attributes of an element, by what they mean; numbers of attributes, -1 for those that are not there.
    struct Attributes {
        var scope: Scope
        var id = -1
        var about = -1
        var nodeID = -1
        var resource = -1
        var datatype = -1
        var parseType = -1
        var annotation = -1
        var annotationNodeID = -1
        /// One that is a property.
        var property = -1
        fileprivate var language = -1
        fileprivate var base = -1
        fileprivate var direction = -1
        fileprivate var version = -1
    }

    /// Sorts the attributes of an element, and takes those that hold within it.
    mutating func attributes(_ event: XMLEvent, of piece: XMLPiece) throws -> Attributes {
        var found = Attributes(scope: frames.last?.scope ?? Scope())
        attributeNames.removeAll(keepingCapacity: true)
        for (number, attribute) in piece.attributes[event.attributes].enumerated() {
            let name = names.number(of: piece.bytes.span.extracting(attribute.name.range))
            attributeNames.append(name)
            switch names.attributeRole(name) {
            case .ordinary, .type: found.property = number
            case .id: try note(\.id, number, &found)
            case .about: try note(\.about, number, &found)
            case .nodeID: try note(\.nodeID, number, &found)
            case .resource: try note(\.resource, number, &found)
            case .datatype: try note(\.datatype, number, &found)
            case .parseType: try note(\.parseType, number, &found)
            case .annotation: try note(\.annotation, number, &found)
            case .annotationNodeID: try note(\.annotationNodeID, number, &found)
            case .version: try note(\.version, number, &found)
            case .language: found.language = number
            case .base: found.base = number
            case .direction: found.direction = number
            case .reserved, .directionVersion: break
            case .root, .description, .li: throw fault(.rdfxmlAttributeName, text: names.shown(name))
            case .withdrawn: throw fault(.rdfxmlWithdrawn, text: names.shown(name))
            case .unqualified: throw fault(.rdfxmlUnqualifiedAttribute, text: names.shown(name))
            case .relative: throw fault(.rdfxmlRelativeNamespace, text: names.shown(name))
            case .forbidden: throw fault(.rdfxmlForbiddenNamespace, text: names.shown(name))
            }
        }
        if options.version == .rdf11, let number = [found.annotation, found.annotationNodeID].first(where: { $0 >= 0 })
        {
            throw fault(.needsRDF12, text: shown(number))
        }
        try enterScope(&found, event, of: piece)
        return found
    }

    /// Notes an attribute; another of the same IRI, such as `about` beside `rdf:about`, is an error.
    private func note(_ role: WritableKeyPath<Attributes, Int>, _ number: Int, _ found: inout Attributes) throws {
        guard found[keyPath: role] < 0 else { throw conflict(found[keyPath: role], number) }
        found[keyPath: role] = number
    }

    /// The name of an attribute as the document writes it.
    func shown(_ number: Int) -> String { names.shown(attributeNames[number]) }

    /// The value of an attribute as a person is shown it.
    func shown(_ number: Int, _ event: XMLEvent, of piece: XMLPiece) -> String {
        let bytes = value(number, event, of: piece)
        return shown(number) + "=\"" + TextPosition.shown(piece.bytes.span, bytes) + "\""
    }

    /// Where the value of an attribute stands.
    func value(_ number: Int, _ event: XMLEvent, of piece: XMLPiece) -> Range<Int> {
        piece.attributes[event.attributes.lowerBound + number].value.range
    }

    /// Two attributes that cannot stand together.
    func conflict(_ one: Int, _ other: Int) -> XMLFault {
        fault(.rdfxmlConflict, shown(min(one, other)), shown(max(one, other)), text: shown(max(one, other)))
    }

    /// Throws where two of some attributes stand together.
    func checkAtMostOne(of numbers: Int...) throws {
        var found = -1
        for number in numbers where number >= 0 {
            if found >= 0 { throw conflict(found, number) }
            found = number
        }
    }

    // MARK: What holds within an element

    /// `xml:lang`, `xml:base`, `rdf:version` and `its:dir`.
    private mutating func enterScope(_ found: inout Attributes, _ event: XMLEvent, of piece: XMLPiece) throws {
        if found.version >= 0 {
            let label = String(utf8: piece.bytes.span.extracting(value(found.version, event, of: piece)))
            found.scope.hasVersion12 = label != "1.1"
            if options.version == .rdf11, found.scope.hasVersion12 {
                throw fault(.needsRDF12, text: shown(found.version, event, of: piece))
            }
        }
        if found.direction >= 0, found.scope.hasVersion12 {
            let direction = piece.bytes.span.extracting(value(found.direction, event, of: piece))
            if direction.isText("ltr") {
                found.scope.direction = .leftToRight
            } else if direction.isText("rtl") {
                found.scope.direction = .rightToLeft
            } else if direction.isEmpty {
                found.scope.direction = nil
            } else {
                throw fault(.badDirection, text: shown(found.direction, event, of: piece))
            }
        }
        if found.base >= 0 {
            let range = value(found.base, event, of: piece)
            guard range.count <= options.limits.nameBytes else {
                throw fault(.xmlNameTooLong, String(options.limits.nameBytes), text: shown(found.base))
            }
            try resolve(range, found.base, event, of: piece, base: found.scope.base)
            bases.append(IRIResolver(base: IRI(unchecked: String(decoding: iri, as: UTF8.self))))
            found.scope.base = bases.count - 1
        }
        if found.language >= 0 {
            let tag = piece.bytes.span.extracting(value(found.language, event, of: piece))
            guard tag.isEmpty || tag.isLanguageTag else {
                throw fault(.badLanguage, text: shown(found.language, event, of: piece))
            }
            found.scope.languageStart = languages.count
            found.scope.languageCount = tag.count
            languages.append(copying: tag)
        }
    }
}

extension Span where Element == UInt8 {
    /// `LANGTAG` of Turtle, without `@`; at most 255 bytes, for every text carries it.
    fileprivate var isLanguageTag: Bool {
        guard count <= 255 else { return false }
        var length = 0
        var isFirst = true
        for index in indices {
            let byte = self[index]
            if byte == ASCII.minus {
                guard length > 0 else { return false }
                length = 0
                isFirst = false
            } else {
                length += 1
                guard byte.isLetter || !isFirst && byte.isDigit, length <= 8 else { return false }
            }
        }
        return length > 0
    }

    /// `NCName`: a name without a colon.
    /// - Spec: <https://www.w3.org/TR/xml-names/#NT-NCName>
    var isNCName: Bool {
        var isFirst = true
        for scalar in String(utf8: self).unicodeScalars {
            let value = scalar.value
            let byte = scalar.isASCII ? UInt8(value) : 0
            let starts = scalar.isASCII ? byte.isLetter || byte == ASCII.underscore : value.isBaseNameScalar
            let follows = scalar.isASCII ? byte.isNameCharacter || byte == ASCII.dot : value.isNameScalar
            guard starts || !isFirst && follows else { return false }
            isFirst = false
        }
        return !isFirst
    }
}
