internal import ByteText
internal import Localization
internal import RDFModel

/// The files of a directory, found by what they are for: `organizations.csv` may as well be `organizations.tsv` or
/// `Organizations.CSV`, and `publication.yaml` `publication.yml`.
struct DirectoryFiles {
    private let files: [String: [UInt8]]
    private let log: ProblemLog

    /// The files of a folder, by name.
    init(_ files: [String: [UInt8]], log: ProblemLog) {
        self.files = files
        self.log = log
    }

    /// Whether a name is that of a file that a directory has.
    static func areNamed(_ name: String) -> Bool { Directory.fileNames.contains { isNamed(name, for: $0) } }

    private static func isNamed(_ name: String, for file: String) -> Bool {
        let (stem, extensions) = parts(of: file)
        return extensions.contains { name.asciiLowercased == stem + $0 }
    }

    private static func parts(of file: String) -> (stem: String, extensions: [String]) {
        let stem = String(file.prefix { $0 != "." })
        return (stem, file == PublicationReader.file ? [".yaml", ".yml"] : [".csv", ".tsv"])
    }

    /// The name and bytes of a file, whichever of its names it has; reported where it is needed and not there, or there
    /// twice.
    func find(_ file: String, isNeeded: Bool) -> (name: String, bytes: [UInt8])? {
        let names = files.keys.filter { Self.isNamed($0, for: file) }.sorted { $0.precedesInBytes($1) }
        guard let name = names.first, let bytes = files[name] else {
            if isNeeded { reportMissing(file) }
            return nil
        }
        if names.count > 1 { log.report(.twoTables, [names[0], names[1]], at: .init(file: names[1].shortened)) }
        return (name, bytes)
    }

    private func reportMissing(_ file: String) {
        let stem = Self.parts(of: file).stem
        let workbook = files.keys.sorted { $0.precedesInBytes($1) }.first { name in
            [".xlsx", ".xls", ".xlsm", ".ods", ".numbers"].contains { name.asciiLowercased == stem + $0 }
        }
        if let workbook {
            log.report(.workbookInstead, [workbook, file], at: .init(file: file))
        } else {
            log.report(.missingFile, [file], at: .init(file: file))
        }
    }

    /// Reports the tables whose names are none of ours: most likely one is misspelt.
    func reportUnknown() {
        let absent = Directory.fileNames.filter { file in !files.keys.contains { Self.isNamed($0, for: file) } }
        for file in files.keys.sorted(by: { $0.precedesInBytes($1) }) where !Self.areNamed(file) {
            let name = file.asciiLowercased
            guard name.hasSuffix(".csv") || name.hasSuffix(".tsv") else { continue }
            log.report(
                .unknownFile, [file], at: .init(file: file.shortened),
                suggestion: Suggestions(absent).nearest(to: file),
                choices: absent.filter { $0 != PublicationReader.file }.map { .init(code: $0, label: nil) })
        }
    }
}

extension Directory {
    /// Whether a file of a folder is one that ``load(files:territories:)`` reads.
    public static func reads(_ name: String) -> Bool { DirectoryFiles.areNamed(name) }
}
