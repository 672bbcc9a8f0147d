internal import ByteText

/// The direction in which a text with a language is written.
/// - Spec: <https://www.w3.org/TR/rdf12-concepts/#section-base-direction>
public enum BaseDirection: String, Hashable, Sendable {
    /// Left to right.
    case leftToRight = "ltr"
    /// Right to left.
    case rightToLeft = "rtl"
}

/// A value written as text: a lexical form, and a datatype or a language.
///
/// Equality is RDF term equality: `"1"^^xsd:integer` and `"01"^^xsd:integer` are two terms of one value. Language
/// tags are lower-cased on entry, since RDF compares them without case.
/// - Spec: <https://www.w3.org/TR/rdf11-concepts/#section-Graph-Literal>
public struct Literal: Hashable, Sendable, CustomStringConvertible {
    /// What a literal has besides its lexical form.
    public enum Kind: Hashable, Sendable {
        /// A datatype; `xsd:string` for a plain text.
        case typed(IRI)
        /// A BCP 47 language tag in lower case, and since RDF 1.2 perhaps a base direction.
        case languageTagged(String, direction: BaseDirection?)
    }

    /// The text, in Unicode, as it was written.
    public let lexicalForm: String
    /// The datatype, or the language.
    public let kind: Kind

    /// A plain text, that is one of datatype `xsd:string`.
    public init(_ text: String) { self.init(text, datatype: XSD.string) }

    /// A text of a datatype; whether the text is in the datatype's lexical space is not checked.
    public init(_ lexicalForm: String, datatype: IRI) {
        self.lexicalForm = lexicalForm
        kind = .typed(datatype)
    }

    /// A text in a language; the tag is lower-cased.
    public init(_ text: String, language: String, direction: BaseDirection? = nil) {
        lexicalForm = text
        kind = .languageTagged(language.asciiLowercased, direction: direction)
    }

    /// The datatype: `rdf:langString` or `rdf:dirLangString` for a text in a language.
    public var datatype: IRI {
        switch kind {
        case .typed(let datatype): datatype
        case .languageTagged(_, direction: nil): RDF.langString
        case .languageTagged(_, direction: _): RDF.dirLangString
        }
    }

    /// The language tag in lower case, if the literal has one.
    public var language: String? {
        if case .languageTagged(let tag, _) = kind { tag } else { nil }
    }

    /// The base direction, if the literal has one.
    public var baseDirection: BaseDirection? {
        if case .languageTagged(_, let direction) = kind { direction } else { nil }
    }

    /// Term equality: the same code points, the same datatype or language.
    public static func == (left: Literal, right: Literal) -> Bool {
        left.kind == right.kind && left.lexicalForm.hasSameBytes(as: right.lexicalForm)
    }

    /// Hashes the code points and the kind.
    public func hash(into hasher: inout Hasher) {
        lexicalForm.hashBytes(into: &hasher)
        hasher.combine(kind)
    }

    /// The literal as N-Triples write it, but for escapes.
    public var description: String {
        switch kind {
        case .typed(let datatype): datatype == XSD.string ? "\"\(lexicalForm)\"" : "\"\(lexicalForm)\"^^\(datatype)"
        case .languageTagged(let tag, let direction):
            "\"\(lexicalForm)\"@\(tag)\(direction.map { "--" + $0.rawValue } ?? "")"
        }
    }
}

extension String {
    /// The text with `A`…`Z` in lower case and all else as it is.
    @inlinable
    public var asciiLowercased: String {
        guard utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return self }
        return String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
