internal import Localization
internal import OrganizationDirectory
internal import Publishing

/// The folder in which a keeper has the sheets of a directory.
struct DirectoryFolder {
    private let path: String

    /// The largest file of a directory that is read.
    private static let largest = 64 << 20

    /// A folder by its path.
    init(_ path: String) { self.path = path }

    /// The files of the folder, by name; those that begin with a dot and what spreadsheets leave behind are passed over.
    ///
    /// A file that is none of a directory's is not opened, only named: it may be of any size and kind.
    /// - Throws: ``FileError`` where there is no such folder, or a file of a directory cannot be read. A pipe or device
    ///   by the name of one is refused: reading it might never end.
    func files() throws -> [String: [UInt8]] {
        guard Files.isFolder(path) else { throw FileError(.notFound, path: path) }
        var files: [String: [UInt8]] = [:]
        for name in Files.names(in: path) where !name.hasPrefix(".") && !name.hasPrefix("~$") {
            let file = path + "/" + name
            guard !Files.isFolder(file) else { continue }
            guard Directory.reads(name) else {
                files[name] = []
                continue
            }
            do { files[name] = try Files.read(file, atMost: Self.largest) } catch let error as FileError {
                throw error.message == .isSpecial ? FileError(.isNoFile, path: file) : error
            }
        }
        return files
    }
}
