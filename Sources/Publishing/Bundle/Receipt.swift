public import JSONText

/// What stands in `receipt.json`: each file of a bundle with its size and hash, what it holds and which writer wrote it.
///
/// A harvester checks a bundle by it, a reader cites the bundle by it, and the next export knows by it which files of
/// the folder are its own. It holds no time and no path, so that the same directory gives the same bytes.
public struct Receipt: Sendable, Hashable {
    /// The name of the file.
    public static let fileName = "receipt.json"

    /// One file of the bundle.
    public struct File: Sendable, Hashable {
        /// Its name in the folder.
        public let name: String
        /// Its media type.
        public let mediaType: String
        /// Its size in bytes.
        public let bytes: Int
        /// The SHA-256 of its bytes, in lower-case hexadecimal digits.
        public let sha256: String
        /// How many statements it holds, if it is RDF.
        public let triples: Int?
        /// The SHA-256 of its dataset's canonical form (RDFC-1.0), if it is RDF.
        public let canonicalHash: String?
        /// Who wrote it: `lys`, or `raptor` with its version.
        public let writer: String
    }

    /// How many rows a table had.
    public struct Rows: Sendable, Hashable {
        /// The table: `organizations`, `conditions`, …
        public let table: String
        /// Its rows.
        public let count: Int
    }

    /// The IRI of the dataset.
    public let dataset: String
    /// The version of the dataset.
    public let version: String
    /// The day on which the dataset is issued, `yyyy-mm-dd`.
    public let issued: String
    /// The IRI of the licence.
    public let licence: String
    /// How many triples the graph has.
    public let triples: Int
    /// How many rows of each table it was made from, in the order of the tables; none in the receipts of older bundles.
    public let rows: [Rows]
    /// The SHA-256 of the graph's canonical form (RDFC-1.0).
    public let canonicalHash: String
    /// The files, sorted by name.
    public let files: [File]
}

// MARK: JSON

extension Receipt {
    /// The receipt as JSON, members in a fixed order.
    public var json: JSONValue {
        [
            "dataset": .string(dataset), "version": .string(version), "issued": .string(issued),
            "licence": .string(licence),
            "rows": .object(
                rows.reduce(into: JSONObject()) { $0.append(newName: $1.table, .number(JSONNumber($1.count))) }),
            "triples": .number(JSONNumber(triples)),
            "canonicalization": "RDFC-1.0, SHA-256", "canonicalHash": .string(canonicalHash),
            "files": .array(files.map(\.json)),
        ]
    }

    /// Reads a receipt; `nil` where something is missing.
    public init?(json: JSONValue) {
        guard let dataset = json["dataset"]?.string, let version = json["version"]?.string,
            let issued = json["issued"]?.string, let licence = json["licence"]?.string,
            let triples = json["triples"]?.number?.integer, let hash = json["canonicalHash"]?.string,
            let files = json["files"]?.array
        else { return nil }
        self.dataset = dataset
        self.version = version
        self.issued = issued
        self.licence = licence
        self.triples = triples
        rows = (json["rows"]?.object ?? [:]).compactMap { row in
            row.value.number?.integer.map { Rows(table: row.name, count: $0) }
        }
        canonicalHash = hash
        self.files = files.compactMap(File.init(json:))
        guard self.files.count == files.count else { return nil }
    }

    /// The largest receipt that is read: that of some hundred thousand files.
    private static let largest = 64 << 20

    /// The receipt of a folder; `nil` where there is none, or none that can be read.
    public init?(in folder: String) {
        guard let folder = try? OpenFolder(folder) else { return nil }
        self.init(in: folder)
    }

    /// The receipt of a folder that is open.
    package init?(in folder: OpenFolder) {
        guard let bytes = try? folder.file(Self.fileName).bytes(atMost: Self.largest),
            let json = try? JSONValue(json: bytes.span)
        else { return nil }
        self.init(json: json)
    }

    /// What it says of a file.
    func file(named name: String) -> File? { files.first { $0.name == name } }
}

extension Receipt.File {
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "name": .string(name), "mediaType": .string(mediaType), "bytes": .number(JSONNumber(bytes)),
            "sha256": .string(sha256),
        ]
        if let triples { object["triples"] = .number(JSONNumber(triples)) }
        if let canonicalHash { object["canonicalHash"] = .string(canonicalHash) }
        object["writer"] = .string(writer)
        return .object(object)
    }

    fileprivate init?(json: JSONValue) {
        guard let name = json["name"]?.string, let mediaType = json["mediaType"]?.string,
            let bytes = json["bytes"]?.number?.integer, let sha256 = json["sha256"]?.string,
            let writer = json["writer"]?.string
        else { return nil }
        self.init(
            name: name, mediaType: mediaType, bytes: bytes, sha256: sha256, triples: json["triples"]?.number?.integer,
            canonicalHash: json["canonicalHash"]?.string, writer: writer)
    }
}
