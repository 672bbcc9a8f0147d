internal import CThreads

/// What is left of the stack of the thread that asks: the one check of depth that all modules share.
///
///     base   ┌───────────────┐  where the thread began
///            │ frames        │
///            ├───────────────┤  this frame
///            │ remaining     │
///            ├───────────────┤
///            │ reserve       │  for C libraries, releases and what an error takes
///     lowest └───────────────┘  below lies the guard page, and a signal
///
/// A main thread has what `ulimit -s` says, others half a megabyte on macOS and 8 MiB on Linux as a rule, or less. So
/// functions that call themselves ask ``isLow`` and throw the error of their module; work of a known depth asks for its
/// stack by ``providing(_:_:)``, which goes to a thread of its own where there is less; and threads that work beside
/// others come from ``inParallel(_:stack:_:)``, whose stacks do not depend on where they run.
package enum StackSpace {
    /// Bytes that stay free where ``isLow`` says that there are none.
    private static let reserve = 160 * 1024

    /// The stack of threads that do the work of a command or of one of its parts, in bytes: pages that are never touched
    /// take no memory.
    package static let usual = 64 << 20

    /// How many bytes of the stack are left, the reserve apart.
    package static var remaining: Int { max(Int(clamping: lys_stack_remaining()) - reserve, 0) }

    /// Whether so little is left that a function must not call itself again.
    package static var isLow: Bool { remaining == 0 }

    // MARK: More of it

    /// Calls a function with at least so many bytes of stack: here, or on a thread of its own, which is waited for.
    ///
    /// Where no such thread can be made the function is called here, and finds the stack low where it looks.
    package static func providing<Result, Failure: Error>(
        _ bytes: Int, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        if remaining >= bytes { return try body() }
        return try onOwnThread(stack: bytes, body)
    }

    /// Calls a function on a thread of its own with so many bytes of stack, and waits for it.
    package static func onOwnThread<Result, Failure: Error>(
        stack bytes: Int, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let outcome: Swift.Result<Result, Failure>? = withoutActuallyEscaping(body) { body in
            let work = WaitedWork<Result, Failure>(body)
            guard let thread = start(bytes, { work.run() }) else { return nil }
            thread.join()
            return work.outcome
        }
        guard let outcome else { return try body() }
        return try outcome.get()
    }

    /// Calls a function with each number below a count, on a thread each with so many bytes of stack, and waits for all.
    package static func inParallel(_ count: Int, stack bytes: Int = usual, _ body: @Sendable (Int) -> Void) {
        withoutActuallyEscaping(body) { body in
            var threads: [SizedThread] = []
            var rest: [Int] = []
            for number in 1..<max(count, 1) {
                if let thread = start(bytes, { body(number) }) {
                    threads.append(thread)
                } else {
                    rest.append(number)
                }
            }
            // This thread takes its part as well, if its stack is as good.
            if count > 0 { providing(bytes / 2) { body(0) } }
            for number in rest { body(number) }
            for thread in threads { thread.join() }
        }
    }

    /// Begins a function on a thread that nobody waits for, or calls it here where there is no room for one.
    package static func detached(stack bytes: Int = usual, _ body: @escaping @Sendable () -> Void) {
        if !beginsDetached(stack: bytes, body) { body() }
    }

    /// Begins a function on a thread that nobody waits for.
    /// - Returns: Whether there was room for a thread; else the function is not called.
    package static func beginsDetached(stack bytes: Int = usual, _ body: @escaping @Sendable () -> Void) -> Bool {
        guard let thread = start(bytes, body) else { return false }
        thread.detach()
        return true
    }

    private static func start(_ bytes: Int, _ body: @escaping () -> Void) -> SizedThread? {
        SizedThread.start(stack: max(bytes, 0) + reserve, body)
    }
}

/// A thread with a stack of a chosen size.
@safe private struct SizedThread {
    // Made by `start`; used up by `join` or `detach`, one of which follows once.
    private let handle: UnsafeMutableRawPointer

    /// A thread that runs a function; `nil` where the system has no room for one.
    static func start(stack bytes: Int, _ body: @escaping () -> Void) -> SizedThread? {
        let work = unsafe Unmanaged.passRetained(ThreadWork(body))
        let run: @convention(c) (UnsafeMutableRawPointer?) -> Void = { work in
            // The thread owns its work.
            if let work = unsafe work { unsafe Unmanaged<ThreadWork>.fromOpaque(work).takeRetainedValue().body() }
        }
        guard let handle = unsafe lys_thread_start(bytes, run, work.toOpaque()) else {
            unsafe work.release()
            return nil
        }
        return unsafe SizedThread(handle: handle)
    }

    /// Waits for its end.
    func join() { unsafe lys_thread_join(handle) }

    /// Lets it run by itself.
    func detach() { unsafe lys_thread_detach(handle) }
}

/// The function of a thread.
private final class ThreadWork {
    let body: () -> Void

    init(_ body: @escaping () -> Void) { self.body = body }
}

/// A function that is called on another thread while the one that made it waits, so that nothing is shared.
private final class WaitedWork<Result, Failure: Error> {
    private let body: () throws(Failure) -> Result
    private(set) var outcome: Swift.Result<Result, Failure>?

    init(_ body: @escaping () throws(Failure) -> Result) { self.body = body }

    func run() {
        do throws(Failure) { outcome = .success(try body()) } catch { outcome = .failure(error) }
    }
}
