internal import ByteText
internal import Localization
internal import RDFModel

extension RDFXMLReader {
    /// Leaves the absolute IRI of an attribute's value in the buffer.
    /// - Returns: whether there is one; only a lenient reader goes on without.
    mutating func resolve(
        _ range: Range<Int>, _ number: Int, _ event: XMLEvent, of piece: XMLPiece, base: Int
    ) throws -> Bool {
        let reference = piece.bytes.span.extracting(range)
        let resolver = bases[base]
        if let (reason, _) = reference.iriFault(isReference: resolver != nil) {
            let text = shown(number, event, of: piece)
            let isBlank =
                reason == .forbiddenCharacter(" ")
                && (reference[0] == ASCII.space || reference[reference.count - 1] == ASCII.space)
            try goOn(without: isBlank ? fault(.blankAroundIRI, text: text) : fault(reason, text: text))
            return false
        }
        iri.removeAll(keepingCapacity: true)
        if let resolver, reference.schemeLength == nil {
            resolver.resolve(reference, into: &iri)
            try checkGrowth(from: reference.count, number, event, of: piece)
        } else {
            iri.append(copying: reference)
        }
        return true
    }

    /// Notes the IRI in the buffer, which was made of a text of so many bytes.
    private mutating func checkGrowth(
        from length: Int, _ number: Int, _ event: XMLEvent, of piece: XMLPiece
    ) throws {
        growth.note(iri.count, from: length)
        guard growth.isBounded else { throw fault(.iriGrowth, text: shown(number, event, of: piece)) }
    }

    /// The IRI that an attribute's value is.
    mutating func iri<Sink: QuadSink>(
        _ number: Int, _ event: XMLEvent, of piece: XMLPiece, in scope: Scope, into sink: inout Sink
    ) throws -> TermHandle? {
        guard try resolve(value(number, event, of: piece), number, event, of: piece, base: scope.base) else {
            return nil
        }
        return try sink.iri(iri.span)
    }

    /// `rdf:ID`: a new IRI, the base with a fragment.
    mutating func identifier<Sink: QuadSink>(
        _ number: Int, _ event: XMLEvent, of piece: XMLPiece, in scope: Scope, into sink: inout Sink
    ) throws -> TermHandle? {
        let name = piece.bytes.span.extracting(value(number, event, of: piece))
        guard name.isNCName else { return try missing(.rdfxmlBadName, number, event, of: piece) }
        guard let resolver = bases[scope.base] else { return try missing(.relativeIRI, number, event, of: piece) }
        iri.removeAll(keepingCapacity: true)
        var reference: [UInt8] = [ASCII.hash]
        reference.append(copying: name)
        if let (reason, _) = reference.span.iriFault(isReference: true) {
            try goOn(without: fault(reason, text: shown(number, event, of: piece)))
            return nil
        }
        resolver.resolve(reference.span, into: &iri)
        try checkGrowth(from: reference.count, number, event, of: piece)
        let known = identifiers.count
        let text = iri
        guard identifiers.intern(text.span) == known else {
            return try missing(.rdfxmlDuplicateID, number, event, of: piece)
        }
        return try sink.iri(text.span)
    }

    /// No term for an attribute's value; only a lenient reader goes on without.
    private mutating func missing(
        _ problem: SyntaxMessage, _ number: Int, _ event: XMLEvent, of piece: XMLPiece
    ) throws -> TermHandle? {
        try goOn(without: fault(problem, text: shown(number, event, of: piece)))
        return nil
    }

    /// `rdf:nodeID` and `rdf:annotationNodeID`: a blank node with a label.
    mutating func blankNode<Sink: QuadSink>(
        _ number: Int, _ event: XMLEvent, of piece: XMLPiece, into sink: inout Sink
    ) throws -> TermHandle? {
        let name = piece.bytes.span.extracting(value(number, event, of: piece))
        guard name.isNCName else { return try missing(.rdfxmlBadName, number, event, of: piece) }
        // A name may end in a full stop, but no label of the Turtle family does.
        guard name[name.count - 1] == ASCII.dot else { return try sink.blankNode(name) }
        let known = oddLabels.intern(name)
        if known == oddNodes.count { oddNodes.append(try sink.freshBlankNode()) }
        return oddNodes[known]
    }

    /// `rdf:datatype`
    mutating func datatype<Sink: QuadSink>(
        _ number: Int, _ event: XMLEvent, of piece: XMLPiece, in scope: Scope, into sink: inout Sink
    ) throws -> Datatype {
        let range = value(number, event, of: piece)
        let reference = piece.bytes.span.extracting(range)
        if !reference.isEmpty, reference.hasSameElements(as: lastDatatype.text.span) { return lastDatatype.kind }
        guard try resolve(range, number, event, of: piece, base: scope.base) else { return .missing }
        let kind: Datatype
        switch DatatypeKind(iri.span) {
        case .string: kind = .string
        case .needsLanguage:
            try goOn(without: fault(.rdfxmlLanguageDatatype, text: shown(number, event, of: piece)))
            return .missing
        case .other: kind = .other(try sink.iri(iri.span))
        }
        // A relative reference may mean another IRI elsewhere.
        if reference.schemeLength != nil { lastDatatype = (iri, kind) }
        return kind
    }

    /// A literal without a datatype.
    func literal<Sink: QuadSink>(
        _ text: Span<UInt8>, in scope: Scope, into sink: inout Sink
    ) throws -> TermHandle? {
        if scope.hasBadLanguage || scope.hasBadDirection { return nil }
        guard scope.languageCount > 0 else { return try sink.literal(text, datatype: nil) }
        let language = languages.span.extracting(scope.languageStart..<(scope.languageStart + scope.languageCount))
        return try sink.literal(text, language: language, direction: scope.direction)
    }

    /// The property of the next `rdf:li`: `rdf:_1`, `rdf:_2`, …
    mutating func nextMember<Sink: QuadSink>(into sink: inout Sink) throws -> TermHandle {
        frames[frames.count - 1].members += 1
        iri.removeAll(keepingCapacity: true)
        iri.append(copying: RDF.namespace.utf8.span)
        iri.append(ASCII.underscore)
        iri.append(decimal: frames[frames.count - 1].members)
        return try sink.iri(iri.span)
    }
}
