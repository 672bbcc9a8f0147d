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
        let code = unsafe bytes.withUnsafeBytes { unsafe lys_write_all(descriptor, $0.baseAddress, $0.count) }
        guard code == 0 else { throw FileError(.cannotWrite, path: path, code: code) }
    }

    /// Returns when the bytes are on the disk, with how many there are and their hash.
    func finish() throws -> (byteCount: Int, sha256: String) {
        isOpen = false
        let code = lys_sync_and_close(descriptor)
        guard code == 0 else { throw FileError(.cannotWrite, path: path, code: code) }
        return (digest.count, digest.hexadecimal)
    }
}
