import Localization
import Questions
import Testing

@Suite struct QuestionHeaderTests {
    private static let header = """
        # title@fr Un titre
        # title@en A title
        #
        # description@fr Une description :
        # description@fr qui continue
        # description@en A description
        """

    @Test func aHeaderSaysWhatTheQuestionAnswers() throws {
        let text =
            Self.header + """

                # parameter code: text = "E84"
                # code@fr Le code.
                # code@en The code.

                # title@fr no part of the header
                SELECT * {}
                """
        let question = try Question(name: "q", text: text)
        #expect(question.title == Texts(fr: "Un titre", en: "A title"))
        #expect(question.description == Texts(fr: "Une description\u{A0}: qui continue", en: "A description"))
        let parameter = try #require(question.parameters.first)
        #expect(parameter.name == "code" && parameter.kind == .text && parameter.defaultValue == "\"E84\"")
        #expect(parameter.description == Texts(fr: "Le code.", en: "The code."))
        #expect(question.parameters.count == 1 && question.text == text)
    }

    @Test(arguments: [
        ("", QuestionMessage.noTitle), ("# title@en A", .noTitle), ("# title@fr A\n# title@en A", .noDescription),
        ("# just words", .badHeaderLine), ("# parameter code text", .badHeaderLine),
        ("# parameter code: number = 1", .unknownKind),
        (header + "\n# parameter code: text = \"a\"\n# code@fr Le code.", .undescribedParameter),
    ])
    func whatIsMissingIsNamed(_ text: String, _ message: QuestionMessage) throws {
        let error = #expect(throws: QuestionError.self) { try Question(name: "q", text: text) }
        #expect(error?.message == message)
        for language in Language.allCases {
            #expect(error?.text(in: language).hasPrefix("q") == true)
        }
    }
}
