import JSONLD
import JSONText
import TestSupport
import Testing

/// The W3C suite of framing.
@Suite(.enabled(if: Suites.areAvailable, Comment(rawValue: Suites.absence)))
struct JSONLDFrameTests {
    @Test func everyTestIsThere() { #expect(JSONLDSuites.frame.count == 91) }

    // `@once` embeds a node where it is met first, so that only ordered results can be compared.
    @Test(arguments: JSONLDSuites.frame)
    func frame(_ test: JSONLDTest) throws {
        try JSONLDSuites.run(test) {
            let processor = JSONLDProcessor(options: try test.options(ordered: true), loader: SuiteLoader())
            let input = JSONValue.string(try #require(test.file("input")))
            let frame = JSONValue.string(try #require(test.file("frame")))
            if test.isNegative {
                let error = #expect(throws: JSONLDError.self) { try processor.frame(input, frame: frame) }
                #expect(error?.code.rawValue == test.text("expectErrorCode"), "\(error?.message ?? "")")
            } else {
                let result = try processor.frame(input, frame: frame)
                try expectSame(result, try test.document("expect"), expandedBy: processor)
            }
        }
    }
}
