import Localization
import RDFCanon
import RDFModel
import RDFSyntax
import RaptorSyntax
import TestSupport
import Testing

/// What Raptor is trusted with, and what never reaches it.
@Suite struct RaptorWritingTests {
    private static let prefixes = "PREFIX : <http://e/> PREFIX xsd: <\(XSD.namespace)> PREFIX rdf: <\(RDF.namespace)>\n"

    private static func triples(_ source: String) throws -> [Triple] {
        try RDFDocument(Array((prefixes + source).utf8), format: .turtle).quads.map(\.triple)
    }

    /// What Raptor 2.0.15 writes as something else, as invalid Turtle, or without end; each was tried.
    static let traps: [(source: String, problem: RaptorObstacleMessage)] = [
        (#":s :p "1"^^xsd:decimal ."#, .number), (#":s :p "1."^^xsd:decimal ."#, .number),
        (#":s :p "1"^^xsd:double ."#, .number), (#":s :p "1.5"^^xsd:double ."#, .number),
        (#":s :p "INF"^^xsd:double ."#, .number), (#":s :p "NaN"^^xsd:double ."#, .number),
        (#":s :p "0x10"^^xsd:double ."#, .number), (#":s :p "12abc"^^xsd:integer ."#, .number),
        (#":s :p "1.0"^^xsd:integer ."#, .number), (#":s :p ""^^xsd:integer ."#, .number),
        (#":s :p "1"^^xsd:boolean ."#, .boolean), (#":s :p "TRUE"^^xsd:boolean ."#, .boolean),
        (":s :p <http://e/b.>, :b .", .localName), (":s <http://e/p.> :b .", .localName),
        (":s :p rdf:x\\. .", .localName),
        ("_:a :p _:b . _:b :p _:a .", .blankNodeCircle), ("_:a :p _:a .", .blankNodeCircle),
        (":s :p _:l . :t :p _:l . _:l rdf:first 1 ; rdf:rest () .", .brokenList),
        ("_:l rdf:first 1 ; rdf:rest () .", .brokenList), ("(1 2) :p :o .", .brokenList),
        (":s :p _:l . _:l rdf:first 1 ; rdf:rest _:l .", .brokenList),
        (":s :p _:l . _:l rdf:first 1 ; rdf:rest _:m . _:m rdf:first 2 ; rdf:rest _:l .", .brokenList),
        (":s :p _:l . _:l a rdf:List ; rdf:first 1 ; rdf:rest () .", .brokenList),
        (":s :p _:l . _:l rdf:first 1, 2 ; rdf:rest () .", .brokenList),
        (":s :p _:l . _:l rdf:first 1 .", .brokenList), (":s rdf:first 1 .", .brokenList),
        (#":s :p "a\rb" ."#, .controlCharacter), (#":s :p "\u0000" ."#, .controlCharacter),
        (#":s :p "a\u0000b"@en ."#, .controlCharacter), (#":s :p "\b" ."#, .controlCharacter),
        (#":s :p "\f" ."#, .controlCharacter), (#":s :p "\u001F" ."#, .controlCharacter),
        (#":s :p "a\uFFFEb" ."#, .controlCharacter), (#":s :p "\uFFFF"@en ."#, .controlCharacter),
        (#":s :p "a"@ar--rtl ."#, .rdf12), (":s :p <<( :s :p :o )>> .", .rdf12),
    ]

    @Test func aDotAtTheEndOfAnIRIIsSafeWhereNoPrefixFits() throws {
        let triples = try Self.triples(":s :p <http://other/b...> .")
        let written = try TurtleSerialization.write(triples, prefixes: ["": IRI(unchecked: "http://e/")])
        #expect(written.writer == .raptor)
        try expectSame(try RDFDocument(written.bytes, format: .turtle).quads, triples)
    }

    @Test(arguments: traps) func aTrapIsWrittenByOurOwnWriter(_ source: String, _ problem: RaptorObstacleMessage) throws
    {
        let triples = try Self.triples(source)
        let prefixes: PrefixMap = ["": IRI(unchecked: "http://e/")]
        #expect(TurtlePreflight.obstacle(in: triples, prefixes: prefixes)?.problem == problem)
        let written = try TurtleSerialization.write(triples, prefixes: prefixes)
        #expect(written.writer == .native)
        #expect(written.obstacle?.problem == problem)
        #expect(written.obstacle?.description(in: .french).isEmpty == false)
        try expectSame(try RDFDocument(written.bytes, format: .turtle).quads, triples)
    }

    @Test func aLongChainIsWrittenByOurOwnWriter() throws {
        let p = IRI(unchecked: "http://e/p")
        let chain = (0..<5000).map { Triple(.blankNode(BlankNode("n\($0)")), p, .blankNode(BlankNode("n\($0 + 1)"))) }
        #expect(TurtlePreflight.obstacle(in: chain)?.problem == .blankNodeCircle)
        #expect(TurtlePreflight.obstacle(in: Array(chain.prefix(60))) == nil)
    }

    @Test(arguments: ["http://e/a b", "http://e/a\\b", "http://e/>", "no-scheme", "http://e/\u{0}", ""])
    func anIRIThatIsNoneNeverReachesRaptor(_ text: String) throws {
        let iri = IRI(unchecked: text)
        for triple in [
            Triple(.iri(iri), RDF.type, .iri(RDF.nil)), Triple(.iri(RDF.nil), iri, .iri(RDF.nil)),
            Triple(.iri(RDF.nil), RDF.type, .literal(Literal("", datatype: iri))),
        ] {
            #expect(TurtlePreflight.obstacle(in: [triple])?.problem == .forbiddenInIRI)
            #expect(RDFXMLPreflight.obstacle(in: [triple])?.problem == .forbiddenInIRI)
        }
    }

    @Test func whatOurDirectoryHoldsIsWrittenByRaptor() throws {
        let triples = try Self.triples(
            """
            :s a :T ; :p "1995"^^xsd:gYear, true, false, 0, 42, -7, "2026-01-01"^^xsd:date, 1.5, 1.0e3, "é \\n \\t \\" \\\\" ;
                :q "élan"@fr-CA, "x", <http://e/é>, <http://e/a/(b)?c=d&e=%20#f>, [ :p ( 1 2 [] ) ], () .
            """)
        let written = try TurtleSerialization.write(triples, prefixes: ["e": IRI(unchecked: "http://e/")])
        #expect(written.writer == .raptor)
        #expect(written.obstacle == nil)
        try expectSame(try RDFDocument(written.bytes, format: .turtle).quads, triples)
    }

    @Test func bytesDependOnTheGraphAlone() throws {
        let triples = try Self.triples(":b :p 1 ; :q 2 . :a a :T, :U ; :p [ :x 1 ], \"b\"@en, \"a\"@fr .")
        let ground = triples.filter { if case .blankNode = $0.subject { false } else { true } }.filter {
            if case .blankNode = $0.object { false } else { true }
        }
        let forwards: PrefixMap = [
            "e": IRI(unchecked: "http://e/"), "x": IRI(unchecked: XSD.namespace), "u": IRI(unchecked: "urn:u:"),
        ]
        let backwards: PrefixMap = [
            "u": IRI(unchecked: "urn:u:"), "x": IRI(unchecked: XSD.namespace), "e": IRI(unchecked: "http://e/"),
        ]
        for _ in 0..<20 {
            let turtle = try TurtleSerialization.write(triples.shuffled(), prefixes: forwards).bytes
            #expect(turtle == (try TurtleSerialization.write(triples, prefixes: backwards).bytes))
            let xml = try RDFXMLSerialization.write(ground.shuffled() + ground, prefixes: forwards)
            #expect(xml == (try RDFXMLSerialization.write(ground, prefixes: backwards)))
            #expect(!String(decoding: turtle + xml, as: UTF8.self).contains("urn:u:"))
        }
    }

    static let xmlTraps: [(source: String, problem: RaptorObstacleMessage)] = [
        (":s <http://e/123> 1 .", .xmlName), (":s <urn:123> 1 .", .xmlName), (":s <http://e/> 1 .", .xmlName),
        (":s <http://e/a%41> 1 .", .xmlName), (":s rdf:li 1 .", .rdfSyntaxName), (":s rdf:about 1 .", .rdfSyntaxName),
        (":s rdf:bagID 1 .", .rdfSyntaxName), (":s rdf:_99999999999999999999 1 .", .rdfSyntaxName),
        (#":s :p "\u0001" ."#, .xmlCharacter),
        (#":s :p "\uFFFF" ."#, .xmlCharacter),
        (":s :p <http://e/a/../b> .", .dotSegments), (":s :p <http://e/./b> .", .dotSegments),
        (":s :p <<( :s :p :o )>> .", .rdf12), (#":s :p "a"@ar--rtl ."#, .rdf12),
    ]

    @Test(arguments: xmlTraps) func whatXMLCannotHoldIsRefused(
        _ source: String, _ problem: RaptorObstacleMessage
    ) throws {
        let triples = try Self.triples(source)
        let error = #expect(throws: RaptorObstacle.self) { try RDFXMLSerialization.write(triples) }
        #expect(error?.problem == problem)
    }

    /// XML literals, canonical or not, XML or not; and names of RDF that mean nothing to its syntax.
    @Test(arguments: [
        #":s :p "<b>"^^rdf:XMLLiteral, "<b></b>"^^rdf:XMLLiteral, "<b/>"^^rdf:XMLLiteral, "a &amp; b"^^rdf:XMLLiteral ."#,
        #":s :p ""^^rdf:XMLLiteral, " "^^rdf:XMLLiteral, "<b xmlns='u:u'>é</b>"^^rdf:XMLLiteral, "]]>"^^rdf:XMLLiteral ."#,
        #":s :p "gggg"^^rdf:XMLLiteral, "urn:x-lys:xml-literal:g" . <urn:x-lys:xml-literal:ggggg> :p "x"^^rdf:XMLLiteral ."#,
        #"[] rdf:value "x" ; rdf:direction "rtl" ; rdf:language "ar" ; rdf:reifies :o ; rdf:unknown 1 ; rdf:_1 2 ."#,
        ":s a rdf:CompoundLiteral, rdf:HTML, rdf:Description, rdf:li ; :p \"{}\"^^rdf:JSON, \"<i>\"^^rdf:HTML .",
    ])
    func whatXMLCanHoldIsHeld(_ source: String) throws {
        let triples = try Self.triples(source)
        let bytes = try RDFXMLSerialization.write(triples)
        try expectSame(try RDFDocument(bytes, format: .rdfxml).quads, triples)
    }

    @Test func aLongTermIsCutInTheMessage() {
        let obstacle = RaptorObstacle(.xmlCharacter, "\"" + String(repeating: "é", count: 5000) + "\"")
        #expect(obstacle.description(in: .english).utf8.count < 300)
        #expect(obstacle.term.hasPrefix("\"é") && obstacle.term.hasSuffix("…"))
    }

    // MARK: Everything that passes comes back

    private static let iris =
        [
            "a", "a/b", "a/", "ns#x", "ns#", "ns#-x", "a/b.c", "a/b.", "a/.b", "1", "a/é", "a/b%20c", "a/(x)", "a/b:c",
            "?q=1&r='", "a//b", "a/../b", "~tilde", "a,b;c", "_x", "a/1a", "a/é.", "ns#a:b", "ns#·", "ns#a·", "ns#%41",
            "a/b..c", "a/x'", "ns#😀", "ns#\u{2019}", "ns#a_", "\u{7F}", "\u{85}", "\u{FFFE}",
        ].map { "http://example.org/" + $0 } + [
            "urn:x:y", "urn:x", "mailto:a@b", "x:", "urn:..", "http://e/%7E", "HTTP://E/x", "http://e", "file:///a",
            "http://u@h:80/", "http://[::1]/x", "x:/..//",
        ] + ["nil", "first", "type", "List", "_1", "Bag", "foo", "langString"].map { RDF.namespace + $0 }

    private static let texts = [
        "", "\"", "\\", "\n", "\t", "a\tb\nc", "\u{7F}", "'''", "\"\"\"", "é😀", "a\\", "\u{EFFF}\u{F8FF}", " ",
        "\u{300}",
        "\n\"", "\"\n", "\n\\", "a\"\n\"\"\"b", "\u{85}", "\u{2028}", "\u{10FFFF}", "<a>&amp;", "]]>", "  a  ", "\n\n",
        "\\n",
        "\"\"\"\n\"", "\n\"\"", "\u{1FFFE}", "\r\n", "\u{8}", "\u{D7FF}\u{E000}",
    ]

    private static let numbers = [
        "1", "-1", "+1", "01", "-0", "1.", ".5", "1.5", "-.5e3", "1e0", "1E+5", "1.e5", "INF", "0x10", "true", "TRUE",
        "e", "",
        "1 ", "--1", "99999999999999999999999999", "-1.50", "+.5", "1e400", "3.14159265358979323846264338327950288",
    ]

    private static var singles: [[Triple]] {
        let s = Term.iri(IRI(unchecked: "http://example.org/s"))
        let p = IRI(unchecked: "http://example.org/ns#p")
        let names = iris.map { IRI(unchecked: $0) }.flatMap { iri in
            [
                [Triple(.iri(iri), p, s)], [Triple(s, iri, .literal(Literal("x")))], [Triple(s, p, .iri(iri))],
                [Triple(s, RDF.type, .iri(iri)), Triple(s, p, s)],
                [Triple(s, p, .literal(Literal("x", datatype: iri)))],
            ]
        }
        let literals =
            texts.flatMap { [Literal($0), Literal($0, language: "en-CA"), Literal($0, datatype: XSD.gYear)] }
            + numbers.flatMap { number in
                [XSD.integer, XSD.decimal, XSD.double, XSD.boolean, XSD.float, XSD.date].map {
                    Literal(number, datatype: $0)
                }
            }
        // Every prefix is in use, so that Raptor may abbreviate by it.
        let users = ["a", "a/a", "ns#a"].map { Triple(s, p, .iri(IRI(unchecked: "http://example.org/" + $0))) }
        return (names + literals.map { [Triple(s, p, .literal($0))] }).map { $0 + users }
    }

    private static var random: [[Triple]] {
        (0..<1500 as Range<UInt64>).map { seed in
            var graphs = RandomGraphs(seed: seed)
            graphs.usesRDF12 = false
            return Set(graphs.quads(namedGraphs: false).map(\.triple)).sorted()
        }
    }

    @Test func everyGraphThatPassesComesBackFromTurtle() throws {
        var passed = 0
        let prefixes = RandomGraphs.prefixes
        for triples in Self.singles + Self.random
        where TurtlePreflight.obstacle(in: triples, prefixes: prefixes) == nil {
            let written = try TurtleSerialization.write(triples, prefixes: prefixes)
            #expect(written.writer == .raptor, "\(triples): \(String(describing: written.obstacle))")
            try expectSame(try RDFDocument(written.bytes, format: .turtle).quads, triples)
            passed += 1
        }
        #expect(passed > 400)
    }

    @Test func everyGraphThatPassesComesBackFromXML() throws {
        var passed = 0
        for triples in Self.singles + Self.random where RDFXMLPreflight.obstacle(in: triples) == nil {
            let bytes = try RDFXMLSerialization.write(triples, prefixes: RandomGraphs.prefixes)
            try expectSame(try RDFDocument(bytes, format: .rdfxml).quads, triples)
            passed += 1
            // To Raptor's reader, names of RDF that it does not know are errors.
            let names = ["foo", "langString"].map { RDF.namespace + $0 }
            guard !triples.contains(where: { names.contains($0.predicate.string) }),
                !triples.contains(where: {
                    if case .iri(let iri) = $0.object { names.contains(iri.string) } else { false }
                })
            else { continue }
            var collector = QuadCollector()
            try RaptorRDFXMLReader.read(bytes.span, into: &collector)
            try expectSame(collector.quads(), triples)
        }
        #expect(passed > 400)
    }

    private func expectSame(_ quads: [Quad], _ triples: [Triple]) throws {
        #expect(try DatasetIsomorphism.areIsomorphic(quads, triples.map { Quad($0) }), "\(triples)")
    }
}
