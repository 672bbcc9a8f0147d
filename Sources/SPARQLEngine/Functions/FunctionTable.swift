internal import SPARQLAlgebra

/// What evaluates a call: the arguments have been evaluated, and any of them may be an error.
typealias FunctionBody = @Sendable (QueryContext, [ExpressionResult]) -> ExpressionResult

/// A built-in function and its implementation.
struct FunctionImplementation: Sendable {
    let function: BuiltInFunction
    /// What a plan shows.
    let name: String
    let body: FunctionBody
    /// Whether it makes its first argument lower case before all else.
    var mapsCase = false

    /// The implementation of a function.
    init(_ function: BuiltInFunction) {
        self.function = function
        name = function.rawValue
        body = Self.body(of: function)
    }

    /// An implementation of several calls in one, which is called as the outer one is.
    init(function: BuiltInFunction, name: String, body: @escaping FunctionBody, mapsCase: Bool = false) {
        self.function = function
        self.name = name
        self.body = body
        self.mapsCase = mapsCase
    }

    /// The registry: one line for each function, by family.
    private static func body(of function: BuiltInFunction) -> FunctionBody {
        switch function {
        // TermFunctions.swift
        case .str: TermFunctions.str
        case .lang: TermFunctions.lang
        case .langMatches: TermFunctions.langMatches
        case .langDirection: TermFunctions.langDirection
        case .datatype: TermFunctions.datatype
        case .iri: TermFunctions.iri
        case .blankNode: TermFunctions.blankNode
        case .strDatatype: TermFunctions.strDatatype
        case .strLang: TermFunctions.strLang
        case .strLangDirection: TermFunctions.strLangDirection
        case .uuid: TermFunctions.uuid
        case .strUUID: TermFunctions.strUUID
        case .sameTerm: TermFunctions.sameTerm
        case .isIRI: TermFunctions.isIRI
        case .isBlank: TermFunctions.isBlank
        case .isLiteral: TermFunctions.isLiteral
        case .isNumeric: TermFunctions.isNumeric
        case .hasLang: TermFunctions.hasLang
        case .hasLangDirection: TermFunctions.hasLangDirection
        // TripleTermFunctions.swift
        case .isTriple: TripleTermFunctions.isTriple
        case .triple: TripleTermFunctions.triple
        case .subject: TripleTermFunctions.subject
        case .predicate: TripleTermFunctions.predicate
        case .object: TripleTermFunctions.object
        // StringFunctions.swift
        case .strlen: StringFunctions.strlen
        case .substr: StringFunctions.substr
        case .ucase: StringFunctions.ucase
        case .lcase: StringFunctions.lcase
        case .strStarts: StringFunctions.strStarts
        case .strEnds: StringFunctions.strEnds
        case .contains: StringFunctions.contains
        case .strBefore: StringFunctions.strBefore
        case .strAfter: StringFunctions.strAfter
        case .encodeForURI: StringFunctions.encodeForURI
        case .concat: StringFunctions.concat
        // RegexFunctions.swift
        case .regex: RegexFunctions.regex
        case .replace: RegexFunctions.replace
        // NumericFunctions.swift
        case .abs: NumericFunctions.abs
        case .round: NumericFunctions.round
        case .ceil: NumericFunctions.ceil
        case .floor: NumericFunctions.floor
        case .rand: NumericFunctions.rand
        // TimeFunctions.swift
        case .now: TimeFunctions.now
        case .year: TimeFunctions.year
        case .month: TimeFunctions.month
        case .day: TimeFunctions.day
        case .hours: TimeFunctions.hours
        case .minutes: TimeFunctions.minutes
        case .seconds: TimeFunctions.seconds
        case .timezone: TimeFunctions.timezone
        case .tz: TimeFunctions.tz
        // HashFunctions.swift
        case .md5: HashFunctions.md5
        case .sha1: HashFunctions.sha1
        case .sha256: HashFunctions.sha256
        case .sha384: HashFunctions.sha384
        case .sha512: HashFunctions.sha512
        }
    }
}
