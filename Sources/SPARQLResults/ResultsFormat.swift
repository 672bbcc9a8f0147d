/// The four formats of query results that the W3C defines.
public enum ResultsFormat: String, CaseIterable, Hashable, Sendable {
    /// SPARQL Query Results JSON Format: <https://www.w3.org/TR/sparql12-results-json/>
    case json
    /// SPARQL Query Results XML Format: <https://www.w3.org/TR/sparql12-results-xml/>
    case xml
    /// Comma-separated values, which lose the kinds of terms: <https://www.w3.org/TR/sparql12-results-csv-tsv/>
    case csv
    /// Tab-separated values: <https://www.w3.org/TR/sparql12-results-csv-tsv/>
    case tsv

    /// The media type.
    public var mediaType: String {
        switch self {
        case .json: "application/sparql-results+json"
        case .xml: "application/sparql-results+xml"
        case .csv: "text/csv"
        case .tsv: "text/tab-separated-values"
        }
    }

    /// The extensions of file names, the usual one first.
    public var fileExtensions: [String] {
        switch self {
        case .json: ["srj", "json"]
        case .xml: ["srx", "xml"]
        case .csv: ["csv"]
        case .tsv: ["tsv"]
        }
    }

    /// The format of a short name, a file extension or a media type, letter case and parameters aside.
    public init?(_ name: String) {
        let name = name.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        let match = Self.allCases.first { format in
            name == format.rawValue || name == format.mediaType || format.fileExtensions.contains(name)
        }
        switch (match, name) {
        case (let match?, _): self = match
        case (nil, "application/json"): self = .json
        case (nil, "application/xml"), (nil, "text/xml"): self = .xml
        default: return nil
        }
    }
}
