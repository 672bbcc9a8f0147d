internal import ByteText
internal import Localization
public import RDFModel

/// Reads the text of queries and updates.
///
/// ```swift
/// let query = try QueryParser.parse("SELECT ?s WHERE { ?s a <urn:c> }")
/// print(query.algebra)
/// ```
/// - Spec: SPARQL 1.1, <https://www.w3.org/TR/sparql11-query/>, and the syntax of SPARQL 1.2,
///   <https://www.w3.org/TR/sparql12-query/>. Codepoint escapes follow 1.2: they stand in strings and IRIs only.
public enum QueryParser {
    /// What a text may rely on.
    public struct Options: Sendable {
        /// Prefixes that need no declaration; those that the text declares come before them.
        public var predeclaredPrefixes: PrefixMap
        /// Whether a text without a query form is the inside of `SELECT * WHERE { … }`.
        public var allowBarePattern: Bool
        /// The IRI against which relative IRIs resolve until the text says `BASE`.
        public var base: IRI?
        /// How deep the tree of algebra or of an expression may be; also how many patterns may follow one another in a
        /// group, graph patterns of triples aside. Chains of UNION, `||` and `&&` are balanced, and so not bound by it.
        ///
        /// The default lets plain recursion over a tree fit the half megabyte of stack that some threads have.
        public var maximumDepth: Int

        /// How deep groups, parentheses, brackets and the like may be nested in a text.
        public static let maximumNesting = 128
        /// How long a text may be, in bytes.
        public static let maximumBytes = 1 << 30
        /// How many tokens a query may have: enough for VALUES of hundreds of thousands of rows, few enough that reading
        /// and planning it take a second or two and some hundred megabytes. An update, which carries data, is bound by
        /// its bytes only.
        public static let maximumTokens = 1 << 20

        /// Bytes that names may become in any text, by their prefixes and the base.
        static let minimumExpansion = 1 << 25
        /// How many times the text names may become where it is long.
        static let maximumGrowth = 16

        /// Plain SPARQL where nothing is said.
        public init(
            predeclaredPrefixes: PrefixMap = PrefixMap(), allowBarePattern: Bool = false, base: IRI? = nil,
            maximumDepth: Int = 500
        ) {
            self.predeclaredPrefixes = predeclaredPrefixes
            self.allowBarePattern = allowBarePattern
            self.base = base
            self.maximumDepth = maximumDepth
        }
    }

    /// Reads a query.
    /// - Throws: ``SPARQLSyntaxError`` where the text is no query, or is beyond a limit.
    /// - Complexity: O(*n*) in the length of the text.
    public static func parse(_ text: String, options: Options = Options()) throws(SPARQLSyntaxError) -> Query {
        try parse(text, options, maximumTokens: Options.maximumTokens) {
            (parser: inout Parser) throws(SyntaxFailure) in try parser.parseQueryUnit()
        }
    }

    /// Reads an update.
    /// - Throws: ``SPARQLSyntaxError`` where the text is no update, or is beyond a limit.
    /// - Complexity: O(*n*) in the length of the text.
    public static func parseUpdate(_ text: String, options: Options = Options()) throws(SPARQLSyntaxError) -> Update {
        try parse(text, options) { (parser: inout Parser) throws(SyntaxFailure) in try parser.parseUpdateUnit() }
    }

    /// Reads a term by itself, as `VALUES` takes it: an IRI, a prefixed name, a literal.
    /// - Throws: ``SPARQLSyntaxError`` where the text is no such term, or more than one.
    public static func parseTerm(_ text: String, options: Options = Options()) throws(SPARQLSyntaxError) -> Term {
        try parse(text, options) { (parser: inout Parser) throws(SyntaxFailure) in
            let term = try parser.parseDataTerm()
            guard parser.kind == .end else { throw parser.unexpected(.endOfText) }
            return term
        }
    }

    /// What reading a text takes that nests as deep as texts may, in bytes.
    private static let stack = 4 << 20

    private static func parse<Result>(
        _ text: String, _ options: Options, maximumTokens: Int = .max,
        _ production: (inout Parser) throws(SyntaxFailure) -> Result
    ) throws(SPARQLSyntaxError) -> Result {
        func read(_ text: String) throws(SyntaxFailure) -> Result {
            try StackSpace.providing(stack) { () throws(SyntaxFailure) in
                var parser = try Parser(text, options: options, maximumTokens: maximumTokens)
                return try production(&parser)
            }
        }
        do throws(SyntaxFailure) {
            return try read(text)
        } catch {
            let bytes = Array(text.utf8)
            let checked = error.withTriedSuggestion(in: bytes) { (mended) throws(SyntaxFailure) in _ = try read(mended)
            }
            throw checked.located(in: bytes)
        }
    }
}
