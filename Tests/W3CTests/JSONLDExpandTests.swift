import JSONLD
import JSONText
import TestSupport
import Testing

/// The W3C suite of expansion.
@Suite(.enabled(if: Suites.areAvailable, Comment(rawValue: Suites.absence)))
struct JSONLDExpandTests {
    @Test func everyTestIsThere() { #expect(JSONLDSuites.expand.count == 376) }

    @Test(arguments: JSONLDSuites.expand, [false, true])
    func expand(_ test: JSONLDTest, _ ordered: Bool) throws {
        try JSONLDSuites.run(test) {
            let processor = JSONLDProcessor(options: try test.options(ordered: ordered), loader: SuiteLoader())
            let input = JSONValue.string(try #require(test.file("input")))
            if test.isNegative {
                let error = #expect(throws: JSONLDError.self) { try processor.expand(input) }
                #expect(error?.code.rawValue == test.text("expectErrorCode"), "\(error?.message ?? "")")
            } else {
                let result = try processor.expand(input)
                let expected = try test.document("expect")
                #expect(areSameJSONLD(result, expected), "\(result) is not \(expected)")
            }
        }
    }
}
