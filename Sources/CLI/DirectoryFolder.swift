internal import Localization
internal import Publishing

/// The folder in which a keeper has the sheets of a directory.
struct DirectoryFolder {
    private let path: String

    /// A folder by its path.
    init(_ path: String) { self.path = path }

    /// The files of the folder, by name; those that begin with a dot and what spreadsheets leave behind are passed over.
    /// - Throws: ``FileError`` where there is no such folder, or a file cannot be read.
    func files() throws -> [String: [UInt8]] {
        guard Files.isFolder(path) else { throw FileError(.notFound, path: path) }
        var files: [String: [UInt8]] = [:]
        for name in Files.names(in: path) where !name.hasPrefix(".") && !name.hasPrefix("~$") {
            let file = path + "/" + name
            if !Files.isFolder(file) { files[name] = try Files.read(file) }
        }
        return files
    }
}
