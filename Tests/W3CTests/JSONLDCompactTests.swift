import JSONLD
import JSONText
import TestSupport
import Testing

/// The W3C suite of compaction.
@Suite(.enabled(if: Suites.areAvailable, Comment(rawValue: Suites.absence)))
struct JSONLDCompactTests {
    @Test func everyTestIsThere() { #expect(JSONLDSuites.compact.count == 244) }

    @Test(arguments: JSONLDSuites.compact, [false, true])
    func compact(_ test: JSONLDTest, _ ordered: Bool) throws {
        try JSONLDSuites.run(test) {
            let processor = JSONLDProcessor(options: try test.options(ordered: ordered), loader: SuiteLoader())
            let input = JSONValue.string(try #require(test.file("input")))
            let context = try test.document("context")
            if test.isNegative {
                let error = #expect(throws: JSONLDError.self) { try processor.compact(input, context: context) }
                #expect(error?.code.rawValue == test.text("expectErrorCode"), "\(error?.message ?? "")")
            } else {
                let result = try processor.compact(input, context: context)
                try expectSame(result, try test.document("expect"), expandedBy: processor)
            }
        }
    }
}

/// Compares compacted documents, as they are and expanded again: in compact form, lists look like sets.
func expectSame(_ result: JSONValue, _ expected: JSONValue, expandedBy processor: JSONLDProcessor) throws {
    #expect(areSameJSONLD(result, expected), "\(result) is not \(expected)")
    let (again, wanted) = (try processor.expand(result), try processor.expand(expected))
    #expect(areSameJSONLD(again, wanted), "expanded: \(again) is not \(wanted)")
}
