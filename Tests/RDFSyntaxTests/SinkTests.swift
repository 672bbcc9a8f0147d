import RDFCanon
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// The sinks that write while they are read into.
@Suite struct SinkTests {
    private func rewritten(
        _ source: String, _ format: RDFFormat = .trig, as target: RDFFormat = .trig, prefixes: PrefixMap = PrefixMap(),
        inChunksOf size: Int = .max
    ) throws -> String {
        String(
            decoding: try rewrittenBySink(
                Array(source.utf8), format, as: target, prefixes: prefixes, inChunksOf: size), as: UTF8.self)
    }

    @Test func linesAreCanonical() throws {
        let text = try rewritten(
            """
            PREFIX ex: <http://example.org/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            ex:a a ex:T ; ex:p "a\\tb\\u00E9\\"", 'x'@EN-ca, "y"@ar--rtl, "z"^^xsd:string, 1.0 ; ex:q _:b, [] .
            ex:g { _:b ex:p <<( ex:a ex:b <<( _:b ex:c "d"@fr )>> )>> } [] { ex:a ex:b () }
            """, as: .nquads)
        #expect(
            text == """
                <http://example.org/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/T> .
                <http://example.org/a> <http://example.org/p> "a\\tbé\\"" .
                <http://example.org/a> <http://example.org/p> "x"@en-ca .
                <http://example.org/a> <http://example.org/p> "y"@ar--rtl .
                <http://example.org/a> <http://example.org/p> "z" .
                <http://example.org/a> <http://example.org/p> "1.0"^^<http://www.w3.org/2001/XMLSchema#decimal> .
                <http://example.org/a> <http://example.org/q> _:b .
                <http://example.org/a> <http://example.org/q> _:anon-0 .
                _:b <http://example.org/p> <<( <http://example.org/a> <http://example.org/b> \
                <<( _:b <http://example.org/c> "d"@fr )>> )>> <http://example.org/g> .
                <http://example.org/a> <http://example.org/b> \
                <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> _:anon-1 .

                """)
    }

    @Test func statementsOfASubjectAreABlockWithItsTypesFirst() throws {
        let text = try rewritten(
            """
            PREFIX ex: <http://example.org/> PREFIX unused: <http://u/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            ex:z ex:p "z" , 1 ; ex:q true ; a ex:T, ex:U ; ex:q 1.5 , "1"^^xsd:decimal .
            ex:a ex:p () . ex:a ex:t <<( ex:a a ex:b )>> . ex:z ex:p "again" .
            PREFIX late: <http://late.example/>
            _:b ex:p late:x .
            """, as: .turtle)
        #expect(
            text == """
                @prefix ex: <http://example.org/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

                ex:z a ex:T ,
                        ex:U ;
                    ex:p "z" ,
                        1 ;
                    ex:q true ,
                        1.5 ,
                        "1"^^xsd:decimal .

                ex:a ex:p () ;
                    ex:t <<( ex:a a ex:b )>> .

                ex:z ex:p "again" .

                @prefix late: <http://late.example/> .

                _:b ex:p late:x .

                """)
    }

    @Test func graphsAreBlocksAroundWhichPrefixesStand() throws {
        let text = try rewritten(
            """
            <http://e/a> <http://e/p> <http://e/b> <http://g/1> .
            <http://e/c> <http://e/p> "1" <http://g/1> .
            <http://e/c> <http://late/p> "2" <http://g/1> .
            <http://e/c> <http://e/p> "3" .
            <http://e/c> <http://e/p> "4" _:g .

            """, .nquads,
            prefixes: [
                "e": IRI(unchecked: "http://e/"), "l": IRI(unchecked: "http://late/"), "x": IRI(unchecked: "x:"),
            ])
        #expect(
            text == """
                @prefix e: <http://e/> .

                <http://g/1> {
                    e:a e:p e:b .
                }

                @prefix l: <http://late/> .

                <http://g/1> {
                    e:c e:p "1" ;
                        l:p "2" .
                }

                e:c e:p "3" .

                _:g {
                    e:c e:p "4" .
                }

                """)
    }

    @Test func aNameThatIsDeclaredAgainIsWrittenAgain() throws {
        let text = try rewritten(
            """
            PREFIX a: <http://1/> PREFIX given: <http://other/> a:x a:y given:z . PREFIX a: <http://2/> a:x a:y <http://1/z> .
            """, as: .turtle, prefixes: ["given": IRI(unchecked: "http://given/")])
        #expect(
            text == """
                @prefix a: <http://1/> .

                a:x a:y <http://other/z> .

                @prefix a: <http://2/> .

                a:x a:y <http://1/z> .

                """)
    }

    @Test func whatIsDeclaredAgainAndAgainTakesNoRoom() throws {
        let lines = (0..<5000).map { "PREFIX a: <http://\($0)/> a:s a:p b:o ." }
        let source = "PREFIX b: <http://b/> " + lines.joined(separator: "\n")
        let text = try rewritten(source, .turtle, as: .turtle)
        #expect(text.split(separator: "@prefix").count == 5001)
        #expect(
            try RDFDocument(Array(text.utf8), format: .turtle).quads
                == RDFDocument(Array(source.utf8), format: .turtle).quads)
    }

    @Test func namesThatTurtleCannotHoldAreWrittenWhole() throws {
        let prefixes: PrefixMap = ["e": IRI(unchecked: "http://e/"), "m": IRI(unchecked: "http://e/M_")]
        let cases = [
            "a": "e:a", "": "e:", "a.b": "e:a.b", "1": "e:1", "a:b": "e:a:b", "%20": "e:%20", "é": "e:é", "M_1": "m:1",
            "M_-": "e:M_-", "a.": "<http://e/a.>", ".a": "<http://e/.a>", "-a": "<http://e/-a>",
            "a/b": "<http://e/a/b>",
            "%20~": "<http://e/%20~>", "a~": "<http://e/a~>", "\u{B7}": "<http://e/\u{B7}>", "a\u{B7}": "e:a\u{B7}",
            "\u{D7}": "<http://e/\u{D7}>", "a#b": "<http://e/a#b>", "(a)": "<http://e/(a)>",
        ]
        for (name, expected) in cases {
            let source = "<http://e/\(name)> <urn:p> \"\" .\n"
            let text = try rewritten(source, .ntriples, as: .turtle, prefixes: prefixes)
            #expect(text.contains("\n\(expected) <urn:p>") || text.hasPrefix("\(expected) <urn:p>"), "\(name): \(text)")
            #expect(
                try RDFDocument(Array(text.utf8), format: .turtle).quads
                    == RDFDocument(Array(source.utf8), format: .ntriples).quads)
        }
    }

    @Test func labelsOfTheDocumentAndOfTheSinkStayApart() throws {
        let source = "_:a <x:p> [] . _:anon-0 <x:p> _:anon-0x, _:hex-61, _:hex-61x, _:é, _:a.b, _:hex-C3A9, _:hex- ."
        for target in [RDFFormat.ntriples, .turtle] {
            let text = try rewritten(source, .turtle, as: target)
            let quads = try RDFDocument(Array(text.utf8), format: .turtle).quads
            #expect(Set(quads.flatMap { [$0.subject, $0.object] }).count == 10)
            #expect(text.contains("_:a <x:p> _:anon-0 .\n"))
            // Written once more, each label grows by a letter at most: sixteen of them are mentioned.
            #expect(try rewritten(text, .turtle, as: target).utf8.count <= text.utf8.count + 16)
        }
    }

    @Test(arguments: [RDFFormat.ntriples, .nquads, .turtle, .trig])
    func randomDatasetsComeBack(_ target: RDFFormat) throws {
        for seed in 0..<400 as Range<UInt64> {
            var graphs = RandomGraphs(seed: seed)
            let quads = graphs.quads(namedGraphs: target.holdsDatasets)
            let source: (RDFFormat, [UInt8]) =
                seed % 2 == 0
                ? (.nquads, try LineWriter.nquads(quads))
                : (.trig, try TurtleWriter.trig(quads, prefixes: RandomGraphs.prefixes))
            let whole = try rewrittenBySink(source.1, source.0, as: target, prefixes: RandomGraphs.prefixes)
            let text = String(decoding: whole, as: UTF8.self)
            let read = try RDFDocument(whole, format: target).quads
            #expect(try DatasetIsomorphism.areIsomorphic(read, quads), "seed \(seed): \(text)")
            let chunked = try rewrittenBySink(
                source.1, source.0, as: target, prefixes: RandomGraphs.prefixes, inChunksOf: Int(seed % 23) + 1)
            #expect(chunked == whole, "seed \(seed): chunks matter")
        }
    }

    /// What Raptor's Turtle writer corrupts without a word.
    @Test func theTrapsOfOtherWritersAreNone() throws {
        let xsd = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> PREFIX : <http://e/> "
        let rdf = "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX : <http://e/> "
        let traps = [
            xsd + #":s :p "1"^^xsd:decimal, "1."^^xsd:decimal, "1"^^xsd:double, "1.5"^^xsd:double, "1"^^xsd:boolean ."#,
            xsd + #":s :p "INF"^^xsd:double, "NaN"^^xsd:double, "0x10"^^xsd:double, "TRUE"^^xsd:boolean ."#,
            xsd
                + #":s :p "12abc"^^xsd:integer, "+1"^^xsd:integer, "01"^^xsd:integer, ""^^xsd:integer, " 1"^^xsd:integer ."#,
            "PREFIX : <http://e/> _:a-b :p _:azb . _:azb :q _:a-b .",
            "PREFIX : <http://e/> _:a :p _:b . _:b :p _:a . _:self :p _:self .",
            rdf + "_:l rdf:first 1 ; rdf:rest () . :s :p _:l . :t :p _:l .",
            rdf + "_:l rdf:first 1 ; rdf:rest () .",
            rdf + "_:l rdf:first 1 ; rdf:rest _:m . _:m rdf:first 2 ; rdf:rest _:l . :s :p _:l .",
            rdf + ":s :p _:l . _:l a rdf:List ; rdf:first 1 ; rdf:rest () .",
            #"PREFIX : <http://e/> :s :p "\r", "\b\f", "\u0001\u007F\u0000", "a\u0000b" ."#,
            "<http://b/z/../w> <http://b/./p> <http://b/%5C> .",
            #"<http://e/123> <urn:123> "\U0001F600" ."#,
        ]
        for trap in traps {
            let expected = try RDFDocument(Array(trap.utf8), format: .turtle).quads
            for target in [RDFFormat.ntriples, .turtle, .nquads, .trig] {
                let bytes = try rewrittenBySink(Array(trap.utf8), .turtle, as: target)
                let text = String(decoding: bytes, as: UTF8.self)
                let read = try RDFDocument(bytes, format: target).quads
                #expect(read.count == expected.count)
                #expect(try DatasetIsomorphism.areIsomorphic(read, expected), "\(trap)\n\(text)")
            }
        }
    }

    @Test func aChainOfBlankNodesIsNotNested() throws {
        let chain = "PREFIX : <http://e/> " + (0..<10_000).map { "_:c\($0) :p _:c\($0 + 1) ." }.joined()
        let bytes = try rewrittenBySink(Array(chain.utf8), .turtle, as: .turtle)
        #expect(bytes.count < 2 * chain.utf8.count)
        #expect(
            try RDFDocument(bytes, format: .turtle).quads == RDFDocument(Array(chain.utf8), format: .turtle).quads)
    }

    @Test func aLongBlockIsCutAndTermsAreForgotten() throws {
        // A megabyte about one subject in one graph, in statements of their own and in one.
        let objects = (0..<20_000).map { "\"\($0) \(String(repeating: "x", count: 40))\"" }
        let sources: [(RDFFormat, String)] = [
            (.nquads, objects.map { "_:s <http://e/p> \($0) <http://e/g> .\n" }.joined()),
            (.trig, "<http://e/g> { " + objects.map { "_:s <http://e/p> \($0) . " }.joined() + "}"),
            (.trig, "<http://e/g> { _:s <http://e/p> " + objects.joined(separator: ", ") + "}"),
        ]
        let expected = try RDFDocument(Array(sources[0].1.utf8), format: .nquads).quads
        for (format, source) in sources {
            for size in [1 << 20, 5000] where format == .nquads || size > 5000 || source != sources[2].1 {
                let bytes = try rewrittenBySink(
                    Array(source.utf8), format, as: .trig, prefixes: ["e": IRI(unchecked: "http://e/")],
                    inChunksOf: size)
                #expect(try RDFDocument(bytes, format: .trig).quads == expected)
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(text.hasPrefix("@prefix e: <http://e/> .\n\ne:g {\n    _:s e:p \"0 x"))
                // A block begins with the subject; the graph is opened once.
                let blocks = text.split(separator: "_:s e:p ").count - 1
                #expect(
                    blocks >= bytes.count / (TurtleSink.longestBlock + 200)
                        && blocks <= bytes.count / TurtleSink.longestBlock + 1)
                #expect(text.split(separator: "{", omittingEmptySubsequences: false).count == 2)
            }
        }
    }

    @Test func whatTheFormatCannotHoldIsRefused() {
        let source = Array("<a:a> <a:b> <a:c> <a:g> .\n".utf8)
        for target in [RDFFormat.ntriples, .turtle] {
            #expect(throws: RDFWritingError.self) { try rewrittenBySink(source, .nquads, as: target) }
        }
    }

    @Test func anOutputThatFailsIsHeard() throws {
        struct Full: Error {}
        let source = Array("<a:a> <a:b> <a:c> .\n".utf8)
        var lines = LineSink(format: .ntriples, flushingAt: 1) { _ in throw Full() }
        #expect(throws: Full.self) { try RDFReader.read(source.span, format: .ntriples, into: &lines) }
        var turtle = TurtleSink(format: .turtle, flushingAt: 1) { _ in throw Full() }
        #expect(throws: Full.self) {
            try RDFReader.read(source.span, format: .ntriples, into: &turtle)
            try turtle.finish()
        }
    }
}
