internal import Localization

/// Numbers that options give: each within what it can mean, or the run ends before anything is read.
enum OptionNumber {
    /// The longest time that an option may name, in seconds: thirty years.
    private static let longest = 1e9

    /// Checks a whole number.
    /// - Throws: ``Exit`` that names the option, where the number is below the least.
    static func check(_ number: Int?, _ option: String, from least: Int) throws {
        guard let number, number < least else { return }
        throw Exit(.usage, InputMessage.numberTooSmall, option, String(number), String(least))
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
