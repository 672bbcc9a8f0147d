import RDFModel
import SPARQLResults
import Testing

/// A table with every kind of term and a row without values.
let sample = SolutionTable(
    variables: ["x", "é"],
    rows: [
        [
            .iri(IRI(unchecked: "http://example.org/a?b&c")),
            .literal(Literal("He said \"<&>\",\n\tthen\r\\ \u{1F33C}")),
        ],
        [.blankNode(BlankNode("b0")), .literal(Literal("couleur", language: "fr"))],
        [
            .literal(Literal("7", datatype: XSD.integer)),
            .literal(Literal("x", language: "ar", direction: .rightToLeft)),
        ],
        [nil, nil],
        [
            .literal(Literal("", datatype: IRI(unchecked: "urn:t"))),
            .tripleTerm(
                Triple(
                    .blankNode(BlankNode("b0")), IRI(unchecked: "urn:p"),
                    .tripleTerm(
                        Triple(.iri(IRI(unchecked: "urn:s")), RDF.type, .literal(Literal("1.5", datatype: XSD.decimal)))
                    )
                )),
        ],
    ])

@Suite struct ResultsWriterTests {
    private func text(_ result: SPARQLResult, _ format: ResultsFormat) -> String {
        String(decoding: (try? result.document(in: format)) ?? [], as: UTF8.self)
    }

    @Test(arguments: [ResultsFormat.json, .xml, .tsv])
    func whatIsWrittenIsReadBack(_ format: ResultsFormat) throws {
        let result = SPARQLResult.solutions(sample)
        #expect(try SPARQLResult(reading: result.document(in: format), format: format) == result)
    }

    @Test(arguments: ResultsFormat.allCases, [true, false])
    func answersAreReadBack(_ format: ResultsFormat, _ answer: Bool) throws {
        let result = SPARQLResult.boolean(answer)
        #expect(try SPARQLResult(reading: result.document(in: format), format: format) == result)
    }

    @Test(arguments: ResultsFormat.allCases)
    func tablesWithoutRowsOrColumnsAreReadBack(_ format: ResultsFormat) throws {
        for table in [
            SolutionTable(variables: ["a", "b"]), SolutionTable(variables: []),
            SolutionTable(variables: [], rows: [[], []]),
            SolutionTable(variables: ["a"], rows: [[nil], [.literal(Literal(""))], [nil]]),
        ] {
            #expect(
                try SPARQLResult(reading: SPARQLResult.solutions(table).document(in: format), format: format)
                    == .solutions(table))
        }
    }

    @Test func json() {
        let table = SolutionTable(variables: ["a", "b"], rows: [[nil, .literal(Literal("1", datatype: XSD.integer))]])
        #expect(
            text(.solutions(table), .json) == """
                {"head":{"vars":["a","b"]},"results":{"bindings":[
                {"b":{"type":"literal","value":"1","datatype":"http://www.w3.org/2001/XMLSchema#integer"}}
                ]}}

                """)
        #expect(text(.boolean(true), .json) == "{\"head\":{},\"boolean\":true}\n")
    }

    /// XML 1.0 has no way to write these, and nothing takes their place without a word; the other formats hold them.
    @Test(arguments: ["\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"])
    func xmlRefusesWhatItCannotHold(_ scalar: Unicode.Scalar) throws {
        let (good, bad) = (Term.literal(Literal("\t\n\r\u{7F}\u{FFFD}é")), Literal("a" + String(scalar)))
        let triple = Triple(.iri(IRI(unchecked: "urn:s")), RDF.type, .literal(bad))
        for term in [Term.literal(bad), .literal(Literal(bad.lexicalForm, language: "en")), .tripleTerm(triple)] {
            let result = SPARQLResult.solutions(
                SolutionTable(variables: ["a", "b"], rows: [[good, good], [nil, term]]))
            let error = #expect(throws: ResultsWritingError.self) { try result.document(in: .xml) }
            #expect(error?.character == scalar && error?.row == 2)
            #expect(error?.description.hasSuffix("--format json, csv or tsv can") == true)
            for format in [ResultsFormat.json, .tsv] {
                #expect(try SPARQLResult(reading: result.document(in: format), format: format) == result)
            }
        }
    }

    /// Other formats let labels of blank nodes be any text.
    @Test func csvQuotesLabels() throws {
        let rows = ["a", "a\rb", "a,b", "\"", ""].map { [Term?.some(.blankNode(BlankNode($0)))] }
        let result = SPARQLResult.solutions(SolutionTable(variables: ["x"], rows: rows))
        #expect(try SPARQLResult(reading: Array(text(result, .csv).utf8), format: .csv) == result)
    }

    /// The first name of a document would lose it as a byte order mark.
    @Test func csvQuotesAByteOrderMark() throws {
        let result = SPARQLResult.solutions(SolutionTable(variables: ["\u{FEFF}", "b"], rows: []))
        let written = Array(text(result, .csv).utf8)
        #expect(try SPARQLResult(reading: written, format: .csv) == result)
    }

    @Test func csvQuotesWhatItMust() {
        let table = SolutionTable(
            variables: ["a", "b"],
            rows: [[.literal(Literal("x,\"y\"\nz")), nil], [.iri(IRI(unchecked: "urn:a")), .literal(Literal(""))]])
        #expect(text(.solutions(table), .csv) == "a,b\r\n\"x,\"\"y\"\"\nz\",\r\nurn:a,\"\"\r\n")
    }

    @Test(arguments: [
        ("7", XSD.integer, "7"), ("+7.5", XSD.decimal, "+7.5"), ("1e3", XSD.double, "1e3"),
        ("7", XSD.decimal, "\"7\"^^<http://www.w3.org/2001/XMLSchema#decimal>"),
        ("7.", XSD.decimal, "\"7.\"^^<http://www.w3.org/2001/XMLSchema#decimal>"),
        ("NaN", XSD.double, "\"NaN\"^^<http://www.w3.org/2001/XMLSchema#double>"),
        (" 7", XSD.integer, "\" 7\"^^<http://www.w3.org/2001/XMLSchema#integer>"),
        ("true", XSD.boolean, "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>"),
    ])
    func tsvWritesNumbersBareOnlyWhereTheyReadBack(_ text: String, _ datatype: IRI, _ expected: String) {
        let table = SolutionTable(variables: ["a"], rows: [[.literal(Literal(text, datatype: datatype))]])
        #expect(self.text(.solutions(table), .tsv) == "?a\n\(expected)\n")
    }

    @Test func bytesAreHandedOnInPieces() throws {
        var pieces: [[UInt8]] = []
        var writer = ResultsWriter(.json, variables: ["a"], capacity: 100) { pieces.append($0) }
        try writer.begin()
        for number in 0..<100 {
            try writer.beginRow()
            writer.literal(String(number).utf8.span, datatype: XSD.integer.string.utf8.span)
            try writer.endRow()
        }
        try writer.end()
        #expect(writer.output.isEmpty)
        #expect(pieces.count > 10)
        let rows = (0..<100).map { [Term?.some(.literal(Literal(String($0), datatype: XSD.integer)))] }
        #expect(
            try SPARQLResult(reading: Array(pieces.joined()), format: .json)
                == .solutions(SolutionTable(variables: ["a"], rows: rows)))
    }

    @Test func cellsOfBytesAreThoseOfTerms() throws {
        for format in ResultsFormat.allCases {
            var writer = ResultsWriter(format, variables: sample.variables)
            try writer.begin()
            try writer.beginRow()
            writer.iri("http://example.org/a?b&c".utf8.span)
            writer.literal("He said \"<&>\",\n\tthen\r\\ \u{1F33C}".utf8.span)
            try writer.endRow()
            try writer.beginRow()
            writer.blankNode("b0".utf8.span)
            writer.literal("couleur".utf8.span, language: "fr".utf8.span)
            try writer.endRow()
            for row in sample.rows.dropFirst(2) { try writer.write(row: row) }
            try writer.end()
            #expect(try writer.output == SPARQLResult.solutions(sample).document(in: format))
        }
    }

    @Test(arguments: [
        ("JSON", ResultsFormat.json), ("srx", .xml), ("text/csv; charset=utf-8", .csv), ("application/json", .json),
        ("application/sparql-results+xml", .xml), ("tsv", .tsv),
    ])
    func formatsAreFoundByName(_ name: String, _ expected: ResultsFormat) { #expect(ResultsFormat(name) == expected) }

    @Test func unknownFormatsAreNone() { #expect(ResultsFormat("text/plain") == nil) }
}
