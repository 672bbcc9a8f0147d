internal import ArgumentParser
internal import Localization
internal import RDFModel
internal import RDFSyntax
internal import RaptorSyntax

/// `lys convert`: RDF from one format to another.
struct ConvertCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "convert", abstract: ConvertMessage.abstract.text(in: .current),
            discussion: ConvertMessage.discussion.text(in: .current))
    }

    @Argument(help: help(.helpFiles, value: "FILE"), completion: .file())
    var files: [String] = []

    @Option(name: .shortAndLong, help: help(.helpOutput, value: "FILE"), completion: .file())
    var output: String?

    @Option(help: help(.helpFrom, value: "FORMAT"), completion: Suggestions.inputFormats)
    var from: String?

    @Option(help: help(.helpTo, value: "FORMAT"), completion: Suggestions.outputFormats)
    var to: String?

    @Option(help: help(.helpBase, value: "IRI"))
    var base: String?

    @Option(name: .customLong("prefix"), help: help(.helpPrefix, value: "name=IRI"))
    var prefixes: [String] = []

    @Option(
        help: help(.helpWriter, value: "raptor|native|stream"),
        completion: .list(Conversion.Writer.allCases.map(\.rawValue)))
    var writer: String?

    @Flag(help: help(.helpCanonical))
    var canonical = false

    @Flag(help: help(.helpLenient))
    var lenient = false

    @Flag(help: help(.helpMergeGraphs))
    var mergeGraphs = false

    @OptionGroup var documents: DocumentOptions
    @OptionGroup var limits: LimitOptions
    @OptionGroup var language: LanguageOption

    func run() throws {
        // What is wrong with the options is said before anything is read.
        let options = try options()
        _ = try limits.begin()
        let inputs = try inputs()
        let destination = try OutputFile(output, claim: FileClaim.ifRead(output, among: files))
        let conversion = Conversion(inputs, to: destination, options: options)
        let result: Conversion.Result
        do { result = try conversion.run() } catch {
            if destination.hasSpoken, !(error is OutputClosed) {
                Console.note(InputMessage.outputCut.text(in: .current))
            }
            throw error
        }
        if let obstacle = result.obstacle {
            Console.note(ConvertMessage.notByRaptor.text(in: .current, obstacle.description(in: .current)))
        }
        if conversion.skipped > 0 {
            Console.note(ConvertMessage.skipped.text(in: .current, String(conversion.skipped)))
        }
        let message: ConvertMessage = options.format.holdsDatasets ? .convertedStatements : .convertedTriples
        Console.note(
            message.text(in: .current, String(result.statements), options.format.displayName, result.writer))
    }

    private func inputs() throws -> [InputDocument] {
        let kind = try from.map { try InputKind(named: $0, option: "--from") }
        let base = try base.map { try OptionIRI.check($0, "--base") }
        let paths = files.isEmpty ? ["-"] : files
        guard paths.count(where: { $0 == "-" }) < 2 else { throw Exit(.usage, InputMessage.inputTwice) }
        let reader = try documents.reader()
        return try paths.map { try reader.document($0, kind: kind, base: base) }
    }

    private func options() throws -> Conversion.Options {
        var options = Conversion.Options()
        if let to {
            options.format = try RDFFormat(named: to, option: "--to")
        } else if let output, output != "-" {
            options.format = try RDFFormat(ofOutput: output, option: "--to")
        }
        if let prefix = prefixes.first, options.format.isLineBased {
            throw Exit(.usage, InputMessage.optionIdle, "--prefix " + prefix, "--to " + options.format.name)
        }
        for text in prefixes {
            let (name, namespace) = try Self.prefix(text)
            options.prefixes[name] = namespace
        }
        if let writer {
            guard let named = Conversion.Writer(rawValue: writer) else {
                throw Exit(
                    .usage, ConvertMessage.unknownWriter, writer,
                    Conversion.Writer.allCases.map(\.rawValue).joined(separator: ", "))
            }
            guard named.writes(options.format) else {
                throw Exit(.usage, ConvertMessage.writerFormat, writer, options.format.name)
            }
            options.writer = named
        }
        guard !canonical || options.format.isLineBased else {
            throw Exit(.usage, ConvertMessage.canonicalFormat, options.format.name)
        }
        options.isCanonical = canonical
        options.isLenient = lenient
        options.mergesGraphs = mergeGraphs
        return options
    }

    /// The prefix that `name=IRI` declares, as Turtle would read it.
    private static func prefix(_ text: String) throws -> (String, IRI) {
        if let equals = text.firstIndex(of: "=") {
            let name = String(text[..<equals])
            let namespace = try OptionIRI.check(String(text[text.index(after: equals)...]), "--prefix \(name)")
            // The name is read as Turtle reads it.
            let declaration = "@prefix \(name): <urn:x> ."
            let declared = try? RDFDocument(Array(declaration.utf8), format: .turtle).prefixes
            if let declared, declared.count == 1, declared[name] != nil { return (name, namespace) }
            throw Exit(.usage, ConvertMessage.badPrefixName, text, name)
        }
        throw Exit(.usage, ConvertMessage.badPrefix, text)
    }
}

extension Conversion.Writer {
    /// Whether the writer knows a format.
    fileprivate func writes(_ format: RDFFormat) -> Bool {
        switch self {
        case .raptor: format == .turtle || format == .rdfxml
        case .native: format != .rdfxml
        case .stream: format != .rdfxml && format != .jsonld
        }
    }
}

extension RDFFormat {
    /// The name as people write it.
    fileprivate var displayName: String {
        switch self {
        case .ntriples: "N-Triples"
        case .nquads: "N-Quads"
        case .turtle: "Turtle"
        case .trig: "TriG"
        case .rdfxml: "RDF/XML"
        case .jsonld: "JSON-LD"
        }
    }
}

private func help(_ text: ConvertMessage, value: String? = nil) -> ArgumentHelp { help(of: text, value: value) }
