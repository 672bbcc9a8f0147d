internal import ArgumentParser
internal import ByteText
internal import JSONLD
internal import JSONText
internal import Localization
internal import RDFModel
internal import RDFSyntax

extension JSONLDOperation: ExpressibleByArgument {}

/// How `lys jsonld` lays out JSON.
enum JSONLDLayout: String, CaseIterable, ExpressibleByArgument {
    /// A member or element on each line.
    case pretty
    /// No white space.
    case compact
}

/// `lys jsonld`: the operations of JSON-LD on a document.
struct JSONLDCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "jsonld", abstract: JSONLDCommandMessage.abstract.text(in: .current),
            discussion: JSONLDCommandMessage.discussion.text(in: .current))
    }

    @Argument(help: help(.operation, value: "OPERATION"))
    var operation: JSONLDOperation

    @Argument(help: help(.input, value: "FILE|IRI"), completion: .file())
    var input: String

    @Option(help: help(.context, value: "FILE|IRI"), completion: .file())
    var context: String?

    @Option(help: help(.frame, value: "FILE|IRI"), completion: .file())
    var frame: String?

    @Option(help: help(.base, value: "IRI"))
    var base: String?

    @Option(
        name: .customLong("option"), help: help(.option, value: "name=value"), completion: Suggestions.jsonldOptions)
    var assignments: [String] = []

    @Option(help: help(.from, value: "FORMAT"), completion: Suggestions.inputFormats)
    var from: String?

    @OptionGroup var documents: DocumentOptions
    @OptionGroup var limits: LimitOptions

    @Option(help: help(.layout, value: "pretty|compact"))
    var layout: JSONLDLayout?

    @Option(help: help(.time, value: "text|json"))
    var time: TimeFormat?

    @Option(name: .customLong("repeat"), parsing: .unconditional, help: help(.repetitions, value: "N"))
    var repetitions: Int?

    @OptionGroup var language: LanguageOption

    func run() throws {
        try checkUse()
        let limits = try limits.begin()
        // Trees of JSON are made and let go of in quick succession: what is freed is kept for the next.
        Console.returnBlocks(of: 32 << 20)
        let reader = try documents.reader()
        let loader = reader.documents
        let report = TimeReport(format: time)
        let clock = ContinuousClock()
        let start = clock.now
        let rdf = operation == .fromRDF ? try document(reader) : nil
        let input = try rdf.map { try JSONLDInput(rdf: $0) } ?? JSONLDInput(input)
        report.read(input.bytes?.count ?? 0, in: clock.now - start)
        let context = try context.map { try self.context($0, loader) }
        let run = JSONLDRun(
            operation: operation, input: input, context: context,
            frame: try frame.map { try document($0, loader) }, format: rdf?.format ?? .nquads,
            processor: JSONLDProcessor(options: try options(context, loader, limits), loader: loader),
            layout: layout == .compact ? .compact : .pretty)
        var timings: [JSONLDTiming] = []
        for number in 0..<(repetitions ?? 1) {
            let (result, timing) = try run.run()
            timings.append(timing)
            if number == 0 { for piece in result { try Console.write(piece) } }
        }
        report.ran(operation, timings)
    }

    private func checkUse() throws {
        try OptionNumber.check(repetitions: repetitions, time: time)
        switch operation {
        case .compact where context == nil: throw Exit(.usage, JSONLDCommandMessage.needsContext)
        case .frame where frame == nil: throw Exit(.usage, JSONLDCommandMessage.needsFrame)
        default: break
        }
        if frame != nil, operation != .frame {
            throw Exit(.usage, JSONLDCommandMessage.optionUnused, "--frame", operation.rawValue)
        }
        if from != nil, operation != .fromRDF {
            throw Exit(.usage, JSONLDCommandMessage.optionUnused, "--from", operation.rawValue)
        }
        if layout != nil, operation == .toRDF {
            throw Exit(.usage, JSONLDCommandMessage.optionUnused, "--layout", operation.rawValue)
        }
    }

    private func options(
        _ context: JSONValue?, _ loader: any DocumentLoader, _ limits: WorkLimits
    ) throws -> JSONLDOptions {
        var options = JSONLDOptions()
        options.base = try base.map { try OptionIRI.check($0, "--base").string }
        options.limits = limits
        switch operation {
        case .expand, .toRDF, .frame: options.expandContext = context
        case .compact, .flatten, .fromRDF: break
        }
        for text in assignments {
            let assignment = OptionAssignment(text)
            try assignment.apply(to: &options) { try self.context($0, loader) }
            try assignment.check(in: operation, hasContext: context != nil)
        }
        return options
    }

    /// A context: that of a file, or its IRI, which the processor resolves.
    private func context(_ text: String, _ loader: any DocumentLoader) throws -> JSONValue {
        if JSONLDInput.isWebAddress(text) { return .string(text) }
        return try document(text, loader).document
    }

    private func document(_ text: String, _ loader: any DocumentLoader) throws -> RemoteDocument {
        do {
            return try JSONLDInput(text).document(loader)
        } catch let error as JSONLDError {
            throw error.located(in: text)
        }
    }

    /// The RDF that `from-rdf` reads.
    private func document(_ reader: InputReader) throws -> InputDocument {
        let kind = try from.map { try InputKind(named: $0, option: "--from") }
        let document = try reader.document(input, kind: kind)
        guard document.format != .jsonld else {
            let known = RDFFormat.allCases.filter { $0 != .jsonld }.map(\.rawValue).joined(separator: ", ")
            throw Exit(.usage, JSONLDCommandMessage.needsFormat, known)
        }
        return document
    }
}
