internal import Localization
internal import RDFModel
internal import TabularText

// What the cells of every table have in common: ids, words of a closed list, addresses, dates.

extension SheetRow {
    /// Lower-case ASCII letters and digits in groups joined by single hyphens, at most 100 characters.
    static func isID(_ text: String) -> Bool {
        guard text.utf8.count <= 100 else { return false }
        return text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { group in
            !group.isEmpty && group.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        }
    }

    /// The id of the row, unless it is malformed or was used by a row before.
    func id(amongLines lines: inout [String: Int]) -> String? {
        guard let id = needed("id") else { return nil }
        guard Self.isID(id) else {
            report(.malformedID, [id], in: "id")
            return nil
        }
        if let line = lines[id] {
            report(.duplicateID, [id, String(line)], in: "id")
            return nil
        }
        lines[id] = place.line
        return id
    }

    /// A word of a closed list, by its code or its label in either language.
    func word<Word: ClosedWord>(
        _ text: String, of type: Word.Type, otherwise message: DirectoryMessage, in column: String
    ) -> Word? {
        if let word = Word(rawValue: text), word.rawValue.utf8.elementsEqual(text.utf8) { return word }
        return word(text, in: log.list(of: type), otherwise: message, column: column)
    }

    /// A word of a list; one that is unknown is reported with all that there are, the nearest first.
    func word<Value: Sendable>(
        _ text: String, in list: ClosedList<Value>, otherwise message: DirectoryMessage, column: String
    ) -> Value? {
        if let value = list.value(of: text) { return value }
        if let items = Self.items(of: text, where: { list.value(of: $0) != nil }) {
            report(.otherSeparator, [text, items], in: column)
            return nil
        }
        let answer = list.answer(to: text, log.budget)
        report(message, [text], in: column, suggestion: answer.suggestion, choices: answer.choices)
        return nil
    }

    /// The items of a text that other signs than semicolons part, as they are written here; `nil` unless all are known.
    static func items(of text: String, where isKnown: (String) -> Bool) -> String? {
        let marked = [" et ", " and ", " ou ", " or "].reduce(text) { $0.replacing($1, with: "|") }
        let parts = marked.split { ",/|+&\n".contains($0) }.map { String($0).trimmingBlanks }
        return parts.count > 1 && parts.allSatisfy(isKnown) ? parts.joined(separator: ";") : nil
    }

    /// The word of a cell, `nil` where it is empty or unknown.
    func word<Word: ClosedWord>(
        _ column: String, of type: Word.Type, otherwise message: DirectoryMessage
    ) -> Word? {
        self[column].flatMap { word($0, of: type, otherwise: message, in: column) }
    }

    /// The words of a list.
    func words<Word: ClosedWord>(
        _ column: String, of type: Word.Type, otherwise message: DirectoryMessage
    ) -> [Word] {
        list(column).compactMap { word($0, of: type, otherwise: message, in: column) }.reduce(into: []) { words, word in
            if !words.contains(where: { $0.rawValue == word.rawValue }) { words.append(word) }
        }
    }

    /// The values of a list's items, each once: two names may mean the same.
    func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }

    /// The languages of a list.
    func languages(_ column: String) -> [LanguageTag] {
        let tags = list(column).compactMap { text -> LanguageTag? in
            guard let tag = LanguageTag(text) else {
                if let items = Self.items(of: text, where: { LanguageTag($0) != nil }) {
                    report(.otherSeparator, [text, items], in: column)
                    return nil
                }
                report(
                    .unknownLanguage, [text], in: column,
                    suggestion: LanguageNames.list.suggestion(for: text, log.budget))
                return nil
            }
            if tag.isUnknown { report(.unregisteredLanguage, [text], in: column) }
            return tag
        }
        return unique(tags)
    }

    /// A text in each language, from two columns.
    func texts(_ column: String) -> LocalizedText {
        LocalizedText(fr: self[column + "_fr"], en: self[column + "_en"])
    }

    /// The names of what the row is about; reported where there is none in either language.
    func names(_ column: String = "name") -> LocalizedText {
        let names = texts(column)
        let isSpoiled = isSpoiled(column + "_fr") || isSpoiled(column + "_en")
        if names.isEmpty, !isSpoiled { report(.missingName, in: column + "_fr") }
        return names
    }

    /// The address in a cell.
    func address(_ column: String) -> IRI? {
        guard let text = self[column] else { return nil }
        switch AddressCheck.check(text) {
        case .success(let iri): return iri
        case .failure(let fault):
            let completed = "https://" + text
            let isOnlyWithoutScheme =
                fault.message == .addressScheme && (try? AddressCheck.check(completed).get()) != nil
            report(fault.message, fault.arguments, in: column, suggestion: isOnlyWithoutScheme ? completed : nil)
            return nil
        }
    }

    /// The day in a cell, not later than the date of issue.
    func date(_ column: String, notAfter issued: CalendarDate?) -> CalendarDate? {
        guard let text = self[column] else { return nil }
        guard let date = CalendarDate(text) else {
            report(.malformedDate, [text], in: column, suggestion: DateGuess(text)?.text)
            return nil
        }
        if let issued, date > issued {
            report(.dateTooLate, [text, issued.description], in: column)
            return nil
        }
        return date
    }

    /// The year or day in a cell, from 1600 to the date of issue, where one is given.
    func foundingDate(_ column: String, notAfter issued: CalendarDate?) -> FoundingDate? {
        guard let text = self[column] else { return nil }
        let bytes = Array(text.utf8)
        let date: FoundingDate
        if bytes.count == 4, let year = Int(digits: bytes[...]) {
            date = .year(year)
        } else if let day = CalendarDate(text) {
            date = .day(day)
        } else {
            report(.malformedYear, [text], in: column, suggestion: DateGuess(text)?.text)
            return nil
        }
        if date.year < SheetRow.firstYear {
            report(.yearTooEarly, [text, String(SheetRow.firstYear)], in: column)
            return nil
        }
        guard let issued else { return date }
        let isLate = if case .day(let day) = date { day > issued } else { date.year > issued.year }
        if isLate {
            report(.yearTooLate, [text, issued.description], in: column)
            return nil
        }
        return date
    }

    /// Before this year there was no organization in Quebec.
    private static let firstYear = 1600

    /// The columns `since` and `until`, the second not before the first. An end may lie ahead: it is often known before.
    func period(notAfter issued: CalendarDate?) -> (since: FoundingDate?, until: FoundingDate?) {
        let since = foundingDate("since", notAfter: issued)
        let until = foundingDate("until", notAfter: nil)
        if let since, let until, until.precedes(since) {
            report(.datesReversed, [until.text, since.text], in: "until")
        }
        return (since, until)
    }
}

extension FoundingDate {
    /// Whether this is surely before another: by day where both are days, by year otherwise.
    func precedes(_ other: FoundingDate) -> Bool {
        if case .day(let day) = self, case .day(let otherDay) = other { return day < otherDay }
        return year < other.year
    }
}
