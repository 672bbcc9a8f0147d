import JSONLD
import JSONText
import RDFModel
import TestSupport
import Testing

/// Documents that go to RDF node by node.
@Suite struct StreamingTests {
    private static let documents = [
        #"[{"@id":"http://a.example/1","http://a.example/p":[1,"x"]},{"@id":"_:b","http://a.example/q":{"@id":"_:b"}}]"#,
        #"{"@context":{"p":"http://a.example/p"},"@graph":[{"@id":"_:x","p":"1"},[{"@id":"_:x","p":{"p":"2"}}],"free"]}"#,
        #"{"@graph":[{"@id":"http://a.example/1","p":1}],"@context":{"@vocab":"http://a.example/"}}"#,
        #"[{"@id":"http://a.example/g","@graph":[{"http://a.example/p":1},{"@id":"_:a b","http://a.example/p":2}]},"#
            + #"{"@id":"_:a b","http://a.example/p":[3,{"@id":"_:a b"}],"http://a.example/in":{"@id":"http://a.example/g"}}]"#,
        #"{"@context":{"@base":"http://b.example/","g":"@graph"},"g":[{"@id":"1","http://a.example/p":true}]}"#,
        #"{"@id":"http://a.example/g","@graph":[{"@id":"http://a.example/1","http://a.example/p":1}]}"#,
        #"{"@id":"http://a.example/1","http://a.example/p":{"@list":[1,[2],{"http://a.example/p":3}]}}"#,
        #"{"@graph":{"http://a.example/p":1}}"#, "[]", #"{"@graph":[]}"#, #"{"@context":null,"@graph":[]}"#,
    ]

    private func whole(_ text: String) throws -> [Quad] {
        var collector = QuadCollector()
        try JSONLDProcessor().toRDF(JSONValue(json: text), into: &collector)
        return collector.quads()
    }

    @Test(arguments: documents)
    func statementsAreThoseOfTheWholeDocument(_ text: String) throws {
        var collector = QuadCollector()
        try JSONLDProcessor().toRDF(json: text.utf8.span, into: &collector)
        #expect(try collector.quads() == whole(text))
    }

    @Test(arguments: documents)
    func termsAreNotUsedOnceLetGoOf(_ text: String) throws {
        var sink = ForgetfulSink(after: 1)
        try JSONLDProcessor().toRDF(json: text.utf8.span, into: &sink)
        #expect(try sink.collector.quads() == whole(text))
        var other = ForgetfulSink(after: 1)
        try JSONLDProcessor().toRDF(JSONValue(json: text), into: &other)
        #expect(try other.collector.quads() == whole(text))
    }

    @Test(arguments: [
        #"[{"@id":"http://a.example/1"},{"http://a.example/p":{"@value":{}}}]"#,
        #"{"@context":{"p":"http://a.example/p"},"@graph":[{},{"p":[{"@id":1}]}]}"#,
        #"{"@context":{"p":{"@id":5}},"@graph":[]}"#,
    ])
    func errorsAreThoseOfTheWholeDocument(_ text: String) {
        let expected = #expect(throws: JSONLDError.self) { try whole(text) }
        let found = #expect(throws: JSONLDError.self) {
            var collector = QuadCollector()
            try JSONLDProcessor().toRDF(json: text.utf8.span, into: &collector)
        }
        #expect(found?.description == expected?.description)
        #expect(expected?.pointer.isEmpty == false)
    }

    @Test func aTextThatIsNoJSONIsAnError() {
        for text in ["[{}", "{", #"{"@graph":[{]}"#, #"{"@graph":[{}} ]"#, ""] {
            #expect(throws: JSONError.self) {
                var collector = QuadCollector()
                try JSONLDProcessor().toRDF(json: text.utf8.span, into: &collector)
            }
        }
    }
}
