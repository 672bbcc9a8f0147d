import ByteText
import Localization
import SPARQLAlgebra
import Testing

/// Errors say what is wrong, where, and what would mend it. The place is marked by `⟦…⟧` in the text.
@Suite struct SyntaxErrorTests {
    private static let cases: [(marked: String, message: SPARQLMessage)] = [
        ("SELECT * { ?s ?p ?o .⟦.⟧ }", .unexpected),
        ("SELECT * { ?s ?p ⟦}⟧", .unexpected),
        ("SELECT * { ?s ?p ?o⟦⟧ \n # nothing more\n", .unexpectedEnd),
        ("⟦SELCT⟧ * { ?s ?p ?o }", .unknownWord),
        ("SELECT * { ?s ?p ?o . ⟦OPTINAL⟧ { ?s ?p 1 } }", .unknownWord),
        ("SELECT * { ?s ?p ?o FILTER ⟦REGX⟧(?o, \"x\") }", .unknownWord),
        ("SELECT * { ?s ?p ⟦&⟧ }", .unexpectedCharacter),
        ("SELECT * { ?s ?p ⟦\"abc⟧\n }", .unterminatedString),
        ("SELECT * { ?s ?p ⟦'''⟧abc }", .unterminatedString),
        ("SELECT * { ?s ?p \"a⟦\\x⟧\" }", .badEscape),
        ("SELECT * { ?s ?p <http://a.example/b⟦ ⟧c> }", .forbiddenCharacterInIRI),
        ("SELECT * { ?s ?p ⟦<b>⟧ }", .noBaseIRI),
        ("SELECT * { ?s ⟦skos:⟧prefLabel ?o }", .undeclaredPrefix),
        ("SELECT * { _:a ?p 1 OPTIONAL { ?s ?p 2 } ⟦_:a⟧ ?p 3 }", .blankNodeLabelReused),
        ("SELECT * { ?s ?p 1 BIND(2 AS ⟦?p⟧) }", .variableAlreadyInScope),
        ("SELECT (1 AS ⟦?p⟧) { ?s ?p 1 }", .variableAlreadyInScope),
        ("SELECT (1 AS ?a) (2 AS ⟦?a⟧) {}", .variableTwice),
        ("SELECT * { VALUES (?a ⟦?a⟧) {} }", .variableTwice),
        ("SELECT ?s ⟦?p⟧ (COUNT(*) AS ?n) { ?s ?p 1 } GROUP BY ?s", .variableNotGrouped),
        ("SELECT ⟦*⟧ { ?s ?p 1 } GROUP BY ?s", .starWithGrouping),
        ("SELECT * { ?s ?p ?o FILTER(⟦COUNT⟧(?o) > 1) }", .aggregateNotAllowed),
        ("SELECT * { ?s ?p ?o } GROUP BY (⟦COUNT⟧(?o))", .aggregateNotAllowed),
        ("SELECT (SUM(⟦COUNT⟧(?o)) AS ?n) { ?s ?p ?o }", .nestedAggregate),
        ("SELECT * { VALUES (?a ?b) { (1 2) ⟦(1)⟧ } }", .wrongNumberOfValues),
        ("SELECT * { FILTER(⟦STRLEN⟧(1, 2)) }", .wrongNumberOfArguments),
        ("SELECT * { ?s <urn:p>* ?o ⟦~⟧ ?r }", .pathNotAllowed),
    ]

    @Test(arguments: cases)
    func theErrorNamesThePlace(_ marked: String, _ message: SPARQLMessage) throws {
        let text = marked.replacing("⟦", with: "").replacing("⟧", with: "")
        let start = try #require(marked.utf8.firstRange(of: Array("⟦".utf8))?.lowerBound)
        let end = try #require(marked.utf8.firstRange(of: Array("⟧".utf8))?.lowerBound)
        let lower = marked.utf8.distance(from: marked.startIndex, to: start)
        let upper = marked.utf8.distance(from: marked.startIndex, to: end) - "⟦".utf8.count
        let error = #expect(throws: SPARQLSyntaxError.self) { try QueryParser.parse(text) }
        #expect(error?.message == message)
        #expect(error?.range.lowerBound.offset == lower)
        #expect(error?.range.upperBound.offset == upper)
        for language in Language.allCases {
            // Every place of the message is filled.
            #expect(error?.explanation(in: language).contains("{") == error?.expected.contains(.token("{")))
        }
    }

    private func error(_ text: String, _ options: QueryParser.Options = .init()) throws -> SPARQLSyntaxError {
        try #require(throws: SPARQLSyntaxError.self) { try QueryParser.parse(text, options: options) }
    }

    @Test func theErrorIsRenderedWithItsLineAndACaret() throws {
        let text = "SELECT *\nWHERE {\n\t?é ?p \"ça\" ; OPTINAL { }\n}"
        #expect(
            try error(text).rendered(in: .french, source: "a.rq") == """
                a.rq:3:15: «\u{A0}OPTINAL\u{A0}» n’est pas un mot-clé de SPARQL\u{202F}; vouliez-vous dire \
                «\u{A0}OPTIONAL\u{A0}»\u{202F}?
                \t?é ?p "ça" ; OPTINAL { }
                \t             ^^^^^^^
                """)
        #expect(
            try error("ASK { ?s ?p }").description == """
                1:13: “}” is unexpected here; expected a variable or a term
                ASK { ?s ?p }
                            ^
                """)
    }

    @Test func anUndeclaredPrefixOfTheTableYieldsItsLine() throws {
        let error = try error("SELECT * { ?s skos:prefLabel ?o }")
        #expect(error.suggestion == .line("PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"))
    }

    @Test func anUndeclaredPrefixYieldsTheNearestDeclared() throws {
        let error = try error("PREFIX conditions: <urn:c:> SELECT * { ?s condition:x ?o }")
        #expect(error.suggestion == .word("conditions:"))
    }

    /// Every word of the samples without one of its letters: what is suggested leads on, and is nearly always the word.
    @Test func aSuggestionThatIsFollowedLeadsOn() throws {
        var (suggested, found) = (0, 0)
        for text in SampleTexts.queries {
            for match in text.matches(of: /[A-Za-z]{4,}/) {
                let word = String(match.output)
                let misspelled =
                    text[..<match.range.lowerBound] + word.prefix(2) + word.dropFirst(3)
                    + text[match.range.upperBound...]
                do {
                    _ = try QueryParser.parse(String(misspelled))
                } catch {
                    guard case .word(let suggestion)? = error.suggestion else { continue }
                    suggested += 1
                    if suggestion.lowercased() == word.lowercased() { found += 1 }
                    let bytes = Array(misspelled.utf8)
                    let (start, end) = (error.range.lowerBound.offset, error.range.upperBound.offset)
                    let mended = bytes[..<start] + Array(suggestion.utf8) + bytes[end...]
                    do {
                        _ = try QueryParser.parse(String(decoding: mended, as: UTF8.self))
                    } catch let second {
                        #expect(second.range.lowerBound.offset > start, "\(misspelled)")
                    }
                }
            }
        }
        #expect(suggested > 60 && found * 20 >= suggested * 19, "\(found) of \(suggested)")
    }

    @Test func aWordThatCannotStandThereIsNotSuggested() throws {
        // “ASK” is near, but not where a value is expected; “EXISTS” is near, and would be wrong as well.
        let error = try error("SELECT * { ?s ?p ASKK }")
        #expect(error.suggestion == nil && !error.expected.isEmpty)
    }

    /// What a message says to write is written, and the text is then right.
    @Test(arguments: [
        ("SELECT ?s ?p (COUNT(*) AS ?n) { ?s ?p 1 } GROUP BY ?s", "?p (", "(SAMPLE(?p) AS ?p1) ("),
        ("SELECT ?s ?p (COUNT(*) AS ?n) { ?s ?p 1 } GROUP BY ?s", "GROUP BY ?s", "GROUP BY ?s ?p"),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p 1 }", "1 }", "1 } GROUP BY ?s"),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p 1 }", "?s (", "("),
        ("SELECT (?o + 1 AS ?n) { ?s ?p ?o } GROUP BY ?s", "?o + 1", "SAMPLE(?o) + 1"),
        ("SELECT * { ?s ?p <b> }", "SELECT", "BASE <http://example.org/> SELECT"),
        ("SELECT * { ?s skos:prefLabel 1 }", "SELECT", "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> SELECT"),
        ("SELECT * { ?s ?p <http://a.example/b c> }", "b c", "b%20c"),
        ("SELECT * { ?s ?p <http://a.example/b > }", "b >", "b>"),
        ("SELECT * { ?s ?p <http://a.example/100%> }", "%", "%25"),
        ("SELECT * { ?s ?p <http://a.example/b[1]> }", "[1]", "%5B1%5D"),
        ("SELECT * { _:a ?p 1 OPTIONAL { ?s ?p 2 } _:a ?p 3 }", "_:a", "?a"),
        ("SELECT * { ?s ?p 1 BIND(2 AS ?p) }", "AS ?p", "AS ?q"),
        ("SELECT * { ?s ?p 1 } GROUP BY ?s", "*", "?s"),
        (
            "SELECT (SUM(COUNT(?o)) AS ?n) { ?s ?p ?o }", "SUM(COUNT(?o)) AS ?n) { ?s ?p ?o }",
            "SUM(?c) AS ?n) { SELECT (COUNT(?o) AS ?c) { ?s ?p ?o } }"
        ),
    ])
    func theCureOfAMessageWorks(_ text: String, _ part: String, _ cure: String) throws {
        #expect(throws: SPARQLSyntaxError.self) { try QueryParser.parse(text) }
        #expect(throws: Never.self) { try QueryParser.parse(text.replacing(part, with: cure)) }
    }

    @Test func aVeryLongLineIsCutAroundThePlace() throws {
        let filler = String(repeating: "?s ?p \"é\" . ", count: 1000)
        let error = try error("SELECT * { \(filler) ?s ?p ] \(filler) }")
        #expect(error.excerpt.utf8.count < 300)
        #expect(error.excerpt.unicodeScalars.dropFirst(error.excerptColumn).first == "]")
        #expect(!error.excerpt.unicodeScalars.contains("\u{FFFD}"))
    }

    @Test func theEarliestErrorIsReported() throws {
        #expect(try error("SELECT * { ?s ?p } \"not closed").message == .unexpected)
    }

    @Test func everyMessageHasBothTexts() {
        for message in SPARQLMessage.allCases {
            #expect(!message.texts.french.isEmpty)
            #expect(Template(message.texts.french).argumentNumbers == Template(message.texts.english).argumentNumbers)
        }
        for hint in SPARQLHint.allCases {
            #expect(Template(hint.texts.french).argumentNumbers == Template(hint.texts.english).argumentNumbers)
        }
        for construct in SPARQLConstruct.allCases { #expect(!construct.texts.english.isEmpty) }
    }
}
