/// A piece of a text: what it is, and where.
struct Token {
    /// The terminals of the grammar.
    enum Kind: UInt8 {
        case end
        /// No token at all: ``Lexer/failure`` says why.
        case invalid
        /// `<…>`
        case iri
        /// `prefix:local`, or `prefix:`
        case prefixedName
        /// `_:label`
        case blankNodeLabel
        /// `?name`
        case variable
        /// `@en`, `@en--ltr`
        case languageTag
        case integer, decimal, double
        /// `'…'` or `"…"`
        case string
        /// `'''…'''` or `"""…"""`
        case longString
        /// Letters, digits and underscores.
        case word
        case leftBrace, rightBrace, leftParenthesis, rightParenthesis, leftBracket, rightBracket
        case dot, comma, semicolon
        case equal, notEqual, less, greater, lessOrEqual, greaterOrEqual
        case plus, minus, star, slash, not, and, or
        case bar, caret, doubleCaret, question, tilde
        /// `<<`, `>>`, `<<(`, `)>>`, `{|`, `|}`
        case reifiedOpen, reifiedClose, tripleTermOpen, tripleTermClose, annotationOpen, annotationClose
    }

    var kind: Kind
    /// The meaning of a word.
    var word: Word = .none
    /// In bytes of the text; a text is shorter than 2³¹ bytes.
    var start: Int32
    /// In bytes of the text.
    var end: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
}

extension Token.Kind {
    /// The sign as it is written; empty for what has no one form.
    var sign: String {
        switch self {
        case .leftBrace: "{"
        case .rightBrace: "}"
        case .leftParenthesis: "("
        case .rightParenthesis: ")"
        case .leftBracket: "["
        case .rightBracket: "]"
        case .dot: "."
        case .comma: ","
        case .semicolon: ";"
        case .equal: "="
        case .less: "<"
        case .star: "*"
        case .reifiedClose: ">>"
        case .tripleTermClose: ")>>"
        case .annotationClose: "|}"
        default: ""
        }
    }
}
