internal import Localization
internal import RDFModel

/// Where triples stand decides what they may hold.
struct TripleContext {
    /// What a blank node becomes.
    enum BlankNodes {
        /// A variable: in patterns.
        case variables
        /// A term: in templates and data that are inserted.
        case terms
        /// An error: in what is deleted.
        case forbidden
    }

    let blankNodes: BlankNodes
    let allowsPaths: Bool
    let allowsVariables: Bool
    /// Whether a label belongs to one pattern or operation only.
    let scopesLabels: Bool

    /// `TriplesBlock`
    static let pattern = TripleContext(
        blankNodes: .variables, allowsPaths: true, allowsVariables: true, scopesLabels: true)
    /// `TriplesTemplate` of `CONSTRUCT WHERE`, which is a pattern too.
    static let patternAndTemplate = TripleContext(
        blankNodes: .variables, allowsPaths: false, allowsVariables: true, scopesLabels: true)
    /// `TriplesTemplate` of CONSTRUCT and INSERT.
    static let template = TripleContext(
        blankNodes: .terms, allowsPaths: false, allowsVariables: true, scopesLabels: false)
    /// DELETE, `DELETE WHERE`
    static let deletion = TripleContext(
        blankNodes: .forbidden, allowsPaths: false, allowsVariables: true, scopesLabels: false)
    /// `INSERT DATA`
    static let data = TripleContext(
        blankNodes: .terms, allowsPaths: false, allowsVariables: false, scopesLabels: true)
    /// `DELETE DATA`
    static let deletedData = TripleContext(
        blankNodes: .forbidden, allowsPaths: false, allowsVariables: false, scopesLabels: false)
}

extension Parser {
    /// Whether the next token begins a triple.
    var beginsTriples: Bool {
        switch kind {
        case .variable, .iri, .prefixedName, .blankNodeLabel, .string, .longString, .integer, .decimal, .double,
            .leftParenthesis, .leftBracket, .reifiedOpen, .tripleTermOpen:
            true
        case .word: isKeyword(.true) || isKeyword(.false)
        default: false
        }
    }

    /// `TriplesBlock ::= TriplesSameSubjectPath ( '.' TriplesBlock? )?`
    ///
    /// - Returns: whether it ended in a dot, after which triples may begin anew.
    mutating func parseTriplesBlock(into group: inout GroupTranslation) throws(SyntaxFailure) -> Bool {
        var output: [TripleOrPath] = []
        let endsInDot = try parseTriples(.pattern, into: &output)
        group.add(output)
        try checkDepth(group.depth)
        return endsInDot
    }

    /// `TriplesTemplate ::= TriplesSameSubject ( '.' TriplesTemplate? )?`
    mutating func parseTriplesTemplate(_ context: TripleContext) throws(SyntaxFailure) -> [TriplePattern] {
        var output: [TripleOrPath] = []
        if beginsTriples { _ = try parseTriples(context, into: &output) }
        return output.compactMap { if case .triple(let triple) = $0 { triple } else { nil } }
    }

    /// The loop of both, for triples do not nest: `TriplesSameSubject ( '.' TriplesSameSubject )* '.'?`
    private mutating func parseTriples(
        _ context: TripleContext, into output: inout [TripleOrPath]
    ) throws(SyntaxFailure) -> Bool {
        repeat {
            try parseTriplesSameSubject(context, into: &output)
            guard accept(.dot) else { return false }
        } while beginsTriples
        return true
    }

    /// `TriplesSameSubjectPath ::= VarOrTerm PropertyListPathNotEmpty | TriplesNodePath PropertyListPath |
    /// ReifiedTripleBlockPath`, and `TriplesSameSubject`, which is the same without paths.
    private mutating func parseTriplesSameSubject(
        _ context: TripleContext, into output: inout [TripleOrPath]
    ) throws(SyntaxFailure) {
        switch kind {
        case .leftBracket where kindAfter != .rightBracket, .leftParenthesis where kindAfter != .rightParenthesis,
            .reifiedOpen:
            let subject = try parseGraphNode(context, into: &output)
            if beginsVerb(context) { try parsePropertyListNotEmpty(subject, context, into: &output) }
        default:
            let subject = try parseVarOrTerm(context, into: &output)
            try parsePropertyListNotEmpty(subject, context, into: &output)
        }
    }

    /// `PropertyListPathNotEmpty ::= ( VerbPath | VerbSimple ) ObjectListPath
    /// ( ';' ( ( VerbPath | VerbSimple ) ObjectListPath )? )*`
    mutating func parsePropertyListNotEmpty(
        _ subject: TermPattern, _ context: TripleContext, into output: inout [TripleOrPath]
    ) throws(SyntaxFailure) {
        try parseVerbAndObjectList(subject, context, into: &output)
        while accept(.semicolon) {
            if beginsVerb(context) { try parseVerbAndObjectList(subject, context, into: &output) }
        }
    }

    private mutating func parseVerbAndObjectList(
        _ subject: TermPattern, _ context: TripleContext, into output: inout [TripleOrPath]
    ) throws(SyntaxFailure) {
        if kind == .variable {
            let place = token.range
            let verb = TermPattern.variable(try parseVar())
            guard context.allowsVariables else { throw SyntaxFailure(.variableNotAllowed, at: place) }
            try parseObjectList(subject, .simple(verb), context, into: &output)
            return
        }
        guard beginsVerb(context) else {
            throw context.allowsPaths ? unexpected(.pathOrVariable) : unexpected(.verb)
        }
        let path = context.allowsPaths ? try parsePath() : .iri(isVerbA ? takeVerbA() : try parseIRI())
        let verb: Verb = if case .iri(let iri) = path { .simple(.term(.iri(iri))) } else { .path(path) }
        try parseObjectList(subject, verb, context, into: &output)
    }

    /// What connects a subject and its objects.
    private enum Verb {
        case simple(TermPattern)
        case path(PropertyPath)
    }

    /// `ObjectListPath ::= ObjectPath ( ',' ObjectPath )*` and `ObjectPath ::= GraphNodePath AnnotationPath`
    private mutating func parseObjectList(
        _ subject: TermPattern, _ verb: Verb, _ context: TripleContext, into output: inout [TripleOrPath]
    ) throws(SyntaxFailure) {
        repeat {
            let object = try parseGraphNode(context, into: &output)
            switch verb {
            case .simple(let predicate):
                let triple = TriplePattern(subject, predicate, object)
                output.append(.triple(triple))
                try parseAnnotation(of: triple, context, into: &output)
            case .path(let path):
                // The note at `ObjectPath`: only a triple can be annotated.
                if kind == .tilde || kind == .annotationOpen { throw SyntaxFailure(.pathNotAllowed, at: token.range) }
                output += TripleOrPath.translating(subject, path, object) {
                    .blankNode(blankNodes.freshLabel(tokens, text))
                }
            }
        } while accept(.comma)
    }

    // MARK: Verbs

    /// Whether the next token is the keyword `a`, which is matched with its case.
    var isVerbA: Bool {
        kind == .word && token.end - token.start == 1 && text[Int(token.start)] == UInt8(ascii: "a")
    }

    mutating func takeVerbA() -> IRI {
        advance()
        return RDF.type
    }

    func beginsVerb(_ context: TripleContext) -> Bool {
        switch kind {
        case .variable, .iri, .prefixedName: true
        case .word: isVerbA
        case .caret, .not, .leftParenthesis: context.allowsPaths
        default: false
        }
    }

    // MARK: Nodes

    /// `GraphNodePath ::= VarOrTerm | TriplesNodePath | ReifiedTriple`
    mutating func parseGraphNode(
        _ context: TripleContext, into output: inout [TripleOrPath]
    ) throws(SyntaxFailure) -> TermPattern {
        switch kind {
        case .leftParenthesis where kindAfter != .rightParenthesis: try parseCollection(context, into: &output)
        case .leftBracket where kindAfter != .rightBracket:
            try parseBlankNodePropertyList(context, into: &output)
        case .reifiedOpen: try parseReifiedTriple(context, into: &output)
        default: try parseVarOrTerm(context, into: &output)
        }
    }

    /// `BlankNodePropertyListPath ::= '[' PropertyListPathNotEmpty ']'`
    private mutating func parseBlankNodePropertyList(
        _ context: TripleContext, into output: inout [TripleOrPath]
    ) throws(SyntaxFailure) -> TermPattern {
        let node = try makeBlankNode(context)
        advance()
        try enter()
        try parsePropertyListNotEmpty(node, context, into: &output)
        leave()
        try expect(.rightBracket)
        return node
    }

    /// `CollectionPath ::= '(' GraphNodePath+ ')'`
    private mutating func parseCollection(
        _ context: TripleContext, into output: inout [TripleOrPath]
    ) throws(SyntaxFailure) -> TermPattern {
        let head = try makeBlankNode(context)
        advance()
        try enter()
        var cell = head
        while true {
            let element = try parseGraphNode(context, into: &output)
            output.append(.triple(TriplePattern(cell, .term(.iri(RDF.first)), element)))
            guard kind != .rightParenthesis else { break }
            let next = try makeBlankNode(context)
            output.append(.triple(TriplePattern(cell, .term(.iri(RDF.rest)), next)))
            cell = next
        }
        output.append(.triple(TriplePattern(cell, .term(.iri(RDF.rest)), .term(.iri(RDF.nil)))))
        leave()
        advance()
        return head
    }

    /// `VarOrTerm ::= Var | iri | RDFLiteral | NumericLiteral | BooleanLiteral | BlankNode | NIL | TripleTerm`
    mutating func parseVarOrTerm(
        _ context: TripleContext, into output: inout [TripleOrPath]
    ) throws(SyntaxFailure) -> TermPattern {
        switch kind {
        case .variable:
            guard context.allowsVariables else { throw SyntaxFailure(.variableNotAllowed, at: token.range) }
            return .variable(try parseVar())
        case .iri, .prefixedName: return .term(.iri(try parseIRI()))
        case .blankNodeLabel, .leftBracket: return try parseBlankNode(context)
        case .leftParenthesis:
            advance()
            try expect(.rightParenthesis)
            return .term(.iri(RDF.nil))
        case .tripleTermOpen: return try parseTripleTerm(context)
        default:
            guard let literal = try parseLiteral() else { throw unexpected(.term) }
            return .term(.literal(literal))
        }
    }

    /// `BlankNode ::= BLANK_NODE_LABEL | ANON`
    mutating func parseBlankNode(_ context: TripleContext) throws(SyntaxFailure) -> TermPattern {
        if kind == .leftBracket {
            let node = try makeBlankNode(context)
            advance()
            try expect(.rightBracket)
            return node
        }
        guard kind == .blankNodeLabel else { throw unexpected(.blankNode) }
        let label = String(decoding: text[token.range.dropFirst(2)], as: UTF8.self)
        let node = try blankNode(label, context)
        if context.scopesLabels, !blankNodes.use(label) {
            throw SyntaxFailure(.blankNodeLabelReused, [label], at: token.range)
        }
        advance()
        return node
    }

    /// A blank node that the text does not name.
    mutating func makeBlankNode(_ context: TripleContext) throws(SyntaxFailure) -> TermPattern {
        try blankNode(blankNodes.freshLabel(tokens, text), context)
    }

    private func blankNode(_ label: String, _ context: TripleContext) throws(SyntaxFailure) -> TermPattern {
        switch context.blankNodes {
        case .variables: .variable(.blankNode(label))
        case .terms: .term(.blankNode(BlankNode(label)))
        case .forbidden: throw SyntaxFailure(.blankNodeNotAllowed, at: token.range)
        }
    }
}
