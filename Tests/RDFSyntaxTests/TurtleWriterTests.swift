import RDFModel
import RDFSyntax
import Testing

/// What our Turtle looks like.
@Suite struct TurtleWriterTests {
    private func rewritten(_ source: String, _ format: RDFFormat = .trig) throws -> String {
        let document = try RDFDocument(Array(source.utf8), format: format)
        return String(decoding: try TurtleWriter.trig(document.quads, prefixes: document.prefixes), as: UTF8.self)
    }

    @Test func everythingHasItsPlace() throws {
        let text = try rewritten(
            """
            PREFIX ex: <http://example.org/> PREFIX unused: <http://u/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            ex:z ex:p "z" . _:shared ex:p 1 . _:top ex:n [ ex:deep [ ex:er true ] ; a ex:T ] .
            ex:a ex:q "b"@fr, "a"@en ; a ex:T ; ex:p _:shared, ( 1 2.0 [ ex:x ex:y ] ), () ; ex:r _:shared, [] .
            ex:a ex:d "2020"^^xsd:gYear, "1."^^xsd:decimal, <http://other/x> ; ex:t <<( ex:a a ex:b )>> .
            ex:g { ex:a ex:b ex:c } _:h { [] ex:b ex:c }
            """)
        #expect(
            text == """
                @prefix ex: <http://example.org/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

                ex:a a ex:T ;
                    ex:d
                        <http://other/x> ,
                        "1."^^xsd:decimal ,
                        "2020"^^xsd:gYear ;
                    ex:p
                        () ,
                        (
                            1
                            2.0
                            [
                                ex:x ex:y
                            ]
                        ) ,
                        _:shared ;
                    ex:q
                        "a"@en ,
                        "b"@fr ;
                    ex:r
                        [] ,
                        _:shared ;
                    ex:t <<( ex:a a ex:b )>> .

                ex:z ex:p "z" .

                _:shared ex:p 1 .

                [] ex:n [
                        a ex:T ;
                        ex:deep [
                            ex:er true
                        ]
                    ] .

                ex:g {
                    ex:a ex:b ex:c .
                }

                _:h {
                    [] ex:b ex:c .
                }

                """)
    }

    @Test func circlesSharedAndBrokenListsKeepTheirLabels() throws {
        let text = try rewritten(
            """
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX : <http://e/>
            _:a :p _:b . _:b :p _:a . _:self :p _:self .
            _:l1 rdf:first 1 ; rdf:rest () . :s :p _:l1 ; :q _:l1 .
            _:l2 rdf:first 2 ; rdf:rest (3) .
            _:l3 rdf:first 4 ; rdf:rest _:l3 .
            :t :p _:l4 . _:l4 a rdf:List ; rdf:first 5 ; rdf:rest () .
            """)
        #expect(
            text == """
                @prefix : <http://e/> .
                @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .

                :s :p _:l1 ;
                    :q _:l1 .

                :t :p [
                        a rdf:List ;
                        rdf:first 5 ;
                        rdf:rest ()
                    ] .

                _:a :p [
                        :p _:a
                    ] .

                _:l1 rdf:first 1 ;
                    rdf:rest () .

                [] rdf:first 2 ;
                    rdf:rest (
                        3
                    ) .

                _:l3 rdf:first 4 ;
                    rdf:rest _:l3 .

                _:self :p _:self .

                """)
    }

    @Test func aLongChainIsCutIntoLabelledPieces() throws {
        let p = IRI(unchecked: "http://e/p")
        let count = 50_000
        let chain = (0..<count).map { number in
            Triple(.blankNode(BlankNode("n\(number)")), p, .blankNode(BlankNode("n\(number + 1)")))
        }
        let bytes = try TurtleWriter.turtle(chain)
        #expect(bytes.count < count * 60)
        #expect(try RDFDocument(bytes, format: .turtle).quads.count == count)
        let circle = try TurtleWriter.turtle(
            chain + [Triple(.blankNode(BlankNode("n\(count)")), p, .blankNode(BlankNode("n0")))])
        #expect(try RDFDocument(circle, format: .turtle).quads.count == count + 1)
    }

    @Test func aLongListStaysAList() throws {
        let source = "<http://e/s> <http://e/p> (" + (0..<20_000).map { "\($0) " }.joined() + ") ."
        let text = try rewritten(source)
        #expect(!text.contains("_:"))
        let nested = (0..<200).reduce("<http://e/o>") { inner, _ in "(" + inner + ")" }
        let deep = try RDFDocument(Array("<http://e/s> <http://e/p> \(nested) .".utf8), format: .turtle).quads
        let bytes = try TurtleWriter.trig(deep)
        #expect(try RDFDocument(bytes, format: .turtle).quads.count == deep.count)
        #expect(bytes.count < 40_000)
    }
}
