import JSONLD
import JSONText
import RDFModel
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
        var sink = ForgetfulSink()
        try JSONLDProcessor().toRDF(json: text.utf8.span, into: &sink)
        #expect(sink.voidHandles == 0)
        #expect(try sink.collector.quads() == whole(text))
        var other = ForgetfulSink()
        try JSONLDProcessor().toRDF(JSONValue(json: text), into: &other)
        #expect(other.voidHandles == 0)
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

/// A sink that asks to let go of terms after every statement, and counts the use of handles that are void.
private struct ForgetfulSink: QuadSink {
    private(set) var collector = QuadCollector()
    private(set) var voidHandles = 0
    private var valid: [TermHandle: TermHandle] = [:]
    private var next: UInt32 = 0

    private mutating func new(_ handle: TermHandle) -> TermHandle {
        let made = TermHandle(next)
        next += 1
        valid[made] = handle
        return made
    }

    private mutating func known(_ handle: TermHandle) -> TermHandle {
        guard let known = valid[handle] else {
            voidHandles += 1
            return collector.iri("void:".utf8.span)
        }
        return known
    }

    mutating func iri(_ text: Span<UInt8>) -> TermHandle { new(collector.iri(text)) }
    mutating func blankNode(_ label: Span<UInt8>) -> TermHandle { new(collector.blankNode(label)) }
    mutating func freshBlankNode() -> TermHandle { new(collector.freshBlankNode()) }

    mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) -> TermHandle {
        let type = datatype.map { known($0) }
        return new(collector.literal(lexicalForm, datatype: type))
    }

    mutating func literal(_ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?) -> TermHandle {
        new(collector.literal(text, language: language, direction: direction))
    }

    mutating func tripleTerm(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle
    ) throws -> TermHandle {
        new(try collector.tripleTerm(known(subject), known(predicate), known(object)))
    }

    mutating func quad(_ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?) {
        let name = graph.map { known($0) }
        collector.quad(known(subject), known(predicate), known(object), graph: name)
    }

    var wantsToForgetTerms: Bool { true }

    mutating func forgetTerms(keeping kept: inout [TermHandle]) {
        let terms = kept.map { known($0) }
        valid = [:]
        for (position, term) in terms.enumerated() { kept[position] = new(term) }
    }
}
