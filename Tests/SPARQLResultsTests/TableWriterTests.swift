import RDFModel
import SPARQLResults
import Testing

@Suite struct TableWriterTests {
    private func text(_ table: SolutionTable, _ options: TableWriter.Options = TableWriter.Options()) -> String {
        var output: [UInt8] = []
        TableWriter(options: options).write(table, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    private let table = SolutionTable(
        variables: ["org", "name", "members"],
        rows: [
            [
                .iri(IRI(unchecked: "http://example.org/id/rqmo")), .literal(Literal("Regroupement", language: "fr")),
                .literal(Literal("120", datatype: XSD.integer)),
            ],
            [.iri(IRI(unchecked: "http://example.org/id/a/b")), .literal(Literal("日本")), nil],
            [
                .blankNode(BlankNode("b")), .literal(Literal("e\u{301}", datatype: IRI(unchecked: "urn:t"))),
                .literal(Literal("7", datatype: XSD.integer)),
            ],
        ])

    @Test func columnsAreAligned() {
        var options = TableWriter.Options()
        options.prefixes = [
            "id": IRI(unchecked: "http://example.org/id/"), "ex": IRI(unchecked: "http://example.org/"),
        ]
        #expect(
            text(table, options) == """
                org                          name              members
                ───────────────────────────  ────────────────  ───────
                id:rqmo                      Regroupement @fr      120
                <http://example.org/id/a/b>  日本
                _:b                          e\u{301}^^<urn:t>              7

                """)
    }

    @Test func wideTablesAreCutToTheTerminal() {
        var options = TableWriter.Options()
        options.maximumWidth = 50
        options.usesUnicodeRule = false
        let lines = text(table, options).split(separator: "\n")
        #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 50 })
        // Of an address both ends stay.
        #expect(lines[3].hasPrefix("<http:") && lines[3].contains("…") && lines[3].contains("a/b>"))
        #expect(lines[1].hasPrefix("-----"))
    }

    @Test func whereColumnsHaveNoRoomEachRowIsAParagraph() {
        var options = TableWriter.Options()
        options.maximumWidth = 30
        #expect(
            text(table, options) == """
                org      <http://example.org/i
                         d/rqmo>
                name     Regroupement @fr
                members  120

                org      <http://example.org/i
                         d/a/b>
                name     日本

                org      _:b
                name     e\u{301}^^<urn:t>
                members  7

                """)
    }

    @Test(arguments: [8, 20, 40, 60, 80, 120, 200])
    func noLineIsWiderThanTheTerminal(_ width: Int) {
        let wide = SolutionTable(
            variables: ["organization", "clinicalTrialInformation", "long", "wide"],
            rows: [
                [
                    .iri(IRI(unchecked: "https://example.org/a/very/long/address/of/something")),
                    .literal(Literal("×")), .literal(Literal(String(repeating: "mot ", count: 40))),
                    .literal(Literal(String(repeating: "漢", count: 60))),
                ]
            ])
        var options = TableWriter.Options()
        options.maximumWidth = width
        for line in text(wide, options).split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width) }
    }

    @Test func aHeadingWithoutRoomIsPartedBeforeItsCapitals() {
        let matrix = SolutionTable(
            variables: ["clinicalTrialInformation", "b"], rows: [[.literal(Literal("×")), .literal(Literal("y"))]])
        var options = TableWriter.Options()
        options.maximumWidth = 20
        #expect(
            text(matrix, options) == """
                clinicalTrial
                Information        b
                ─────────────────  ─
                ×                  y

                """)
    }

    @Test(arguments: [("abcdefghij", 7, "ab…ghij"), ("abc", 7, "abc"), ("abcdefghij", 3, "ab…"), ("日本語日本語", 8, "日…本語")])
    func theMiddleIsCut(_ text: String, _ width: Int, _ cut: String) {
        #expect(TerminalText.truncatedInside(text, to: width) == cut)
    }

    @Test(arguments: [
        ("a b c", 3, ["a b", "c"]), ("abcdef", 4, ["abcd", "ef"]), ("aa bb", 5, ["aa bb"]), ("日本語", 4, ["日本", "語"]),
        ("un mot", 4, ["un", "mot"]), ("", 4, [""]),
    ])
    func longTextsAreWrapped(_ text: String, _ width: Int, _ lines: [String]) {
        #expect(TerminalText.wrapped(text, to: width) == lines)
    }

    @Test func colorsDoNotChangeTheText() {
        var options = TableWriter.Options()
        options.usesColor = true
        let colored = text(table, options)
        #expect(colored.contains("\u{1B}[2m@fr\u{1B}[0m"))
        let plain = ["\u{1B}[0m", "\u{1B}[1m", "\u{1B}[2m"].reduce(colored) { $0.replacing($1, with: "") }
        #expect(plain == text(table))
    }

    @Test func whatTerminalsObeyIsEscaped() {
        let hostile = SolutionTable(
            variables: ["a\u{1B}[2J"],
            rows: [
                [.literal(Literal("\u{1B}]0;x\u{7}\n\u{202E}\u{9B}\u{E0041}", language: "en"))],
                [.blankNode(BlankNode("\r"))],
            ])
        let shown = text(hostile)
        #expect(shown.contains(#"\u001B]0;x\u0007\n\u202E\u009B\U000E0041 @en"#))
        #expect(!shown.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
        #expect(shown.split(separator: "\n").count == 4)
    }

    @Test(arguments: [
        ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本語", 6), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("🌼", 2),
        ("👩\u{200D}🔬", 2),
        ("🇨🇦", 2), ("👍🏽", 2), ("Ａ", 2), ("ｱ", 1), ("", 0),
    ])
    func widths(_ text: String, _ expected: Int) { #expect(DisplayWidth.of(text) == expected) }

    @Test func cutTextsFitAndSayThatTheyAreCut() {
        #expect(TerminalText.truncated("abcdef", to: 4) == "abc…")
        #expect(TerminalText.truncated("日本語", to: 4) == "日…")
        #expect(TerminalText.truncated("abc", to: 3) == "abc")
        #expect(TerminalText.truncated("abc", to: 0).isEmpty)
    }

    @Test func aTableWithoutColumnsHasItsLines() {
        #expect(text(SolutionTable(variables: [], rows: [[], []])) == "\n\n\n\n")
    }

    @Test func theLongestNamespaceWins() {
        let display = TermDisplay(prefixes: [
            "a": IRI(unchecked: "http://e/"), "b": IRI(unchecked: "http://e/x#"), "": IRI(unchecked: "urn:"),
        ])
        #expect(display.text(of: .iri(IRI(unchecked: "http://e/x#y"))) == "b:y")
        #expect(display.text(of: .iri(IRI(unchecked: "http://e/x"))) == "a:x")
        #expect(display.text(of: .iri(IRI(unchecked: "http://e/x/y"))) == "<http://e/x/y>")
        #expect(display.text(of: .iri(IRI(unchecked: "urn:z."))) == "<urn:z.>")
        #expect(display.text(of: .literal(Literal("x", language: "fr"))) == "x @fr")
        let reader = TermDisplay(
            folders: ["r": IRI(unchecked: "http://e/record/")], language: "fr",
            labels: [IRI(unchecked: "urn:a"): Literal("Un nom", language: "fr")])
        #expect(reader.text(of: .literal(Literal("x", language: "fr"))) == "x")
        #expect(reader.text(of: .literal(Literal("x", language: "en"))) == "x @en")
        #expect(reader.text(of: .iri(IRI(unchecked: "urn:a"))) == "Un nom")
        #expect(reader.text(of: .iri(IRI(unchecked: "http://e/record/organization/aafq"))) == #"r:organization\/aafq"#)
        let triple = Triple(
            .iri(IRI(unchecked: "urn:s")), IRI(unchecked: "urn:p"), .literal(Literal("o", language: "en")))
        #expect(display.text(of: .tripleTerm(triple)) == "<<( :s :p \"o\"@en )>>")
    }
}
