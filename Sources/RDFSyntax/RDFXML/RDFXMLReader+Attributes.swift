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

        /// Those that only a property element has.
        var ofProperties: [Int] { [resource, datatype, parseType, annotation, annotationNodeID] }
        /// Whether one of those is there: -1 has every bit, so that a number clears the sign.
        var hasAnyOfProperties: Bool { resource & datatype & parseType & annotation & annotationNodeID >= 0 }

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
            case .id: try note(number, as: &found.id)
            case .about: try note(number, as: &found.about)
            case .nodeID: try note(number, as: &found.nodeID)
            case .resource: try note(number, as: &found.resource)
            case .datatype: try note(number, as: &found.datatype)
            case .parseType: try note(number, as: &found.parseType)
            case .annotation: try note(number, as: &found.annotation)
            case .annotationNodeID: try note(number, as: &found.annotationNodeID)
            case .version: try note(number, as: &found.version)
            case .language: found.language = number
            case .base: found.base = number
            case .direction: found.direction = number
            case .reserved, .directionVersion: break
            case .root, .description, .li: throw fault(.rdfxmlAttributeName, text: names.shown(name))
            case .withdrawn: throw fault(.rdfxmlWithdrawn, text: names.shown(name))
            case .unqualified: try skipAttribute(name, .rdfxmlUnqualifiedAttribute)
            case .relative: try skipAttribute(name, .rdfxmlRelativeNamespace)
            case .forbidden: try skipAttribute(name, .rdfxmlForbiddenNamespace)
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
    private func note(_ number: Int, as place: inout Int) throws {
        guard place < 0 else { throw conflict(place, number) }
        place = number
    }

    /// Notes an attribute whose name makes no IRI; only a lenient reader goes on without it.
    private mutating func skipAttribute(_ name: Int, _ problem: SyntaxMessage) throws {
        try goOn(without: fault(problem, text: names.shown(name)))
        skipStatements()
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

    /// Throws where two of some attributes stand together. (No variadic parameter: it would be an array each time.)
    func checkAtMostOne(of first: Int, _ second: Int, _ third: Int = -1, _ fourth: Int = -1) throws {
        var found = first
        if second >= 0 { try note(second, as: &found) }
        if third >= 0 { try note(third, as: &found) }
        if fourth >= 0 { try note(fourth, as: &found) }
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
            found.scope.hasBadDirection = false
            if direction.isText("ltr") {
                found.scope.direction = .leftToRight
            } else if direction.isText("rtl") {
                found.scope.direction = .rightToLeft
            } else if direction.isEmpty {
                found.scope.direction = nil
            } else {
                try goOn(without: fault(.badDirection, text: shown(found.direction, event, of: piece)))
                found.scope.hasBadDirection = true
            }
        }
        if found.base >= 0 {
            let range = value(found.base, event, of: piece)
            guard range.count <= options.limits.nameBytes else {
                throw fault(.xmlNameTooLong, String(options.limits.nameBytes), text: shown(found.base))
            }
            let isKnown = try resolve(range, found.base, event, of: piece, base: found.scope.base)
            // A relative one is as long as all those around it together.
            guard iri.count <= options.limits.nameBytes || !isKnown else {
                throw fault(.xmlNameTooLong, String(options.limits.nameBytes), text: shown(found.base))
            }
            bases.append(isKnown ? IRIResolver(base: IRI(unchecked: String(decoding: iri, as: UTF8.self))) : nil)
            found.scope.base = bases.count - 1
        }
        if found.language >= 0 {
            let tag = piece.bytes.span.extracting(value(found.language, event, of: piece))
            found.scope.hasBadLanguage = !(tag.isEmpty || tag.isLanguageTag)
            if found.scope.hasBadLanguage {
                return try goOn(without: fault(.badLanguage, text: shown(found.language, event, of: piece)))
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
