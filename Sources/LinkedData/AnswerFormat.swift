internal import RDFSyntax
internal import SPARQLResults

/// A format of the answer to a query.
public enum AnswerFormat: String, CaseIterable, Hashable, Sendable {
    /// SPARQL results in JSON, for SELECT and ASK.
    case json
    /// SPARQL results in XML, for SELECT and ASK.
    case xml
    /// Comma-separated values, for SELECT and ASK.
    case csv
    /// Tab-separated values, for SELECT and ASK.
    case tsv
    /// Turtle, for CONSTRUCT and DESCRIBE.
    case turtle
    /// N-Triples, for CONSTRUCT and DESCRIBE.
    case ntriples

    /// The registered media type.
    public var mediaType: String { results?.mediaType ?? (self == .turtle ? RDFFormat.turtle : .ntriples).mediaType }

    /// The format of solutions; `nil` for formats of graphs.
    var results: ResultsFormat? {
        switch self {
        case .json: .json
        case .xml: .xml
        case .csv: .csv
        case .tsv: .tsv
        case .turtle, .ntriples: nil
        }
    }
}
