internal import ByteText
internal import CRaptor
internal import Localization
internal import RDFSyntax
internal import Synchronization

/// What Raptor says while it works.
struct RaptorMessage {
    /// Raptor's levels: 4 and above are errors.
    let level: Int
    /// The line from 1; `nil` where Raptor does not know it.
    let line: Int?
    /// The text, which may hold garbage and is only ever shown.
    let text: String

    var isError: Bool { level >= 4 }
}

/// What the callbacks of a world write to, emptied at every lease.
final class RaptorInbox {
    var messages: [RaptorMessage] = []
    /// The messages beyond those that are kept.
    var errorCount = 0
    var output: [UInt8] = []
    /// The most bytes that may be written; Raptor ignores failures of its stream, so that the flag counts.
    var outputLimit = Int.max
    var outputFailed = false
    /// Takes statements; nil where none are expected. After an error it is called no more.
    var statements: StatementBuffer?

    func reset() {
        messages.removeAll()
        errorCount = 0
        output.removeAll()
        outputLimit = .max
        outputFailed = false
        statements = nil
    }

    func note(level: Int, line: Int, text: String) {
        let message = RaptorMessage(level: level, line: line > 0 ? line : nil, text: text)
        if message.isError { errorCount += 1 }
        if messages.count < 100 { messages.append(message) }
    }
}

/// One world of Raptor with its inbox. Only one thread may use it at a time, which ``RaptorPool`` sees to.
///
/// Its pointers stay valid for ever, since a world is never freed.
@safe
final class RaptorWorld {
    let pointer: OpaquePointer
    let inbox = RaptorInbox()
    /// Where Raptor finds our callbacks; never freed, like the world.
    let handlers: UnsafeMutablePointer<lys_raptor_handlers>

    /// Opens a world, which starts libxml2 and curl for the whole process: the pool opens one after the other.
    fileprivate init?() {
        unsafe handlers = UnsafeMutablePointer<lys_raptor_handlers>.allocate(capacity: 1)
        // The inbox lives as long as the world, that is as long as the process: it is retained and never released.
        let context = unsafe Unmanaged.passRetained(inbox).toOpaque()
        unsafe handlers.initialize(
            to: lys_raptor_handlers(
                context: context,
                log: { level, line, text, context in
                    guard let context = unsafe context else { return }
                    let inbox = unsafe Unmanaged<RaptorInbox>.fromOpaque(context).takeUnretainedValue()
                    let text = unsafe text.map { unsafe String(cString: $0) } ?? ""
                    inbox.note(level: Int(level), line: Int(line), text: text)
                },
                write: { bytes, count, context in
                    guard let context = unsafe context else { return 1 }
                    let inbox = unsafe Unmanaged<RaptorInbox>.fromOpaque(context).takeUnretainedValue()
                    guard !inbox.outputFailed, count <= inbox.outputLimit - inbox.output.count else {
                        inbox.outputFailed = true
                        return 1
                    }
                    unsafe inbox.output.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
                    return 0
                },
                statement: { statement, context in
                    guard let context = unsafe context, let statement = unsafe statement else { return }
                    let inbox = unsafe Unmanaged<RaptorInbox>.fromOpaque(context).takeUnretainedValue()
                    guard inbox.errorCount == 0 else { return }
                    unsafe inbox.statements?.append(statement)
                }))
        guard let world = unsafe lys_raptor_open_world(handlers) else { return nil }
        unsafe pointer = world
    }
}

/// The worlds of Raptor that this process has opened.
///
/// Raptor has no locks, and opening or freeing a world starts or stops libxml2 and curl for the whole process. So
/// worlds are opened one after the other, each is leased to one piece of work at a time, and none is ever freed. Their
/// number is that of the leases that were ever needed at once.
final class RaptorPool: Sendable {
    /// The pool of the process.
    static let shared = RaptorPool()

    /// Worlds that nobody uses. A world enters when its lease ends and is handed out under the lock, so that it never
    /// is with two threads: that is what makes the claim of being Sendable true.
    private struct Idle: @unchecked Sendable {
        var worlds: [RaptorWorld] = []
    }

    private let idle = Mutex(Idle())

    /// Lends a world to a piece of work, which must neither keep it nor anything made from it.
    /// - Throws: ``RDFSyntaxError`` where Raptor cannot start, or what the work throws.
    func withWorld<Result>(_ body: (RaptorWorld) throws -> Result) throws -> Result {
        let lease = idle.withLock { idle in
            let world = idle.worlds.popLast() ?? RaptorWorld()
            return Idle(worlds: world.map { [$0] } ?? [])
        }
        guard let world = lease.worlds.first else { throw RDFSyntaxError(.noRaptorWorld, at: .init()..<(.init())) }
        world.inbox.reset()
        defer {
            world.inbox.reset()
            idle.withLock { $0.worlds.append(contentsOf: lease.worlds) }
        }
        return try body(world)
    }
}

/// Hands the bytes of a text to a call of Raptor, ended by a NUL that the count leaves out.
func withRaptorText<Result>(_ text: String, _ body: (lys_raptor_text) -> Result) -> Result {
    unsafe text.withCString { pointer in
        let count = text.utf8.count
        return unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: count + 1) { bytes in
            unsafe body(lys_raptor_text(bytes: bytes, count: count))
        }
    }
}
