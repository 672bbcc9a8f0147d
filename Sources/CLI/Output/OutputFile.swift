internal import CFiles
internal import Gzip
internal import Localization
internal import Publishing
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Where a command writes a document: standard output, or a file that is replaced in one step once all is written.
///
/// A file is written beside its place and takes it in ``commit()``, its bytes on the disk by then; until then, and if
/// the run ends otherwise, by a signal as well, what stood there is untouched and nothing is left beside it. A link is
/// followed, permissions stay, a pipe or a device is written to as it is. A name that ends in `.gz` means gzip.
///
/// Standard output cannot be taken back, so the first ``heldBackBytes`` wait: an error before that leaves it empty.
final class OutputFile {
    /// How much is held back before standard output sees anything.
    static let heldBackBytes = 1 << 20

    private enum Target {
        case standardOutput
        case special(Int32)
        case beside(Int32, temporary: String, place: String)
        case closed
    }

    private let name: String
    private var target: Target
    private let deflater: Deflater?
    private let claim: FileClaim?
    private var heldBack: [UInt8]? = []
    /// Whether standard output has seen a part of the document.
    private(set) var hasSpoken = false

    /// Opens an output; `nil` and `-` are standard output.
    /// - Parameter claim: the claim on what stands there, where it is read as well.
    /// - Throws: ``Exit`` where it cannot be written.
    init(_ path: String?, claim: FileClaim? = nil) throws {
        let path = path ?? "-"
        name = path
        self.claim = claim
        do { deflater = path.lowercased().hasSuffix(".gz") ? try Deflater() : nil } catch {
            throw Exit(.limit, InputMessage.noMemory, path)
        }
        guard path != "-" else {
            target = .standardOutput
            return
        }
        heldBack = nil
        var descriptor: Int32 = -1
        if unsafe lys_is_special(path) != 0 {
            let code = unsafe lys_open_special(path, &descriptor)
            guard code == 0 else { throw Self.cannotCreate(path, code) }
            target = .special(descriptor)
            return
        }
        // A link is followed.
        let place = Files.resolved(path) ?? path
        var temporary = place + ".\(getpid()).tmp"
        var code = EEXIST
        // A process of the same number may have been killed before; what it left is not looked at.
        for attempt in 2..<100 where code == EEXIST {
            if !Files.exists(temporary) {
                // Before there is a file, so that no moment is left in which a signal would forget it.
                unsafe lys_remove_at_signals(temporary)
                code = unsafe lys_create_like(temporary, place, &descriptor)
                if code != 0 { lys_remove_at_signals(nil) }
            }
            if code == EEXIST { temporary = place + ".\(getpid())-\(attempt).tmp" }
        }
        guard code == 0 else { throw Self.cannotCreate(path, code) }
        target = .beside(descriptor, temporary: temporary, place: place)
    }

    deinit { discard() }

    /// Writes bytes.
    /// - Throws: ``Exit`` where there is no room, ``OutputClosed`` where standard output was closed.
    func write(_ bytes: [UInt8]) throws {
        guard let deflater else { return try put(bytes) }
        var packed: [UInt8] = []
        deflater.deflate(bytes.span, into: &packed)
        try put(packed)
    }

    /// Ends the document: after this it stands in its place.
    func commit() throws {
        if let deflater {
            var packed: [UInt8] = []
            deflater.finish(into: &packed)
            try put(packed)
        }
        switch target {
        case .standardOutput:
            if let heldBack { try Console.write(heldBack) }
            heldBack = nil
        case .special(let descriptor):
            target = .closed
            guard close(descriptor) == 0 else { throw cannotWrite(errno) }
        case .beside(let descriptor, let temporary, let place):
            try claim?.check()
            target = .closed
            var code = lys_sync_and_close(descriptor)
            if code == 0, unsafe rename(temporary, place) != 0 { code = errno }
            if code != 0 { _ = unsafe unlink(temporary) }
            lys_remove_at_signals(nil)
            guard code == 0 else { throw cannotWrite(code) }
            // The name is on the disk as well; a file system that cannot say so has replaced the file all the same.
            _ = unsafe lys_sync_folder(Self.folder(of: place))
        case .closed: break
        }
    }

    /// Gives up what was written, as far as that is possible.
    func discard() {
        switch target {
        case .special(let descriptor): _ = close(descriptor)
        case .beside(let descriptor, let temporary, _):
            _ = close(descriptor)
            _ = unsafe unlink(temporary)
            lys_remove_at_signals(nil)
        case .standardOutput, .closed: break
        }
        target = .closed
    }

    private func put(_ bytes: [UInt8]) throws {
        switch target {
        case .standardOutput:
            if heldBack != nil {
                heldBack? += bytes
                guard let waiting = heldBack, waiting.count > Self.heldBackBytes else { return }
                heldBack = nil
                hasSpoken = true
                try Console.write(waiting)
            } else {
                try Console.write(bytes)
            }
        case .special(let descriptor), .beside(let descriptor, _, _):
            do { try Console.write(bytes, to: descriptor) } catch { throw cannotWrite(error.code) }
        case .closed: preconditionFailure("nothing is written after the end")
        }
    }

    private func cannotWrite(_ code: Int32) -> Exit {
        Exit(.inputOutput, InputMessage.cannotWrite, name, SystemMessage.text(of: code, in: .current))
    }

    private static func cannotCreate(_ path: String, _ code: Int32) -> Exit {
        Exit(.cannotCreate, InputMessage.cannotWrite, path, SystemMessage.text(of: code, in: .current))
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
