internal import CFiles
internal import Gzip
internal import Localization
internal import Publishing
internal import RDFCanon
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The bytes of a file, a pipe or standard input, as they are asked for; gzip data is unpacked on the way.
///
/// Data is gzip where the file's name ends in `.gz`, and where it begins with the mark of gzip, which no text begins
/// with. What is held is what was asked for and a few pages.
final class ByteSource {
    /// What errors call it: the path, `-` for standard input.
    let name: String
    /// The size of the file; `nil` for a pipe.
    let size: Int?
    /// What is at hand already, of a document that came from the web; it is read like a file.
    private let memory: [UInt8]
    /// How much of the file has been read, not counting what unpacking makes of it.
    private(set) var position = 0
    /// `nil` once the end has come.
    private var descriptor: Int32?
    private var inflater: Inflater?
    /// What was read from the file and not given out or unpacked yet.
    private var pending: [UInt8] = []
    /// What ``fits(in:)`` read.
    private var ahead: [UInt8] = []
    private var isExhausted = false
    private var page = [UInt8](repeating: 0, count: 1 << 16)
    private let digest: ByteDigest?

    /// Opens a source; `-` is standard input.
    ///
    /// - Parameter digest: takes the bytes of the file as they are read, before they are unpacked.
    /// - Throws: ``FileError``, or ``Exit`` for a folder.
    init(_ path: String, digest: ByteDigest? = nil) throws {
        name = path
        self.digest = digest
        memory = []
        if path == "-" {
            descriptor = STDIN_FILENO
            size = nil
        } else {
            var opened: Int32 = -1
            var bytes: Int64 = -1
            let code = unsafe lys_open_input(path, &opened, &bytes)
            guard code != EISDIR else { throw Exit(.noInput, InputMessage.isFolder, path) }
            guard code != ENOENT else { throw FileError(.notFound, path: path) }
            guard code == 0 else { throw Self.cannotRead(path, code) }
            descriptor = opened
            size = bytes >= 0 ? Int(bytes) : nil
        }
        try readPage()
        try unpack(path.lowercased().hasSuffix(".gz"))
    }

    /// A file that is open already; it is closed here.
    init(name: String, descriptor: Int32, size: Int, digest: ByteDigest? = nil) throws {
        self.name = name
        self.digest = digest
        memory = []
        self.size = size
        self.descriptor = descriptor
        try readPage()
        try unpack(false)
    }

    /// A source whose bytes are at hand. Only their mark tells whether they are packed: a server may have unpacked what
    /// its name calls packed.
    init(name: String, bytes: [UInt8], digest: ByteDigest? = nil) throws {
        self.name = name
        self.digest = digest
        memory = bytes
        size = bytes.count
        try readPage()
        try unpack(false)
    }

    private func unpack(_ isNamedSo: Bool) throws {
        guard isNamedSo || pending.starts(with: [0x1F, 0x8B]) else { return }
        do { inflater = try Inflater() } catch { throw exit(for: error) }
    }

    /// Whether there may be more than was read.
    private var isOpen: Bool { descriptor != nil || position < memory.count }

    deinit { close() }

    /// Appends the next bytes to a buffer: so many, unless the end comes first.
    /// - Returns: whether the end has come; where it comes exactly then, the next call says so.
    func read(_ count: Int, into buffer: inout [UInt8]) throws -> Bool {
        let taken = min(count, ahead.count)
        buffer += ahead[..<taken]
        if taken == ahead.count { ahead = [] } else { ahead.removeFirst(taken) }
        let goal = buffer.count + count - taken
        while buffer.count < goal, !isExhausted { try more(goal - buffer.count, into: &buffer) }
        return isExhausted && ahead.isEmpty
    }

    /// The next bytes, at most so many, and whether they are all that is left; they are given out later.
    func peek(_ count: Int) throws -> (bytes: [UInt8], isAll: Bool) {
        let isAll = try fits(in: count) != nil
        return (Array(ahead.prefix(count)), isAll)
    }

    /// How many bytes are left, if they are no more than so many; they are read now and given out later.
    func fits(in count: Int) throws -> Int? {
        while ahead.count <= count, !isExhausted { try more(count + 1 - ahead.count, into: &ahead) }
        return ahead.count <= count ? ahead.count : nil
    }

    /// Appends some bytes, no more than so many, or finds that there are none.
    private func more(_ count: Int, into buffer: inout [UInt8]) throws {
        if pending.isEmpty { try readPage() }
        guard let inflater else {
            let taken = min(count, pending.count)
            buffer += pending[..<taken]
            pending.removeFirst(taken)
            isExhausted = pending.isEmpty && !isOpen
            return
        }
        do {
            let before = buffer.count
            pending.removeFirst(try inflater.inflate(pending.span, into: &buffer, atMost: count))
            guard buffer.count == before, pending.isEmpty, !isOpen else { return }
            try inflater.finish()
            isExhausted = true
        } catch {
            throw exit(for: error)
        }
    }

    /// Reads once; at the end the file is closed.
    private func readPage() throws {
        try RunLimits.check()
        guard let descriptor else {
            let end = min(position + page.count, memory.count)
            pending += memory[position..<end]
            digest?.update(memory[position..<end])
            position = end
            return
        }
        while true {
            let count = unsafe page.withUnsafeMutableBytes { unsafe readBytes(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.cannotRead(name, errno) }
            guard count > 0 else { return close() }
            pending += page[..<count]
            digest?.update(page[..<count])
            position += count
            return
        }
    }

    private func close() {
        if let descriptor, descriptor != STDIN_FILENO { _ = closeFile(descriptor) }
        descriptor = nil
    }

    private static func cannotRead(_ path: String, _ code: Int32) -> FileError {
        FileError(.cannotRead, path: path, code: code)
    }

    private func exit(for error: GzipError) -> Exit {
        switch error {
        case .corrupt(let reason): Exit(.badData, InputMessage.gzipCorrupt, name, reason)
        case .truncated: Exit(.badData, InputMessage.gzipTruncated, name)
        case .trailingBytes: Exit(.badData, InputMessage.gzipTrailing, name)
        case .tooLarge(let ratio): Exit(.badData, InputMessage.gzipTooLarge, name, String(ratio))
        case .outOfMemory: Exit(.limit, InputMessage.noMemory, name)
        }
    }
}

/// The system's own `read`, under a name that the methods do not shadow.
private func readBytes(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    unsafe read(descriptor, bytes, count)
}

/// The system's own `close`.
private func closeFile(_ descriptor: Int32) -> Int32 { close(descriptor) }
