import Foundation
import JSONText
import RDFCanon

@testable import Publishing

/// Bundles of a few short texts, with the receipts that an export would write.
enum SampleBundle {
    /// The line of a receipt for a text.
    static func line(_ name: String, _ text: String) -> Receipt.File {
        Receipt.File(
            name: name, mediaType: "text/plain", bytes: text.utf8.count,
            sha256: HashAlgorithm.sha256.hexadecimalDigest(of: Array(text.utf8)), triples: nil, canonicalHash: nil,
            writer: "lys")
    }

    /// Writes files into a folder, and their receipt, which may claim others.
    static func write(_ files: [String: String], claiming others: [Receipt.File] = [], to folder: String) throws {
        for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: folder + "/" + name)) }
        let receipt = Receipt(
            dataset: "urn:d", version: "1", issued: "2026-01-01", licence: "urn:l", triples: 0, rows: [],
            canonicalHash: "", files: files.map { line($0, $1) } + others)
        try Data(JSONWriter().bytes(receipt.json)).write(to: URL(filePath: folder + "/" + Receipt.fileName))
    }
}
