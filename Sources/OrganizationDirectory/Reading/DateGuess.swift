internal import ByteText

/// What a day that is written in another way most likely means: `25/03/1999`, `1999/03/25`, `25 mars 1999`, and `1999.0`
/// for a year.
///
/// `12/11/2024` is the 12th of November to some and the 11th of December to others, so nothing is guessed there.
struct DateGuess {
    /// The day or year as we write it.
    let text: String

    /// A guess; `nil` where there is none, or more than one.
    init?(_ written: String) {
        let words = String(decoding: TextFolding.folded(written), as: UTF8.self).split(separator: " ").map(String.init)
        let numbers = words.map { Int(digits: Array($0.utf8)[...]) }
        switch words.count {
        case 2 where words[0].utf8.count == 4 && words[1] == "0":
            guard numbers[0] != nil else { return nil }
            text = words[0]
        case 3:
            guard let days = Self.days(words, numbers), days.count == 1, let day = days.first,
                let date = CalendarDate(day)
            else { return nil }
            text = date.description
        default: return nil
        }
    }

    /// The days that three parts may mean, as `YYYY-MM-DD`.
    private static func days(_ words: [String], _ numbers: [Int?]) -> Set<String>? {
        func iso(_ year: Int?, _ month: Int?, _ day: Int?) -> String? {
            guard let year, let month, let day, year > 999 else { return nil }
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
            let text = "\(year)-\(two(month))-\(two(day))"
            return CalendarDate(text) == nil ? nil : text
        }
        if let month = month(words[1]) {
            return Set(
                [iso(numbers[2], month, day(words[0])), iso(numbers[0], month, day(words[2]))].compactMap(\.self))
        }
        if let month = month(words[0]) { return Set([iso(numbers[2], month, day(words[1]))].compactMap(\.self)) }
        return Set(
            [
                iso(numbers[0], numbers[1], numbers[2]), iso(numbers[2], numbers[1], numbers[0]),
                iso(numbers[2], numbers[0], numbers[1]),
            ].compactMap(\.self))
    }

    /// `1`, `1er`, `1st`
    private static func day(_ word: String) -> Int? { Int(digits: Array(word.utf8.prefix { $0 < 0x3A })[...]) }

    private static func month(_ word: String) -> Int? {
        guard word.utf8.count > 2 else { return nil }
        let found = months.indices.filter { place in months[place].contains { $0.hasPrefix(word) } }
        return found.count == 1 ? found[0] + 1 : nil
    }

    private static let months = [
        ["janvier", "january"], ["fevrier", "february"], ["mars", "march"], ["avril", "april"], ["mai", "may"],
        ["juin", "june"], ["juillet", "july"], ["aout", "august"], ["septembre", "september"],
        ["octobre", "october"], ["novembre", "november"], ["decembre", "december"],
    ]
}
