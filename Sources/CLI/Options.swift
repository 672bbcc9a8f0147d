internal import ArgumentParser
internal import EmbeddedResources
internal import Localization
internal import Publishing

/// A text of the catalogue as help for an argument.
func help(_ text: HelpText, value: String? = nil) -> ArgumentHelp {
    ArgumentHelp(text.text(in: .current), valueName: value)
}

/// The option by which a keeper works with a vocabulary and questions of their own.
struct VocabularyOption: ParsableArguments {
    @Option(name: .customLong("vocab"), help: help(.vocabulary, value: "FOLDER"))
    var folder: String?

    /// The vocabulary and the questions: those compiled into the command, but for those of the folder.
    func resources() throws -> ResourceFiles {
        guard let folder else { return ResourceFiles() }
        guard Files.isFolder(folder) else { throw FileError(.notFound, path: folder) }
        return ResourceFiles(
            replacing: try Files.names(in: folder).filter { !Files.isFolder(folder + "/" + $0) }.map { name in
                (name, try Files.read(folder + "/" + name))
            })
    }
}
