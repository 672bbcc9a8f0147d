import Foundation
import JSONLD
import JSONText
import Localization
import RDFModel
import TestSupport
import Testing

/// A test of the JSON-LD suites, as its manifest describes it.
struct JSONLDTest: Sendable, CustomTestStringConvertible {
    /// The IRI of the test.
    let iri: String
    /// The IRI that file names are relative to.
    let base: String
    /// The entry of the manifest.
    let entry: JSONValue

    var testDescription: String { iri }

    /// The value of a member that is a string.
    func text(_ name: String) -> String? { entry[name]?.string }

    /// The IRI of a file that a member names.
    func file(_ name: String) -> String? { text(name).map { base + $0 } }

    /// The document that a member names.
    func document(_ name: String) throws -> JSONValue {
        try SuiteLoader().load(try #require(file(name))).document
    }

    /// An option of the test.
    func option(_ name: String) -> JSONValue? { entry["option"]?[name] }

    /// The types of the test, such as `jld:PositiveEvaluationTest`.
    var types: [String] { (entry["@type"]?.array ?? []).compactMap(\.string) }

    /// Whether an error is what the test expects.
    var isNegative: Bool { types.contains("jld:NegativeEvaluationTest") }

    /// The options that the test asks for.
    func options(ordered: Bool) throws -> JSONLDOptions {
        var options = JSONLDOptions()
        options.ordered = ordered
        options.base = option("base")?.string
        if let mode = option("processingMode")?.string {
            options.processingMode = try #require(JSONLDOptions.ProcessingMode(rawValue: mode))
        }
        if let context = option("expandContext")?.string {
            options.expandContext = try SuiteLoader().load(base + context).document
        }
        if let compact = option("compactArrays")?.bool { options.compactArrays = compact }
        if let relative = option("compactToRelative")?.bool { options.compactToRelative = relative }
        if let native = option("useNativeTypes")?.bool { options.useNativeTypes = native }
        if let type = option("useRdfType")?.bool { options.useRDFType = type }
        if let direction = option("rdfDirection")?.string {
            let known: JSONLDOptions.RDFDirection = try #require(JSONLDOptions.RDFDirection(rawValue: direction))
            options.rdfDirection = known
        }
        if let extracts = option("extractAllScripts")?.bool { options.extractAllScripts = extracts }
        if let omits = option("omitGraph")?.bool { options.omitGraph = omits }
        return options
    }
}

/// The tests of the JSON-LD suites.
enum JSONLDSuites {
    static let expand = tests("json-ld-api/", "expand")
    static let compact = tests("json-ld-api/", "compact")
    static let flatten = tests("json-ld-api/", "flatten")
    static let toRDF = tests("json-ld-api/", "toRdf")
    static let fromRDF = tests("json-ld-api/", "fromRdf")
    static let frame = tests("json-ld-framing/", "frame")
    static let html = tests("json-ld-api/", "html")
    static let remoteDocuments = tests("json-ld-api/", "remote-doc")

    /// The tests of a manifest, but for those that only a processor of JSON-LD 1.0 passes, and for two that want
    /// blank nodes as predicates, which our quads cannot have.
    private static func tests(_ folder: String, _ name: String) -> [JSONLDTest] {
        guard Suites.areAvailable else { return [] }
        do {
            let base = "https://w3c.github.io/" + folder + "tests/"
            let manifest = try SuiteLoader().load(base + name + "-manifest.jsonld").document
            return (manifest["sequence"]?.array ?? []).compactMap { entry in
                let test = JSONLDTest(
                    iri: base + name + "-manifest" + (entry["@id"]?.string ?? ""), base: base, entry: entry)
                let isOurs =
                    test.option("specVersion") != "json-ld-1.0" && test.option("produceGeneralizedRdf") != true
                return isOurs ? test : nil
            }
        } catch {
            Issue.record("the manifest of \(name) cannot be read: \(error)")
            return []
        }
    }

    /// Runs a test, expecting the failures we know of.
    static func run(_ test: JSONLDTest, _ body: () throws -> Void) throws {
        if let reason = KnownFailures.reasons[test.iri] {
            withKnownIssue(Comment(rawValue: reason)) { try body() }
        } else {
            try body()
        }
    }
}

/// Documents of the suites, by their published addresses.
struct SuiteLoader: DocumentLoader {
    func load(_ iri: String) throws(JSONLDError) -> RemoteDocument {
        guard let url = SuiteFolders.url(of: IRI(unchecked: iri)), let data = try? Data(contentsOf: url) else {
            throw JSONLDError(.loadingDocumentFailed, .notAtHand, iri)
        }
        do {
            return RemoteDocument(try JSONValue(json: [UInt8](data).span), documentURL: iri)
        } catch {
            throw JSONLDError(.loadingDocumentFailed, .notAtHand, iri)
        }
    }
}
