import Foundation
import Testing

@testable import Localization

/// Every message of the catalogue has two languages that say the same of the same things.
@Suite struct CatalogueTests {
    /// Every enum of messages, by name.
    static let catalogue: [(name: String, messages: [any Message])] = [
        ("CanonicalizationMessage", CanonicalizationMessage.allCases),
        ("ConvertMessage", ConvertMessage.allCases),
        ("DifferenceMessage", DifferenceMessage.allCases), ("DirectoryMessage", DirectoryMessage.allCases),
        ("EmptyAnswerMessage", EmptyAnswerMessage.allCases), ("CitationMessage", CitationMessage.allCases),
        ("EvaluationMessage", EvaluationMessage.allCases),
        ("ExportMessage", ExportMessage.allCases), ("FaultMessage", FaultMessage.allCases),
        ("FetchMessage", FetchMessage.allCases),
        ("FileMessage", FileMessage.allCases), ("HelpText", HelpText.allCases),
        ("InputMessage", InputMessage.allCases),
        ("JSONLDCommandMessage", JSONLDCommandMessage.allCases), ("JSONLDMessage", JSONLDMessage.allCases),
        ("JSONMessage", JSONMessage.allCases),
        ("QueryMessage", QueryMessage.allCases),
        ("QuestionMessage", QuestionMessage.allCases), ("RaptorObstacleMessage", RaptorObstacleMessage.allCases),
        ("ResultsMessage", ResultsMessage.allCases),
        ("SPARQLConstruct", SPARQLConstruct.allCases), ("SPARQLHint", SPARQLHint.allCases),
        ("SPARQLMessage", SPARQLMessage.allCases), ("SyntaxMessage", SyntaxMessage.allCases),
        ("SystemMessage", SystemMessage.allCases), ("UpdateMessage", UpdateMessage.allCases),
        ("VariableMessage", VariableMessage.allCases),
        ("WritingMessage", WritingMessage.allCases),
    ]

    static let names = catalogue.map(\.name)

    @Test func everyEnumOfMessagesIsListed() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Localization")
        var declared: [String] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: sources.path) where file.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            for match in text.matches(of: /enum (\w+): ([\w, ]+)\{/)
            where match.2.split(separator: /[, ]+/).contains("Message") {
                declared.append(String(match.1))
            }
        }
        #expect(declared.sorted() == Self.names.sorted())
    }

    @Test(arguments: names) func bothLanguagesAreThere(_ name: String) {
        for message in messages(name) {
            #expect(message.texts.french.contains { !$0.isWhitespace }, "\(message)")
            #expect(message.texts.english.contains { !$0.isWhitespace }, "\(message)")
        }
    }

    @Test(arguments: names) func bothLanguagesUseTheSamePlaces(_ name: String) {
        for message in messages(name) {
            let (french, english) = (Template(message.texts.french), Template(message.texts.english))
            #expect(french.argumentNumbers == english.argumentNumbers, "\(message)")
            // Places are numbered without gaps, so that no argument is forgotten.
            #expect(french.argumentNumbers == Set(0..<french.argumentNumbers.count), "\(message)")
        }
    }

    @Test(arguments: names) func frenchHasItsNoBreakSpaces(_ name: String) {
        for message in messages(name) {
            let french = message.texts.french
            for pair in ["« ", " »", " ;", " ? ", " ! "] { #expect(!french.contains(pair), "\(french)") }
        }
    }

    @Test func sentencesDifferBetweenTheLanguages() {
        for message in DirectoryMessage.allCases {
            #expect(message.texts.french != message.texts.english, "\(message)")
        }
    }

    @Test func guillemetsAreFrenchAndCurlyQuotesEnglish() {
        for message in DirectoryMessage.allCases {
            #expect(!message.texts.french.contains("“"), "\(message)")
            #expect(!message.texts.english.contains("«"), "\(message)")
        }
    }

    @Test(arguments: [
        ("mot « x » ; oui ?", "mot «\u{A0}x\u{A0}»\u{202F}; oui\u{202F}?"), ("deux : trois", "deux\u{A0}: trois"),
        ("?org :p ;x", "?org :p ;x"), ("fin !", "fin\u{202F}!"),
    ])
    func plainSpacesBecomeNoBreakOnes(_ plain: String, _ expected: String) {
        #expect(Array(plain.withFrenchSpaces.unicodeScalars) == Array(expected.unicodeScalars))
    }

    private func messages(_ name: String) -> [any Message] {
        Self.catalogue.first { $0.name == name }?.messages ?? []
    }
}
