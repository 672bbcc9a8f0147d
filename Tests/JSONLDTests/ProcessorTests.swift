import JSONLD
import JSONText
import Testing
@Suite struct ProcessorTests {
    @Test func x() throws { _ = try JSONLDProcessor().expand(["@id": "http://a/b", "http://p/q": "x"]) }
}
