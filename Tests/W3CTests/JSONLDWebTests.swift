import Foundation
import JSONLD
import JSONText
import Localization
import RDFCanon
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// The W3C suites of HTML and of remote documents: the same operations, with all that a server says about a document.
@Suite(.enabled(if: Suites.areAvailable, Comment(rawValue: Suites.absence)))
struct JSONLDWebTests {
    @Test func everyTestIsThere() {
        #expect(JSONLDSuites.html.count == 50)
        #expect(JSONLDSuites.remoteDocuments.count == 18)
    }

    @Test(arguments: JSONLDSuites.html + JSONLDSuites.remoteDocuments, [false, true])
    func load(_ test: JSONLDTest, _ ordered: Bool) throws {
        try JSONLDSuites.run(test) {
            let processor = JSONLDProcessor(
                options: try test.options(ordered: ordered), loader: WebDocumentLoader(SuiteServer(test: test)))
            let input = JSONValue.string(try #require(test.file("input")))
            if test.isNegative {
                let error = #expect(throws: JSONLDError.self) { try result(of: test, input, processor) }
                #expect(error?.code.rawValue == test.text("expectErrorCode"), "\(error?.message ?? "")")
            } else if test.types.contains("jld:ToRDFTest") {
                var collector = QuadCollector()
                try processor.toRDF(input, into: &collector)
                let expected = try SuiteFolders.bytes(of: .iri(IRI(unchecked: try #require(test.file("expect")))))
                let quads = try RDFDocument(expected, format: .nquads).quads
                #expect(try DatasetIsomorphism.areIsomorphic(collector.quads(), quads))
            } else {
                let result = try result(of: test, input, processor)
                let expected = try test.document("expect")
                #expect(areSameJSONLD(result, expected), "\(result) is not \(expected)")
            }
        }
    }

    private func result(of test: JSONLDTest, _ input: JSONValue, _ processor: JSONLDProcessor) throws -> JSONValue {
        switch test.types.first(where: { $0.hasSuffix("Test") && $0 != "jld:HtmlTest" && !$0.contains("Evaluation") }) {
        case "jld:ExpandTest": return try processor.expand(input)
        case "jld:CompactTest": return try processor.compact(input, context: try test.document("context"))
        case "jld:FlattenTest":
            return try processor.flatten(
                input, context: test.text("context") == nil ? nil : try test.document("context"))
        case "jld:ToRDFTest":
            var collector = QuadCollector()
            try processor.toRDF(input, into: &collector)
            return .null
        case let type:
            Issue.record("no handler for \(type ?? "a test without type")")
            return .null
        }
    }
}

/// A server that answers as the options of a test say.
private struct SuiteServer: ResourceFetcher {
    let test: JSONLDTest

    func fetch(_ iri: String, accepting mediaTypes: String) throws(JSONLDError) -> FetchedResource {
        // What the options say is about the input of the test, and not about the documents it leads to.
        let isInput = test.file("input")?.split(separator: "#")[0] == iri[...]
        if isInput, let target = test.option("redirectTo")?.string {
            return try fetch(test.base + target, accepting: mediaTypes)
        }
        guard let url = SuiteFolders.url(of: IRI(unchecked: iri)), let data = try? Data(contentsOf: url) else {
            throw JSONLDError(.loadingDocumentFailed, .notAtHand, iri)
        }
        let types = ["json": "application/json", "html": "text/html"]
        let links = isInput ? (test.option("httpLink")?.asArray ?? []).compactMap(\.string) : []
        return FetchedResource(
            location: iri,
            contentType: isInput
                ? test.option("contentType")?.string ?? types[url.pathExtension] ?? "application/ld+json"
                : types[url.pathExtension] ?? "application/ld+json",
            links: links, bytes: [UInt8](data))
    }
}

extension JSONValue {
    /// The elements of an array, or the value itself.
    fileprivate var asArray: [JSONValue] { array ?? [self] }
}
