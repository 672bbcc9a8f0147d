internal import EmbeddedResources
internal import Localization
internal import Publishing
internal import Questions
internal import RDFModel
internal import RDFSyntax
internal import SPARQLAlgebra
internal import TripleStore

/// What an argument of `lys query` asks: a file, a question of `queries/`, or a text.
struct QuerySource {
    /// What `--time` and errors call it: the file's name without `.rq`, the question's name, or `query`.
    let name: String
    private let text: String
    private let fileName: String?
    private let question: Question?

    /// What the question asks, for those who cite it; `nil` for what has no title.
    var title: String? { question.map { $0.title[.current] } }

    /// Finds out what an argument is.
    init(_ argument: String, resources: ResourceFiles) throws {
        let library = QuestionLibrary(files: resources.files(in: "queries"))
        if argument == "-" {
            self.init(name: "-", text: try TextArgument.text(of: "-"), fileName: "-", question: nil)
        } else if TextArgument.isFile(argument) {
            let name = argument.split(separator: "/").last.map(String.init) ?? argument
            let shortName = name.hasSuffix(".rq") ? String(name.dropLast(3)) : name
            let text = try TextArgument.text(of: argument)
            // A question of a keeper's own takes its parameters as those of queries/ do.
            let question = try Question.hasHeader(text) ? Question(name: shortName, text: text) : nil
            self.init(name: shortName, text: text, fileName: argument, question: question)
        } else if let question = try library.question(named: argument) {
            self.init(name: question.name, text: question.text, fileName: nil, question: question)
        } else if argument.hasSuffix(".rq") {
            throw FileError(.notFound, path: argument)
        } else if argument.utf8.allSatisfy(Self.isNameByte) {
            throw library.noSuchQuestion(argument)
        } else {
            self.init(name: "query", text: argument, fileName: nil, question: nil)
        }
    }

    private init(name: String, text: String, fileName: String?, question: Question?) {
        (self.name, self.text, self.fileName, self.question) = (name, text, fileName, question)
    }

    /// Reads the query, with values for its variables.
    /// - Parameter prefixes: those that a text need not declare.
    /// - Throws: ``Exit`` where the text is no query, `QuestionError` where a value does not fit.
    func query(binding bindings: [Binding], base: IRI?, prefixes: PrefixMap) throws -> Query {
        do {
            let base = base ?? fileName.flatMap(InputDocument.base)
            if let question { return try question.query(binding: bindings, base: base) }
            var options = QueryParser.Options(predeclaredPrefixes: prefixes, allowBarePattern: true)
            options.base = base
            let query = try QueryParser.parse(text, options: options)
            var values: [Variable: Term] = [:]
            for binding in bindings { values[Variable(binding.name)] = try binding.term() }
            return try query.binding(values)
        } catch let error as SPARQLSyntaxError {
            throw Exit(
                .badData, text: error.rendered(in: .current, source: fileName ?? question.map { $0.name + ".rq" }))
        }
    }

    /// The values as the data has them; see ``ParameterResolver``. Those for a query without a header stay.
    func resolved(_ bindings: [Binding], in snapshot: StoreSnapshot) throws -> [Binding] {
        guard let question else { return bindings }
        return try ParameterResolver(snapshot: snapshot, note: Console.note).resolve(bindings, of: question)
    }

    /// The values that can be checked before there is data.
    /// - Throws: `QuestionError` for a parameter that the question lacks.
    func plain(_ bindings: [Binding]) throws -> [Binding] {
        guard let question else { return bindings }
        return try bindings.filter { try !question.parameter(of: $0).kind.namesThings }
    }

    /// What is said where nothing is found for some values; `nil` for a query that took none.
    func nothingFound(for bindings: [Binding]) -> String? {
        guard question != nil, !bindings.isEmpty else { return nil }
        let values = bindings.map { $0.name + "=" + $0.value }.joined(separator: ", ")
        return QuestionMessage.nothingFor.text(in: .current, values)
    }

    /// A name has no blank and no sign of a pattern: a text of such bytes only was meant as a name.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
