internal import Localization
internal import SPARQLResults

/// The formats of answers: those of solutions, those of graphs, and those for people, which show either.
enum AnswerFormat: String, CaseIterable {
    case table, markdown, html
    case json, xml, csv, tsv
    case ttl, nt, jsonld

    /// Whether it is for people to read: names may be shortened, and one of two languages shown.
    var isForPeople: Bool {
        switch self {
        case .table, .markdown, .html: true
        case .json, .xml, .csv, .tsv, .ttl, .nt, .jsonld: false
        }
    }

    /// Whether a CONSTRUCT or DESCRIBE is written in it.
    var isForGraphs: Bool {
        switch self {
        case .ttl, .nt, .jsonld, .table, .markdown, .html: true
        case .json, .xml, .csv, .tsv: false
        }
    }

    /// Whether a SELECT or ASK is written in it.
    var isForSolutions: Bool {
        switch self {
        case .table, .markdown, .html, .json, .xml, .csv, .tsv: true
        case .ttl, .nt, .jsonld: false
        }
    }

    /// The W3C's format of results, for all but those for people.
    var results: ResultsFormat? { ResultsFormat(rawValue: rawValue) }

    /// The names of the formats of solutions, or of those of graphs.
    static func names(forGraphs: Bool) -> String {
        allCases.filter { forGraphs ? $0.isForGraphs : $0.isForSolutions }.map(\.rawValue).joined(separator: ", ")
    }

    /// The format of a name.
    /// - Throws: ``Exit`` for a name that is none.
    init(named name: String) throws {
        guard let format = AnswerFormat(rawValue: name.lowercased()) ?? Self.aliases[name.lowercased()] else {
            let all = Self.allCases.map(\.rawValue).joined(separator: ", ")
            throw Exit(.usage, QueryMessage.unknownResultFormat, name, all)
        }
        self = format
    }

    private static let aliases: [String: AnswerFormat] = [
        "turtle": .ttl, "ntriples": .nt, "json-ld": .jsonld, "srj": .json, "srx": .xml, "md": .markdown, "htm": .html,
    ]
}
