internal import Localization
internal import SPARQLResults

/// How far a run is, on a terminal only: a line on standard error that is written over and over.
struct Progress {
    private let width = Console.errorTerminalWidth
    private let total: Int?
    private let clock = ContinuousClock()
    private var next: ContinuousClock.Instant
    private var done = 0
    private var isShown = false

    /// Progress over so many bytes; `nil` where nobody knows how many will come.
    init(total: Int?) {
        self.total = total
        next = clock.now + .milliseconds(300)
    }

    /// Shows how much of a source has been read, if the last time is long enough ago.
    mutating func show(_ source: ByteSource) {
        guard let width, clock.now >= next else { return }
        next = clock.now + .milliseconds(100)
        isShown = true
        let read = done + source.position
        let name = TerminalText.escaped(source.name)
        guard let total, total > 0 else {
            let text = ConvertMessage.progress.text(in: .current, name, String(read / 1_000_000))
            Console.update("\r\u{1B}[K" + text.prefix(width - 1))
            return
        }
        let share = min(Double(read) / Double(total), 1)
        let cells = max(10, min(40, width - 10))
        let full = Int(share * Double(cells))
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
        Console.update("\r\u{1B}[K\(bar) \(Int(share * 100)) %")
    }

    /// A source has been read whole.
    mutating func finish(_ source: ByteSource) { done += source.position }

    /// Takes the line away, before something else is said.
    mutating func clear() {
        guard isShown else { return }
        Console.update("\r\u{1B}[K")
        isShown = false
    }
}
