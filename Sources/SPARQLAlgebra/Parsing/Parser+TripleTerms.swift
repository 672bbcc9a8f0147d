internal import Localization
internal import RDFModel

// What SPARQL 1.2 adds to triples: triple terms, reified triples, annotations.
// Spec: <https://www.w3.org/TR/sparql12-query/#syntaxTripleTerms>

extension Parser {
    /// `TripleTerm ::= '<<(' TripleTermSubject Verb TripleTermObject ')>>'`
    ///
    /// The subject is any variable or term but a collection, the object too.
    mutating func parseTripleTerm(_ context: TripleContext) throws(SyntaxFailure) -> TermPattern {
        try expect(.tripleTermOpen)
        try enter()
        let triple = TriplePattern(
            try parseTripleTermPart(context), try parseVerb(context), try parseTripleTermPart(context))
        leave()
        try expect(.tripleTermClose)
        return triple.asTermPattern
    }

    private mutating func parseTripleTermPart(_ context: TripleContext) throws(SyntaxFailure) -> TermPattern {
        guard kind != .leftParenthesis else { throw unexpected(.term) }
        var none: [TripleOrPath] = []
        return try parseVarOrTerm(context, into: &none)
    }

    /// `Verb ::= VarOrIri | 'a'`
    private mutating func parseVerb(_ context: TripleContext) throws(SyntaxFailure) -> TermPattern {
        if isVerbA { return .term(.iri(takeVerbA())) }
        switch kind {
        case .variable where context.allowsVariables: return .variable(try parseVar())
        case .iri, .prefixedName: return .term(.iri(try parseIRI()))
        default: throw unexpected(.verb)
        }
    }

    /// `ReifiedTriple ::= '<<' ReifiedTripleSubject Verb ReifiedTripleObject Reifier? '>>'`
    ///
    /// It stands for its reifier, and adds that this reifies the triple.
    mutating func parseReifiedTriple(
        _ context: TripleContext, into output: inout [TripleOrPath]
    ) throws(SyntaxFailure) -> TermPattern {
        try expect(.reifiedOpen)
        try enter()
        let triple = TriplePattern(
            try parseReifiedTriplePart(context, into: &output), try parseVerb(context),
            try parseReifiedTriplePart(context, into: &output))
        let reifier = kind == .tilde ? try parseReifier(context) : try makeBlankNode(context)
        output.append(.triple(TriplePattern(reifier, .term(.iri(RDF.reifies)), triple.asTermPattern)))
        leave()
        try expect(.reifiedClose)
        return reifier
    }

    private mutating func parseReifiedTriplePart(
        _ context: TripleContext, into output: inout [TripleOrPath]
    ) throws(SyntaxFailure) -> TermPattern {
        if kind == .reifiedOpen { return try parseReifiedTriple(context, into: &output) }
        return try parseTripleTermPart(context)
    }

    /// `Reifier ::= '~' VarOrReifierId?`
    private mutating func parseReifier(_ context: TripleContext) throws(SyntaxFailure) -> TermPattern {
        advance()
        switch kind {
        case .variable:
            guard context.allowsVariables else { throw SyntaxFailure(.variableNotAllowed, at: token.range) }
            return .variable(try parseVar())
        case .iri, .prefixedName: return .term(.iri(try parseIRI()))
        case .blankNodeLabel: return try parseBlankNode(context)
        case .leftBracket where kindAfter == .rightBracket: return try parseBlankNode(context)
        default: return try makeBlankNode(context)
        }
    }

    /// `Annotation ::= ( Reifier | AnnotationBlock )*`
    ///
    /// A block annotates the reifier just before it, and a new one where there is none.
    mutating func parseAnnotation(
        of triple: TriplePattern, _ context: TripleContext, into output: inout [TripleOrPath]
    ) throws(SyntaxFailure) {
        var pending: TermPattern?
        while true {
            switch kind {
            case .tilde:
                let reifier = try parseReifier(context)
                output.append(.triple(TriplePattern(reifier, .term(.iri(RDF.reifies)), triple.asTermPattern)))
                pending = reifier
            case .annotationOpen:
                let reifier: TermPattern
                if let known = pending {
                    reifier = known
                } else {
                    reifier = try makeBlankNode(context)
                    output.append(.triple(TriplePattern(reifier, .term(.iri(RDF.reifies)), triple.asTermPattern)))
                }
                pending = nil
                advance()
                try enter()
                try parsePropertyListNotEmpty(reifier, context, into: &output)
                leave()
                try expect(.annotationClose)
            default: return
            }
        }
    }
}

extension TriplePattern {
    /// The triple as a term of a pattern: a term where it holds nothing that a solution decides, and RDF allows it.
    var asTermPattern: TermPattern {
        if case .term(let subject) = subject, case .term(.iri(let predicate)) = predicate,
            case .term(let object) = object, case .iri = subject, !object.holdsBlankNode
        {
            return .term(.tripleTerm(Triple(subject, predicate, object)))
        }
        return .triple(self)
    }
}

extension Term {
    fileprivate var holdsBlankNode: Bool {
        switch self {
        case .iri, .literal: false
        case .blankNode: true
        case .tripleTerm(let triple): triple.subject.holdsBlankNode || triple.object.holdsBlankNode
        }
    }
}
