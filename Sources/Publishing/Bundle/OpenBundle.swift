internal import Localization
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A bundle that is open: its receipt and its files are those of one publication, even where the next one takes its
/// place meanwhile.
package final class OpenBundle {
    /// The path of its folder.
    package let path: String
    /// Its receipt.
    package let receipt: Receipt
    private let folder: OpenFolder
    private var files: [PublishedFile: PlainFile] = [:]

    /// How often a folder is opened anew that was exchanged before all was open, and the pause in between.
    private static let attempts: (count: Int, microseconds: UInt32) = (200, 2_000)

    /// Opens the bundle in a folder; `nil` where it has no receipt that can be read.
    /// - Parameters:
    ///   - names: the files that will be asked for.
    ///   - optional: those that will be asked for where they are there.
    /// - Throws: ``FileError`` where there is no folder, or a file is missing.
    package static func open(
        _ path: String, _ names: [PublishedFile], optional: [PublishedFile] = []
    ) throws -> OpenBundle? {
        for _ in 1..<attempts.count {
            do {
                let folder = try OpenFolder(path)
                do {
                    let bundle = try OpenBundle(folder, names, optional)
                    let isWhole = bundle.map { bundle in optional.allSatisfy { bundle.files[$0] != nil } } ?? false
                    if isWhole || !folder.isReplaced { return bundle }
                } catch let error as FileError {
                    guard folder.isReplaced else { throw error }
                }
            } catch let error as FileError {
                // Where a file system cannot exchange, the folder is missing for a moment.
                guard error.message == .notFound, BundleFolder(path: path).isBeingExchanged else { throw error }
            }
            usleep(attempts.microseconds)
        }
        return try OpenBundle(OpenFolder(path), names, optional)
    }

    private init?(_ folder: OpenFolder, _ names: [PublishedFile], _ optional: [PublishedFile]) throws {
        guard let receipt = Receipt(in: folder) else { return nil }
        (self.receipt, self.folder, path) = (receipt, folder, folder.path)
        for name in names { files[name] = try folder.file(name.fileName) }
        for name in optional { files[name] = try? folder.file(name.fileName) }
    }

    /// A file, once: one of those that were asked for, or another while the bundle stands in its place.
    package func file(_ name: PublishedFile) throws -> PlainFile {
        try files.removeValue(forKey: name) ?? folder.file(name.fileName)
    }
}
