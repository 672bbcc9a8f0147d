internal import ArgumentParser
internal import ByteText
internal import CFiles
internal import Foundation
internal import Localization
internal import Synchronization

/// The options that bound what a run may take.
struct LimitOptions: ParsableArguments {
    @Option(parsing: .unconditional, help: help(.queryTimeout, value: "S"))
    var timeout: Double?

    @Option(parsing: .unconditional, help: help(.queryLimitMemory, value: "MIB"))
    var limitMemory: Int?

    /// Begins to count: from here on the run is watched.
    /// - Throws: ``Exit`` where a number means nothing.
    func begin() throws -> WorkLimits {
        let timeout = try OptionNumber.duration(seconds: timeout, "--timeout")
        try OptionNumber.check(limitMemory, "--limit-memory", from: 1)
        let limits = WorkLimits(timeout: timeout, memory: LimitMemory.bytes(of: limitMemory))
        RunLimits.begin(limits, timeout: timeout)
        return limits
    }
}

/// The limits of this run, and the thread that watches them.
///
/// Work that asks its limits ends in order: with an error, its files removed. The watch says how much memory the process
/// holds, and ends the run where the work has not ended by itself a little later, in the midst of a C library or of a
/// read that never returns.
enum RunLimits {
    private static let held = Mutex<WorkLimits?>(nil)

    /// The limits, once they have begun to count.
    static var current: WorkLimits? { held.withLock { $0 } }

    /// Throws where a limit has been reached.
    static func check() throws { try current?.check() }

    /// How often the memory is measured.
    private static let interval = 0.005

    /// Begins to watch.
    static func begin(_ limits: WorkLimits, timeout: Duration?) {
        held.withLock { $0 = limits }
        limits.note(memory: lys_memory_in_use())
        // A tenth more, and time for a step that does not ask.
        let last = limits.deadline.map { $0 + (timeout ?? .zero) / 10 + .milliseconds(100) }
        let thread = Thread {
            var tooMuch = 0
            while true {
                let memory = lys_memory_in_use()
                limits.note(memory: memory)
                if let last, ContinuousClock.now >= last { end(.time) }
                if let most = limits.memory, memory > most {
                    tooMuch += 1
                    // Either the work has had time to end by itself, or there is no time to lose.
                    if tooMuch > 40 || memory > most + most / 10 { end(.memory(most)) }
                } else {
                    tooMuch = 0
                }
                Thread.sleep(forTimeInterval: interval)
            }
        }
        thread.stackSize = 1 << 18
        thread.start()
    }

    /// Ends the process as an error would have ended it.
    private static func end(_ error: WorkLimitError) -> Never {
        Console.note(error.exit.text ?? "")
        lys_end_now(ExitStatus.limit.rawValue)
        while true { Thread.sleep(forTimeInterval: 1) }
    }
}

extension WorkLimitError {
    /// How a run ends with this error.
    var exit: Exit {
        switch self {
        case .time: Exit(.limit, InputMessage.timeLimit)
        case .memory(let bytes): Exit(.limit, InputMessage.memoryLimit, String(bytes >> 20))
        }
    }
}
