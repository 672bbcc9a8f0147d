import JSONLD
import JSONText
import TestSupport
import Testing

/// The W3C suite of flattening.
@Suite(.enabled(if: Suites.areAvailable, Comment(rawValue: Suites.absence)))
struct JSONLDFlattenTests {
    @Test func everyTestIsThere() { #expect(JSONLDSuites.flatten.count == 55) }

    @Test(arguments: JSONLDSuites.flatten, [false, true])
    func flatten(_ test: JSONLDTest, _ ordered: Bool) throws {
        try JSONLDSuites.run(test) {
            let processor = JSONLDProcessor(options: try test.options(ordered: ordered), loader: SuiteLoader())
            let input = JSONValue.string(try #require(test.file("input")))
            let context = test.text("context") == nil ? nil : try test.document("context")
            if test.isNegative {
                let error = #expect(throws: JSONLDError.self) { try processor.flatten(input, context: context) }
                #expect(error?.code.rawValue == test.text("expectErrorCode"), "\(error?.message ?? "")")
            } else {
                let result = try processor.flatten(input, context: context)
                let expected = try test.document("expect")
                if context == nil {
                    #expect(areSameJSONLD(result, expected), "\(result) is not \(expected)")
                } else {
                    try expectSame(result, expected, expandedBy: processor)
                }
            }
        }
    }
}
