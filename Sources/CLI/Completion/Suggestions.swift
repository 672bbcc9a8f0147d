internal import ArgumentParser
internal import EmbeddedResources
internal import Questions
internal import RDFSyntax

/// What a shell proposes for the values of arguments.
enum Suggestions {
    /// The formats that are read.
    static var inputFormats: CompletionKind { .list(RDFFormat.allCases.map(\.name) + ["xml", "json", "html"]) }

    /// The formats that are written.
    static var outputFormats: CompletionKind { .list(RDFFormat.allCases.map(\.name)) }

    /// The formats of answers.
    static var answerFormats: CompletionKind { .list(AnswerFormat.allCases.map(\.rawValue)) }

    /// The names of the questions; of files the scripts know.
    static var questions: CompletionKind {
        .custom { words, _, _ in library(words).names }
    }

    /// `name=` for each parameter of the questions that stand on the line, or of all where none does.
    static var parameters: CompletionKind {
        .custom { words, _, _ in
            let questions = (try? library(words).questions()) ?? []
            let named = questions.filter { words.contains($0.name) }
            let names = (named.isEmpty ? questions : named).flatMap(\.parameters).map { $0.name + "=" }
            return Set(names).sorted()
        }
    }

    /// `name=` for each option of JSON-LD.
    static var jsonldOptions: CompletionKind { .custom { _, _, _ in OptionAssignment.names.map { $0 + "=" } } }

    /// The questions that the command on the line knows.
    private static func library(_ words: [String]) -> QuestionLibrary {
        var resources = ResourceFiles()
        if let option = words.firstIndex(of: "--vocab"), words.indices.contains(option + 1) {
            resources = (try? VocabularyOption.resources(in: words[option + 1])) ?? resources
        }
        return QuestionLibrary(files: resources.files(in: "queries"))
    }
}
