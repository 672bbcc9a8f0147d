internal import ByteText
internal import Localization
internal import RDFModel

extension RDFXMLReader {
    /// `propertyElt`: what the attributes say of its value decides what it may hold.
    /// - Spec: <https://www.w3.org/TR/rdf12-xml/#propertyElt>
    mutating func propertyElement<Sink: QuadSink>(
        _ name: Int, _ event: XMLEvent, of piece: XMLPiece, into sink: inout Sink
    ) throws {
        try checkElement(name)
        let predicate: TermHandle?
        switch names.elementRole(name) {
        case .relative, .forbidden: predicate = nil
        case .ordinary, .type: predicate = try names.handle(of: name, into: &sink)
        case .li: predicate = try nextMember(into: &sink)
        default: throw fault(.rdfxmlPropertyName, text: "<" + names.shown(name) + ">")
        }
        let found = try attributes(event, of: piece)
        if found.about >= 0 { throw fault(.rdfxmlOnProperty, text: shown(found.about)) }
        try checkAtMostOne(of: found.annotation, found.annotationNodeID)
        try checkAtMostOne(of: found.resource, found.nodeID, found.datatype, found.parseType)
        if found.property >= 0 { try checkAtMostOne(of: found.datatype, found.parseType, found.property) }
        var frame = Frame(kind: .property, scope: found.scope, predicate: predicate)
        frame.subject = frames[frames.count - 1].subject
        if found.id >= 0 {
            frame.reification = try identifier(found.id, event, of: piece, in: found.scope, into: &sink)
            if frame.reification == nil { skipStatements(4) }
        }
        if found.annotation >= 0 {
            frame.annotation = try iri(found.annotation, event, of: piece, in: found.scope, into: &sink)
        } else if found.annotationNodeID >= 0 {
            frame.annotation = try blankNode(found.annotationNodeID, event, of: piece, into: &sink)
        }
        if found.annotation >= 0 || found.annotationNodeID >= 0, frame.annotation == nil { skipStatements() }
        if found.parseType >= 0 {
            try parseType(found.parseType, event, of: piece, &frame, into: &sink)
        } else if found.resource >= 0 || found.nodeID >= 0 || found.property >= 0 {
            frame.kind = .empty
            let object =
                found.resource >= 0
                ? try iri(found.resource, event, of: piece, in: found.scope, into: &sink)
                : found.nodeID >= 0
                    ? try blankNode(found.nodeID, event, of: piece, into: &sink) : try sink.freshBlankNode()
            try state(object, for: frame, into: &sink)
            try propertyAttributes(of: object, found, event, of: piece, into: &sink)
        } else if found.datatype >= 0 {
            frame.datatype = try datatype(found.datatype, event, of: piece, in: found.scope, into: &sink)
        }
        text.removeAll(keepingCapacity: true)
        frames.append(frame)
    }

    /// `rdf:parseType`; a value that is none of ours means `Literal`.
    private mutating func parseType<Sink: QuadSink>(
        _ number: Int, _ event: XMLEvent, of piece: XMLPiece, _ frame: inout Frame, into sink: inout Sink
    ) throws {
        let type = piece.bytes.span.extracting(value(number, event, of: piece))
        if type.isText("Resource") {
            let node = try sink.freshBlankNode()
            try state(node, for: frame, into: &sink)
            frame.kind = .node
            frame.subject = node
        } else if type.isText("Collection") {
            frame.kind = .collection
        } else if type.isText("Triple") {
            if options.version == .rdf11 { throw fault(.needsRDF12, text: shown(number, event, of: piece)) }
            frame.kind = .triple
            tripleTerms.append(TripleTerm(isIgnored: !frame.scope.hasVersion12))
        } else {
            frame.kind = .literal
            literal = CanonicalXML()
        }
    }

    // MARK: Ends

    /// `literalPropertyElt`, and `emptyPropertyElt` without attributes.
    mutating func endLiteral<Sink: QuadSink>(_ frame: Frame, into sink: inout Sink) throws {
        let object: TermHandle?
        switch frame.datatype {
        case .missing: object = nil
        case .none: object = try literal(text.span, in: frame.scope, into: &sink)
        case .string: object = try sink.literal(text.span, datatype: nil)
        case .other(let datatype): object = try sink.literal(text.span, datatype: datatype)
        }
        try state(object, for: frame, into: &sink)
    }

    mutating func endXMLLiteral<Sink: QuadSink>(_ frame: Frame, into sink: inout Sink) throws {
        let datatype = try handle(of: .xmlLiteral, into: &sink)
        try state(try sink.literal(literal.bytes.span, datatype: datatype), for: frame, into: &sink)
    }

    mutating func endCollection<Sink: QuadSink>(_ frame: Frame, into sink: inout Sink) throws {
        let end = try handle(of: .nil, into: &sink)
        if let last = frame.cell {
            try emit(last, try handle(of: .rest, into: &sink), end, into: &sink)
        } else {
            try state(end, for: frame, into: &sink)
        }
    }

    mutating func endTripleTerm<Sink: QuadSink>(_ frame: Frame, into sink: inout Sink) throws {
        guard let term = tripleTerms.popLast(), !term.isIgnored else { return }
        if term.isMissing { return try state(nil, for: frame, into: &sink) }
        guard let (subject, predicate, object) = term.triple else {
            throw fault(.rdfxmlTripleTerm, text: "rdf:parseType=\"Triple\"")
        }
        try state(try sink.tripleTerm(subject, predicate, object), for: frame, into: &sink)
    }

    // MARK: Statements

    /// What stands within `rdf:parseType="Triple"`: one triple, which is not stated.
    struct TripleTerm: Sendable {
        /// Whether RDF 1.2 was not announced, so that nothing comes of it.
        let isIgnored: Bool
        /// Whether a lenient reader goes on without it.
        var isMissing = false
        var triple: (TermHandle, TermHandle, TermHandle)?
    }

    /// The statement that a property element makes, and what it says about that statement.
    mutating func state<Sink: QuadSink>(
        _ object: TermHandle?, for frame: Frame, into sink: inout Sink
    ) throws {
        try emit(frame.subject, frame.predicate, object, into: &sink)
        guard let subject = frame.subject, let predicate = frame.predicate, let object else { return }
        if let statement = frame.reification {
            let type = try handle(of: .type, into: &sink)
            try emit(statement, type, try handle(of: .statement, into: &sink), into: &sink)
            try emit(statement, try handle(of: .subject, into: &sink), subject, into: &sink)
            try emit(statement, try handle(of: .predicate, into: &sink), predicate, into: &sink)
            try emit(statement, try handle(of: .object, into: &sink), object, into: &sink)
        }
        if let annotation = frame.annotation {
            let term = try sink.tripleTerm(subject, predicate, object)
            try emit(annotation, try handle(of: .reifies, into: &sink), term, into: &sink)
        }
    }

    /// Hands a statement on; within a triple term, keeps it. One that lacks a term is skipped.
    mutating func emit<Sink: QuadSink>(
        _ subject: TermHandle?, _ predicate: TermHandle?, _ object: TermHandle?, into sink: inout Sink
    ) throws {
        guard let subject, let predicate, let object else { return skipStatements() }
        guard let term = tripleTerms.last else {
            return try push(subject, predicate, object, into: &sink)
        }
        if let known = term.triple, known != (subject, predicate, object), !term.isIgnored {
            throw fault(.rdfxmlTripleTerm, text: "rdf:parseType=\"Triple\"")
        }
        tripleTerms[tripleTerms.count - 1].triple = (subject, predicate, object)
    }
}
