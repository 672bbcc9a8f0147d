internal import Localization
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The day on which a question was asked, in UTC.
struct CitationDay: CustomStringConvertible {
    let year: Int
    let month: Int
    let day: Int

    /// Today; for output that can be made again, the day that `SOURCE_DATE_EPOCH` names.
    /// - Throws: ``Exit`` where the variable holds no number of seconds.
    /// - Spec: <https://reproducible-builds.org/specs/source-date-epoch/>
    static func today() throws -> CitationDay {
        var seconds = time(nil)
        if let epoch = unsafe getenv("SOURCE_DATE_EPOCH") {
            let text = unsafe String(cString: epoch)
            guard let value = Int(text), (0..<253_402_300_800).contains(value) else {
                throw Exit(.usage, CitationMessage.badEpoch, text)
            }
            seconds = time_t(value)
        }
        var parts = unsafe tm()
        // Both pointers are to local values and used within the call only.
        _ = unsafe gmtime_r(&seconds, &parts)
        return unsafe CitationDay(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    }

    /// `yyyy-mm-dd`
    var description: String { "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))" }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
