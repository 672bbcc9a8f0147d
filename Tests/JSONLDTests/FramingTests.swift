import JSONLD
import JSONText
import RDFModel
import Testing

@Suite struct FramingTests {
    private let data: JSONValue = [
        "@context": ["@vocab": "http://v/", "knows": ["@type": "@id"], "about": ["@type": "@id"]],
        "@graph": [
            ["@id": "http://e/2", "@type": "Org", "name": "two", "knows": ["http://e/c"]],
            ["@id": "http://e/1", "@type": "Org", "name": "one", "knows": ["http://e/c", "http://e/2"]],
            ["@id": "http://e/c", "@type": "Condition", "name": "c", "knows": ["http://e/1"]],
            ["@id": "http://e/r", "@type": "Record", "about": "http://e/1"],
        ],
    ]

    private func frame(_ frame: JSONValue, _ change: (inout JSONLDOptions) -> Void = { _ in }) throws -> JSONValue {
        var options = JSONLDOptions()
        options.ordered = true
        change(&options)
        return try JSONLDProcessor(options: options).frame(data, frame: frame)
    }

    @Test func eachMatchIsATreeInTheOrderOfIRIs() throws {
        let framed = try frame(["@context": ["@vocab": "http://v/"], "@type": "Org"])
        let ids = framed["@graph"]?.array?.compactMap { $0["@id"]?.string }
        #expect(ids == ["http://e/1", "http://e/2"])
    }

    @Test func thoseWhoReferComeInTheOrderOfIRIs() throws {
        let asked: JSONValue = [
            "@context": ["@vocab": "http://v/"], "@id": "http://e/c", "@reverse": ["knows": ["@embed": "@never"]],
        ]
        func ids(_ framed: JSONValue) -> [String]? {
            framed["@reverse"]?["knows"]?.array?.compactMap { $0["@id"]?.string }
        }
        #expect(ids(try frame(asked)) == ["http://e/1", "http://e/2"])
        #expect(ids(try frame(asked) { $0.ordered = false }) == ["http://e/2", "http://e/1"])
    }

    @Test func aPreparedFrameLaysOutOneDocumentAfterAnother() throws {
        var options = JSONLDOptions()
        options.ordered = true
        let processor = JSONLDProcessor(options: options)
        let frame: JSONValue = [
            "@context": ["@vocab": "http://v/"], "@type": "Org", "knows": ["@embed": "@always"], "since": [:],
            "@reverse": ["about": [:]],
        ]
        let prepared = try processor.prepared(frame)
        let whole = try processor.expand(data)
        let part = JSONValue.array(Array((whole.array ?? []).dropFirst()))
        for document in [whole, part, whole] {
            #expect(try prepared.trees(of: document) == processor.frame(expanded: document, frame: frame))
        }
        // What a node lacks is null, and each value of a property stands once.
        let double = JSONValue.array((whole.array ?? []) + (whole.array ?? []))
        #expect(try prepared.trees(of: double) == prepared.trees(of: whole))
        let one = try prepared.trees(of: whole)["@graph"]?.array?.first
        #expect(one?["since"] == .null)
        #expect(one?["@reverse"]?["about"]?["@id"] == "http://e/r")
    }

    @Test func onceEmbedsTheFirstReferenceOfEachTree() throws {
        let framed = try frame(["@context": ["@vocab": "http://v/"], "@type": "Org"])
        let one = framed["@graph"]?.array?.first
        // In the tree of 1: its condition whole, 2 whole but for the condition, and no 1 inside 1.
        #expect(one?["knows"]?.array?[0]["name"] == "c")
        #expect(one?["knows"]?.array?[0]["knows"] == ["@id": "http://e/1"])
        #expect(one?["knows"]?.array?[1]["name"] == "two")
        #expect(one?["knows"]?.array?[1]["knows"] == ["@id": "http://e/c"])
        let two = framed["@graph"]?.array?.last
        #expect(two?["knows"]?["name"] == "c")
    }

    @Test func alwaysEmbedsButNeverANodeInItself() throws {
        let framed = try frame(["@context": ["@vocab": "http://v/"], "@type": "Org"]) { $0.embed = .always }
        let one = framed["@graph"]?.array?.first
        #expect(one?["knows"]?.array?[1]["knows"]?["name"] == "c")
        #expect(one?["knows"]?.array?[1]["knows"]?["knows"] == ["@id": "http://e/1"])
    }

    @Test func neverKeepsReferences() throws {
        let framed = try frame(["@context": ["@vocab": "http://v/"], "@id": "http://e/2", "@embed": "@never"])
        #expect(framed["knows"] == ["@id": "http://e/c"])
    }

    @Test func reversePropertiesAreFollowedWhereTheFrameAsks() throws {
        let framed = try frame([
            "@context": ["@vocab": "http://v/", "records": ["@reverse": "about"]], "@id": "http://e/1",
            "records": ["@explicit": true], "knows": ["@embed": "@never"],
        ])
        #expect(framed["records"]?["@id"] == "http://e/r")
    }

    @Test func defaultsStandForWhatIsMissing() throws {
        let framed = try frame([
            "@context": ["@vocab": "http://v/"], "@id": "http://e/2", "@explicit": true, "name": [:],
            "note": ["@default": "none"], "status": [:],
        ])
        #expect(framed["name"] == "two")
        #expect(framed["note"] == "none")
        #expect(framed["status"] == .null)
        #expect(framed["knows"] == nil)
    }

    @Test func aFramedTreeSaysNothingThatTheDataDoNot() throws {
        func quads(_ document: JSONValue) throws -> Set<Quad> {
            var collector = QuadCollector()
            try JSONLDProcessor().toRDF(document, into: &collector)
            return Set(collector.quads())
        }
        let framed = try frame(["@context": ["@vocab": "http://v/"], "@type": "Org"])
        let (whole, part) = (try quads(data), try quads(framed))
        #expect(part.isSubset(of: whole))
        // All but the record, which nothing leads to.
        #expect(whole.subtracting(part).allSatisfy { $0.subject == .iri(IRI(unchecked: "http://e/r")) })
    }

    @Test func aFrameThatIsNoFrameIsRefused() throws {
        for text in [#"[{},{}]"#, #"{"@id":"_:x"}"#, #"{"@embed":"@sometimes"}"#] {
            let given = try json(text)
            #expect(throws: JSONLDError.self) { try frame(given) }
        }
    }

    /// Flags have effect where they stand, and on what has no frame of its own; expected is what PyLD makes of them.
    @Test(arguments: [
        (
            #"{"@id":"http://e/1","@explicit":true,"knows":{"@id":"http://e/c"}}"#,
            #"{"@id":"http://e/1","@type":"Org","knows":{"@id":"http://e/c","@type":"Condition","#
                + #""knows":{"@id":"http://e/1"},"name":"c"}}"#
        ),
        (
            #"{"@id":"http://e/1","@embed":"@never","knows":{"@type":"Org"}}"#,
            #"{"@id":"http://e/1","@type":"Org","knows":{"@id":"http://e/2","@type":"Org","knows":{"#
                + #""@id":"http://e/c","@type":"Condition","knows":{"@id":"http://e/1"},"name":"c"},"name":"two"},"#
                + #""name":"one"}"#
        ),
        (
            #"{"@id":"http://e/1","@requireAll":true,"name":{},"knows":{"name":{},"nothing":{}}}"#,
            #"{"@id":"http://e/1","@type":"Org","knows":[{"@id":"http://e/c","@type":"Condition","#
                + #""knows":{"@id":"http://e/1"},"name":"c","nothing":null},{"@id":"http://e/2","@type":"Org","#
                + #""knows":{"@id":"http://e/c"},"name":"two","nothing":null}],"name":"one"}"#
        ),
        (
            #"{"@id":"http://e/c","@explicit":true,"@reverse":{"knows":{"@id":"http://e/2","name":{}}}}"#,
            #"{"@id":"http://e/c","@reverse":{"knows":{"@id":"http://e/2","@type":"Org","knows":{"@id":"http://e/c"},"#
                + #""name":"two"}},"@type":"Condition"}"#
        ),
        (
            #"{"@id":"http://e/1","knows":{"@explicit":true,"@id":"http://e/2","name":{}}}"#,
            #"{"@id":"http://e/1","@type":"Org","knows":{"@id":"http://e/2","@type":"Org","name":"two"},"name":"one"}"#
        ),
    ])
    func flagsHaveEffectWhereTheyStand(_ frame: String, _ expected: String) throws {
        var frame = try #require(try JSONValue(json: frame).object)
        frame["@context"] = ["@vocab": "http://v/"]
        var result = try #require(try self.frame(.object(frame)).object)
        result.removeValue(of: "@context")
        #expect(JSONValue.object(result) == (try JSONValue(json: expected)), "\(JSONValue.object(result))")
    }

    @Test func equalListsStayTwo() throws {
        let lists: JSONValue = [["@list": [1]], ["@list": [1]], ["@value": 1], ["@value": 1]]
        let framed = try JSONLDProcessor().frame(
            [["@id": "http://e/a", "http://e/p": lists]], frame: ["@id": "http://e/a"])
        #expect(framed["http://e/p"]?.array?.count == 3, "\(framed)")
    }
}
