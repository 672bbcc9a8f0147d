internal import ArgumentParser
internal import ByteText
internal import Localization
internal import OrganizationDirectory
internal import RDFModel
internal import SPARQLAlgebra
internal import SPARQLEngine
internal import SPARQLResults
internal import TripleStore

/// `lys search`: things by their names, in both languages.
struct SearchCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "search", abstract: HelpText.searchAbstract.text(in: .current))
    }

    @Argument(help: help(.searchText, value: "TEXT"))
    var words: [String]

    @OptionGroup var data: DataOptions

    @Option(parsing: .unconditional, help: help(.searchLimit, value: "N"))
    var limit = 20

    @Option(help: help(.queryFormat, value: "FORMAT"), completion: Suggestions.answerFormats)
    var format: String?

    @OptionGroup var limits: LimitOptions
    @OptionGroup var language: LanguageOption

    func run() throws {
        let format = try format.map(AnswerFormat.init(named:))
        try OptionNumber.check(limit, "--limit", from: 1)
        let limits = try limits.begin()
        let bundle = try data.openBundle()
        let snapshot = try data.load(bundle).snapshot
        try limits.check()
        let text = words.joined(separator: " ")
        let table = NameSearch(snapshot).table(of: text, limit: limit)
        // A program that asked for JSON gets an empty answer in JSON; a reader is told in words alone.
        if table.rowCount > 0 || (format ?? .table) != .table {
            let view = AnswerView(prefixes: CommonPrefixes.map, folders: data.folders(of: bundle))
            try AnswerWriter(format: format, view: view).write(table)
        }
        guard table.rowCount > 0 else { throw Exit(.wanting, QueryMessage.nothingFound, text) }
    }
}

/// Finds things by their labels and says what they are.
private struct NameSearch {
    private let snapshot: StoreSnapshot

    /// The properties by which things have names.
    private static let predicates = [
        "http://www.w3.org/2004/02/skos/core#prefLabel", "http://www.w3.org/2004/02/skos/core#altLabel",
        "http://www.w3.org/2004/02/skos/core#hiddenLabel", "https://w3id.org/lys/ns#acronym", RDFS.label.string,
        "http://xmlns.com/foaf/0.1/name", "http://purl.org/dc/terms/title",
        "http://www.geneontology.org/formats/oboInOwl#hasExactSynonym",
    ]

    init(_ snapshot: StoreSnapshot) { self.snapshot = snapshot }

    /// Best first, each thing once, with the label that answers best.
    func table(of text: String, limit: Int) -> SolutionTable {
        let headings = [QueryMessage.columnKind, .columnName, .columnFoundBy].map { $0.text(in: .current) } + ["iri"]
        var table = SolutionTable(variables: headings)
        var seen: Set<TermID> = []
        let predicates = Self.predicates.compactMap { snapshot.dictionary.id(of: .iri(IRI(unchecked: $0))) }
        for match in snapshot.search(text, predicates: predicates) where table.rowCount < limit {
            guard seen.insert(match.subject).inserted else { continue }
            let found = snapshot.dictionary.term(match.label)
            table.append([
                .literal(Literal(kind(of: match.subject))), name(of: match.subject) ?? found, found,
                snapshot.dictionary.term(match.subject),
            ])
        }
        return table
    }

    private func objects(of subject: TermID, _ predicate: String) -> [Term] {
        ids(of: subject, predicate).map { snapshot.dictionary.term($0) }
    }

    private func ids(of subject: TermID, _ predicate: String) -> [TermID] {
        guard let id = snapshot.dictionary.id(of: .iri(IRI(unchecked: predicate))) else { return [] }
        let run = snapshot.run(matching: IDPattern(subject: subject, predicate: id))
        return (0..<run.count).map { run.id(.object, row: $0) }
    }

    /// The preferred label in the language of this run, or else in any.
    private func name(of subject: TermID) -> Term? {
        let labels = [Self.predicates[0], RDFS.label.string].flatMap { objects(of: subject, $0) }
        let mine = labels.first { label in
            if case .literal(let literal) = label { literal.language == Language.current.rawValue } else { false }
        }
        return mine ?? labels.first
    }

    /// What became of an organization that is not at work, and which one is in its place: ` (merged; see Alpha)`.
    private func end(of organization: TermID) -> String {
        guard let status = endedStatus(of: organization) else { return "" }
        let label = name(of: status).map(Self.text) ?? ""
        guard let successor = successor(of: organization) else { return " (\(label))" }
        let name = name(of: successor).map(Self.text) ?? ""
        return " (\(QueryMessage.endedAndReplaced.text(in: .current, label, name)))"
    }

    /// The status of an organization, unless it is active.
    private func endedStatus(of organization: TermID) -> TermID? {
        ids(of: organization, LYS.status.string).first { status in
            snapshot.dictionary.term(status) != .iri(OrganizationStatus.active.iri)
        }
    }

    /// The organization at work to which the replacements lead.
    private func successor(of organization: TermID) -> TermID? {
        var seen: Set<TermID> = [organization]
        var next = ids(of: organization, "http://purl.org/dc/terms/isReplacedBy").first
        while let candidate = next, seen.insert(candidate).inserted {
            if endedStatus(of: candidate) == nil { return candidate }
            next = ids(of: candidate, "http://purl.org/dc/terms/isReplacedBy").first
        }
        return nil
    }

    private static func text(_ term: Term) -> String {
        if case .literal(let literal) = term { literal.lexicalForm } else { term.description }
    }

    /// What a thing is, in a word: one of ours, or the last part of its class.
    private func kind(of subject: TermID) -> String {
        let types = objects(of: subject, RDF.type.string).compactMap { type in
            if case .iri(let iri) = type { iri.string } else { nil }
        }
        if types.contains("https://w3id.org/lys/ns#PatientOrganization") {
            return QueryMessage.kindOrganization.text(in: .current) + end(of: subject)
        }
        let schemes = objects(of: subject, "http://www.w3.org/2004/02/skos/core#inScheme")
        if schemes.contains(where: { if case .iri(let iri) = $0 { iri.string.hasSuffix("/conditions") } else { false } }
        ) {
            return QueryMessage.kindCondition.text(in: .current)
        }
        if types.contains("http://www.w3.org/2004/02/skos/core#Concept") {
            return QueryMessage.kindConcept.text(in: .current)
        }
        let name = types.first?.split { $0 == "#" || $0 == "/" }.last
        return name.map(String.init) ?? ""
    }
}
