internal import Localization
public import RDFModel
internal import SPARQLAlgebra

/// A value for a variable, as people give it: `name=term`.
///
/// The term is written as in Turtle, with the common prefixes: `role=role:awareness`, `code="ORPHA:586"`, `minimum=3`.
/// Where a text is wanted it may also stand bare: `condition=fibrose kystique`.
public struct Binding: Sendable, Hashable {
    /// The name of the variable, without its question mark.
    public let name: String
    /// The term as it was written.
    public let value: String

    /// Takes an argument of the command apart; a question mark before the name is let through.
    /// - Throws: ``QuestionError`` where there is no name or no equals sign.
    public init(_ argument: String) throws(QuestionError) {
        guard let equals = argument.utf8.firstIndex(of: UInt8(ascii: "=")) else {
            throw QuestionError(.bindingWithoutEquals, argument)
        }
        let name = argument[..<equals].drop { $0 == "?" || $0 == "$" }
        guard !name.isEmpty else { throw QuestionError(.bindingWithoutEquals, argument) }
        self.name = String(name)
        value = String(argument[argument.utf8.index(after: equals)...])
    }

    /// A value for a variable.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    /// The value as a term, where nothing is known of what is wanted: it must be written as in Turtle.
    /// - Throws: ``QuestionError`` where it is no term.
    public func term() throws(QuestionError) -> Term {
        guard let term = Term(turtle: value) else { throw QuestionError(.badTerm, name, value) }
        return term
    }

    /// The value as a term of a kind.
    /// - Throws: ``QuestionError`` where it is no such term.
    public func term(of kind: Question.Kind) throws(QuestionError) -> Term {
        guard let term = kind.term(value) else { throw QuestionError(kind.complaint, name, value) }
        return term
    }
}

extension Question.Kind {
    /// The term of this kind that a text writes; `nil` where it is none.
    func term(_ text: String) -> Term? {
        switch self {
        case .text, .condition, .organization: Self.textTerm(text)
        case .iri, .role, .territory: Self.iriTerm(text)
        case .integer: Self.integerTerm(text)
        case .language: Self.languageTerm(text)
        case .orpha: Self.codeTerm(text, CodeForm.orpha)
        case .mondo: Self.codeTerm(text, CodeForm.mondo)
        case .omim: Self.codeTerm(text, CodeForm.omim)
        case .icd10: Self.codeTerm(text, CodeForm.icd10)
        }
    }

    /// What is said of a text that writes no term of this kind.
    var complaint: QuestionMessage {
        switch self {
        case .text, .condition, .organization: .badText
        case .iri, .role, .territory: .badIRI
        case .integer: .badInteger
        case .language: .badLanguage
        case .orpha: .badOrpha
        case .mondo: .badMondo
        case .omim: .badOmim
        case .icd10: .badICD10
        }
    }

    /// A plain text or one in a language. What does not begin with a quotation mark is the text itself.
    private static func textTerm(_ text: String) -> Term? {
        guard let first = text.utf8.first else { return nil }
        guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") else { return .literal(Literal(text)) }
        guard case .literal(let literal) = Term(turtle: text) else { return nil }
        return literal.datatype == XSD.string || literal.language != nil ? .literal(literal) : nil
    }

    /// A code, quoted or bare, in the form that the directory has it in.
    private static func codeTerm(_ text: String, _ form: (String) -> String?) -> Term? {
        var text = text
        if case .literal(let literal)? = textTerm(text) { text = literal.lexicalForm }
        if text.hasPrefix("<"), text.hasSuffix(">") { text = String(text.dropFirst().dropLast()) }
        return form(text).map { .literal(Literal($0)) }
    }

    /// In angle brackets, with a prefix, or bare if it is absolute and has an authority.
    private static func iriTerm(_ text: String) -> Term? {
        if text.utf8.first != UInt8(ascii: "<"), text.contains("://") { return (try? IRI(text)).map(Term.iri) }
        guard case .iri(let iri) = Term(turtle: text) else { return nil }
        return .iri(iri)
    }

    private static func integerTerm(_ text: String) -> Term? {
        guard case .literal(let literal) = Term(turtle: text), literal.datatype == XSD.integer,
            Int(literal.lexicalForm) != nil
        else { return nil }
        return .literal(literal)
    }

    /// A tag such as `fr` or `fr-ca`, quoted or bare, as a plain text in lower case.
    private static func languageTerm(_ text: String) -> Term? {
        guard case .literal(let literal) = textTerm(text), literal.datatype == XSD.string else { return nil }
        let subtags = literal.lexicalForm.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isTag = subtags.allSatisfy { subtag in
            (1...8).contains(subtag.count)
                && subtag.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
        }
        return isTag ? .literal(Literal(literal.lexicalForm.asciiLowercased)) : nil
    }
}

extension Term {
    /// The term that a text writes in Turtle, with the common prefixes; `nil` where it writes none, or more than one.
    fileprivate init?(turtle text: String) {
        let options = QueryParser.Options(predeclaredPrefixes: CommonPrefixes.predeclared)
        guard let term = try? QueryParser.parseTerm(text, options: options) else { return nil }
        self = term
    }
}
