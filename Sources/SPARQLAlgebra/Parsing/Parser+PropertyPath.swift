internal import Localization
internal import RDFModel

extension Parser {
    /// `Path ::= PathAlternative`, `PathAlternative ::= PathSequence ( '|' PathSequence )*`
    mutating func parsePath() throws(SyntaxFailure) -> PropertyPath {
        let first = try parsePathSequence()
        guard kind == .bar else { return first }
        var alternatives = first.alternatives
        while accept(.bar) { alternatives += try parsePathSequence().alternatives }
        return balanced(alternatives[...], PropertyPath.alternative) ?? first
    }

    /// `PathSequence ::= PathEltOrInverse ( '/' PathEltOrInverse )*`
    private mutating func parsePathSequence() throws(SyntaxFailure) -> PropertyPath {
        var path = try parsePathEltOrInverse()
        var length = 1
        while accept(.slash) {
            path = .sequence(path, try parsePathEltOrInverse())
            length += 1
            // Nested sequences multiply: the bound is on the product.
            try checkDepth(length * max(nesting, 1))
        }
        return path
    }

    /// `PathEltOrInverse ::= PathElt | '^' PathElt`
    private mutating func parsePathEltOrInverse() throws(SyntaxFailure) -> PropertyPath {
        accept(.caret) ? .inverse(try parsePathElt()) : try parsePathElt()
    }

    /// `PathElt ::= PathPrimary PathMod?`, `PathMod ::= '?' | '*' | '+'`
    private mutating func parsePathElt() throws(SyntaxFailure) -> PropertyPath {
        let path = try parsePathPrimary()
        if accept(.question) { return .zeroOrOne(path) }
        if accept(.star) { return .zeroOrMore(path) }
        if accept(.plus) { return .oneOrMore(path) }
        return path
    }

    /// `PathPrimary ::= iri | 'a' | '!' PathNegatedPropertySet | '(' Path ')'`
    private mutating func parsePathPrimary() throws(SyntaxFailure) -> PropertyPath {
        switch kind {
        case .not:
            advance()
            return try parsePathNegatedPropertySet()
        case .leftParenthesis:
            advance()
            try enter()
            let path = try parsePath()
            leave()
            try expect(.rightParenthesis)
            return path
        case .iri, .prefixedName: return .iri(try parseIRI())
        default:
            guard isVerbA else { throw unexpected(.path) }
            return .iri(takeVerbA())
        }
    }

    /// `PathNegatedPropertySet ::= PathOneInPropertySet |
    /// '(' ( PathOneInPropertySet ( '|' PathOneInPropertySet )* )? ')'`
    private mutating func parsePathNegatedPropertySet() throws(SyntaxFailure) -> PropertyPath {
        var forward: [IRI] = []
        var inverse: [IRI] = []
        if accept(.leftParenthesis) {
            if kind != .rightParenthesis {
                repeat { try parsePathOneInPropertySet(&forward, &inverse) } while accept(.bar)
            }
            try expect(.rightParenthesis)
        } else {
            try parsePathOneInPropertySet(&forward, &inverse)
        }
        return .negatedPropertySet(forward: forward, inverse: inverse)
    }

    /// `PathOneInPropertySet ::= iri | 'a' | '^' ( iri | 'a' )`
    private mutating func parsePathOneInPropertySet(
        _ forward: inout [IRI], _ inverse: inout [IRI]
    ) throws(SyntaxFailure) {
        let isInverse = accept(.caret)
        let iri = isVerbA ? takeVerbA() : try parseIRI()
        if isInverse { inverse.append(iri) } else { forward.append(iri) }
    }
}
