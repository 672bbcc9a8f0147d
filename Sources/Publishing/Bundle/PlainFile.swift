internal import CFiles
internal import Localization
internal import RDFCanon
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A plain file that is open for reading.
public final class PlainFile {
    /// What errors call it.
    public let path: String
    /// How many bytes it had when it was opened.
    public let size: Int
    private var descriptor: Int32

    /// Opens a file by its path.
    /// - Throws: ``FileError``; a pipe, a socket and a device are refused without being opened.
    public convenience init(_ path: String) throws { try self.init(-1, path, called: path) }

    fileprivate init(_ folder: Int32, _ name: String, called path: String) throws {
        var (opened, bytes): (Int32, Int64) = (-1, 0)
        let code = unsafe lys_open_plain(folder, name, &opened, &bytes)
        guard code != LYS_NOT_PLAIN else { throw FileError(.isSpecial, path: path) }
        guard code != ENOENT, code != ENOTDIR else { throw FileError(.notFound, path: path) }
        guard code == 0 else { throw FileError(.cannotRead, path: path, code: code) }
        (self.path, descriptor, size) = (path, opened, Int(bytes))
    }

    deinit { if descriptor >= 0 { _ = close(descriptor) } }

    /// Gives the open file away to one who closes it.
    package func released() -> (path: String, descriptor: Int32, size: Int) {
        defer { descriptor = -1 }
        return (path, descriptor, size)
    }

    /// All bytes, from where the file stands.
    /// - Throws: ``FileError`` where there are more than so many, before they are read.
    public func bytes(atMost limit: Int = .max) throws -> [UInt8] {
        guard size <= limit else { throw tooLarge(limit) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        try forEachPiece { piece in
            // It may have grown since.
            guard bytes.count + piece.count <= limit else { throw tooLarge(limit) }
            bytes += piece
        }
        return bytes
    }

    /// The SHA-256 of all bytes, in lower-case hexadecimal digits; the file is never held whole.
    public func sha256() throws -> String {
        var hash = RunningHash()
        try forEachPiece { hash.update($0) }
        return hash.hexadecimal
    }

    private func tooLarge(_ limit: Int) -> FileError {
        FileError(.tooLarge, path: path, reason: String(limit >> 20))
    }

    private func forEachPiece(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        var page = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe page.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileError(.cannotRead, path: path, code: errno) }
            guard count > 0 else { return }
            try body(page[..<count])
        }
    }
}

/// A folder that is open: what is read from it is of one and the same folder, even where another takes its name
/// meanwhile.
public final class OpenFolder {
    /// Its path when it was opened.
    public let path: String
    private let descriptor: Int32

    /// Opens a folder.
    /// - Throws: ``FileError``.
    public init(_ path: String) throws {
        var opened: Int32 = -1
        let code = unsafe lys_open_folder(path, &opened)
        guard code != ENOENT, code != ENOTDIR else { throw FileError(.notFound, path: path) }
        guard code == 0 else { throw FileError(.cannotRead, path: path, code: code) }
        (self.path, descriptor) = (path, opened)
    }

    deinit { _ = close(descriptor) }

    /// Opens a plain file of the folder.
    public func file(_ name: String) throws -> PlainFile {
        try PlainFile(descriptor, name, called: (path == "/" ? "" : path) + "/" + name)
    }

    /// Whether its path leads to another folder by now.
    public var isReplaced: Bool {
        var (own, present) = (lys_identity(), lys_identity())
        guard unsafe lys_identity_of_open(descriptor, &own) == 0, unsafe lys_identity_of(-1, path, &present) == 0
        else { return true }
        return own.device != present.device || own.number != present.number
    }
}
