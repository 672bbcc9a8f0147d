internal import Localization
internal import SPARQLResults

/// The formats of answers: those of solutions, and those of graphs.
enum AnswerFormat: String, CaseIterable {
    case table, json, xml, csv, tsv
    case ttl, nt, jsonld

    /// Whether a CONSTRUCT or DESCRIBE is written in it.
    var isForGraphs: Bool {
        switch self {
        case .ttl, .nt, .jsonld: true
        case .table, .json, .xml, .csv, .tsv: false
        }
    }

    /// The W3C's format of results, for all but the table.
    var results: ResultsFormat? { ResultsFormat(rawValue: rawValue) }

    /// The names of the formats of solutions, or of those of graphs.
    static func names(forGraphs: Bool) -> String {
        allCases.filter { $0.isForGraphs == forGraphs }.map(\.rawValue).joined(separator: ", ")
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
        "turtle": .ttl, "ntriples": .nt, "json-ld": .jsonld, "srj": .json, "srx": .xml,
    ]
}
