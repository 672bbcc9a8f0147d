#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
internal import CFiles
public import Localization
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What went wrong with a file or folder, and where.
public struct FileError: Error, Sendable {
    /// What went wrong.
    public let message: FileMessage
    /// The path, as the caller gave it.
    public let path: String
    /// What else there is to say: another name, say.
    public let reason: String
    /// The number that the system gave for it, where it gave one.
    private let code: Int32?

    /// An error about a path.
    public init(_ message: FileMessage, path: String, reason: String = "") {
        self.message = message
        self.path = path
        self.reason = reason
        code = nil
    }

    /// An error that the system gave a number.
    public init(_ message: FileMessage, path: String, code: Int32) {
        (self.message, self.path, reason, self.code) = (message, path, "", code)
    }

    /// The error in a language.
    public func text(in language: Language) -> String {
        message.text(in: language, path, code.map { SystemMessage.text(of: $0, in: language) } ?? reason)
    }
}

/// The few things that we ask of the file system, with errors that name the path.
public enum Files {
    /// The bytes of a file.
    public static func read(_ path: String) throws -> [UInt8] {
        let code = unsafe lys_can_read(path)
        guard code == 0 else {
            throw code == ENOENT ? FileError(.notFound, path: path) : FileError(.cannotRead, path: path, code: code)
        }
        do {
            return try [UInt8](Data(contentsOf: URL(filePath: path)))
        } catch {
            throw FileError(.cannotRead, path: path, code: EIO)
        }
    }

    /// Writes a file whole, and returns when its bytes are on the disk.
    static func writeSynced(_ bytes: [UInt8], to path: String) throws {
        let code = unsafe bytes.withUnsafeBytes { buffer in
            unsafe lys_write_synced(path, buffer.baseAddress, buffer.count)
        }
        guard code == 0 else { throw FileError(.cannotWrite, path: path, code: code) }
    }

    /// Removes a file.
    static func remove(_ path: String) throws {
        guard unsafe unlink(path) == 0 else { throw FileError(.cannotWrite, path: path, code: errno) }
    }

    /// Makes a folder in one that exists.
    static func makeFolder(_ path: String) throws {
        guard unsafe mkdir(path, 0o777) == 0 else { throw FileError(.cannotWrite, path: path, code: errno) }
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
        guard unsafe rename(path, other) == 0 else { throw FileError(.cannotExchange, path: other, code: errno) }
    }

    /// Copies a file, or a folder with all it holds; links stay links.
    static func copy(_ path: String, to other: String) throws {
        do {
            try FileManager.default.copyItem(atPath: path, toPath: other)
        } catch {
            let reason = (error as? CocoaError)?.underlying as? POSIXError
            throw reason.map { FileError(.cannotWrite, path: other, code: $0.code.rawValue) }
                ?? FileError(.cannotWrite, path: other, code: EIO)
        }
    }

    /// Puts the names in a folder on the disk.
    static func syncFolder(_ path: String) throws {
        let code = unsafe lys_sync_folder(path)
        guard code == 0 else { throw FileError(.cannotWrite, path: path, code: code) }
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

    /// The folder in which the process works.
    public static var workingFolder: String { FileManager.default.currentDirectoryPath }

    /// A path from the root, without `.` and `..`.
    public static func absolutePath(_ path: String) -> String {
        URL(filePath: path.hasPrefix("/") ? path : workingFolder + "/" + path).standardizedFileURL.path
    }
}
