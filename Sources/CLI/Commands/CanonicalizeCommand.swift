internal import ArgumentParser
internal import ByteText
internal import JSONText
internal import Localization
internal import RDFCanon
internal import RDFModel

/// `lys canonicalize`: the canonical form of a dataset, its hash, or the names that blank nodes have in it.
struct CanonicalizeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "canonicalize", abstract: DifferenceMessage.canonicalizeAbstract.text(in: .current),
            discussion: DifferenceMessage.canonicalizeDiscussion.text(in: .current))
    }

    @Argument(help: help(.helpFile, value: "FILE"), completion: .file())
    var file: String

    @Option(name: .customLong("from"), help: help(.helpFrom, value: "FORMAT"), completion: Suggestions.inputFormats)
    var from: String?

    @Flag(help: help(.helpHash))
    var hash = false

    @Option(help: help(.helpAlgorithm, value: "sha256|sha384"))
    var algorithm = HashAlgorithm.sha256

    @Flag(help: help(.helpIssuedMap))
    var issuedMap = false

    @Option(parsing: .unconditional, help: help(.helpWorkLimit, value: "N"))
    var workLimit: Int?

    @OptionGroup var limits: LimitOptions
    @OptionGroup var documents: DocumentOptions

    @OptionGroup var language: LanguageOption

    func run() throws {
        guard !hash || !issuedMap else { throw Exit(.usage, DifferenceMessage.hashOrMap) }
        try OptionNumber.check(workLimit, "--work-limit", from: 1)
        let kind = try from.map { try InputKind(named: $0, option: "--from") }
        let limits = try limits.begin()
        let source = try DatasetSource(file, kind: kind, reader: documents.reader())
        var collector = QuadCollector()
        try source.read(into: &collector)
        try limits.check()
        let canonical = try canonicalized(collector.quads(), source)
        if hash {
            try Console.write(Array((canonical.hash(by: algorithm) + "\n").utf8))
        } else if issuedMap {
            try Console.write(Self.json(of: canonical))
        } else {
            try Console.write(canonical.bytes)
        }
    }

    private func canonicalized(_ quads: [Quad], _ source: DatasetSource) throws -> CanonicalDataset {
        do {
            return try canonicalize(
                quads, options: CanonicalizationOptions(algorithm: algorithm, workLimit: workLimit))
        } catch {
            switch error {
            case .tooMuchWork(let limit):
                throw Exit(.limit, DifferenceMessage.tooMuchWork, source.name, String(limit))
            }
        }
    }

    /// An object from labels of the input to canonical labels, in the order of the latter.
    private static func json(of dataset: CanonicalDataset) -> [UInt8] {
        var map = JSONObject()
        for (number, node) in dataset.blankNodes.enumerated() { map[node.label] = .string("c14n\(number)") }
        return JSONWriter(layout: .pretty).bytes(.object(map)) + [UInt8(ascii: "\n")]
    }
}

private func help(_ text: DifferenceMessage, value: String? = nil) -> ArgumentHelp { help(of: text, value: value) }
