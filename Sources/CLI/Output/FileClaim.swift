internal import CFiles
internal import Localization
internal import Publishing
internal import RDFModel
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The claim on a file that is read and then replaced by what is made of it: no work that somebody else does on the
/// file in between is lost.
///
/// Commands that read and replace one file wait for each other. Another program's change is found when the file is to be
/// replaced, and stays: the command says that it has to be run again.
final class FileClaim {
    private let path: String
    private let seen: lys_identity
    /// What holds the lock; `nil` on a file system that has none.
    private var lock: Int32?

    /// How long another command is waited for where no option says it.
    private static let patience = Duration.seconds(60)

    /// Claims a file.
    /// - Throws: ``Exit`` where another command has it for too long.
    private init(_ path: String, waiting: Duration?) throws {
        self.path = path
        let clock = ContinuousClock()
        let end = clock.now + (waiting ?? Self.patience)
        while true {
            var descriptor: Int32 = -1
            let code = unsafe lys_lock_file(path, &descriptor)
            if code == 0 { lock = descriptor }
            guard code == EWOULDBLOCK || code == EINTR else { break }
            guard clock.now < end else { throw Exit(.limit, InputMessage.updatedByAnother, path) }
            usleep(5_000)
        }
        guard let seen = Self.identity(of: path) else { throw Exit(.limit, InputMessage.writtenMeanwhile, path) }
        self.seen = seen
    }

    deinit { if let lock { lys_unlock(lock) } }

    /// The claim on an output that is one of the inputs as well; `nil` where it is none, or no file.
    /// - Parameter inputs: paths, `file:` IRIs, or what is no file of this machine.
    static func ifRead(_ output: String?, among inputs: [String], waiting: Duration? = nil) throws -> FileClaim? {
        guard let output, output != "-", unsafe lys_is_special(output) == 0, !Files.isFolder(output),
            let own = identity(of: output)
        else { return nil }
        let isRead = inputs.contains { input in
            let path = input.lowercased().hasPrefix("file:") ? (try? IRI(input))?.filePath : input
            guard let path, let other = identity(of: path) else { return false }
            return own.device == other.device && own.number == other.number
        }
        return isRead ? try FileClaim(output, waiting: waiting) : nil
    }

    /// Checks that the file is as it was when it was claimed.
    /// - Throws: ``Exit`` where it is not.
    func check() throws {
        guard let now = Self.identity(of: path), now.device == seen.device, now.number == seen.number,
            now.size == seen.size, now.changed == seen.changed, now.altered == seen.altered
        else { throw Exit(.limit, InputMessage.writtenMeanwhile, path) }
    }

    private static func identity(of path: String) -> lys_identity? {
        var identity = lys_identity()
        return unsafe lys_identity_of(-1, path, &identity) == 0 ? identity : nil
    }
}
