import Localization
import RDFCanon
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// What a lenient reader makes of RDF/XML in which some terms are none: the other statements, and each place.
@Suite struct RDFXMLLenientTests {
    /// The inside of a document, what is read of it in Turtle, the problems, and how many statements are skipped.
    struct Case: Sendable, CustomTestStringConvertible {
        let body: String
        let turtle: String
        let problems: [SyntaxMessage]
        let skipped: Int
        var testDescription: String { body }

        init(_ body: String, _ turtle: String, _ problems: [SyntaxMessage], skipped: Int) {
            (self.body, self.turtle, self.problems, self.skipped) = (body, turtle, problems, skipped)
        }
    }

    static let cases = [
        // One IRI, one statement.
        Case(
            "<e:T rdf:about='a:b'><e:p rdf:resource='a:b c'/><e:q>x</e:q></e:T>", "<a:b> a e:T ; e:q 'x' .",
            [.forbiddenInIRI], skipped: 1),
        // All that is said of a node, and that it is what a property points to, but not what is said of others.
        Case(
            "<e:T rdf:about='a:1'><e:p><e:T rdf:about='a:{}'><e:p><e:U rdf:about='a:2'/></e:p></e:T></e:p></e:T>",
            "<a:1> a e:T . <a:2> a e:U .", [.forbiddenInIRI], skipped: 3),
        Case(
            "<e:T rdf:about='a:1'><e:p rdf:datatype='a:^'>x</e:p></e:T>", "<a:1> a e:T .", [.forbiddenInIRI], skipped: 1
        ),
        Case(
            "<e:T rdf:about='a:1'><e:p rdf:datatype='\(RDF.namespace)langString'>x</e:p></e:T>", "<a:1> a e:T .",
            [.rdfxmlLanguageDatatype], skipped: 1),
        Case("<e:T rdf:about='a:1' rdf:type='a:\\'/>", "<a:1> a e:T .", [.forbiddenInIRI], skipped: 1),
        // A relative IRI without a base, and one against a base that is none.
        Case("<e:T rdf:about='a:1'><e:p rdf:resource='x'/></e:T>", "<a:1> a e:T .", [.relativeIRI], skipped: 1),
        Case(
            "<e:T rdf:about='a:1' xml:base='a: '><e:p rdf:resource='x'/><e:p rdf:resource='a:2'/></e:T>",
            "<a:1> a e:T ; e:p <a:2> .", [.blankAroundIRI, .relativeIRI], skipped: 1),
        // Names that are none, or taken.
        Case("<e:T rdf:nodeID='1'><e:p/></e:T><e:U/>", "[] a e:U .", [.rdfxmlBadName], skipped: 2),
        Case("<e:T rdf:ID='a b'/><e:U/>", "[] a e:U .", [.rdfxmlBadName], skipped: 1),
        Case(
            "<e:T xml:base='a:b'><e:p rdf:ID='x'>1</e:p><e:p rdf:ID='x'>2</e:p></e:T>",
            """
            _:t a e:T ; e:p '1', '2' . <a:b#x> a rdf:Statement ; rdf:subject _:t ; rdf:predicate e:p ; rdf:object '1' .
            """, [.rdfxmlDuplicateID], skipped: 4),
        // A namespace that makes no IRI: of a class, a property, a property as an attribute.
        Case("<f:T xmlns:f='f:a b' e:p='x'/>", "[] e:p 'x' .", [.rdfxmlForbiddenNamespace], skipped: 1),
        Case("<e:T><f:p xmlns:f='f'>x</f:p></e:T>", "[] a e:T .", [.rdfxmlRelativeNamespace], skipped: 1),
        Case("<e:T xmlns:f='f' f:p='x' e:p='y'/>", "[] a e:T ; e:p 'y' .", [.rdfxmlRelativeNamespace], skipped: 1),
        Case("<e:T p='x' e:p='y'/>", "[] a e:T ; e:p 'y' .", [.rdfxmlUnqualifiedAttribute], skipped: 1),
        // Texts in a language that is none, unless one within is.
        Case(
            "<e:T xml:lang='e_n' e:p='x'><e:q>y</e:q><e:q xml:lang='en'>z</e:q><e:q rdf:resource='a:b'/></e:T>",
            "[] a e:T ; e:q 'z'@en, <a:b> .", [.badLanguage], skipped: 2),
        Case(
            "<e:T rdf:version='1.2' xml:lang='en' its:dir='up' e:p='x'><e:q its:dir='ltr'>y</e:q></e:T>",
            "[] a e:T ; e:q 'y'@en--ltr .", [.badDirection], skipped: 1),
        // The cells of a collection say how long it is; what stands in one is not known.
        Case(
            "<e:T><e:p rdf:parseType='Collection'><e:U rdf:about='a:1'/><rdf:Description rdf:about='a: '/></e:p></e:T>",
            "[] a e:T ; e:p [ rdf:first <a:1> ; rdf:rest [ rdf:rest () ] ] . <a:1> a e:U .", [.blankAroundIRI],
            skipped: 1),
        // A triple term that lacks a term is none, and takes along what is said of it.
        Case(
            "<e:T rdf:version='1.2'><e:p rdf:parseType='Triple'><rdf:Description rdf:about='a: '><e:q>x</e:q>"
                + "</rdf:Description></e:p></e:T>", "[] a e:T .", [.blankAroundIRI], skipped: 1),
        Case(
            "<e:T rdf:version='1.2' rdf:about='a:1'><e:p rdf:annotation='a: '>x</e:p></e:T>",
            "<a:1> a e:T ; e:p 'x' .", [.blankAroundIRI], skipped: 1),
    ]

    @Test(arguments: cases) func otherStatementsAreRead(_ example: Case) throws {
        let bytes = RDFXMLReaderTests.document("\n" + example.body)
        let turtle = "PREFIX rdf: <\(RDF.namespace)> PREFIX e: <http://e/> " + example.turtle
        let expected = try RDFDocument(Array(turtle.utf8), format: .turtle).quads
        for size in [1, 7, bytes.count] {
            var reader = try RDFReader(format: .rdfxml, options: RDFReaderOptions(isLenient: true))
            var sink = QuadCollector()
            var offset = 0
            while offset < bytes.count {
                let end = min(offset + size, bytes.count)
                try reader.read(bytes[offset..<end].span, isFinal: end == bytes.count, into: &sink)
                offset = end
            }
            #expect(try DatasetIsomorphism.areIsomorphic(sink.quads(), expected), "\(sink.quads())")
            #expect(reader.diagnostics.map(\.problem) == example.problems)
            #expect(reader.diagnostics.allSatisfy { "\($0.range.lowerBound)".hasPrefix("2:") })
            #expect(reader.skippedStatements == example.skipped)
        }
        // A strict reader says the same of the first.
        let error = #expect(throws: RDFSyntaxError.self) { try RDFDocument(bytes, format: .rdfxml) }
        #expect(error?.problem == example.problems[0])
    }

    @Test(
        arguments: [
            ("<e:T>x</e:T>", .rdfxmlText), ("<T/>", .rdfxmlUnqualifiedElement), ("<e:T><e:p></e:T>", .xmlTagMismatch),
            ("<e:T rdf:bagID='x'/>", .rdfxmlWithdrawn), ("<e:T e:p='&x;'/>", .xmlUndefinedEntity),
        ] as [(String, SyntaxMessage)])
    func whatIsNotRDFXMLIsRefused(_ body: String, _ problem: SyntaxMessage) {
        let error = #expect(throws: RDFSyntaxError.self) {
            try RDFDocument(
                RDFXMLReaderTests.document(body), format: .rdfxml, options: RDFReaderOptions(isLenient: true))
        }
        #expect(error?.problem == problem)
    }

    @Test func placesAreKeptUpToALimit() throws {
        var options = RDFReaderOptions(sourceName: "x.rdf", isLenient: true)
        options.limits.diagnostics = 3
        let bytes = RDFXMLReaderTests.document(String(repeating: "\n<e:T><e:p rdf:resource='a: '/></e:T>", count: 10))
        var reader = try RDFReader(format: .rdfxml, options: options)
        var sink = QuadCollector()
        try reader.read(bytes.span, isFinal: true, into: &sink)
        #expect(sink.count == 10 && reader.skippedStatements == 10)
        #expect(reader.diagnostics.map { "\($0.range.lowerBound)" } == ["2:6", "3:6", "4:6"])
        #expect(reader.diagnostics.first?.description.contains("x.rdf:2:6: ") == true)
    }
}
