internal import ArgumentParser
internal import ByteText
internal import Localization
internal import RDFCanon
internal import RDFModel

/// `lys diff`: whether two datasets are the same, and what came and went.
struct DiffCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "diff", abstract: DifferenceMessage.diffAbstract.text(in: .current),
            discussion: DifferenceMessage.diffDiscussion.text(in: .current))
    }

    @Argument(help: help(.helpOld, value: "OLD"), completion: .file())
    var old: String

    @Argument(help: help(.helpNew, value: "NEW"), completion: .file())
    var new: String

    @Option(help: help(.helpFormat, value: "text|patch|json"))
    var format = DifferenceFormat.text

    @Option(name: .customLong("from"), help: help(.helpFrom, value: "FORMAT"), completion: Suggestions.inputFormats)
    var from: String?

    @Option(parsing: .unconditional, help: help(.helpWorkLimit, value: "N"))
    var workLimit: Int?

    @OptionGroup var limits: LimitOptions
    @OptionGroup var documents: DocumentOptions

    @OptionGroup var language: LanguageOption

    func run() throws {
        guard old != "-" || new != "-" else { throw Exit(.usage, InputMessage.inputTwice) }
        try OptionNumber.check(workLimit, "--work-limit", from: 1)
        let reader = try documents.reader()
        let kind = try from.map { try InputKind(named: $0, option: "--from") }
        let sources = (
            old: try DatasetSource(old, kind: kind, reader: reader),
            new: try DatasetSource(new, kind: kind, reader: reader)
        )
        let limits = try limits.begin()
        var pair = DatasetPair()
        try sources.old.read(into: &pair)
        pair.beginNew()
        try sources.new.read(into: &pair)
        try limits.check()
        let difference = try compared(pair)
        try limits.check()
        switch format {
        case .text: try Console.writeStyled(DifferenceText(difference, usesColor: Console.usesColor).bytes)
        case .patch: try Console.write(DifferencePatch(difference).bytes)
        case .json: try Console.write(DifferenceJSON(difference, old: old, new: new).bytes)
        }
        guard difference.isEmpty else { throw Exit(.wanting) }
    }

    private func compared(_ pair: DatasetPair) throws -> DatasetDifference {
        do {
            return try pair.difference(workLimit: workLimit)
        } catch {
            switch error {
            case .tooMuchWork(let limit):
                throw Exit(.limit, DifferenceMessage.undecided, old, new, String(limit))
            }
        }
    }
}

/// The forms in which a difference is written.
enum DifferenceFormat: String, CaseIterable {
    /// For people.
    case text
    /// RDF Patch.
    case patch
    /// For programs.
    case json
}

private func help(_ text: DifferenceMessage, value: String? = nil) -> ArgumentHelp { help(of: text, value: value) }
