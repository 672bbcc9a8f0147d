#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// How many inputs there were and how many of them a reader took, printed when the run ends: inputs that are all
/// refused at their first byte test little.
enum Tally {
    // libFuzzer calls everything from one thread.
    nonisolated(unsafe) private static var inputs = 0
    nonisolated(unsafe) private static var accepted = 0

    static func count(_ isAccepted: Bool) {
        if unsafe inputs == 0 { atexit { Tally.print() } }
        unsafe inputs += 1
        if isAccepted { unsafe accepted += 1 }
    }

    /// Whether less than a fifth of the inputs were taken.
    static var isLow: Bool { unsafe accepted * 5 < inputs }

    private static func print() {
        let perMille = unsafe inputs == 0 ? 0 : accepted * 1000 / inputs
        let share = "\(perMille / 10).\(perMille % 10) %"
        let line = Array("lys: accepted \(unsafe accepted) of \(unsafe inputs) inputs, \(share)\n".utf8)
        _ = unsafe line.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}

/// Ends the run where something that must hold does not: libFuzzer keeps the input.
func demand(_ condition: Bool, _ what: @autoclosure () -> String) {
    guard !condition else { return }
    fatalError(what())
}
