import Localization
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// What RFC 3987 forbids in an IRI is refused by every reader, wherever the IRI stands.
@Suite struct IRIReadingTests {
    static let forbidden: [(iri: String, problem: SyntaxMessage)] = [
        ("http://example.org/a#b#c", .misplacedInIRI), ("http://example.org:80a/path", .badPortInIRI),
        ("https://example.org:x/path", .badPortInIRI), ("http://u@v@example.org/path", .misplacedInIRI),
        ("http://example.org/path[1]", .misplacedInIRI), ("http://[1::2::3]/path/of/it", .badAddressInIRI),
        ("http://example.org/100%", .badPercentInIRI), ("http://example.org/%zz/a", .badPercentInIRI),
        ("http://example.org/\u{E000}", .misplacedInIRI), ("http://example.org/\u{FFFE}", .forbiddenInIRI),
        ("http://example.org/\u{7F}", .forbiddenInIRI), ("urn:example:a#b#c", .misplacedInIRI),
        ("x:[", .misplacedInIRI),
        ("http://ex:y", .badPortInIRI), ("http://a.very.long.name.of.a.host.example.org:port/", .badPortInIRI),
    ]

    /// A namespace that ends in its host is checked with each name, the shortest of which is a colon alone.
    @Test func aColonAloneIsAName() throws {
        for format in [RDFFormat.turtle, .trig] {
            let text = "@prefix : <http://www.example.org> . : <http://p> : ."
            let quad = try #require(try RDFDocument(Array(text.utf8), format: format).quads.first)
            #expect(quad.subject == .iri(IRI(unchecked: "http://www.example.org")))
        }
        #expect(problem("@prefix : <http://www.example.org:> . : <http://p> :8a .", .turtle) == .badPortInIRI)
    }

    private func problem(_ text: String, _ format: RDFFormat) -> SyntaxMessage? {
        let error = #expect(throws: RDFSyntaxError.self, "\(text)") {
            try RDFDocument(Array(text.utf8), format: format)
        }
        return error?.problem
    }

    @Test(arguments: forbidden) func everyReaderRefuses(_ iri: String, _ problem: SyntaxMessage) {
        let statements = [
            "<\(iri)> <x:p> <x:o> .", "<x:s> <\(iri)> <x:o> .", "<x:s> <x:p> <\(iri)> .",
            "<x:s> <x:p> \"a\"^^<\(iri)> .",
        ]
        for text in statements {
            for format in [RDFFormat.ntriples, .nquads, .turtle, .trig] {
                #expect(self.problem(text, format) == problem, "\(text) \(format)")
            }
        }
        #expect(self.problem("<x:s> <x:p> <x:o> <\(iri)> .", .nquads) == problem)
        #expect(self.problem("<\(iri)> { <x:s> <x:p> <x:o> }", .trig) == problem)
        #expect(self.problem("@prefix e: <\(iri)> .", .turtle) == problem)
        #expect(self.problem("@base <\(iri)> .", .turtle) == problem)
        // With an escape.
        let escaped = iri.replacing("e", with: "\\u0065")
        #expect(self.problem("<\(escaped)> <x:p> <x:o> .", .ntriples) == problem)
        guard !iri.unicodeScalars.contains("\u{FFFE}") else { return }
        for body in [
            "<e:T rdf:about='\(iri)'/>", "<e:T><e:p rdf:resource='\(iri)'/></e:T>",
            "<e:T><e:p rdf:datatype='\(iri)'>x</e:p></e:T>", "<e:T rdf:type='\(iri)'/>", "<e:T xml:base='\(iri)'/>",
        ] {
            #expect(self.problem(String(decoding: RDFXMLReaderTests.document(body), as: UTF8.self), .rdfxml) == problem)
        }
        let name = String(decoding: RDFXMLReaderTests.document("<f:T xmlns:f='\(iri)'/>"), as: UTF8.self)
        #expect(self.problem(name, .rdfxml) == .rdfxmlForbiddenNamespace)
    }

    @Test(
        arguments: [
            ("@prefix e: <http://ex:> . e:abc <x:p> <x:o> .", .badPortInIRI),
            ("@prefix e: <http://ex/#> . e:a\\#b <x:p> <x:o> .", .misplacedInIRI),
            ("@prefix e: <http://ex/> . e:a\\%b <x:p> <x:o> .", .badPercentInIRI),
            ("@prefix e: <http://ex> . e:a\\@b\\@c <x:p> <x:o> .", .misplacedInIRI),
            ("@prefix e: <http://ex/> . e:\u{E0001} <x:p> <x:o> .", .forbiddenInIRI),
            ("@base <http://b/> . <1a:b> <x:p> <x:o> .", .misplacedInIRI),
            ("@base <http://b/> . <//ex:abc/> <x:p> <x:o> .", .badPortInIRI),
            ("@base <http://b/> . <?[> <x:p> <x:o> .", .misplacedInIRI),
        ] as [(String, SyntaxMessage)])
    func whatNamesAndReferencesMake(_ text: String, _ problem: SyntaxMessage) {
        #expect(self.problem(text, .turtle) == problem)
        #expect(self.problem(text, .trig) == problem)
    }

    @Test(arguments: [
        "http://example.org/a#b", "https://example.org:8080/a", "http://u:p@example.org:/a@b:c", "http://[::1]:80/a",
        "http://example.org/%C3%A9", "http://example.org/é?\u{E000}", "urn:a:b:c", "http://ex", "http://ex#a",
        "http://example.org/a_very_long_path_of_a_page/1!2$3~4", "x:y",
    ])
    func whatIsAllowedIsRead(_ iri: String) throws {
        for format in [RDFFormat.ntriples, .nquads, .turtle, .trig] {
            let text = "<\(iri)> <\(iri)> \"a\"^^<\(iri)> .\n<x:s> <x:p> <\(iri)> ."
            let quads = try RDFDocument(Array(text.utf8), format: format).quads
            #expect(quads.count == 2 && quads[1].object == .iri(IRI(unchecked: iri)))
        }
    }

    @Test func thePlaceOfTheFaultIsShown() {
        let error = #expect(throws: RDFSyntaxError.self) {
            try RDFDocument(Array("<x:s> <x:p> <http://example.org/a#b#c> .".utf8), format: .ntriples)
        }
        #expect(error?.offendingText == "<http://example.org/a#b#" && error.map { "\($0.range.lowerBound)" } == "1:13")
        #expect(error?.message.contains("“#”") == true)
    }

    @Test func aLenientReaderSkipsTheStatement() throws {
        let text = "<x:s> <x:p> <http://ex/a#b#c> .\n<x:s> <x:p> <x:o> .\n"
        for format in [RDFFormat.ntriples, .turtle] {
            let document = try RDFDocument(Array(text.utf8), format: format, options: RDFReaderOptions(isLenient: true))
            #expect(document.quads.count == 1 && document.diagnostics.map(\.problem) == [.misplacedInIRI])
        }
    }
}
