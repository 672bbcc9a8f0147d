internal import CFiles
internal import Localization
internal import Publishing
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Where the command speaks: results to standard output, everything else to standard error.
enum Console {
    /// Writes bytes to standard output.
    /// - Throws: ``OutputClosed`` where the reader has gone away, as `head` does.
    static func write(_ bytes: [UInt8]) throws { try write(bytes, to: STDOUT_FILENO) }

    /// Writes a line to standard error.
    static func note(_ line: String) { try? write(Array((line + "\n").utf8), to: STDERR_FILENO) }

    /// Writes a text to standard error as it is.
    static func update(_ text: String) { try? write(Array(text.utf8), to: STDERR_FILENO) }

    /// The width of the terminal that standard output is; `nil` where it is a file or a pipe.
    ///
    /// On a terminal `COLUMNS` says it where it is set, as for other commands.
    static var terminalWidth: Int? {
        let width = lys_terminal_width(STDOUT_FILENO)
        guard width > 0 else { return nil }
        if let columns = unsafe getenv("COLUMNS"), let asked = unsafe Int(String(cString: columns)), asked > 0 {
            return min(asked, 100_000)
        }
        return Int(width)
    }

    /// The width of the terminal that standard error is; `nil` where it is a file or a pipe.
    static var errorTerminalWidth: Int? {
        let width = lys_terminal_width(STDERR_FILENO)
        return width == 0 ? nil : Int(width)
    }

    /// Whether colours and weights help: on a terminal, unless the user's environment asks for none.
    static var usesColor: Bool { unsafe getenv("NO_COLOR") == nil && terminalWidth != nil }

    /// The most memory that this process has held at a time, in KiB.
    static var peakMemory: Int { lys_peak_memory() }

    /// Says how large a block of memory must be to go back to the system at once when it is freed.
    static func returnBlocks(of bytes: Int) { lys_return_blocks_of(bytes) }

    /// How many bytes a file has; 0 for what is no file.
    static func fileSize(_ path: String) -> Int { unsafe Int(lys_file_size(path)) }

    /// The memory of the machine, in bytes.
    static var physicalMemory: Int { max(1 << 28, sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))) }

    /// Everything that comes on standard input.
    static func readInput() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(STDIN_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileError(.cannotRead, path: "-", code: errno) }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// Writes bytes to a descriptor, all of them.
    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(OutputClosed) {
        var offset = 0
        while offset < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe writeBytes(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
            }
            if written < 0 {
                if errno == EINTR { continue }
                throw OutputClosed(code: errno)
            }
            offset += written
        }
    }
}

/// Standard output, or another output, takes no more.
struct OutputClosed: Error {
    /// The system's number for the reason; `EPIPE` where the reader has gone away.
    let code: Int32
}

/// The exit codes of the command, which are those of sysexits.
enum ExitStatus: Int32 {
    case done = 0
    /// Checked and found wanting.
    case wanting = 1
    case usage = 64
    case badData = 65
    case noInput = 66
    case unavailable = 69
    /// A file that we wrote does not hold what it should: a mistake of ours.
    case software = 70
    case cannotCreate = 73
    case inputOutput = 74
    /// A time or other limit was reached.
    case limit = 75
}

/// The system's own `write`, under a name that our functions do not shadow.
private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    unsafe write(descriptor, bytes, count)
}
