internal import ArgumentParser
internal import ByteText
internal import Localization
internal import RDFModel
internal import SPARQLAlgebra
internal import SPARQLEngine
internal import TripleStore

/// `lys update`: data in, changes, data out.
struct UpdateCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "update", abstract: UpdateMessage.abstract.text(in: .current),
            discussion: UpdateMessage.discussion.text(in: .current))
    }

    @Argument(help: help(.helpText, value: "UPDATE"), completion: .file())
    var updates: [String] = []

    @Option(name: [.customShort("d"), .customLong("data")], help: help(.queryData, value: "FILE"), completion: .file())
    var data: [String] = []

    @Option(name: [.customShort("g"), .customLong("graph")], help: help(.queryGraph, value: "IRI=FILE"))
    var graphs: [String] = []

    @Option(help: help(.queryFrom, value: "FORMAT"), completion: Suggestions.inputFormats)
    var from: String?

    @Option(name: .shortAndLong, help: help(.helpOutput, value: "FILE"), completion: .file())
    var output: String?

    @Option(help: help(.helpFormat, value: "FORMAT"), completion: Suggestions.outputFormats)
    var format: String?

    @Option(parsing: .unconditional, help: help(.queryTimeout, value: "S"))
    var timeout: Double?

    @Option(parsing: .unconditional, help: help(.queryLimitMemory, value: "MIB"))
    var limitMemory: Int?

    @Flag(help: help(.helpAllowLoad))
    var allowLoad = false

    @OptionGroup var documents: DocumentOptions

    @OptionGroup var language: LanguageOption

    func run() throws {
        guard !updates.isEmpty else { throw Exit(.usage, UpdateMessage.noUpdate) }
        let timeout = try OptionNumber.duration(seconds: timeout, "--timeout")
        try OptionNumber.check(limitMemory, "--limit-memory", from: 1)
        let limits = QueryLimits(timeout: timeout, memory: LimitMemory.bytes(of: limitMemory))
        let destination = try UpdateDestination(output: output, format: format)
        // What is wrong with an update is said before the data is read.
        let requests = try updates.map(UpdateSource.init).map { try $0.update() }
        // LOAD may read any file, so this one as well.
        let inputs = data + (try graphs.map { try DataLoader.graph($0).file })
        let claim = try FileClaim.ifRead(
            output, among: allowLoad ? inputs + [output ?? ""] : inputs, waiting: timeout)
        let isNew = data.isEmpty && graphs.isEmpty
        if isNew, from != nil { throw Exit(.usage, InputMessage.optionNeeds, "--from", "-d") }
        let kind = try from.map { try InputKind(named: $0, option: "--from") }
        let reader = try documents.reader()
        let loader = DataLoader(data: data, graphs: graphs, kind: kind, bundle: nil, reader: reader)
        let before = isNew ? .empty : try loader.load().snapshot
        let store = TripleStore(before)
        for request in requests { try apply(request, to: store, limits: limits, loading: allowLoad ? reader : nil) }
        var prefixes = CommonPrefixes.map
        for request in requests {
            for (name, namespace) in request.prefixes.pairs { prefixes[name] = namespace }
        }
        try destination.write(store.snapshot, prefixes: prefixes, claim: claim)
    }

    private func apply(
        _ request: Update, to store: TripleStore, limits: QueryLimits, loading reader: InputReader?
    ) throws {
        let documents = reader.map {
            LocalDocuments(reader: $0, limits: WorkLimits(timeout: limits.timeout, memory: limits.memory))
        }
        let options = UpdateOptions(query: QueryOptions(limits: limits), documents: documents)
        do {
            let (inserted, deleted) = try UpdateEngine(store).execute(request, options: options).changes
            Console.note(UpdateMessage.changes.text(in: .current, String(inserted), String(deleted)))
        } catch let error as UpdateError {
            throw error.exit
        } catch let error as QueryEvaluationError {
            throw error.exit
        }
    }
}

private func help(_ text: UpdateMessage, value: String? = nil) -> ArgumentHelp { help(of: text, value: value) }
