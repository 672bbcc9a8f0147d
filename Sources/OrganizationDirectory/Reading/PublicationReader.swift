internal import Localization
public import RDFModel
internal import TabularText
internal import Yams

/// Reads `publication.yaml`: every key that is missing, unknown or wrong is reported at its line.
struct PublicationReader {
    static let file = "publication.yaml"

    /// Bytes of the file, and levels of nesting, above which it is not even parsed: the YAML reader recurses.
    private static let maximumBytes = 64 << 10
    private static let maximumNesting = 64

    /// The keys of the file, of its publisher, and of each of its attributions.
    static let keys = [
        "title", "description", "publisher", "contact", "licence", "attributions", "base", "issued", "compiled",
        "version", "languages", "notes", "private", "keywords", "themes", "frequency", "spatial",
    ]
    static let publisherKeys = ["iri", "name", "homepage"]
    static let attributionKeys = ["id", "name", "homepage", "licence", "sources"]

    let log: ProblemLog
    /// The columns without which the tables cannot be read, so that nobody declares one private.
    let neededColumns: [String]

    /// The publication; `nil`, with at least one report, if anything about it is wrong.
    func read(_ bytes: [UInt8]) -> Publication? {
        let whole = DirectoryProblem.Place(file: Self.file)
        guard bytes.count <= Self.maximumBytes, Self.isShallow(bytes) else {
            log.report(.yamlTooDeep, [String(Self.maximumBytes)], at: whole)
            return nil
        }
        let text: String
        switch TableReader.text(of: bytes, file: Self.file) {
        case .success(let decoded): text = String(decoding: decoded.text, as: UTF8.self).composed
        case .failure(let problem):
            // A line, whatever quotes stand before it.
            log.report(TabularProblem(file: Self.file, kind: problem.kind, position: problem.position))
            return nil
        }
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            log.report(error)
            return nil
        } catch {
            log.report(.yamlSyntax, ["\(error)"], at: whole)
            return nil
        }
        let start = DirectoryProblem.Place(file: Self.file, line: 1)
        guard let node else {
            log.report(.mappingExpected, at: start)
            return nil
        }
        guard let keys = PublicationKeys(node, file: Self.file, at: start, log: log) else { return nil }
        let before = log.problems.count
        let publication = publication(keys)
        return log.problems.count == before ? publication : nil
    }

    /// Whether no line, and no flow collection, can nest further than the limit.
    private static func isShallow(_ bytes: [UInt8]) -> Bool {
        var brackets = 0
        var indicators = 0
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
            case UInt8(ascii: "\n"): indicators = 0
            case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
                if index + 1 < bytes.count, [0x20, 0x09].contains(bytes[index + 1]) { indicators += 1 }
            default: break
            }
            if brackets > maximumNesting || indicators > maximumNesting { return false }
        }
        return true
    }

    private func publication(_ keys: PublicationKeys) -> Publication? {
        keys.expectOnly(Self.keys)
        let titles = keys.bothLanguages("title")
        let descriptions = keys.bothLanguages("description")
        let publisher = publisher(keys)
        let contact = ContactReader(keys: keys).read()
        let licence = iri(keys, "licence")
        let attributions = keys.list("attributions").compactMap(attribution)
        let base = base(keys)
        let issued = date(keys, "issued")
        let compiled = date(keys, "compiled")
        if let issued, let compiled, compiled > issued, let place = keys.text("compiled")?.place {
            keys.report(.compiledAfterIssued, [compiled.description, issued.description], at: place)
        }
        let version = version(keys)
        let languages = languages(keys)
        let notes = keys.text("notes").flatMap { language($0.text, at: $0.place, keys) }
        let privateColumns = privateColumns(keys)
        let keywords = keys.keys("keywords", isNeeded: false).map(keywords) ?? []
        let themes =
            keys.texts("themes", isNeeded: false)?.compactMap {
                concept($0, of: AuthorityLists.themes, otherwise: .unknownTheme, keys)
            } ?? []
        let frequency = keys.text("frequency", isNeeded: false).flatMap {
            concept($0, of: AuthorityLists.frequencies, otherwise: .unknownFrequency, keys)
        }
        let spatial = iri(keys, "spatial", isNeeded: false)
        guard let titles, let descriptions, let publisher, let licence, let base, let issued, let compiled, let version,
            let notes
        else { return nil }
        return Publication(
            base: base, titles: titles, descriptions: descriptions, publisher: publisher, contact: contact,
            licence: licence, attributions: attributions, issued: issued, compiled: compiled, version: version,
            languages: languages, noteLanguage: notes, privateColumns: privateColumns, keywords: keywords,
            themes: themes, frequency: frequency, spatial: spatial)
    }

    private func publisher(_ keys: PublicationKeys) -> Publication.Publisher? {
        guard let publisher = keys.keys("publisher") else { return nil }
        publisher.expectOnly(Self.publisherKeys)
        let homepage = iri(publisher, "homepage", isNeeded: false)
        guard let iri = iri(publisher, "iri"), let names = publisher.bothLanguages("name") else { return nil }
        return Publication.Publisher(iri: iri, names: names, homepage: homepage)
    }

    private func attribution(_ keys: PublicationKeys) -> Publication.Attribution? {
        keys.expectOnly(Self.attributionKeys)
        let id = keys.text("id")
        if let id, !SheetRow.isID(id.text) { keys.report(.malformedID, [id.text], at: id.place) }
        let names = keys.bothLanguages("name")
        let sources = keys.texts("sources")?.map(\.text) ?? []
        guard let homepage = iri(keys, "homepage"), let licence = iri(keys, "licence"), let id, let names else {
            return nil
        }
        return Publication.Attribution(
            id: id.text, names: names, homepage: homepage, licence: licence, sourceNames: sources)
    }

    private func iri(_ keys: PublicationKeys, _ name: String, isNeeded: Bool = true) -> IRI? {
        keys.text(name, isNeeded: isNeeded).flatMap { keys.iri($0.text, at: $0.place) }
    }

    private func base(_ keys: PublicationKeys) -> IRI? {
        guard let (text, place) = keys.text("base") else { return nil }
        guard let base = keys.iri(text, at: place) else { return nil }
        guard Publication.isBase(base) else {
            keys.report(.malformedBase, [text], at: place)
            return nil
        }
        return base
    }

    private func date(_ keys: PublicationKeys, _ name: String) -> CalendarDate? {
        guard let (text, place) = keys.text(name) else { return nil }
        if let date = CalendarDate(text) { return date }
        keys.report(.malformedDate, [text], at: place)
        return nil
    }

    private func version(_ keys: PublicationKeys) -> String? {
        guard let (text, place) = keys.text("version") else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 3, parts.allSatisfy({ Int(digits: Array($0.utf8)[...]) != nil }) { return text }
        keys.report(.malformedVersion, [text], at: place)
        return nil
    }

    /// A concept by its IRI, or by what a list of the Publications Office calls it.
    private func concept(
        _ value: (text: String, place: DirectoryProblem.Place), of list: ClosedList<IRI>,
        otherwise message: DirectoryMessage, _ keys: PublicationKeys
    ) -> IRI? {
        if value.text.contains(":") { return keys.iri(value.text, at: value.place) }
        if let concept = list.value(of: value.text) { return concept }
        let answer = list.answer(to: value.text, log.budget)
        keys.report(
            message, [value.text], at: value.place, suggestion: answer.suggestion, choices: answer.choices)
        return nil
    }

    private func languages(_ keys: PublicationKeys) -> [LanguageTag] {
        keys.texts("languages")?.compactMap { language($0.text, at: $0.place, keys) } ?? []
    }

    private func language(_ text: String, at place: DirectoryProblem.Place, _ keys: PublicationKeys) -> LanguageTag? {
        if let language = LanguageTag(text) { return language }
        keys.report(
            .unknownLanguage, [text], at: place, suggestion: LanguageNames.list.suggestion(for: text, log.budget))
        return nil
    }

    private func privateColumns(_ keys: PublicationKeys) -> [String] {
        guard let columns = keys.texts("private", isNeeded: false) else { return [] }
        for (text, place) in columns where neededColumns.contains(where: { $0.headingKey == text.headingKey }) {
            keys.report(.privateNeeded, [text], at: place)
        }
        return columns.map(\.text)
    }

    private func keywords(_ keys: PublicationKeys) -> [Publication.Keyword] {
        keys.expectOnly(Language.allCases.map(\.rawValue))
        return Language.allCases.flatMap { language in
            (keys.texts(language.rawValue) ?? []).map { Publication.Keyword($0.text, in: language) }
        }
    }
}

extension Publication {
    /// Whether an IRI can stand before the IRIs of a directory: hierarchical, ended by a slash, without `/../`.
    public static func isBase(_ iri: IRI) -> Bool {
        let text = iri.string
        return text.hasSuffix("/") && text.contains("://") && !text.contains("?") && !text.contains("#")
            && !iri.hasDotSegment
    }
}

extension ProblemLog {
    fileprivate func report(_ error: YamlError) {
        func place(_ mark: Mark) -> DirectoryProblem.Place {
            DirectoryProblem.Place(file: PublicationReader.file, line: mark.line, order: mark.column)
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            report(.yamlSyntax, [problem], at: place(mark))
        case .duplicatedKeysInMapping(let duplicates, let context):
            report(
                .duplicateKey, [duplicates.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.first ?? ""],
                at: place(context.mark))
        default:
            report(.yamlSyntax, ["\(error)"], at: DirectoryProblem.Place(file: PublicationReader.file))
        }
    }
}
