internal import CFiles
internal import Localization
internal import RDFCanon
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file that is written piece by piece, with the SHA-256 of its bytes.
final class FileOutput {
    private let path: String
    private let descriptor: Int32
    private let digest = ByteDigest()
    private var isOpen = true

    /// Makes a file that is not there yet.
    init(_ path: String) throws {
        var descriptor: Int32 = -1
        let code = unsafe lys_create_like(path, path, &descriptor)
        guard code == 0 else { throw FileError(.cannotWrite, path: path, code: code) }
        (self.path, self.descriptor) = (path, descriptor)
    }

    deinit { if isOpen { _ = close(descriptor) } }

    /// Writes bytes at the end.
    func write(_ bytes: [UInt8]) throws {
        digest.update(bytes[...])
        let code = unsafe bytes.withUnsafeBytes { buffer -> Int32 in
            var offset = 0
            while offset < buffer.count {
                let count = unsafe Self.write(descriptor, buffer.baseAddress, from: offset, to: buffer.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                offset += count
            }
            return 0
        }
        guard code == 0 else { throw FileError(.cannotWrite, path: path, code: code) }
    }

    private static func write(_ descriptor: Int32, _ base: UnsafeRawPointer?, from offset: Int, to end: Int) -> Int {
        guard let base = unsafe base else { return 0 }
        #if canImport(Glibc)
            return unsafe Glibc.write(descriptor, base + offset, end - offset)
        #else
            return unsafe Darwin.write(descriptor, base + offset, end - offset)
        #endif
    }

    /// Returns when the bytes are on the disk, with how many there are and their hash.
    func finish() throws -> (byteCount: Int, sha256: String) {
        isOpen = false
        let code = lys_sync_and_close(descriptor)
        guard code == 0 else { throw FileError(.cannotWrite, path: path, code: code) }
        return (digest.count, digest.hexadecimal)
    }
}

/// A file that is read piece by piece.
final class FileInput {
    private let path: String
    private let descriptor: Int32
    private let digest = ByteDigest()

    /// Opens a file.
    init(_ path: String) throws {
        var descriptor: Int32 = -1
        var size: Int64 = 0
        let code = unsafe lys_open_input(path, &descriptor, &size)
        guard code == 0 else {
            throw code == ENOENT ? FileError(.notFound, path: path) : FileError(.cannotRead, path: path, code: code)
        }
        (self.path, self.descriptor) = (path, descriptor)
    }

    deinit { _ = close(descriptor) }

    /// The next bytes; `nil` at the end.
    func next(_ count: Int = 1 << 20) throws -> [UInt8]? {
        let bytes = try unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            repeat {
                let result = unsafe read(descriptor, buffer.baseAddress, count)
                guard result >= 0 || errno == EINTR else { throw FileError(.cannotRead, path: path, code: errno) }
                filled = max(0, result)
                if result >= 0 { return }
            } while true
        }
        digest.update(bytes[...])
        return bytes.isEmpty ? nil : bytes
    }

    /// The hash of what was read.
    var sha256: String { digest.hexadecimal }
}
