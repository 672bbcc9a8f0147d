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

    /// `name=` for each parameter of the questions that stand on the line, or of all where none does; behind the equals
    /// sign the values that the data of the line has.
    static var parameters: CompletionKind {
        .custom { words, index, _ in
            let questions = (try? library(words).questions()) ?? []
            let named = questions.filter { words.contains($0.name) }
            let parameters = (named.isEmpty ? questions : named).flatMap(\.parameters)
            let word =
                words.indices.contains(index) ? words[index].filter { $0 != "\\" && $0 != "\"" && $0 != "'" } : ""
            guard let equals = word.firstIndex(of: "=") else { return Set(parameters.map { $0.name + "=" }).sorted() }
            let name = String(word[..<equals])
            guard let kind = parameters.first(where: { $0.name == name })?.kind, let data = try? data(words) else {
                return []
            }
            return ParameterResolver(snapshot: data.snapshot, note: { _ in }).names(of: kind).map { name + "=" + $0 }
        }
    }

    /// The data that the command on the line asks: the bundle, or files that are quickly read.
    private static func data(_ words: [String]) throws -> LoadedData {
        func values(of options: [String]) -> [String] {
            zip(words, words.dropFirst()).filter { options.contains($0.0) }.map(\.1)
        }
        let files = values(of: ["-d", "--data"])
        guard files.reduce(0, { $0 + Console.fileSize($1) }) <= largest, !files.contains("-") else {
            throw Exit(.limit)
        }
        let folder = values(of: ["--bundle"]).last
        return try DataLoader(
            data: files, graphs: [],
            bundle: files.isEmpty || folder != nil ? DataLoader.openBundle(folder) : nil,
            reader: InputReader(fetcher: DocumentFetcher())
        ).load()
    }

    /// How many bytes of files are read for a proposal.
    private static let largest = 16 << 20

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
