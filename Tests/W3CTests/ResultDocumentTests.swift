import Foundation
import SPARQLResults
import TestSupport
import Testing

/// Every document of query results in the W3C suites is read, and comes back from each format that keeps terms.
@Suite(.enabled(if: Suites.areAvailable, Comment(rawValue: Suites.absence)))
struct ResultDocumentTests {
    static let documents: [String] = {
        guard let folder = Suites.folder else { return [] }
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.filter { name in
            guard name.hasPrefix("sparql1") else { return false }
            return name.hasSuffix(".srx") || name.hasSuffix(".srj") || name.hasSuffix(".tsv")
                || (name.hasSuffix(".csv") && name.contains("csv-tsv-res"))
        }.sorted()
    }()

    @Test func everyDocumentIsThere() { #expect(Self.documents.count == 508) }

    @Test(arguments: documents) func isReadAndWrittenBack(_ name: String) throws {
        let url = try #require(Suites.url(name))
        let format = try #require(ResultsFormat(url.pathExtension))
        let result = try SPARQLResult(reading: [UInt8](try Data(contentsOf: url)), format: format)
        for other in [ResultsFormat.json, .xml, .tsv] {
            let again = try SPARQLResult(reading: result.document(in: other), format: other)
            #expect(again == result, "by way of \(other)")
        }
        let csv = try SPARQLResult(reading: result.document(in: .csv), format: .csv)
        #expect(try ResultComparison(for: .csv, isOrdered: true).areEqual(csv, result))
    }
}
