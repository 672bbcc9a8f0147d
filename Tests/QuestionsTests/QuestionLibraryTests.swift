import EmbeddedResources
import Localization
import Questions
import RDFModel
import SPARQLAlgebra
import Testing

@Suite struct QuestionLibraryTests {
    private static let library = QuestionLibrary(files: EmbeddedFiles.files(in: "queries"))

    @Test func thereAreManyQuestions() throws {
        #expect(Self.library.names.count >= 24)
        #expect(try Self.library.questions().map(\.name) == Self.library.names)
        #expect(try Self.library.question(named: "research-funders")?.title.english.isEmpty == false)
        #expect(try Self.library.question(named: "Research-funders") == nil)
    }

    @Test(arguments: [
        ("research-funder", "research-funders"), ("organisations-for-condition", "organizations-for-condition"),
        ("orphanet", "orphanet-list-gaps"), ("zzzzzzzz", nil), ("", nil),
    ])
    func aMisspelledNameHasANeighbour(_ name: String, _ nearest: String?) {
        #expect(Self.library.nearestName(to: name) == nearest)
        let said = Self.library.noSuchQuestion(name).text(in: .english)
        #expect(said.contains(nearest ?? "--list"))
    }

    @Test func bytesThatAreNoTextAreRefused() {
        let library = QuestionLibrary(files: [("a.rq", [0xFF]), ("b.txt", [])])
        #expect(library.names == ["a"])
        #expect(throws: QuestionError.self) { try library.question(named: "a") }
    }

    /// In any engine the file answers for the defaults of its header, because a VALUES says the same.
    @Test(arguments: library.names)
    func defaultsStandInTheQueryToo(_ name: String) throws {
        let question = try #require(try Self.library.question(named: name))
        #expect(question.description.french != question.description.english)
        for parameter in question.parameters {
            let values = "VALUES ?\(parameter.name) { \(parameter.defaultValue) }"
            #expect(question.text.contains(values), "expected \(values)")
        }
        let unchanged = try QueryParser.parse(question.text)
        let bound = try question.query()
        #expect((unchanged.algebra == bound.algebra) == question.parameters.isEmpty)
        for parameter in question.parameters {
            #expect(!bound.algebra.inScopeVariables.contains(Variable(parameter.name)))
        }
    }

    @Test func valuesAreForParametersOnly() throws {
        let question = try #require(try Self.library.question(named: "organizations-by-role"))
        let bound = try question.query(binding: [Binding("role=role:awareness")])
        #expect(bound.algebra != (try question.query()).algebra)
        let error = #expect(throws: QuestionError.self) {
            try question.query(binding: [Binding("rôle=role:awareness")])
        }
        #expect(error?.message == .noSuchParameter)
        #expect(error?.text(in: .french).contains("role") == true)
        let kind = #expect(throws: QuestionError.self) { try question.query(binding: [Binding("role=awareness")]) }
        #expect(kind?.message == .badIRI)
        let none = try #require(try Self.library.question(named: "research-funders"))
        let strange = #expect(throws: QuestionError.self) { try none.query(binding: [Binding("organization=1")]) }
        #expect(strange?.message == .noSuchParameters)
    }

    /// Prefixes of the questions mean what the same prefixes mean on the command line.
    @Test(arguments: library.names)
    func prefixesAreTheCommonOnes(_ name: String) throws {
        let text = try #require(try Self.library.question(named: name)).text
        for (prefix, namespace) in try QueryParser.parse(text).prefixes.pairs {
            #expect(CommonPrefixes.map[prefix] == namespace)
        }
    }
}
