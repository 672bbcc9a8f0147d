internal import ArgumentParser
internal import EmbeddedResources
internal import Localization
internal import Publishing
internal import Questions
internal import RDFModel
internal import SPARQLAlgebra
internal import SPARQLEngine
internal import TripleStore

/// `lys query`: questions to the bundle, or to other data.
struct QueryCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "query", abstract: HelpText.queryAbstract.text(in: .current),
            discussion: HelpText.queryDiscussion.text(in: .current))
    }

    @Argument(help: help(.queryText, value: "QUERY|NAME|PATTERN"), completion: Suggestions.questions)
    var queries: [String] = []

    @OptionGroup var data: DataOptions

    @Option(help: help(.queryBase, value: "IRI"))
    var base: String?

    @Option(help: help(.queryBind, value: "name=term"), completion: Suggestions.parameters)
    var bind: [String] = []

    @Option(help: help(.queryFormat, value: "FORMAT"), completion: Suggestions.answerFormats)
    var format: String?

    @Flag(help: help(.queryLabels))
    var labels = false

    @Flag(help: help(.queryBothLanguages))
    var bothLanguages = false

    @Option(parsing: .unconditional, help: help(.queryTimeout, value: "S"))
    var timeout: Double?

    @Option(parsing: .unconditional, help: help(.queryLimitRows, value: "N"))
    var limitRows: Int?

    @Option(parsing: .unconditional, help: help(.queryLimitMemory, value: "MIB"))
    var limitMemory: Int?

    @Option(help: help(.queryTime, value: "text|json"))
    var time: TimeFormat?

    @Option(name: .customLong("repeat"), parsing: .unconditional, help: help(.queryRepeat, value: "N"))
    var repetitions: Int?

    @Flag(help: help(.queryExplain))
    var explain = false

    @Flag(help: help(.queryList))
    var list = false

    @Flag(help: help(.queryCheck))
    var check = false

    @Flag(help: help(.queryCite))
    var cite = false

    @Option(help: help(.queryCitationFormat, value: "text|bibtex|csl-json"))
    var citationFormat: String?

    @Option(help: help(.queryCitationFile, value: "FILE"))
    var citationFile: String?

    @OptionGroup var vocabulary: VocabularyOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let resources = try vocabulary.resources()
        if list, let query = queries.first { throw Exit(.usage, InputMessage.optionIdle, "--list", query) }
        if list { return try QuestionList(library: QuestionLibrary(files: resources.files(in: "queries"))).write() }
        try checkNumbers()
        guard !queries.isEmpty else { throw Exit(.usage, QueryMessage.noQuery) }
        let format = try format.map(AnswerFormat.init(named:))
        if labels, let format, !format.isForPeople {
            throw Exit(.usage, QueryMessage.labelsArePeoples, format.rawValue)
        }
        if bothLanguages, let format, !format.isForPeople {
            throw Exit(.usage, InputMessage.optionIdle, "--both-languages", "--format " + format.rawValue)
        }
        try checkExplanation()
        var citations = try CitationOutput(
            isAsked: cite, format: citationFormat, file: citationFile, answers: format)
        let base = try base.map { try OptionIRI.check($0, "--base") }
        let bindings = try bind.map(Binding.init)
        // What is wrong with a query is said before the data is read.
        let sources = try queries.map { try QuerySource($0, resources: resources) }
        // Where there is none, the query is looked at first all the same.
        let bundle = try? self.data.openBundle()
        let folders = self.data.folders(of: bundle)
        let prefixes = Self.merged(CommonPrefixes.predeclared, folders)
        var first: [Query?] = try sources.map { source in
            try source.query(binding: source.plain(bindings), base: base, prefixes: prefixes)
        }
        let data = try data.load(bundle, isCited: citations != nil)
        let report = TimeReport(format: time)
        report.loaded(data)

        var isWanting = false
        for (number, source) in sources.enumerated() {
            guard var query = first[number] else { continue }
            first[number] = nil
            let values = try source.resolved(bindings, in: data.snapshot)
            if try source.plain(bindings).count < bindings.count {
                query = try source.query(binding: values, base: base, prefixes: prefixes)
            }
            let view = AnswerView(
                prefixes: Self.merged(CommonPrefixes.map, query.prefixes), folders: folders,
                showsBothLanguages: bothLanguages, labels: labels ? data.snapshot : nil, title: source.title)
            let writer = AnswerWriter(format: format, view: view)
            let session = QuerySession(engine: QueryEngine(data.snapshot), options: try options(), writer: writer)
            if explain {
                try Console.write(Array((try session.explanation(of: query, resources: resources) + "\n").utf8))
                continue
            }
            // What is timed reads the text again; otherwise the query that was read is the one that is run.
            var unused = time == nil ? query : nil
            let runs = try session.run(times: repetitions ?? 1) {
                defer { unused = nil }
                return try unused ?? source.query(binding: values, base: base, prefixes: prefixes)
            }
            report.ran(source.name, runs.timings)
            for line in session.warnings(about: query, runs) { Console.note(line) }
            if runs.isWanting, let said = source.nothingFound(for: bindings) { Console.note(said) }
            if runs.isWanting, Console.terminalWidth != nil {
                Console.note(QueryMessage.emptyAnswer.text(in: .current))
            }
            isWanting = isWanting || runs.isWanting
            try citations?.add(query, source.title, prefixes: Self.merged(prefixes, query.prefixes), data)
        }
        try citations?.end()
        if check, isWanting { throw Exit(.wanting) }
    }

    /// A plan is written in place of the answer: what is about the answer has no effect.
    private func checkExplanation() throws {
        guard explain else { return }
        let idle = [
            ("--format", format != nil), ("--labels", labels), ("--both-languages", bothLanguages),
            ("--repeat", repetitions != nil), ("--check", check), ("--cite", cite || citationFormat != nil),
            ("--citation-file", citationFile != nil),
        ]
        if let (option, _) = idle.first(where: \.1) { throw Exit(.usage, InputMessage.optionIdle, option, "--explain") }
    }

    private func checkNumbers() throws {
        _ = try OptionNumber.duration(seconds: timeout, "--timeout")
        try OptionNumber.check(limitRows, "--limit-rows", from: 0)
        try OptionNumber.check(limitMemory, "--limit-memory", from: 1)
        try OptionNumber.check(repetitions: repetitions, time: time)
    }

    private func options() throws -> QueryOptions {
        let limit = try OptionNumber.duration(seconds: timeout, "--timeout")
        return QueryOptions(
            limits: QueryLimits(timeout: limit, rows: limitRows, memory: LimitMemory.bytes(of: limitMemory)),
            isMeasured: explain)
    }

    private static func merged(_ first: PrefixMap, _ second: PrefixMap) -> PrefixMap {
        var prefixes = first
        for (name, namespace) in second.pairs { prefixes[name] = namespace }
        return prefixes
    }
}
