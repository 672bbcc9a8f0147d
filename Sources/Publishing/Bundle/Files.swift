#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
internal import CFiles
internal import Localization
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The few things that we ask of the file system, with errors that name the path.
public enum Files {
    /// The bytes of a plain file; what is none is refused, since a pipe or a device may never end.
    /// - Parameter limit: how many there may be. The size is looked at before anything is read.
    public static func read(_ path: String, atMost limit: Int = .max) throws -> [UInt8] {
        try PlainFile(path).bytes(atMost: limit)
    }

    /// Writes a file whole, and returns when its bytes are on the disk.
    static func writeSynced(_ bytes: [UInt8], to path: String) throws {
        let code = unsafe bytes.withUnsafeBytes { buffer in
            unsafe lys_write_synced(path, buffer.baseAddress, buffer.count)
        }
        try check(code, .cannotWrite, path)
    }

    /// Makes a folder in one that exists.
    static func makeFolder(_ path: String) throws {
        try check(Self.result(of: unsafe mkdir(path, 0o777)), .cannotWrite, path)
    }

    /// Makes a folder and those above it, as far as they are missing.
    static func makeFolders(_ path: String) throws {
        guard !isFolder(path) else { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolders(String(path[..<slash])) }
        let code = unsafe mkdir(path, 0o777) == 0 ? 0 : errno
        // Another process may have made it meanwhile.
        guard code == 0 || isFolder(path) else { throw FileError(.cannotWrite, path: path, code: code) }
    }

    /// Gives a file or folder another name.
    static func move(_ path: String, to other: String) throws {
        try check(Self.result(of: unsafe rename(path, other)), .cannotExchange, other)
    }

    /// Gives a file, or a folder with all it holds, a second place; times and owners stay, and links stay links.
    static func carry(_ path: String, to other: String) throws {
        try check(unsafe lys_carry(path, other), .cannotCarry, path)
    }

    /// Removes a file, or a folder with all it holds.
    static func remove(_ path: String) throws { try check(unsafe lys_remove_tree(path), .cannotWrite, path) }

    /// The reason for which a call of the system failed; 0 where it did not.
    private static func result(of returned: Int32) -> Int32 { returned == 0 ? 0 : errno }

    private static func check(_ code: Int32, _ message: FileMessage, _ path: String) throws {
        guard code == 0 else { throw FileError(message, path: path, code: code) }
    }

    /// Puts the names in a folder on the disk.
    static func syncFolder(_ path: String) throws {
        try check(unsafe lys_sync_folder(path), .cannotWrite, path)
    }

    /// The names in a folder, sorted by bytes; none where there is no folder.
    public static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
    }

    /// Whether there is a folder of that name.
    public static func isFolder(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }

    /// Whether there is anything of that name.
    public static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// Whether the name is that of a link, wherever it leads.
    static func isLink(_ path: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    }

    /// The path of what a path leads to, links followed; `nil` where that is nothing.
    public static func resolved(_ path: String) -> String? {
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// The folder in which the process works.
    public static var workingFolder: String { FileManager.default.currentDirectoryPath }

    /// A path from the root, without `.` and `..`.
    public static func absolutePath(_ path: String) -> String {
        URL(filePath: path.hasPrefix("/") ? path : workingFolder + "/" + path).standardizedFileURL.path
    }
}
