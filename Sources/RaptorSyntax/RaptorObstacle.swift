internal import ByteText
public import Localization
internal import RDFModel
internal import RDFSyntax

/// Why a graph is not written by Raptor.
public struct RaptorObstacle: Error, Hashable, Sendable, CustomStringConvertible {
    /// Why not.
    public let problem: RaptorObstacleMessage
    /// The term in question, as N-Triples have it, cut where it is long; empty where there is none.
    public let term: String

    /// An obstacle; with the term that is one, as N-Triples have it.
    public init(_ problem: RaptorObstacleMessage, _ term: String = "") {
        self.problem = problem
        self.term = TextPosition.shown(term.utf8.span, 0..<term.utf8.count)
    }

    /// Why not, in a language.
    public func description(in language: Language) -> String { problem.text(in: language, term) }

    /// Why not, in English.
    public var description: String { description(in: .english) }
}

/// What both syntaxes of Raptor ask of a term.
enum TermPreflight {
    /// Throws where an IRI is none, or would be read as another.
    static func check(_ iri: IRI) throws(RaptorObstacle) {
        let text = iri.string.utf8.span
        guard text.iriFault() == nil else { throw RaptorObstacle(.forbiddenInIRI, iri.description) }
    }

    /// Whether U+FFFE or U+FFFF is in a text: Raptor drops them.
    static func hasNoncharacter(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index + 2 < text.count {
            if text[index] == 0xEF, text[index + 1] == 0xBF, text[index + 2] >= 0xBE { return true }
            index += 1
        }
        return false
    }

    /// Throws where a literal has a language that is none, or a direction, or the datatype of a language and none.
    static func check(language literal: Literal) throws(RaptorObstacle) {
        if case .typed(RDF.langString) = literal.kind { throw RaptorObstacle(.language, literal.description) }
        if case .typed(RDF.dirLangString) = literal.kind { throw RaptorObstacle(.language, literal.description) }
        guard case .languageTagged(let tag, let direction) = literal.kind else { return }
        guard direction == nil else { throw RaptorObstacle(.rdf12, literal.description) }
        guard ByteOutput.isLanguageTag(tag.utf8.span), tag.utf8.count <= 255 else {
            throw RaptorObstacle(.language, literal.description)
        }
    }
}
