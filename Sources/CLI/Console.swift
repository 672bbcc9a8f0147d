internal import CFiles
internal import Localization
internal import SPARQLResults
internal import Synchronization
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Where the command speaks: results to standard output, everything else to standard error.
///
/// Nothing that comes from outside moves a cursor, changes a colour or turns the direction of writing: messages have
/// such characters as escapes wherever they go, and so has data that goes to a terminal. In a file or a pipe data is
/// as it is.
enum Console {
    /// Writes bytes of data, or of a text, to standard output.
    /// - Throws: ``OutputClosed`` where the reader has gone away, as `head` does.
    static func write(_ bytes: [UInt8]) throws {
        guard isTerminal else { return try write(bytes, to: STDOUT_FILENO) }
        try write(shown.withLock { $0.escaped(bytes) }, to: STDOUT_FILENO)
    }

    /// Writes bytes whose controls are our own to standard output: a table with colours.
    static func writeStyled(_ bytes: [UInt8]) throws { try write(bytes, to: STDOUT_FILENO) }

    /// Writes a message to standard error: a line, or several.
    static func note(_ message: String) {
        try? write(Array((TerminalText.escapedLines(message) + "\n").utf8), to: STDERR_FILENO)
    }

    /// Writes a text to standard error as it is.
    static func update(_ text: String) { try? write(Array(text.utf8), to: STDERR_FILENO) }

    /// Ends standard output, of which a file system may say only now that it did not take it all.
    static func finish() throws(OutputClosed) {
        let code = lys_close_output()
        if code != 0 { throw OutputClosed(code: code) }
    }

    private static let isTerminal = lys_terminal_width(STDOUT_FILENO) > 0
    private static let shown = Mutex(TerminalBytes())

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

    /// Writes bytes to a descriptor, all of them.
    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(OutputClosed) {
        let code = unsafe bytes.withUnsafeBytes { unsafe lys_write_all(descriptor, $0.baseAddress, $0.count) }
        guard code == 0 else { throw OutputClosed(code: code) }
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
