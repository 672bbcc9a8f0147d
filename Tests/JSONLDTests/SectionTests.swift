import JSONLD
import JSONText
import Synchronization
import Testing

/// Long documents, whose nodes are divided among threads.
@Suite struct SectionTests {
    private static let context = #"{"e":"http://e.example/","name":{"@id":"e:name","@language":"en"},"kind":"@type"}"#

    /// Nodes of about a hundred bytes each, one of them replaced.
    private static func nodes(_ count: Int, replacing replaced: Int = -1, by other: String = "") -> String {
        let nodes = (0..<count).map { number in
            number == replaced
                ? other
                : #"{"@id":"e:\#(number)","kind":"e:Thing","name":["A, [B] {C} \#(number)"],"e:next":{"@id":"e:\#(number + 1)"}}"#
        }
        return nodes.joined(separator: ",\n")
    }

    private static func document(_ nodes: String, context: String = context) -> [UInt8] {
        Array(#"{"@context":\#(context),"@graph":[\#(nodes)]}"#.utf8)
    }

    private func expanded(_ bytes: [UInt8], _ processor: JSONLDProcessor = JSONLDProcessor()) -> [[JSONValue]]? {
        processor.gatherExpanded(json: bytes, into: []) { node, nodes in nodes.append(node) }
    }

    /// What stands in the place of which node.
    @Test(arguments: [
        (-1, ""), (700, #"["free", null, [{"@id":"e:x","name":"y"}, {}]]"#),
        (0, #"{"@context":{"name":null},"name":"-","e:name":"-"}"#),
    ])
    func nodesAreThoseOfTheOneThread(_ replaced: Int, _ other: String) throws {
        let nodes = Self.nodes(1200, replacing: replaced, by: other)
        for bytes in [Self.document(nodes), Array("[\(nodes)]".utf8)] {
            var one: [JSONValue] = []
            #expect(try JSONLDProcessor().expandNodes(json: bytes.span) { one.append($0) })
            let many = try #require(expanded(bytes))
            #expect(many.count > 2)
            #expect(many.flatMap(\.self) == one)
            let context = try JSONValue(json: #"{"n":"http://e.example/name","all":"@graph","x":"http://e.example/"}"#)
            var (compact, name) = ([JSONValue](), "")
            let isStreamed = try JSONLDProcessor().compactNodes(json: bytes.span, context: context) {
                name = $0
            } _: {
                compact.append($0)
            }
            #expect(isStreamed)
            let gathered = try #require(
                JSONLDProcessor().gatherCompacted(json: bytes, context: context, into: [JSONValue]()) { $1.append($0) })
            #expect(gathered.graph == "all")
            #expect(gathered.graph == name)
            #expect(gathered.results.flatMap(\.self) == compact)
        }
    }

    @Test func whatIsShortIsLeftToTheOneThread() {
        #expect(expanded(Self.document(Self.nodes(10))) == nil)
        #expect(expanded(Array("{}".utf8)) == nil)
    }

    @Test(arguments: [#"{"@id":1}"#, "{]", "", #"{"a":1} {"a":2}"#, "1,,2"])
    func anErrorIsLeftToTheOneThread(_ wrong: String) {
        for place in [0, 800, 1199] {
            #expect(expanded(Self.document(Self.nodes(1200, replacing: place, by: wrong))) == nil)
        }
    }

    @Test func anErrorAroundTheNodesIsLeftToTheOneThread() {
        let nodes = Self.nodes(1200)
        #expect(expanded(Self.document(nodes, context: #"{"e":5}"#)) == nil)
        #expect(expanded(Array("[\(nodes)}".utf8)) == nil)
        #expect(expanded(Array("[\(nodes)]]".utf8)) == nil)
    }

    @Test func whatABodyThrowsEndsAll() {
        struct Enough: Error {}
        let bytes = Self.document(Self.nodes(1200))
        let result = JSONLDProcessor().gatherExpanded(json: bytes, into: 0) { _, count in
            count += 1
            if count > 100 { throw Enough() }
        }
        #expect(result == nil)
    }

    @Test func termDefinitionsOfAllThreadsCount() {
        var options = JSONLDOptions()
        let bytes = Self.document(Self.nodes(1200))
        options.maximumTermDefinitions = 5  // each thread makes three, and all together more than that
        #expect(expanded(bytes, JSONLDProcessor(options: options)) == nil)
        options.maximumTermDefinitions = 6
        #expect(expanded(bytes, JSONLDProcessor(options: options)) != nil)
    }

    @Test func aContextIsBroughtOnce() throws {
        let loader = CountingLoader(context: try JSONValue(json: #"{"@context":\#(Self.context)}"#))
        let bytes = Self.document(Self.nodes(1200), context: #""http://c.example/""#)
        let nodes = try #require(expanded(bytes, JSONLDProcessor(loader: loader)))
        #expect(nodes.flatMap(\.self) == expanded(Self.document(Self.nodes(1200)))?.flatMap(\.self))
        #expect(loader.count.withLock { $0 } == 1)
    }
}

/// Brings one context for all IRIs, and counts how often.
private final class CountingLoader: DocumentLoader {
    let count = Mutex(0)
    private let context: JSONValue

    init(context: JSONValue) { self.context = context }

    func load(_ iri: String) throws(JSONLDError) -> RemoteDocument {
        count.withLock { $0 += 1 }
        return RemoteDocument(context, documentURL: iri)
    }
}
