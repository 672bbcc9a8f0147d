import ByteText
import RDFModel
import SPARQLResults
import Testing

@Suite struct ResultsReaderTests {
    private func read(_ text: String, _ format: ResultsFormat) throws -> SPARQLResult {
        try SPARQLResult(reading: Array(text.utf8), format: format)
    }

    private func xml(_ inside: String) -> String {
        "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\(inside)</sparql>"
    }

    private func json(_ term: String) -> String {
        #"{"head":{"vars":["x"]},"results":{"bindings":[{"x":\#(term)}]}}"#
    }

    @Test func jsonIgnoresLinksAndTakesOldWords() throws {
        let result = try read(
            #"{"head":{"link":["http://a/"],"vars":["x"]},"results":{"distinct":false,"bindings":[{"x":{"type":"typed-literal","value":"1","datatype":"urn:t"}}]}}"#,
            .json)
        let expected = Term.literal(Literal("1", datatype: IRI(unchecked: "urn:t")))
        #expect(result == .solutions(SolutionTable(variables: ["x"], rows: [[expected]])))
    }

    @Test(arguments: [
        "", "{", "[]", "{}", #"{"head":{}}"#, #"{"boolean":"true"}"#,
        #"{"head":{"vars":["x","x"]},"results":{"bindings":[]}}"#,
        #"{"head":{"vars":[1]},"results":{"bindings":[]}}"#,
        #"{"head":{"vars":[]},"results":{"bindings":[{"x":{"type":"uri","value":"urn:a"}}]}}"#,
        #"{"head":{"vars":["x"]},"results":{"bindings":[1]}}"#,
    ])
    func jsonThatIsNoResultIsRefused(_ text: String) {
        #expect(throws: ResultsSyntaxError.self) { try read(text, .json) }
    }

    @Test(arguments: [
        #"{"type":"uri","value":"not absolute"}"#, #"{"type":"uri"}"#, #"{"type":"what","value":"x"}"#,
        #"{"value":"x"}"#,
        #"{"type":"literal","value":1}"#, #"{"type":"literal","value":"x","xml:lang":"a b"}"#, "null",
        #"{"type":"literal","value":"x","its:dir":"ltr"}"#,
        #"{"type":"literal","value":"x","xml:lang":"ar","its:dir":"up"}"#,
        #"{"type":"triple","value":{"subject":{"type":"literal","value":"s"},"predicate":{"type":"uri","value":"urn:p"},"object":{"type":"uri","value":"urn:o"}}}"#,
        #"{"type":"triple","value":{"subject":{"type":"uri","value":"urn:s"},"predicate":{"type":"bnode","value":"p"},"object":{"type":"uri","value":"urn:o"}}}"#,
        #"{"type":"triple","value":{"subject":{"type":"uri","value":"urn:s"}}}"#,
    ])
    func jsonTermsThatAreNoneAreRefused(_ term: String) {
        #expect(throws: ResultsSyntaxError.self) { try read(json(term), .json) }
    }

    @Test func theErrorOfAValueSaysWhichOne() {
        let error = #expect(throws: ResultsSyntaxError.self) { try read(json(#"{"type":"uri","value":"a"}"#), .json) }
        #expect(error?.description.hasPrefix("results.bindings[0].x: ") == true)
    }

    @Test func xmlWithPrefixesCommentsAndForeignElements() throws {
        let text = """
            <?xml version="1.0" encoding="utf-8"?>
            <?xml-stylesheet href="x.xsl"?>
            <r:sparql xmlns:r="http://www.w3.org/2005/sparql-results#" xmlns:o="urn:other">
              <!-- head --><r:head><r:variable name='x'/><r:link href="a"/></r:head><o:more><o:in>text</o:in></o:more>
              <r:results><r:result><r:binding name="x"><r:uri>
                urn:a&amp;&#x41;</r:uri></r:binding></r:result>
              <r:result><r:binding name="x"><r:literal xml:lang="en"> a <![CDATA[<b>&]]> </r:literal></r:binding></r:result></r:results>
            </r:sparql>

            """
        let rows: [[Term?]] = [
            [.iri(IRI(unchecked: "urn:a&A"))], [.literal(Literal(" a <b>& ", language: "en"))],
        ]
        #expect(try read(text, .xml) == .solutions(SolutionTable(variables: ["x"], rows: rows)))
    }

    /// Found by fuzzing: one mark was taken away at each reading.
    @Test func aNameInCSVHasOneMarkAtMost() throws {
        #expect(try read("?x,y\r\n", .csv) == .solutions(SolutionTable(variables: ["x", "y"])))
        #expect(throws: ResultsSyntaxError.self) { try read("??x\r\n", .csv) }
    }

    /// Found by fuzzing: of two carriage returns at the end of the header, one became a part of the name.
    @Test(arguments: ["?x\r\r\n", "?x \n", "?x y\t?z\n", "?a\r\t?b\n"])
    func aNameInTSVHoldsNoBlank(_ header: String) {
        #expect(throws: ResultsSyntaxError.self) { try read(header, .tsv) }
    }

    /// Found by fuzzing: such characters were taken in attributes and in CDATA, and written as others.
    @Test(arguments: ["\u{0}", "\u{1F}", "\u{FFFE}", "\u{FFFF}", "&#0;", "&#xFFFE;", "&#xFFFF;"])
    func charactersThatXMLCannotHoldAreRefused(_ character: String) {
        let places = [
            xml("<head><variable name=\"x\(character)\"/></head><results/>"),
            xml("<head/><results/>\(character)"),
            xml("<!-- \(character) --><head/><boolean>\(character)true</boolean>"),
            xml(
                "<head><variable name=\"x\"/></head><results><result><binding name=\"x\"><literal>\(character)"
                    + "</literal></binding></result></results>"),
        ]
        for text in places { #expect(throws: ResultsSyntaxError.self) { try read(text, .xml) } }
    }

    @Test func aDeclarationStandsAtTheBeginningOnly() throws {
        let (declaration, document) = ("<?xml version=\"1.0\"?>", xml("<head/><boolean>true</boolean>"))
        #expect(try read(declaration + document, .xml) == .boolean(true))
        #expect(try read("\u{FEFF}" + declaration + document, .xml) == .boolean(true))
        #expect(throws: ResultsSyntaxError.self) { try read(document + declaration, .xml) }
        #expect(throws: ResultsSyntaxError.self) { try read(" " + declaration + document, .xml) }
    }

    @Test func entitiesAndDoctypesAreRefused() {
        let bomb = """
            <!DOCTYPE sparql [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
            \(xml("<head/><boolean>&b;</boolean>"))
            """
        let file = "<!DOCTYPE sparql SYSTEM \"file:///etc/passwd\">" + xml("<head/><boolean>true</boolean>")
        for text in [
            bomb, file, xml("<head/><boolean>&nbsp;true</boolean>"), xml("<head/><boolean>&#xD800;</boolean>"),
        ] {
            #expect(throws: ResultsSyntaxError.self) { try read(text, .xml) }
        }
    }

    @Test(arguments: [
        "<head/>", "<head><variable/></head><results/>", "<head/><boolean>yes</boolean>",
        "<head/>text<boolean>true</boolean>",
        "<head><variable name=\"x\"/><variable name=\"x\"/></head><results/>", "<head/><results><other/></results>",
        "<head/><results><result><binding name=\"x\"><uri>urn:a</uri></binding></result></results>",
        "<head><variable name=\"x\"/></head><results><result><binding name=\"x\"/></result></results>",
        "<head><variable name=\"x\"/></head><results><result><binding name=\"x\"><uri>urn:a</uri><uri>urn:b</uri></binding></result></results>",
        "<head><variable name=\"x\"/></head><results><result><binding name=\"x\"><uri>a</uri></binding></result></results>",
        "<head><variable name=\"x\"/></head><results><result><binding name=\"x\"><literal><b/></literal></binding></result></results>",
        "<head a=\"1\" a=\"2\"/><boolean>true</boolean>", "<head a=\"<\"/><boolean>true</boolean>", "<head></sparql>",
        "<head/><boolean>true</boolean><boolean>true</boolean>", "<head/><boolean>true\u{1}</boolean>",
    ])
    func xmlThatIsNoResultIsRefused(_ inside: String) {
        #expect(throws: ResultsSyntaxError.self) { try read(xml(inside), .xml) }
    }

    @Test func everyBeginningOfADocumentIsRefused() throws {
        for format in [ResultsFormat.json, .xml] {
            let document = try SPARQLResult.solutions(sample).document(in: format)
            for end in 0..<document.count - 1 {
                #expect(throws: ResultsSyntaxError.self) {
                    try SPARQLResult(reading: Array(document[..<end]), format: format)
                }
            }
        }
    }

    @Test func changedBytesNeverStopTheProcess() throws {
        var seed: UInt64 = 7
        func random(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        for format in ResultsFormat.allCases {
            let document = try SPARQLResult.solutions(sample).document(in: format)
            var refused = 0
            for _ in 0..<2_000 {
                var changed = document
                for _ in 0...random(3) { changed[random(changed.count)] = UInt8(random(256)) }
                do { _ = try SPARQLResult(reading: changed, format: format) } catch { refused += 1 }
            }
            #expect(refused > 0)
        }
    }

    @Test func deepNestingIsRefused() {
        let depth = 100_000
        let json = String(repeating: #"{"type":"triple","value":{"object":"#, count: depth)
        #expect(throws: ResultsSyntaxError.self) { try read(self.json(json), .json) }
        let elements = String(repeating: "<triple><object>", count: depth)
        let head = "<head><variable name=\"x\"/></head><results><result><binding name=\"x\">"
        #expect(throws: ResultsSyntaxError.self) { try read(xml(head + elements), .xml) }
        let foreign = String(repeating: "<a xmlns=\"urn:a\">", count: depth)
        #expect(throws: ResultsSyntaxError.self) { try read(xml(foreign), .xml) }
        let triple = String(repeating: "<<( <urn:s> <urn:p> ", count: depth)
        #expect(throws: ResultsSyntaxError.self) { try read("?x\n" + triple, .tsv) }
    }

    @Test func manyVariablesAndEmptyRowsDoNotFillTheMemory() {
        let names = (0..<9_000).map { "\"v\($0)\"" }.joined(separator: ",")
        let rows = Array(repeating: "{}", count: 50_000).joined(separator: ",")
        #expect(throws: ResultsSyntaxError.self) {
            try read("{\"head\":{\"vars\":[\(names)]},\"results\":{\"bindings\":[\(rows)]}}", .json)
        }
        let variables = (0..<9_000).map { "<variable name=\"v\($0)\"/>" }.joined()
        let results = String(repeating: "<result/>", count: 50_000)
        #expect(throws: ResultsSyntaxError.self) {
            try read(xml("<head>\(variables)</head><results>\(results)</results>"), .xml)
        }
    }

    @Test(arguments: [
        ("?a\n<urn:a>\n", Term.iri(IRI(unchecked: "urn:a"))),
        ("?a\r\n'it\\'s'@EN\r\n", .literal(Literal("it's", language: "en"))),
        ("?a\n\"\\u00E9\\U0001F33C\"", .literal(Literal("é🌼"))),
        ("?a\n-1.5", .literal(Literal("-1.5", datatype: XSD.decimal))),
        ("?a\n.5E3", .literal(Literal(".5E3", datatype: XSD.double))),
        ("?a\ntrue\n", .literal(Literal("true", datatype: XSD.boolean))),
        ("$a\n_:x.1", .blankNode(BlankNode("x.1"))),
        ("?a\n\"x\"@ar--rtl", .literal(Literal("x", language: "ar", direction: .rightToLeft))),
    ])
    func tsvTerms(_ text: String, _ expected: Term) throws {
        #expect(try read(text, .tsv) == .solutions(SolutionTable(variables: ["a"], rows: [[expected]])))
    }

    @Test(arguments: [
        "", "a\n", "?a\t?a\n", "?a\n<urn:a\n", "?a\n<a>\n", "?a\n\"x\n", "?a\n\"\\q\"", "?a\n\"\\u12\"",
        "?a\n\"\\uD800\"", "?a\nword",
        "?a\n1\t2", "?a\t?b\n1", "?a\n\"x\"@", "?a\n\"x\"@en--up", "?a\n\"x\"^^urn:t", "?a\n<<( <urn:s> <urn:p> )>>",
        "?a\n_:", "?a\n7.",
        "?a\n\"a\" \"b\"", "?a\n<<( \"s\" <urn:p> 1 )>>",
    ])
    func tsvThatIsNoResultIsRefused(_ text: String) {
        #expect(throws: ResultsSyntaxError.self) { try read(text, .tsv) }
    }

    @Test func csvTellsAnEmptyTextFromNoValue() throws {
        let result = try read("\u{FEFF}a,b\n_:x,\"q\"\"\n,\"\r\n,\"\"", .csv)
        let rows: [[Term?]] = [
            [.blankNode(BlankNode("x")), .literal(Literal("q\"\n,"))], [nil, .literal(Literal(""))],
        ]
        #expect(result == .solutions(SolutionTable(variables: ["a", "b"], rows: rows)))
    }

    @Test(arguments: ["", "a,a\n", "a\n\"x", "a\nx\"y", "a\n\"x\"y", "a,b\nx\n"])
    func csvThatIsNoResultIsRefused(_ text: String) {
        #expect(throws: ResultsSyntaxError.self) { try read(text, .csv) }
    }

    @Test func errorsNameLineAndColumn() {
        let error = #expect(throws: ResultsSyntaxError.self) { try read("?a\n1\nword\n", .tsv) }
        #expect(error?.position?.line == 2)
        let inXML = #expect(throws: ResultsSyntaxError.self) { try read("<a>\n</b>", .xml) }
        #expect(inXML != nil)
    }
}
