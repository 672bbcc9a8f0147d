package import Localization
package import RDFModel

/// Collects the statements of one graph.
package struct StatementBuilder {
    /// The graph in which they stand.
    package let graph: IRI
    package private(set) var quads: [Quad] = []

    /// A builder for a graph.
    package init(graph: IRI) { self.graph = graph }

    /// States a triple.
    package mutating func add(_ subject: IRI, _ predicate: IRI, _ object: Term) {
        quads.append(Quad(Triple(.iri(subject), predicate, object), in: .iri(graph)))
    }

    /// States a triple whose object is an IRI; nothing where there is none.
    package mutating func add(_ subject: IRI, _ predicate: IRI, _ object: IRI?) {
        if let object { add(subject, predicate, .iri(object)) }
    }

    /// States that something is an instance of classes.
    package mutating func add(_ subject: IRI, types: IRI...) {
        for type in types { add(subject, RDF.type, type) }
    }

    /// States a plain text; nothing where there is none.
    package mutating func add(_ subject: IRI, _ predicate: IRI, text: String?) {
        if let text { add(subject, predicate, .literal(Literal(text))) }
    }

    /// States a text in each language in which there is one.
    package mutating func add(_ subject: IRI, _ predicate: IRI, texts: LocalizedText) {
        for (language, text) in texts.pairs { add(subject, predicate, text: text, in: language) }
    }

    /// States a text in both languages.
    package mutating func add(_ subject: IRI, _ predicate: IRI, texts: Texts) {
        for language in Language.allCases { add(subject, predicate, text: texts[language], in: language) }
    }

    /// States a text in a language; nothing where there is none.
    package mutating func add(_ subject: IRI, _ predicate: IRI, text: String?, in language: Language) {
        if let text { add(subject, predicate, .literal(Literal(text, language: language.rawValue))) }
    }

    /// States a text in a language of any tag; nothing where there is none.
    package mutating func add(_ subject: IRI, _ predicate: IRI, text: String?, in language: LanguageTag) {
        if let text { add(subject, predicate, .literal(Literal(text, language: language.rawValue))) }
    }

    /// States a day; nothing where there is none.
    package mutating func add(_ subject: IRI, _ predicate: IRI, date: CalendarDate?) {
        if let date { add(subject, predicate, .literal(Literal(date.description, datatype: XSD.date))) }
    }

    /// States a year or day; nothing where there is none.
    package mutating func add(_ subject: IRI, _ predicate: IRI, date: FoundingDate?) {
        switch date {
        case .year: add(subject, predicate, .literal(Literal(date?.text ?? "", datatype: XSD.gYear)))
        case .day(let day): add(subject, predicate, date: day)
        case nil: break
        }
    }
}
