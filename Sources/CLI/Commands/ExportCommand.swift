internal import ArgumentParser
internal import ByteText
internal import Localization
internal import OrganizationDirectory
internal import Publishing
internal import RDFModel
internal import RDFSyntax
internal import RaptorSyntax

/// `lys export`: from the sheets to a bundle.
struct ExportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export", abstract: HelpText.exportAbstract.text(in: .current),
            discussion: HelpText.exportDiscussion.text(in: .current))
    }

    @Argument(help: help(.exportDirectory, value: "FOLDER"), completion: .directory)
    var directory = "directory"

    @Option(name: [.short, .long], help: help(.exportOutput, value: "FOLDER"), completion: .directory)
    var output = "exports"

    @Option(help: help(.exportBase, value: "IRI"))
    var base: String?

    @Option(help: help(.exportVocabularyBase, value: "IRI"))
    var vocabBase: String?

    @Option(help: help(.exportFormats, value: "ttl,rdf,…"), completion: .list(Self.formatNames))
    var formats: String?

    @Flag(help: help(.exportStrict))
    var strict = false

    @Flag(help: help(.exportAcceptShrink))
    var acceptShrink = false

    @Flag(help: help(.exportWarnings))
    var warnings = false

    @OptionGroup var limits: LimitOptions
    @OptionGroup var vocabulary: VocabularyOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        // What is wrong with the options is said before anything is read.
        noteIdleFiles()
        var options = try options()
        let limits = try limits.begin()
        options.limits = limits
        let loading = Directory.load(
            files: try DirectoryFolder(directory).files(),
            territories: try TerritoryList(vocabulary: options.resources))
        report(loading)
        try limits.check()
        guard let directory = loading.directory, !(strict && !loading.warnings.isEmpty) else {
            throw Exit(.badData)
        }
        let export = try Export(directory, options: options)
        let bundle: PublishedBundle
        do { bundle = try export.publish(to: output) } catch let error as RaptorObstacle {
            throw Exit(.badData, ExportMessage.cannotHold, error.description(in: .current))
        }
        for (file, obstacle) in bundle.obstacles {
            Console.note(ExportMessage.notByRaptor.text(in: .current, file, obstacle.description(in: .current)))
        }
        for (name, other) in bundle.changed {
            Console.note(ExportMessage.changedByHand.text(in: .current, output, name, other))
        }
        Console.note(
            ExportMessage.published.text(
                in: .current, output, String(directory.organizations.count), String(directory.conditions.count),
                String(bundle.receipt.triples), String(bundle.receipt.files.count + 1)))
    }

    /// Names the files of `--vocab` that change nothing here.
    private func noteIdleFiles() {
        guard let folder = vocabulary.folder else { return }
        let read = Export.Options.vocabularyFiles
        for name in Files.names(in: folder) where !name.hasPrefix(".") && !name.hasSuffix(".rq") && !read.contains(name)
        {
            guard !Files.isFolder(folder + "/" + name) else { continue }
            Console.note(
                ExportMessage.idleFile.text(in: .current, folder, name, read.sorted().joined(separator: ", ")))
        }
    }

    /// Every error, and the warnings if they were asked for; then their counts.
    private func report(_ loading: Directory.Loading) {
        for problem in loading.errors { Console.note(problem.text(in: .current)) }
        if warnings {
            for problem in loading.warnings { Console.note(problem.text(in: .current)) }
        } else if !loading.warnings.isEmpty {
            Console.note(ExportMessage.warnings.text(in: .current, String(loading.warnings.count)))
        }
        if !loading.errors.isEmpty {
            Console.note(ExportMessage.nothingPublished.text(in: .current, String(loading.errors.count)))
        } else if strict, !loading.warnings.isEmpty {
            Console.note(ExportMessage.strictWarnings.text(in: .current, String(loading.warnings.count)))
        }
    }

    /// The formats of the graph, by the names that `--formats` takes.
    private static var known: [(String, PublishedFile)] {
        PublishedFile.allCases.compactMap { file in file.formatName.map { ($0, file) } }
    }

    private static var formatNames: [String] { known.map(\.0) }

    private func options() throws -> Export.Options {
        var options = Export.Options(resources: try vocabulary.resources())
        options.acceptsShrink = acceptShrink
        options.base = try base.map { try OptionIRI.check(base: $0, "--base") }
        options.vocabularyBase = try vocabBase.map { try OptionIRI.check(base: $0, "--vocab-base") }
        guard let formats else { return options }
        let known = Self.known
        options.files = Set(PublishedFile.allCases.filter { $0.formatName == nil })
        for name in formats.split(separator: ",") {
            guard let file = known.first(where: { $0.0 == name })?.1 else {
                throw Exit(.usage, ExportMessage.unknownFormat, String(name), Self.formatNames.joined(separator: ", "))
            }
            options.files.insert(file)
        }
        return options
    }
}
