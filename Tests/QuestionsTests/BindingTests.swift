import Localization
import Questions
import RDFModel
import SPARQLAlgebra
import Testing

@Suite struct BindingTests {
    @Test(arguments: [
        ("a=1", "a", "1"), ("?a=b=c", "a", "b=c"), ("condition=\"x\"@fr", "condition", "\"x\"@fr"), ("é=", "é", ""),
    ])
    func anArgumentIsANameAndAValue(_ argument: String, _ name: String, _ value: String) throws {
        #expect(try Binding(argument) == Binding(name: name, value: value))
    }

    @Test(arguments: ["", "a", "=1", "?=1"])
    func anArgumentWithoutANameIsRefused(_ argument: String) {
        let error = #expect(throws: QuestionError.self) { try Binding(argument) }
        #expect(error?.message == .bindingWithoutEquals)
    }

    @Test(arguments: [
        (Question.Kind.text, "\"fibrose kystique\"@FR", Literal("fibrose kystique", language: "fr")),
        (.text, "'a\\nb'", Literal("a\nb")), (.text, "fibrose kystique", Literal("fibrose kystique")),
        (.text, "1", Literal("1")), (.text, "<a>", Literal("<a>")), (.text, " \"a\"", Literal(" \"a\"")),
        (.integer, "3", Literal("3", datatype: XSD.integer)), (.integer, "-3", Literal("-3", datatype: XSD.integer)),
        (.integer, "\"3\"^^xsd:integer", Literal("3", datatype: XSD.integer)),
        (.language, "fr", Literal("fr")), (.language, "\"EN\"", Literal("en")), (.language, "fr-CA", Literal("fr-ca")),
    ])
    func valuesAreReadByTheirKind(_ kind: Question.Kind, _ text: String, _ literal: Literal) throws {
        #expect(try Binding(name: "x", value: text).term(of: kind) == .literal(literal))
    }

    @Test(arguments: [
        ("<https://example.org/a>", "https://example.org/a"),
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("role:awareness", "https://w3id.org/lys/role/awareness"),
        ("ORDO:586", "http://www.orpha.net/ORDO/Orphanet_586"),
    ])
    func namesAreReadWithTheCommonPrefixes(_ text: String, _ iri: String) throws {
        #expect(try Binding(name: "x", value: text).term(of: .iri) == .iri(IRI(iri)))
    }

    @Test(arguments: [
        (Question.Kind.text, ""), (.text, "\"a"), (.text, "\"a\" \"b\""), (.text, "\"1\"^^xsd:integer"),
        (.iri, "awareness"), (.iri, "<a>"), (.iri, "nope:a"), (.iri, "https://a b"), (.iri, "\"a\""), (.iri, "?x"),
        (.iri, "_:b"), (.iri, "<https://a> } #"), (.integer, "three"), (.integer, "3.5"), (.integer, "3 } LIMIT 1"),
        (.integer, "99999999999999999999"), (.integer, "\"x\"^^xsd:integer"), (.language, "\"fr\"@fr"),
        (.language, "f r"), (.language, "fr-"), (.language, ""),
    ])
    func valuesOfAnotherKindAreRefused(_ kind: Question.Kind, _ text: String) {
        let error = #expect(throws: QuestionError.self) { try Binding(name: "x", value: text).term(of: kind) }
        for language in Language.allCases {
            let said = error?.text(in: language) ?? ""
            #expect(said.contains("x") && said.contains(text) && !said.contains("{"))
        }
    }

    @Test func aTermOfNoKindIsWrittenAsInTurtle() throws {
        #expect(try Binding("a=true").term() == .literal(Literal("true", datatype: XSD.boolean)))
        #expect(throws: QuestionError.self) { try Binding("a=some text").term() }
    }
}
