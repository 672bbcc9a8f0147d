import ByteText
import Localization
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// Readers meet documents that nobody meant well: they end in an error that says where, or in statements, and never
/// in a crash.
@Suite struct HostileInputTests {
    private static let turtle = """
        @prefix ex: <http://e/é#> . PREFIX : <x> BASE <http://b/c/> VERSION "1.2"
        ex:a\\-b a :T, <../y>, "a\\u00E9\\n\\"é"@fr--ltr, 'x'^^ex:t, \"\"\"long "" é\"\"\", 1, -1.5, 1.e3, true ; .
        [ :p ( 1 [] ( ) _:b.c ) ; ] :q <<( :s :p "o" )>> ~ :r {| :x :y |} , << :s :p :o ~ _:z >> .
        # comment é
        << :a :b :c >> :d :%41\\~ .
        """
    private static let trig = turtle + "\n:g { :a :b :c . :d :e [] } GRAPH _:g { } { :x :y :z } [] { :a a :b }"
    private static let nquads = """
        <http://e/\\u00E9> <http://e/p> "a\\tb\\U0001F600é"@en-GB--rtl <http://g/> . # é
        _:a1.b <http://e/p> <<( <http://s> <p:q> "x"^^<d:t> )>> _:g .\r\n
        VERSION "1.2"
        <a:b><a:b><a:b>.
        """

    private static let rdfxml = """
        <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE r [<!ENTITY e "http://e/é#"> <!ENTITY t "a &amp; &#233;">]>
        <!-- é --><?p q?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/é#"
         xmlns:its="http://www.w3.org/2005/11/its" xml:base="http://b/c" xml:lang="fr-CA" rdf:version="1.2">
        <e:T rdf:about="&e;a" e:p='x &#x1F600;' rdf:type="#T" its:dir="rtl"><e:q rdf:ID="i">&t;<![CDATA[ <é> ]]></e:q>
        <rdf:li rdf:nodeID="n.1"/><rdf:li xml:lang="" rdf:annotationNodeID="é">y</rdf:li>
        <e:c rdf:parseType="Collection"><e:T/><rdf:Description rdf:ID="é"/></e:c>
        <e:l rdf:parseType="Literal">é<e:x a="1" e:b="&e;"><!-- c --><?p q?></e:x></e:l>
        <e:r rdf:parseType="Resource"><e:n rdf:datatype="&e;d">1</e:n></e:r>
        <e:t rdf:parseType="Triple"><e:T/></e:t></e:T></rdf:RDF>
        """

    private static let documents: [(format: RDFFormat, text: String)] = [
        (.turtle, "@base <http://base/> .\n" + turtle), (.trig, "@base <http://base/> .\n" + trig), (.nquads, nquads),
        (.rdfxml, rdfxml),
    ]

    /// Whatever comes of it, chunks make no difference.
    private func attempt(_ bytes: [UInt8], _ format: RDFFormat, chunk: Int) {
        let whole = Result { try RDFDocument(bytes, format: format).quads }
        let pieces = Result { try readInChunks(bytes, of: chunk, format) }
        switch (whole, pieces) {
        case (.success(let one), .success(let other)):
            for (one, other) in zip(one, other) where one != other {
                Issue.record("\(one) \(other) in chunks of \(chunk): \(String(decoding: bytes, as: UTF8.self))")
            }
            #expect(one.count == other.count)
        case (.failure(let one as RDFSyntaxError), .failure(let other as RDFSyntaxError)):
            #expect(one.range.lowerBound == other.range.lowerBound, "\(one) / \(other)")
            #expect(!one.description.isEmpty && !one.description(in: .french).isEmpty)
        default: Issue.record("\(whole) but in chunks \(pieces): \(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test(arguments: documents) func theDocumentsAreValid(_ format: RDFFormat, _ text: String) throws {
        #expect(try RDFDocument(Array(text.utf8), format: format).quads.count > 2)
    }

    @Test(arguments: documents) func everyTruncation(_ format: RDFFormat, _ text: String) {
        let bytes = Array(text.utf8)
        for length in 0..<bytes.count { attempt(Array(bytes[..<length]), format, chunk: 16) }
    }

    @Test(arguments: documents) func aBadByteAtEveryPlace(_ format: RDFFormat, _ text: String) {
        let bytes = Array(text.utf8)
        for bad in [0x00, 0x80, 0xC0, 0xED, 0xF5, 0xFF, 0x22, 0x5C, 0x0A, 0x3C] as [UInt8] {
            for place in bytes.indices {
                var copy = bytes
                copy[place] = bad
                attempt(copy, format, chunk: 32)
                if bad > 0xEF {
                    // Such a byte is in no UTF-8 text, wherever it stands.
                    #expect(throws: RDFSyntaxError.self) { try RDFDocument(copy, format: format) }
                }
            }
        }
    }

    @Test(arguments: documents) func randomMutations(_ format: RDFFormat, _ text: String) {
        let bytes = Array(text.utf8)
        var generator = SeededGenerator(seed: 42)
        for _ in 0..<3000 {
            var copy = bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<copy.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: copy[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: copy.insert(bytes[Int.random(in: 0..<bytes.count, using: &generator)], at: place)
                case 2: copy.remove(at: place)
                default: copy.swapAt(place, Int.random(in: 0..<copy.count, using: &generator))
                }
            }
            attempt(copy, format, chunk: Int.random(in: 1...64, using: &generator))
        }
    }

    @Test(arguments: [
        ("<a:s> <a:p> ", "[ <a:p> ", ""), ("<a:s> <a:p> ", "( ", ""), ("<a:s> <a:p> ", "<< ", ""),
        ("<a:s> <a:p> ", "<<( <a:s> <a:p> ", ""), ("<a:s> <a:p> <a:o> ", "{| <a:p> <a:o> ", ""), ("", "<< ", ""),
        ("", "[ <a:p> ", ""), ("", "( ", ""),
    ])
    func deepNestingIsAnError(_ start: String, _ opener: String, _ end: String) {
        let text = start + String(repeating: opener, count: 100_000) + end
        for format in [RDFFormat.turtle, .trig] {
            let error = #expect(throws: RDFSyntaxError.self) { try RDFDocument(Array(text.utf8), format: format) }
            #expect(error?.problem == .tooDeep)
        }
    }

    @Test func deepTripleTermsInLinesAreAnError() {
        let text = "<a:s> <a:p> " + String(repeating: "<<( <a:s> <a:p> ", count: 100_000)
        let error = #expect(throws: RDFSyntaxError.self) { try RDFDocument(Array(text.utf8), format: .ntriples) }
        #expect(error?.problem == .tooDeep)
    }

    @Test func limitsHold() throws {
        var options = RDFReaderOptions()
        options.limits.prefixes = 100
        options.limits.termBytes = 50
        options.limits.statementBytes = 200
        func problem(_ text: String, _ format: RDFFormat = .turtle) -> SyntaxMessage? {
            do {
                _ = try RDFDocument(Array(text.utf8), format: format, options: options)
                return nil
            } catch {
                return (error as? RDFSyntaxError)?.problem
            }
        }
        let prefixes = (0...100).map { "PREFIX p\($0): <a:\($0)>\n" }
        #expect(problem(prefixes.joined()) == .tooManyPrefixes)
        #expect(problem(prefixes.dropLast().joined() + prefixes[0]) == nil)
        let long = String(repeating: "x", count: 51)
        #expect(problem("<a:\(long)> <a:b> <a:c> .", .ntriples) == .termTooLong)
        #expect(problem("<a:a> <a:b> \"\(long)\" .", .ntriples) == .termTooLong)
        #expect(problem("_:\(long) <a:b> <a:c> .", .ntriples) == .termTooLong)
        #expect(problem("PREFIX e: <a:> e:\(long) a <a:b> .") == .termTooLong)
        #expect(problem("<a:a> <a:b> " + String(repeating: "1, ", count: 100) + "2 .") == .statementTooLong)
        let unending = Array(String(repeating: "<a:a> ", count: 1000).utf8)
        for format in [RDFFormat.turtle, .ntriples] {
            let error = #expect(throws: RDFSyntaxError.self) {
                try readInChunks(unending, of: 64, format, options: options)
            }
            // Turtle sees at once that this is no statement; a line may still end well.
            #expect(error?.problem == .statementTooLong || format == .turtle)
            #expect((error?.range.lowerBound.offset ?? 0) <= 300)
        }
    }

    @Test func manyPrefixesAreFoundQuickly() throws {
        var text = ""
        for number in 0..<20_000 { text += "@prefix p\(number): <http://e/\(number)/> .\n" }
        for number in 0..<20_000 { text += "p\(number):a a p\((number &* 7919) % 20_000):b .\n" }
        let document = try RDFDocument(Array(text.utf8), format: .turtle)
        #expect(document.quads.count == 20_000)
        #expect(document.prefixes.count == 20_000)
        #expect(document.quads[1].object == .iri(IRI(unchecked: "http://e/7919/b")))
    }

    @Test(arguments: [
        #"<a:a> <a:b> "\uD800" ."#, #"<a:a> <a:b> "\uDFFF\uD800" ."#, #"<a:a> <a:b> "\U00110000" ."#,
        #"<a:a> <a:b> "\uD83D\uDE00" ."#,
        #"<a:\u0020> <a:b> <a:c> ."#, #"<a:\u003E> <a:b> <a:c> ."#, #"<a:\uD800> <a:b> <a:c> ."#, "<a: > <a:b> <a:c> .",
        "<a:a> <a:b> <a:c", "<a:a> <a:b> \"x", "<a:a> <a:b> \"x\n\" .", "<a:a> <a:b>", "<a:a>", "<a:a> <a:b> <a:c>",
        "_: <a:b> <a:c> .",
        "<a:a> <a:b> \"x\"@ .", "<a:a> <a:b> \"x\"@- .", "<a:a> <a:b> \"x\"@a- .", "<a:a> <a:b> \"x\"@abcdefghi .",
        "<a:a> <a:b> \"x\"^<a:c> .",
        "<a:a> <a:b> \"x\"^^ .", "<a:a> \"b\" <a:c> .", "\"a\" <a:b> <a:c> .", "<a> <b> <c> .",
        "<a:a> <a:b> <a:c> <a:d> .", #"<a:a> <a:b> "\x" ."#,
        "<a:a> <a:b> \"x\"@en--xyz .", "<a:a> <a:b> <a:c> . <a:a> <a:b> <a:c> . x",
    ])
    func brokenStatementsAreErrors(_ text: String) {
        for format in [RDFFormat.ntriples, .turtle, .trig] {
            #expect(throws: RDFSyntaxError.self, "\(format)") { try RDFDocument(Array(text.utf8), format: format) }
        }
    }
}
