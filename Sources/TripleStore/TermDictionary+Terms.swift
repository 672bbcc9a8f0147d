internal import ByteText
public import RDFModel
internal import XSDValues

extension TermDictionary {
    /// The term of an id.
    /// - Precondition: the id is of this dictionary.
    /// - Complexity: O(*n*) in the text of the term.
    public func term(_ id: TermID) -> Term {
        precondition(contains(id), "an id means something only to the dictionary it came from")
        switch id.kind {
        case .iri: return .iri(IRI(unchecked: text(id)))
        case .blankNode: return .blankNode(BlankNode(blankNodeLabel(id.index)))
        case .literal: return .literal(literal(id))
        case .tripleTerm:
            let row = tripleTerms[id.index]
            guard case .iri(let predicate) = term(row.predicate) else {
                preconditionFailure("the predicate of a triple term is an IRI")
            }
            return .tripleTerm(Triple(term(row.subject), predicate, term(row.object)))
        }
    }

    /// The IRI, the lexical form, or the label as its document has it; empty for a triple term.
    public func text(_ id: TermID) -> String { withText(id) { String(utf8: $0) } }

    /// Gives the bytes of an IRI, of a lexical form, or of the label that a document has for a blank node.
    @inline(__always)
    public func withText<Result, Failure: Error>(
        _ id: TermID, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        switch id.kind {
        case .iri: try iris.withText(id.index, body)
        case .literal: try literals.withText(id.index, body)
        case .blankNode: try blankNodes.withText(id.index, body)
        case .tripleTerm: try body("".utf8.span)
        }
    }

    /// Gives a term to a sink, an IRI and a literal as the bytes that are kept of them.
    /// - Precondition: the id is of this dictionary.
    /// - Complexity: O(1) besides what the sink does, but for blank nodes and triple terms, of which a `Term` is made.
    package func write(_ id: TermID, to sink: inout some TermSink) {
        switch id.kind {
        case .iri: iris.withText(id.index) { sink.iri($0) }
        case .literal:
            let type = type(id)
            literals.withText(id.index) { text in
                if type.hasLanguage {
                    let language = type.language
                    sink.literal(text, language: language.span, direction: type.direction)
                } else if type.xsd == .string {
                    sink.literal(text)
                } else {
                    iris.withText(type.datatype.index) { sink.literal(text, datatype: $0) }
                }
            }
        case .blankNode, .tripleTerm: sink.term(term(id))
        }
    }

    /// The datatype or language of a literal.
    /// - Precondition: the id is of a literal of this dictionary.
    public func type(_ id: TermID) -> LiteralType { types[typeNumber(id)] }

    /// The place in ``types`` of the type of a literal: two literals of the same number differ in their text only.
    /// - Precondition: the id is of a literal of this dictionary.
    public func typeNumber(_ id: TermID) -> Int { Int(literals.tag(id.index)) }

    /// The parts of a triple term.
    /// - Precondition: the id is of a triple term of this dictionary.
    public func components(_ id: TermID) -> (subject: TermID, predicate: TermID, object: TermID) {
        let row = tripleTerms[id.index]
        return (row.subject, row.predicate, row.object)
    }

    /// A label that names the blank node in this whole store; see ``BlankNodeLabel``.
    public func blankNodeLabel(_ id: TermID) -> String { blankNodeLabel(id.index) }

    private func blankNodeLabel(_ index: Int) -> String {
        BlankNodeLabel.label(
            blankNodes.withText(index) { String(utf8: $0) }, scope: BlankNodeScope(rawValue: blankNodes.tag(index)))
    }

    private func literal(_ id: TermID) -> Literal {
        let type = type(id)
        if type.hasLanguage {
            return Literal(
                text(id), language: String(decoding: type.language, as: UTF8.self), direction: type.direction)
        }
        return Literal(text(id), datatype: IRI(unchecked: text(type.datatype)))
    }
}

extension TermDictionary {
    /// The id of a term, if the store has it.
    public func id(of term: Term) -> TermID? {
        switch term {
        case .iri(let iri): return id(iri: iri.string.utf8.span)
        case .blankNode(let node):
            let (label, scope) = BlankNodeLabel.parse(node.label)
            return id(blankNode: label.utf8.span, scope: scope)
        case .literal(let literal):
            guard let type = knownTypeNumber(literal) else { return nil }
            return id(literal: literal.lexicalForm.utf8.span, type: type)
        case .tripleTerm(let triple):
            guard let subject = id(of: triple.subject), let predicate = id(of: .iri(triple.predicate)),
                let object = id(of: triple.object)
            else { return nil }
            return id(tripleTerm: TripleRow(subject: subject, predicate: predicate, object: object))
        }
    }

    private func knownTypeNumber(_ literal: Literal) -> UInt32? {
        switch literal.kind {
        case .typed(let datatype):
            guard let id = id(iri: datatype.string.utf8.span) else { return nil }
            return typeNumbers[.datatype(id)]
        case .languageTagged(let tag, let direction):
            return typeNumbers[.language(Array(tag.utf8), direction)]
        }
    }

    /// The id of a term, which is added if need be. Labels of blank nodes are those that ``term(_:)`` gives.
    mutating func intern(_ term: Term) throws(StoreError) -> TermID {
        switch term {
        case .iri(let iri): return try intern(iri: iri.string.utf8.span)
        case .blankNode(let node):
            let (label, scope) = BlankNodeLabel.parse(node.label)
            return try intern(blankNode: label.utf8.span, scope: scope)
        case .literal(let literal):
            let type: UInt32
            switch literal.kind {
            case .typed(let datatype): type = typeNumber(datatype: try intern(iri: datatype.string.utf8.span))
            case .languageTagged(let tag, let direction):
                type = typeNumber(language: tag.utf8.span, direction: direction)
            }
            return try intern(literal: literal.lexicalForm.utf8.span, type: type)
        case .tripleTerm(let triple):
            let subject = try intern(triple.subject)
            let predicate = try intern(.iri(triple.predicate))
            let object = try intern(triple.object)
            return try intern(tripleTerm: TripleRow(subject: subject, predicate: predicate, object: object))
        }
    }
}

/// How the label that a document has for a blank node becomes one that is unique in a store.
///
/// The nodes of the first document keep their labels. Those of the document numbered *k* are called `d`*k*`_`*label*,
/// and those that no label names `f`*k*`_`*n*. A label of the first document that looks like one of these is written
/// `d0_`*label*, so that no two nodes share a name.
enum BlankNodeLabel {
    static func label(_ text: String, scope: BlankNodeScope) -> String {
        if scope.isFresh { return "f\(scope.document)_\(text)" }
        if scope.document > 0 || scopeAndRest(text) != nil { return "d\(scope.document)_\(text)" }
        return text
    }

    static func parse(_ label: String) -> (text: String, scope: BlankNodeScope) {
        scopeAndRest(label) ?? (label, BlankNodeScope(document: 0, isFresh: false))
    }

    /// Reads `d` or `f`, a number without leading zeros, and `_`.
    private static func scopeAndRest(_ label: String) -> (text: String, scope: BlankNodeScope)? {
        let bytes = label.utf8
        guard let first = bytes.first, first == UInt8(ascii: "d") || first == UInt8(ascii: "f") else { return nil }
        let digits = bytes.dropFirst().prefix { (0x30...0x39).contains($0) }
        let rest = bytes[digits.endIndex...]
        guard rest.first == UInt8(ascii: "_"), let number = UInt32(Substring(digits)), number < 1 << 31,
            digits.count == 1 || digits.first != 0x30
        else { return nil }
        return (String(Substring(rest.dropFirst())), BlankNodeScope(document: number, isFresh: first == 0x66))
    }
}
