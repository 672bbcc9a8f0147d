internal import Dispatch
internal import Synchronization

/// The results of two functions that run on two cores, or one after the other where that is not worth it.
///
/// The functions share nothing that one of them changes; each result has a place of its own, behind a lock.
package func inParallel<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second, when isWorthIt: Bool = true
) -> (First, Second) {
    guard isWorthIt else { return (first(), second()) }
    let results = Mutex<(First?, Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { part in
        if part == 0 {
            let result = first()
            results.withLock { $0.0 = result }
        } else {
            let result = second()
            results.withLock { $0.1 = result }
        }
    }
    guard case (let first?, let second?) = results.withLock({ $0 }) else {
        preconditionFailure("concurrentPerform returns when all parts are done")
    }
    return (first, second)
}
