/// The vocabulary and the questions that a command works with: those compiled into the program, some of them perhaps
/// replaced, or joined by others, from a folder that the user names.
///
/// ```swift
/// let resources = ResourceFiles(replacing: filesOfTheFolder)
/// let vocabulary = resources.bytes(of: "vocab/lys.ttl")
/// ```
public struct ResourceFiles: Sendable {
    private let replacements: [(path: String, bytes: [UInt8])]

    /// The files compiled into the program, but for those given: their names in the user's folder, and their bytes.
    ///
    /// A name that ends with `.rq` is that of a question, any other one that of a file of the vocabulary. The folder is
    /// read by the caller, since nothing here touches the file system.
    public init(replacing files: [(name: String, bytes: [UInt8])] = []) {
        replacements = files.map { name, bytes in
            ((name.utf8.suffix(3).elementsEqual(".rq".utf8) ? "queries/" : "vocab/") + name, bytes)
        }
    }

    /// The bytes of a file by its path in the project, such as `vocab/lys.ttl`; `nil` where there is none.
    public func bytes(of path: String) -> [UInt8]? {
        replacements.last { $0.path.utf8.elementsEqual(path.utf8) }?.bytes ?? EmbeddedFiles.bytes(of: path)
    }

    /// The files of a folder, `queries` or `vocab`: their names in it, in byte order, and their bytes.
    public func files(in folder: String) -> [(name: String, bytes: [UInt8])] {
        var files = EmbeddedFiles.files(in: folder)
        for (path, bytes) in replacements where path.utf8.starts(with: (folder + "/").utf8) {
            let name = String(path.dropFirst(folder.count + 1))
            files.removeAll { $0.name.utf8.elementsEqual(name.utf8) }
            let place = files.firstIndex { name.utf8.lexicographicallyPrecedes($0.name.utf8) } ?? files.endIndex
            files.insert((name, bytes), at: place)
        }
        return files
    }
}
