internal import Localization

/// Numbers that options give: each within what it can mean, or the run ends before anything is read.
enum OptionNumber {
    /// The longest time that an option may name, in seconds: thirty years.
    private static let longest = 1e9

    /// Checks a whole number.
    /// - Throws: ``Exit`` that names the option, where the number is below the least or above the most.
    static func check(_ number: Int?, _ option: String, from least: Int, to most: Int = .max) throws {
        guard let number else { return }
        if number < least { throw Exit(.usage, InputMessage.numberTooSmall, option, String(number), String(least)) }
        if number > most { throw Exit(.usage, InputMessage.numberTooLarge, option, String(number), String(most)) }
    }

    /// Checks how often something is to be repeated, which only its time tells.
    static func check(repetitions: Int?, time: TimeFormat?) throws {
        try check(repetitions, "--repeat", from: 1, to: 1_000_000)
        if repetitions != nil, time == nil { throw Exit(.usage, InputMessage.optionNeeds, "--repeat", "--time") }
    }

    /// A time in seconds.
    /// - Throws: ``Exit`` that names the option, where it is no time.
    static func duration(seconds: Double?, _ option: String) throws -> Duration? {
        guard let seconds else { return nil }
        guard seconds >= 0, seconds <= longest else {
            throw Exit(.usage, InputMessage.noDuration, option, String(seconds), String(Int(longest)))
        }
        return .milliseconds(Int64(seconds * 1000))
    }
}
