import Foundation
import Gzip
import JSONLD
import JSONText
import OrganizationDirectory
import RDFModel
import RDFSyntax
import SPARQLAlgebra
import SPARQLResults
import TabularText
import TestSupport
import Testing

/// A short fuzz of each reader: files of the project, damaged by chance, end in a value or in an error, never in a trap.
///
/// The inputs are the same on every run. `Fuzzing/` does the same at length, guided by coverage and under a sanitizer.
@Suite struct MutationTests {
    /// A reader and the files it begins with; it returns `false` for an input that it refuses.
    struct Reader: Sendable, CustomTestStringConvertible {
        let name: String
        let seeds: [String]
        let read: @Sendable ([UInt8]) throws -> Bool
        var testDescription: String { name }
    }

    static let readers: [Reader] =
        RDFFormat.allCases.filter { $0 != .jsonld }.map { format in
            let seeds =
                format == .turtle
                ? ["vocab/lys.ttl", "vocab/roles.ttl"] : ["exports/directory.\(format.fileExtension)"]
            return Reader(name: format.name, seeds: seeds) { bytes in
                var sink = QuadCollector()
                try RDFReader.read(bytes.span, format: format, into: &sink)
                return true
            }
        } + [
            Reader(name: "JSON", seeds: ["vocab/context.jsonld", "exports/receipt.json"]) { bytes in
                _ = try JSONValue(json: bytes.span)
                return true
            },
            Reader(name: "JSON-LD", seeds: ["vocab/frame.jsonld", "exports/schema-org.jsonld"]) { bytes in
                var sink = QuadCollector()
                try JSONLDProcessor().toRDF(json: bytes.span, into: &sink)
                return true
            },
            Reader(name: "queries", seeds: ["queries/research-funders.rq", "queries/organization-card.rq"]) { bytes in
                _ = try QueryParser.parse(String(decoding: bytes, as: UTF8.self))
                return true
            },
            Reader(name: "updates", seeds: ["queries/research-funders.rq"]) { bytes in
                let text = String(decoding: bytes, as: UTF8.self).replacing("SELECT", with: "DELETE")
                _ = try QueryParser.parseUpdate(text)
                return true
            },
            Reader(name: "tables", seeds: ["directory/organizations.csv", "directory/conditions.csv"]) { bytes in
                TableReader().read(bytes, file: "input.csv").problems.isEmpty
            },
            Reader(name: "publication.yaml", seeds: ["directory/publication.yaml"]) { bytes in
                Directory.load(files: ["publication.yaml": bytes]).errors.allSatisfy {
                    $0.place.file != "publication.yaml"
                }
            },
            Reader(name: "gzip", seeds: ["vocab/roles.ttl"]) { bytes in
                _ = try Inflater.text(of: bytes.span)
                return true
            },
        ]
        + [ResultsFormat.json, .xml, .csv, .tsv].map { format in
            Reader(name: "results in \(format)", seeds: []) { bytes in
                _ = try SPARQLResult(reading: bytes.span, format: format)
                return true
            }
        }

    /// The bytes that a reader begins with: the heads of files, packed for the one that unpacks, and small results.
    private static func seeds(of reader: Reader) throws -> [[UInt8]] {
        if reader.seeds.isEmpty { return results.map { Array($0.utf8) } }
        return try reader.seeds.map { path in
            let bytes = Array(try Data(contentsOf: Suites.projectRoot.appending(path: path)).prefix(2000))
            guard reader.name == "gzip" else { return bytes }
            let deflater = try Deflater()
            var packed: [UInt8] = []
            deflater.deflate(bytes.span, into: &packed)
            deflater.finish(into: &packed)
            return packed
        }
    }

    private static let results = [
        #"{"head": {"vars": ["a", "b"]}, "results": {"bindings": [{"a": {"type": "uri", "value": "http://a"}}]}}"#,
        """
        <?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="a"/></head>
        <results><result><binding name="a"><literal xml:lang="fr">é</literal></binding></result></results></sparql>
        """,
        "a,b\r\nhttp://a,\"x,\"\"y\"\r\n", "?a\t?b\n<http://a>\t\"x\"@fr\n1.5e0\t_:n\n",
    ]

    @Test(arguments: readers) func damageEndsInAnError(_ reader: Reader) throws {
        let seeds = try Self.seeds(of: reader)
        var generator = SeededGenerator(seed: 13)
        var refused = 0
        for _ in 0..<400 {
            var bytes = seeds.randomElement(using: &generator) ?? []
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                Self.damage(&bytes, using: &generator)
            }
            if (try? reader.read(bytes)) != true { refused += 1 }
        }
        // Damage that no reader notices is none.
        #expect(refused > 0)
    }

    /// Changes a byte, cuts a piece out, says it twice, or puts a sign in that means something to many readers.
    private static func damage(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let start = Int.random(in: bytes.indices, using: &generator)
        let end = min(bytes.count, start + Int.random(in: 1...40, using: &generator))
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[start] = UInt8.random(in: .min ... .max, using: &generator)
        case 1: bytes.removeSubrange(start..<end)
        case 2: bytes.insert(contentsOf: Array(bytes[start..<end]), at: start)
        case 3: bytes.removeSubrange(start...)
        default:
            let signs = [
                "<", ">", "\"", "\\u12", "{", "}", "[", "@", "&", "\u{FEFF}", "\0", "_:", "^^", "<<(", "]]>", ";;",
            ]
            bytes.insert(contentsOf: Array((signs.randomElement(using: &generator) ?? "").utf8), at: start)
        }
    }
}
