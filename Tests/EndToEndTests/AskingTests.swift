import Foundation
import TestSupport
import Testing

/// What is said where the answer alone would mislead: unknown names, variables without a value, errors in filters.
@Suite struct AskingTests {
    private static func run(_ arguments: [String], language: String = "en") throws -> LysCommand.Outcome {
        try LysCommand().run(["query"] + arguments + ["--language", language], environment: ["LANG": "en"])
    }

    @Test(arguments: [
        ("is-condition-represented", "condition=sclerose en plaques"),
        ("is-condition-represented", "condition=SCLÉROSE EN PLAQUES"),
        ("is-condition-represented", "condition=Multiple sclerosis"),
        ("is-condition-represented", "condition=l'ataxie de Friedreich".replacing("l'", with: "")),
    ])
    func aNameIsFoundWhateverItsForm(_ question: String, _ binding: String) throws {
        let outcome = try Self.run([question, "--bind", binding])
        #expect(outcome.output == "yes\n" && outcome.errors.isEmpty, "\(outcome.errors)")
    }

    /// Two spellings of one value, which must have one answer that is not empty.
    @Test(arguments: [
        ("organizations-by-orpha", "code=586", "code=\"ORPHA:586\""),
        ("organizations-by-orpha", "code=Orpha 586", "code=ORPHA:586"),
        ("organizations-by-mondo", "code=7739", "code=\"MONDO:0007739\""),
        ("organizations-by-omim", "code=603903", "code=\"OMIM:603903\""),
        ("organizations-by-icd10", "code=g11", "code=\"G11\""),
        ("organizations-in-region", "region=Montérégie", "region=territory:16"),
        ("organizations-in-region", "region=monteregie", "region=territory:16"),
        ("organizations-in-region", "region=1", "region=territory:01"),
        ("organizations-by-role", "role=awareness", "role=role:awareness"),
        ("organizations-for-condition", "condition=stomie", "condition=\"STOMIE\"@fr"),
        ("what-an-organization-does", "organization=rqmo", "organization=RQMO"),
        ("what-an-organization-does", "organization=myelome", "organization=\"Myélome Canada\"@fr"),
        ("organizations-by-language", "language=français", "language=fr"),
        ("organizations-by-language", "language=French", "language=\"fr\""),
    ])
    func aValueMayBeWrittenInManyForms(_ question: String, _ form: String, _ canonical: String) throws {
        let outcomes = try [form, canonical].map { try Self.run([question, "--bind", $0, "--format", "csv"]) }
        #expect(outcomes[0].output == outcomes[1].output, "\(outcomes[0].errors)")
        #expect(outcomes[0].output.split(separator: "\r\n").count > 1)
    }

    @Test(arguments: [
        ("is-condition-represented", "condition=scorbut", "nothing in the data is called “scorbut”"),
        ("is-condition-represented", "condition=sclerose en plaque", "“sclérose en plaques”"),
        ("organizations-in-region", "region=territory:99", "territory:01"),
        ("organizations-in-region", "region=Monteregi", "territory:16"),
        ("organizations-by-role", "role=role:awarenes", "role:awareness"),
        ("conditions-without-role", "role=zzz", "role:"),
        ("who-speaks-for", "condition=Huntingtom disease", "“Huntington disease”"),
        ("what-an-organization-does", "organization=rqm", "“RQMO”"), ("organization-card", "organization=zzzz", "zzzz"),
        ("organizations-by-orpha", "code=abc", "such as ORPHA:586"), ("organizations-by-icd10", "code=11", "ICD-10"),
        ("organizations-by-language", "language=de", "“fr”"), ("is-condition-represented", "condition=", "condition"),
        ("organizations-in-region", "region=", "region"), ("organizations-by-role", "role=\"\"", "role"),
    ])
    func anUnknownValueIsAnErrorThatNamesTheNearest(_ question: String, _ binding: String, _ words: String) throws {
        for language in ["en", "fr"] {
            let outcome = try Self.run([question, "--bind", binding], language: language)
            #expect(outcome.status == 64 && outcome.output.isEmpty, "\(outcome.output)")
            let said =
                language == "en"
                ? words : words.split(separator: "“").last?.split(separator: "”").first.map(String.init) ?? ""
            #expect(
                language == "fr" || outcome.errors.contains(said) || outcome.errors.contains(words), "\(outcome.errors)"
            )
        }
    }

    @Test func aCodeThatTheDataLacksIsSaid() throws {
        let outcome = try Self.run(["organizations-by-orpha", "--bind", "code=999999", "--format", "csv"])
        #expect(outcome.status == 0 && outcome.errors.contains("no condition of the data has the code ORPHA:999999"))
    }

    @Test(arguments: [
        (
            "SELECT ?o ?nmae { ?o skos:prefLabel ?name }",
            "warning: nothing gives a value to ?nmae, which SELECT shows: its column stays empty; did you mean ?name?"
        ),
        ("?o schema:foundingDate ?y FILTER(?y > 2000)", "write FILTER(xsd:integer(SUBSTR(STR(?y), 1, 4)) > 2000)"),
        ("?o foaf:homepage ?h FILTER(REGEX(?h, \"quebec\"))", "REGEX takes a text, and ?h is an IRI"),
        ("SELECT ?o ?n { ?o schema:foundingDate ?y BIND(?y + 1 AS ?n) }", "?n stays without a value"),
    ])
    func whatIsKnownToBeWrongIsSaid(_ query: String, _ words: String) throws {
        let outcome = try Self.run([query, "--format", "csv"])
        #expect(outcome.status == 0 && outcome.errors.contains(words), "\(outcome.errors)")
        #expect(try Self.run([query, "--explain"]).output.contains(words.replacing("warning: ", with: "")))
    }

    @Test func questionsHaveNoWarnings() throws {
        for line in try Self.run(["--list"]).output.split(separator: "\n") where !line.hasPrefix(" ") {
            let outcome = try Self.run([String(line.prefix { $0 != " " }), "--both-languages"])
            #expect(outcome.errors.isEmpty && outcome.status == 0, "\(line): \(outcome.errors)")
        }
    }

    @Test func peopleReadOneLanguage() throws {
        let both = try Self.run(["research-funders", "--both-languages"]).output
        #expect(both.split(separator: "\n")[0].contains("nameFr") && both.contains("nameEn"))
        let one = try Self.run(["research-funders"], language: "fr").output
        #expect(!one.split(separator: "\n")[0].contains("nameFr") && one.contains("organization:"))
        // Programs get everything.
        #expect(try Self.run(["research-funders", "--format", "csv"]).output.contains("nameFr,nameEn"))
    }

    @Test func labelsStandForIRIs() throws {
        let query = "SELECT ?o ?r { ?o lys:playsRole ?r } ORDER BY ?o ?r LIMIT 1"
        let french = try Self.run([query, "--labels"], language: "fr").output
        #expect(!french.contains("role:") && !french.contains("organization:"), "\(french)")
        #expect(try Self.run([query, "--labels", "--format", "csv"]).status == 64)
        let pasted = try Self.run(["organization:rqmo skos:prefLabel ?name", "--format", "csv"])
        #expect(pasted.status == 0 && pasted.output.split(separator: "\r\n").count > 1)
    }

    @Test(arguments: ["markdown", "md", "html", "table"])
    func formatsForPeopleShowGraphsAndTruthToo(_ format: String) throws {
        for query in ["ASK {}", "DESCRIBE organization:rqmo", "SELECT * { <urn:none> ?p ?o }"] {
            let outcome = try Self.run([query, "--format", format])
            #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(outcome.errors)")
        }
    }
}
