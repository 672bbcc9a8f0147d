internal import ByteText
internal import Localization
internal import RDFModel

/// A recursive-descent parser of queries and updates: one function for each production, named after it.
///
/// Groups are translated to algebra as soon as their closing brace is read (§18.2 works from the inside out), so that
/// no second tree is built. The functions stand in extensions by area of the grammar.
/// - Spec: <https://www.w3.org/TR/sparql12-query/#sparqlGrammar>
struct Parser {
    let text: [UInt8]
    let tokens: [Token]
    let lexicalFailure: SyntaxFailure?
    let options: QueryParser.Options
    /// The token that is read next.
    var index = 0

    /// Bytes that names have become beyond what is written of them.
    private var expandedBytes = 0

    /// Prefixes that the text declares.
    var prefixes = PrefixMap()
    var base: IRI?
    /// How many constructs that may hold themselves are open.
    var nesting = 0
    /// How deep the tree of the expression is that was parsed last.
    var expressionDepth = 0

    var blankNodes = BlankNodeScopes()
    /// What is known of the query or subquery that is being read.
    var translation: SelectTranslation

    init(_ text: String, options: QueryParser.Options, maximumTokens: Int = .max) throws(SyntaxFailure) {
        guard text.utf8.count <= QueryParser.Options.maximumBytes else {
            throw SyntaxFailure(.textTooLong, [String(QueryParser.Options.maximumBytes)], at: 0..<0)
        }
        let bytes = Array(text.utf8)
        let lexer = Lexer(bytes.span, maximumTokens: maximumTokens)
        if lexer.tokens.count > maximumTokens, let failure = lexer.failure { throw failure }
        self.text = bytes
        tokens = lexer.tokens
        lexicalFailure = lexer.failure
        self.options = options
        base = options.base
        translation = SelectTranslation(maximumDepth: options.maximumDepth)
    }

    // MARK: The token that is read next

    var token: Token { tokens[index] }
    var kind: Token.Kind { tokens[index].kind }
    /// The kind of the token after the next.
    var kindAfter: Token.Kind { index + 1 < tokens.count ? tokens[index + 1].kind : .end }

    /// The keyword that is read next, if it is one.
    var keyword: Keyword? {
        if case .keyword(let keyword) = token.word { keyword } else { nil }
    }

    /// The last token stands for ever, so that looking ahead never leaves the text.
    mutating func advance() { if index + 1 < tokens.count { index += 1 } }

    func isKeyword(_ keyword: Keyword) -> Bool { token.word == .keyword(keyword) }

    mutating func accept(_ kind: Token.Kind) -> Bool {
        guard self.kind == kind else { return false }
        advance()
        return true
    }

    mutating func accept(_ keyword: Keyword) -> Bool {
        guard isKeyword(keyword) else { return false }
        advance()
        return true
    }

    @discardableResult
    mutating func expect(_ kind: Token.Kind) throws(SyntaxFailure) -> Token {
        guard self.kind == kind else { throw unexpected([.token(kind.sign)]) }
        defer { advance() }
        return token
    }

    mutating func expect(_ keyword: Keyword) throws(SyntaxFailure) {
        guard accept(keyword) else { throw unexpected([.token(keyword.rawValue)]) }
    }

    // MARK: Errors

    /// The error that the next token is none of what is expected.
    func unexpected(_ expected: [SPARQLSyntaxError.Expectation]) -> SyntaxFailure {
        switch kind {
        case .invalid, .end:
            if let lexicalFailure { return lexicalFailure }
            // The end is where the last token ends, not behind the white space and comments after it.
            let end = index > 0 ? tokens[index - 1].range.upperBound : 0
            return SyntaxFailure(.unexpectedEnd, at: end..<end, expected: expected)
        case .word where token.word == .none: return unknownWord(expected)
        case .less: return brokenIRI ?? unexpectedToken(expected)
        default: return unexpectedToken(expected)
        }
    }

    func unexpected(_ construct: SPARQLConstruct) -> SyntaxFailure { unexpected([.construct(construct)]) }

    private func unexpectedToken(_ expected: [SPARQLSyntaxError.Expectation]) -> SyntaxFailure {
        let written = String(decoding: text[token.range].prefix(60), as: UTF8.self)
        return SyntaxFailure(.unexpected, [written], at: token.range, expected: expected)
    }

    /// A word that means nothing is probably a misspelled keyword, and best so one that is expected.
    private func unknownWord(_ expected: [SPARQLSyntaxError.Expectation]) -> SyntaxFailure {
        let word = source(token)
        let words = expected.compactMap { if case .token(let token) = $0 { token } else { nil } }
        let near = NearestName.of(word, among: words) ?? NearestName.of(word, among: Word.all)
        return SyntaxFailure(
            .unknownWord, [String(word.prefix(60))], at: token.range, expected: expected,
            suggestion: near.map { .word($0) })
    }

    /// A `<` that begins an IRI with a character that cannot stand there.
    private var brokenIRI: SyntaxFailure? {
        let open = Int(token.end)
        let start = text[open...].firstIndex { $0 != 0x20 } ?? text.count
        guard start < text.count, text[start].isASCIILetter || text[start] == UInt8(ascii: "/") else { return nil }
        let rest = text[start...]
        let end = rest.firstIndex { $0 <= 0x20 || "<>\"{}|^`".utf8.contains($0) }
        guard let end, text[end] >= 0x20, text[start..<end].contains(UInt8(ascii: ":")) else {
            return start > open ? nil : SyntaxFailure(.unterminatedIRI, at: token.range)
        }
        // Spaces at its ends are no part of the address.
        let closing = text[end...].firstIndex { $0 != 0x20 }
        let isClosed = closing.map { text[$0] == UInt8(ascii: ">") } ?? false
        if start > open { return isClosed ? SyntaxFailure(.blankAroundIRI, at: open..<start) : nil }
        if let closing, isClosed, closing > end { return SyntaxFailure(.blankAroundIRI, at: end..<closing) }
        return Self.forbidden(Unicode.Scalar(text[end]), at: end..<(end + 1))
    }

    /// A character that cannot stand in an IRI, and how it is written there.
    static func forbidden(_ scalar: Unicode.Scalar, at range: Range<Int>) -> SyntaxFailure {
        let encoded = String(scalar).utf8.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.utf8.count == 1 ? "0" : "") + digits
        }
        return SyntaxFailure(.forbiddenCharacterInIRI, [String(scalar), encoded.joined()], at: range)
    }

    func source(_ token: Token) -> String { String(decoding: text[token.range], as: UTF8.self) }

    // MARK: Limits

    /// Enters a construct that may hold itself; each `enter` has its ``leave()``.
    ///
    /// Leaving may be omitted where an error is thrown: nothing is read after it.
    mutating func enter() throws(SyntaxFailure) {
        nesting += 1
        guard nesting <= QueryParser.Options.maximumNesting, !StackSpace.isLow else {
            throw SyntaxFailure(
                .nestedTooDeeply, [String(QueryParser.Options.maximumNesting)], at: token.range)
        }
    }

    mutating func leave() { nesting -= 1 }

    /// Counts what a name becomes before it is made: a short one may stand for a namespace of a megabyte.
    mutating func expand(_ bytes: Int, at range: Range<Int>) throws(SyntaxFailure) {
        expandedBytes += bytes
        let limit = max(QueryParser.Options.minimumExpansion, QueryParser.Options.maximumGrowth * text.count)
        guard expandedBytes <= limit else { throw SyntaxFailure(.namesTooLong, [String(limit)], at: range) }
    }

    /// Checks that a tree is not so deep that recursion over it would be unsafe.
    func checkDepth(_ depth: Int) throws(SyntaxFailure) {
        try translation.checkDepth(depth, at: token.range)
    }
}
