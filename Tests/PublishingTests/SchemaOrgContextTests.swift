import Foundation
import JSONText
import TestSupport
import Testing

@testable import Publishing

/// Our few terms of schema.org say what the official context says of them.
@Suite struct SchemaOrgContextTests {
    /// The official context beside the suites, packed as it is kept there.
    private static let official = Suites.folder?.deletingLastPathComponent()
        .appending(path: "ontologies/schemaorg/schemaorgcontext.jsonld.xz")

    static var isAvailable: Bool {
        official.map { FileManager.default.fileExists(atPath: $0.path) } ?? false
    }

    private func officialTerms() throws -> JSONObject {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["xz", "--decompress", "--stdout", try #require(Self.official).path]
        process.standardOutput = output
        try process.run()
        let bytes = [UInt8](try #require(try output.fileHandleForReading.readToEnd()))
        process.waitUntilExit()
        return try #require(try JSONValue(json: bytes.span)["@context"]?.object)
    }

    @Test(.enabled(if: isAvailable, "the official context of schema.org is absent"))
    func termsAgreeWithTheOfficialContext() throws {
        let official = try officialTerms()
        let ours = try #require(SchemaOrgContext.document["@context"]?.object)
        for term in ours { #expect(official[term.name] == term.value, "\(term.name)") }
    }

    /// A term that we use and do not define is one that the official context gives neither a type nor a language.
    @Test(.enabled(if: isAvailable, "the official context of schema.org is absent"))
    func otherTermsOfTheFileAreNoIRIsAndNoDates() throws {
        let official = try officialTerms()
        let ours = try #require(SchemaOrgContext.document["@context"]?.object)
        let file = Fixture.exports.appending(path: "schema-org.jsonld")
        let document = try JSONValue(json: [UInt8](try Data(contentsOf: file)).span)
        var pending = [try #require(document["@graph"])]
        while let value = pending.popLast() {
            switch value {
            case .array(let elements): pending += elements
            case .object(let object):
                for member in object {
                    pending.append(member.value)
                    guard !member.name.hasPrefix("@"), ours[member.name] == nil else { continue }
                    let plain: JSONValue = ["@id": .string("schema:" + member.name)]
                    #expect(official[member.name] == plain, "\(member.name)")
                }
            case .null, .bool, .number, .string: break
            }
        }
    }
}
