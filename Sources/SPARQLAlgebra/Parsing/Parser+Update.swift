internal import Localization
internal import RDFModel

extension Parser {
    /// `UpdateUnit ::= Update`, `Update ::= Prologue ( Update1 ( ';' Update )? )?`
    mutating func parseUpdateUnit() throws(SyntaxFailure) -> Update {
        var operations: [UpdateOperation] = []
        while true {
            try parsePrologue()
            guard kind != .end else { break }
            operations.append(try parseUpdate1())
            guard accept(.semicolon) else { break }
        }
        guard kind == .end else { throw unexpected([.token(";"), .construct(.endOfText)]) }
        return Update(operations: operations, base: base, prefixes: prefixes)
    }

    /// `Update1 ::= Load | Clear | Drop | Add | Move | Copy | Create | DeleteWhere | Modify | InsertData | DeleteData`
    private mutating func parseUpdate1() throws(SyntaxFailure) -> UpdateOperation {
        guard let keyword else { throw unexpected(.operation) }
        switch keyword {
        case .load: return try parseLoad()
        case .clear:
            advance()
            let silent = accept(.silent)
            return .clear(try parseGraphRefAll(), silent: silent)
        case .drop:
            advance()
            let silent = accept(.silent)
            return .drop(try parseGraphRefAll(), silent: silent)
        case .create:
            advance()
            let silent = accept(.silent)
            return .create(try parseGraphRef(), silent: silent)
        case .add, .move, .copy: return try parseTransfer(keyword)
        case .insert:
            advance()
            guard accept(.data) else { return try parseModify(with: nil, firstIsDelete: false) }
            // Labels are shared within the operation, and with no other.
            _ = blankNodes.begin()
            return .insertData(try parseQuadData(.data))
        case .delete:
            advance()
            if accept(.data) { return .deleteData(try parseQuadData(.deletedData)) }
            if accept(.where) { return try parseDeleteWhere() }
            return try parseModify(with: nil, firstIsDelete: true)
        case .with:
            advance()
            let graph = try parseIRI()
            if accept(.insert) { return try parseModify(with: graph, firstIsDelete: false) }
            guard accept(.delete) else { throw unexpected([.token("DELETE"), .token("INSERT")]) }
            return try parseModify(with: graph, firstIsDelete: true)
        default: throw unexpected(.operation)
        }
    }

    /// `Load ::= 'LOAD' 'SILENT'? iri ( 'INTO' GraphRef )?`
    private mutating func parseLoad() throws(SyntaxFailure) -> UpdateOperation {
        advance()
        let silent = accept(.silent)
        let source = try parseIRI()
        return .load(source, into: accept(.into) ? try parseGraphRef() : nil, silent: silent)
    }

    /// `GraphRef ::= 'GRAPH' iri`
    private mutating func parseGraphRef() throws(SyntaxFailure) -> IRI {
        try expect(.graph)
        return try parseIRI()
    }

    /// `GraphRefAll ::= GraphRef | 'DEFAULT' | 'NAMED' | 'ALL'`
    private mutating func parseGraphRefAll() throws(SyntaxFailure) -> GraphTarget {
        if accept(.default) { return .defaultGraph }
        if accept(.named) { return .named }
        if accept(.all) { return .all }
        guard isKeyword(.graph) else { throw unexpected(.databaseTarget) }
        return .graph(try parseGraphRef())
    }

    /// `Add ::= 'ADD' 'SILENT'? GraphOrDefault 'TO' GraphOrDefault`, and `Move` and `Copy`.
    private mutating func parseTransfer(_ keyword: Keyword) throws(SyntaxFailure) -> UpdateOperation {
        advance()
        let silent = accept(.silent)
        let source = try parseGraphOrDefault()
        try expect(.to)
        let destination = try parseGraphOrDefault()
        switch keyword {
        case .add: return .add(source, to: destination, silent: silent)
        case .move: return .move(source, to: destination, silent: silent)
        default: return .copy(source, to: destination, silent: silent)
        }
    }

    /// `GraphOrDefault ::= 'DEFAULT' | 'GRAPH'? iri`
    private mutating func parseGraphOrDefault() throws(SyntaxFailure) -> GraphName {
        if accept(.default) { return .defaultGraph }
        _ = accept(.graph)
        return .iri(try parseIRI())
    }

    /// `QuadData ::= '{' Quads '}'`
    private mutating func parseQuadData(_ context: TripleContext) throws(SyntaxFailure) -> [Quad] {
        let range = token.range
        var quads: [Quad] = []
        for pattern in try parseQuadPattern(context) {
            guard let triple = pattern.triple.asTriple else { throw SyntaxFailure(.literalSubject, at: range) }
            if case .iri(let graph) = pattern.graph {
                quads.append(Quad(triple, in: .iri(graph)))
            } else {
                quads.append(Quad(triple))
            }
        }
        return quads
    }

    /// `QuadPattern ::= '{' Quads '}'`,
    /// `Quads ::= TriplesTemplate? ( QuadsNotTriples '.'? TriplesTemplate? )*`
    private mutating func parseQuadPattern(_ context: TripleContext) throws(SyntaxFailure) -> [QuadPattern] {
        try expect(.leftBrace)
        var quads = try parseTriplesTemplate(context).map { QuadPattern($0) }
        while isKeyword(.graph) {
            advance()
            let place = token.range
            let graph = try parseVarOrIRI()
            if graph.variable != nil, !context.allowsVariables { throw SyntaxFailure(.variableNotAllowed, at: place) }
            try expect(.leftBrace)
            quads += try parseTriplesTemplate(context).map { QuadPattern($0, in: graph) }
            try expect(.rightBrace)
            _ = accept(.dot)
            quads += try parseTriplesTemplate(context).map { QuadPattern($0) }
        }
        try expect(.rightBrace)
        return quads
    }

    /// `DeleteWhere ::= 'DELETE WHERE' QuadPattern`: the template is the pattern.
    private mutating func parseDeleteWhere() throws(SyntaxFailure) -> UpdateOperation {
        let quads = try parseQuadPattern(.deletion)
        var group = GroupTranslation()
        var index = 0
        while index < quads.count {
            let graph = quads[index].graph
            let end = quads[index...].firstIndex { $0.graph != graph } ?? quads.count
            let triples = quads[index..<end].map(\.triple)
            if let graph {
                group.join(.graph(graph, .bgp(triples)), scope: VariableScope(), depth: 2)
            } else {
                group.add(triples.map { .triple($0) })
            }
            index = end
        }
        try checkDepth(group.wholeDepth)
        return .modify(Modification(delete: quads, insert: [], pattern: group.algebra))
    }

    /// `Modify ::= ( 'WITH' iri )? ( DeleteClause InsertClause? | InsertClause ) UsingClause* 'WHERE'
    /// GroupGraphPattern`, after the word that begins the first clause.
    private mutating func parseModify(with graph: IRI?, firstIsDelete: Bool) throws(SyntaxFailure) -> UpdateOperation {
        func inGraph(_ quads: [QuadPattern]) -> [QuadPattern] {
            guard let graph else { return quads }
            return quads.map { QuadPattern($0.triple, in: $0.graph ?? .iri(graph)) }
        }
        var delete: [QuadPattern] = []
        var insert: [QuadPattern] = []
        if firstIsDelete {
            delete = inGraph(try parseQuadPattern(.deletion))
            if accept(.insert) { insert = inGraph(try parseQuadPattern(.template)) }
        } else {
            insert = inGraph(try parseQuadPattern(.template))
        }
        var using: DatasetClause?
        while accept(.using) { try parseDatasetGraph(into: &using) }
        try expect(.where)
        let group = try parseGroupGraphPattern()
        return .modify(
            Modification(
                delete: delete, insert: insert, with: using == nil ? graph : nil, using: using,
                pattern: group.algebra))
    }
}

extension TriplePattern {
    /// The triple, where no variable stands in it and RDF allows it.
    fileprivate var asTriple: Triple? {
        guard let subject = subject.asTerm, subject.isResource, case .iri(let predicate) = predicate.asTerm,
            let object = object.asTerm
        else { return nil }
        return Triple(subject, predicate, object)
    }
}

extension TermPattern {
    fileprivate var asTerm: Term? {
        switch self {
        case .variable: nil
        case .term(let term): term
        case .triple(let triple): triple.asTriple.map { .tripleTerm($0) }
        }
    }
}
