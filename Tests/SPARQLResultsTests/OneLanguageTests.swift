import RDFModel
import SPARQLResults
import Testing

@Suite struct OneLanguageTests {
    private static func text(_ text: String, _ language: String) -> Term { .literal(Literal(text, language: language)) }
    private static let a = Term.iri(IRI(unchecked: "urn:a")), b = Term.iri(IRI(unchecked: "urn:b"))

    @Test func columnsInTwoLanguagesAreOne() {
        let table = SolutionTable(
            variables: ["org", "nameFr", "nameEn", "city"],
            rows: [
                [Self.a, Self.text("Nom", "fr"), Self.text("Name", "en"), nil],
                [Self.b, nil, Self.text("Other", "en"), nil], [Self.b, nil, nil, nil],
            ])
        let (french, leftOut) = OneLanguage("fr", among: ["fr", "en"]).view(table)
        #expect(french.variables == ["org", "name", "city"] && leftOut == 0)
        #expect(
            french.cells == [
                Self.a, Self.text("Nom", "fr"), nil, Self.b, Self.text("Other", "en"), nil, Self.b, nil, nil,
            ])
        #expect(OneLanguage("en", among: ["fr", "en"]).view(table).table.cells[1] == Self.text("Name", "en"))
    }

    @Test(arguments: [
        (["name_fr", "name_en"], ["name"]), (["nameFR", "nameEN"], ["name"]), (["nameFr"], ["nameFr"]),
        (["name", "nameFr", "nameEn"], ["name", "nameFr"]),
        (["often", "offer", "fr", "en"], ["often", "offer", "fr", "en"]),
        (["en", "fr"], ["en", "fr"]), (["aEn", "bFr"], ["aEn", "bFr"]), (["open", "opfr"], ["open", "opfr"]),
    ])
    func onlyPairsAreJoined(_ names: [String], _ expected: [String]) {
        #expect(
            OneLanguage("fr", among: ["fr", "en"]).view(SolutionTable(variables: names)).table.variables == expected)
    }

    @Test func rowsThatDifferInLanguageAreOne() {
        let table = SolutionTable(
            variables: ["org", "name"],
            rows: [
                [Self.a, Self.text("Nom", "fr")], [Self.a, Self.text("Name", "en")], [Self.b, Self.text("Only", "en")],
                [Self.a, .literal(Literal("plain"))],
            ])
        let (french, leftOut) = OneLanguage("fr", among: ["fr", "en"]).view(table)
        #expect(leftOut == 1 && french.rowCount == 3)
        #expect(french.cells.contains(Self.text("Only", "en")) && !french.cells.contains(Self.text("Name", "en")))
    }

    @Test func textsAloneMayBeOfDifferentThings() {
        let table = SolutionTable(variables: ["name"], rows: [[Self.text("Nom", "fr")], [Self.text("Other", "en")]])
        #expect(OneLanguage("fr", among: ["fr", "en"]).view(table).table == table)
    }
}
