internal import ArgumentParser
internal import EmbeddedResources
internal import Localization
internal import Publishing

/// A text of the catalogue as help for an argument.
func help(_ text: HelpText, value: String? = nil) -> ArgumentHelp { help(of: text, value: value) }

/// A text of any catalogue as help for an argument, whose value is named in the language of the run as well.
func help(of text: any Message, value: String?) -> ArgumentHelp {
    ArgumentHelp(text.text(in: .current), valueName: value.map { Metavariable.named($0, in: .current) })
}

/// The words that stand for values in help: `FILE`, `name=term`.
enum Metavariable {
    private static let french = [
        "FILE": "FICHIER", "FOLDER": "DOSSIER", "TEXT": "TEXTE", "QUERY": "REQUÊTE", "NAME": "NOM", "PATTERN": "MOTIF",
        "OLD": "ANCIEN", "NEW": "NOUVEAU", "UPDATE": "MODIFICATION", "PREFIX": "PRÉFIXE", "ADDRESS": "ADRESSE",
        "OPERATION": "OPÉRATION", "MIB": "MIO", "name": "nom", "term": "terme", "value": "valeur",
    ]

    /// A value's name in a language; its words are parted by signs.
    static func named(_ name: String, in language: Language) -> String {
        guard language == .french else { return name }
        var (result, word) = ("", "")
        for character in name + "|" {
            if character == "|" || character == "=" {
                result += (french[word] ?? word) + String(character)
                word = ""
            } else {
                word.append(character)
            }
        }
        return String(result.dropLast())
    }
}

/// The option by which a keeper works with a vocabulary and questions of their own.
struct VocabularyOption: ParsableArguments {
    @Option(name: .customLong("vocab"), help: help(.vocabulary, value: "FOLDER"), completion: .directory)
    var folder: String?

    /// The vocabulary and the questions: those compiled into the command, but for those of the folder.
    func resources() throws -> ResourceFiles {
        guard let folder else { return ResourceFiles() }
        return try Self.resources(in: folder)
    }

    /// Those of a folder, and what it lacks of those compiled in.
    static func resources(in folder: String) throws -> ResourceFiles {
        guard Files.isFolder(folder) else { throw FileError(.notFound, path: folder) }
        return ResourceFiles(
            replacing: try Files.names(in: folder).filter { !Files.isFolder(folder + "/" + $0) }.map { name in
                (name, try Files.read(folder + "/" + name, atMost: 64 << 20))
            })
    }
}
