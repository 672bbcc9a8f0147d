internal import ByteText
internal import Localization
internal import RDFModel

extension RDFXMLReader {
    /// `rdf:RDF`, which has no attributes but those that hold within it.
    mutating func rootElement(_ event: XMLEvent, of piece: XMLPiece) throws {
        let found = try attributes(event, of: piece)
        let others = [found.id, found.about, found.nodeID, found.property] + found.ofProperties
        if let other = others.first(where: { $0 >= 0 }) {
            throw fault(.rdfxmlRootAttribute, text: shown(other, event, of: piece))
        }
        frames.append(Frame(kind: .root, scope: found.scope))
    }

    /// `nodeElement`: its subject, its type, and its attributes as properties.
    /// - Spec: <https://www.w3.org/TR/rdf12-xml/#nodeElement>
    mutating func nodeElement<Sink: QuadSink>(
        _ name: Int, _ event: XMLEvent, of piece: XMLPiece, into sink: inout Sink
    ) throws {
        try checkElement(name)
        let role = names.elementRole(name)
        guard role == .ordinary || role == .description || role == .type || role.makesNoIRI else {
            throw fault(.rdfxmlNodeName, text: "<" + names.shown(name) + ">")
        }
        try checkPlace(of: name)
        let found = try attributes(event, of: piece)
        if found.hasAnyOfProperties, let number = found.ofProperties.first(where: { $0 >= 0 }) {
            throw fault(.rdfxmlOnNode, text: shown(number))
        }
        try checkAtMostOne(of: found.id, found.about, found.nodeID)
        let subject: TermHandle?
        if found.about >= 0 {
            subject = try iri(found.about, event, of: piece, in: found.scope, into: &sink)
        } else if found.id >= 0 {
            subject = try identifier(found.id, event, of: piece, in: found.scope, into: &sink)
        } else if found.nodeID >= 0 {
            subject = try blankNode(found.nodeID, event, of: piece, into: &sink)
        } else {
            subject = try sink.freshBlankNode()
        }
        try connect(subject, into: &sink)
        if role.makesNoIRI {
            skipStatements()
        } else if role != .description {
            try emit(
                subject, try handle(of: .type, into: &sink), try names.handle(of: name, into: &sink), into: &sink)
        }
        try propertyAttributes(of: subject, found, event, of: piece, into: &sink)
        frames.append(Frame(kind: .node, scope: found.scope, subject: subject))
    }

    /// Throws for names that no element has; a lenient reader goes on without those that make no IRI.
    mutating func checkElement(_ name: Int) throws {
        func found(_ problem: SyntaxMessage) -> XMLFault { fault(problem, text: "<" + names.shown(name) + ">") }
        switch names.elementRole(name) {
        case .withdrawn: throw found(.rdfxmlWithdrawn)
        case .reserved: throw found(.xmlReservedElement)
        case .unqualified: throw found(.rdfxmlUnqualifiedElement)
        case .relative: try goOn(without: found(.rdfxmlRelativeNamespace))
        case .forbidden: try goOn(without: found(.rdfxmlForbiddenNamespace))
        default: return
        }
    }

    /// Throws where the element around has no place for a node element.
    private func checkPlace(of name: Int) throws {
        guard let parent = frames.last else { return }
        switch parent.kind {
        case .property:
            if parent.hasNode { throw fault(.rdfxmlSecondNode, text: "<" + names.shown(name) + ">") }
            if text.span.firstNonSpace < text.count {
                throw fault(.rdfxmlMixed, text: "<" + names.shown(name) + ">")
            }
        case .triple where parent.hasNode: throw fault(.rdfxmlTripleTerm, text: "<" + names.shown(name) + ">")
        default: break
        }
    }

    /// Says what a node is to the element around it.
    private mutating func connect<Sink: QuadSink>(_ node: TermHandle?, into sink: inout Sink) throws {
        guard let parent = frames.last else { return }
        let top = frames.count - 1
        switch parent.kind {
        case .property:
            frames[top].hasNode = true
            try state(node, for: parent, into: &sink)
        case .triple: frames[top].hasNode = true
        case .collection:
            let cell = try sink.freshBlankNode()
            frames[top].cell = cell
            if let last = parent.cell {
                try emit(last, try handle(of: .rest, into: &sink), cell, into: &sink)
            } else {
                try state(cell, for: parent, into: &sink)
            }
            try emit(cell, try handle(of: .first, into: &sink), node, into: &sink)
        case .root, .node, .empty, .literal: break
        }
    }

    /// `propertyAttr`: `rdf:type` with an IRI, any other with a text.
    mutating func propertyAttributes<Sink: QuadSink>(
        of subject: TermHandle?, _ found: Attributes, _ event: XMLEvent, of piece: XMLPiece, into sink: inout Sink
    ) throws {
        guard found.property >= 0 else { return }
        for number in attributeNames.indices {
            let name = attributeNames[number]
            switch names.attributeRole(name) {
            case .type:
                let type = try iri(number, event, of: piece, in: found.scope, into: &sink)
                try emit(subject, try handle(of: .type, into: &sink), type, into: &sink)
            case .ordinary:
                let predicate = try names.handle(of: name, into: &sink)
                let text = piece.bytes.span.extracting(value(number, event, of: piece))
                try emit(subject, predicate, try literal(text, in: found.scope, into: &sink), into: &sink)
            default: break
            }
        }
    }
}
