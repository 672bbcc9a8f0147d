internal import CFiles
internal import Localization
internal import RDFCanon
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A plain file that is open for reading.
package final class PlainFile {
    /// What errors call it.
    package let path: String
    /// How many bytes it had when it was opened.
    package let size: Int
    private var descriptor: Int32

    /// Opens a file by its path.
    /// - Throws: ``FileError``; a pipe, a socket and a device are refused without being opened.
    package convenience init(_ path: String) throws { try self.init(-1, path, called: path) }

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
    package func bytes(atMost limit: Int = .max) throws -> [UInt8] {
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
    package func sha256() throws -> String {
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
            let count = try unsafe page.withUnsafeMutableBytes { try unsafe fill($0) }
            guard count > 0 else { return }
            try body(page[..<count])
        }
    }

    /// The next bytes, at most so many; `nil` at the end.
    func next(_ count: Int = 1 << 20) throws -> [UInt8]? {
        let bytes = try unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = try unsafe fill(UnsafeMutableRawBufferPointer(buffer))
        }
        return bytes.isEmpty ? nil : bytes
    }

    /// Reads into a buffer; how many bytes came, none at the end.
    private func fill(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw FileError(.cannotRead, path: path, code: errno) }
        }
    }
}

/// A folder that is open: what is read from it is of one and the same folder, even where another takes its name
/// meanwhile.
package final class OpenFolder {
    /// Its path when it was opened.
    package let path: String
    private let descriptor: Int32

    /// Opens a folder.
    /// - Throws: ``FileError``.
    package init(_ path: String) throws {
        var opened: Int32 = -1
        let code = unsafe lys_open_folder(path, &opened)
        guard code != ENOENT, code != ENOTDIR else { throw FileError(.notFound, path: path) }
        guard code == 0 else { throw FileError(.cannotRead, path: path, code: code) }
        (self.path, descriptor) = (path, opened)
    }

    deinit { _ = close(descriptor) }

    /// Opens a plain file of the folder.
    package func file(_ name: String) throws -> PlainFile {
        try PlainFile(descriptor, name, called: (path == "/" ? "" : path) + "/" + name)
    }

    /// Whether its path leads to another folder by now.
    package var isReplaced: Bool {
        var (own, present) = (lys_identity(), lys_identity())
        guard unsafe lys_identity_of_open(descriptor, &own) == 0, unsafe lys_identity_of(-1, path, &present) == 0
        else { return true }
        return own.device != present.device || own.number != present.number
    }
}
