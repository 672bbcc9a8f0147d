import JSONLD
import JSONText
import RDFModel
import Testing

/// Texts in the form of a keyword, `@` and letters, stand for nothing wherever an IRI is expanded.
@Suite struct KeywordFormTests {
    private static let typed =
        ##""@context":{"p":{"@id":"http://p/","@type":"@id"},"v":{"@id":"http://v/","@type":"@vocab"}}"##

    private func expanded(_ members: String, context: String = Self.typed) throws -> String {
        let document = try JSONValue(json: "{\(context),\(members)}")
        return try JSONLDProcessor(options: options).expand(document).description
    }

    private var options: JSONLDOptions {
        var options = JSONLDOptions()
        options.base = "http://base/"
        return options
    }

    @Test(arguments: [
        (#""p":"@name""#, #"[{"http://p/":[{"@id":null}]}]"#),
        (#""v":"@name""#, #"[{"http://v/":[{"@id":null}]}]"#),
        (#""p":["@name","@type","x"]"#, #"[{"http://p/":[{"@id":null},{"@id":"@type"},{"@id":"http://base/x"}]}]"#),
        (#""p":{"@list":["@name"]}"#, #"[{"http://p/":[{"@list":[{"@id":null}]}]}]"#),
        (
            #""p":["@","@1","a@b","@a.b"]"#,
            ##"[{"http://p/":[{"@id":"http://base/@"},{"@id":"http://base/@1"},"##
                + ##"{"@id":"http://base/a@b"},{"@id":"http://base/@a.b"}]}]"##
        ),
        (#""@id":"@name","http://q/":1"#, #"[{"@id":null,"http://q/":[{"@value":1}]}]"#),
        (#""@id":"http://a/","@type":"@name""#, #"[{"@id":"http://a/","@type":[null]}]"#),
        (#""@id":"http://a/","@type":["@name","t"]"#, #"[{"@id":"http://a/","@type":[null,"http://base/t"]}]"#),
        (#""@id":"http://a/","@reverse":{"@name":{"@id":"http://b/"}}"#, "[]"),
        (#""@id":"http://a/","@name":1,"http://q/":1"#, #"[{"@id":"http://a/","http://q/":[{"@value":1}]}]"#),
        (#""http://q/":{"@value":"@name"}"#, #"[{"http://q/":[{"@value":"@name"}]}]"#),
        (#""http://q/":"@context""#, #"[{"http://q/":[{"@value":"@context"}]}]"#),
    ])
    func theyExpandToNull(_ members: String, _ expected: String) throws {
        #expect(try expanded(members) == expected)
    }

    @Test(arguments: [
        (#"{"@id":"http://p/","@container":"@id"}"#, #"{"http://q/":[{"@value":1}],"@id":null}"#),
        (#"{"@id":"http://p/","@container":"@type"}"#, #"{"http://q/":[{"@value":1}],"@type":[null]}"#),
        (
            #"{"@id":"http://p/","@container":["@graph","@id"]}"#,
            #"{"@graph":[{"http://q/":[{"@value":1}]}],"@id":null}"#
        ),
        (
            #"{"@id":"http://p/","@container":"@index","@index":"i"}"#,
            #"{"http://q/":[{"@value":1}],"http://i/":[{"@id":null}]}"#
        ),
        (#"{"@id":"http://p/","@container":"@index"}"#, #"{"http://q/":[{"@value":1}],"@index":"@name"}"#),
    ])
    func keysOfMapsToo(_ definition: String, _ expected: String) throws {
        let context = #""@context":{"i":{"@id":"http://i/","@type":"@id"},"m":\#(definition)}"#
        #expect(
            try expanded(#""m":{"@name":{"http://q/":1}}"#, context: context) == #"[{"http://p/":[\#(expected)]}]"#)
    }

    @Test(arguments: [#""@context":{"@vocab":"@name"}"#, #""@context":{"@vocab":"@type"}"#])
    func noVocabularyIsNamedSo(_ context: String) {
        let error = #expect(throws: JSONLDError.self) { try expanded(#""q":1"#, context: context) }
        #expect(error?.code == .invalidVocabMapping)
    }

    /// The grammar of value objects has null there, and both PyLD and pyoxigraph pass over a type of that form.
    @Test(arguments: [
        #"{"@value":"x","@language":null}"#, #"{"@value":"x","@type":null}"#, #"{"@value":"x","@direction":null}"#,
        #"{"@value":"x","@type":"@name"}"#, #"{"@type":null,"@language":null,"@value":"x"}"#, #"{"@value":"x"}"#,
    ])
    func nullInAValueIsNothing(_ value: String) throws {
        #expect(
            try expanded(#""http://q/":\#(value)"#, context: #""@context":{"@language":"fr"}"#)
                == #"[{"http://q/":[{"@value":"x"}]}]"#)
    }

    @Test func aTermWithoutIRIIsNoType() throws {
        let context = #""@context":{"@vocab":"http://v/","t":null,"p":{"@id":"http://p/","@type":"@vocab"}}"#
        #expect(
            try expanded(#""@type":["t","u"],"p":"t""#, context: context)
                == #"[{"@type":[null,"http://v/u"],"http://p/":[{"@id":null}]}]"#)
    }

    private func compacted(_ members: String) throws -> JSONValue {
        let document = try JSONValue(json: "{\(Self.typed),\(members)}")
        return try JSONLDProcessor(options: options).compact(document, context: document["@context"] ?? [:])
    }

    /// What PyLD makes of them, but for types, which it fails on.
    @Test(arguments: [
        (#""@id":"http://a/","p":"@name""#, #""@id":"http://a/","p":null"#),
        (#""@id":"http://a/","v":"@name""#, #""@id":"http://a/","v":null"#),
        (#""@id":"http://a/","p":["@name","http://x/"]"#, #""@id":"http://a/","p":[null,"http://x/"]"#),
        (#""@id":"@name","http://q/":1"#, #""@id":null,"http://q/":1"#),
        (#""@id":"http://a/","http://q/":{"@id":"@name"}"#, #""@id":"http://a/","http://q/":{"@id":null}"#),
        (#""@id":"http://a/","@type":["@name","http://t/"]"#, #""@id":"http://a/","@type":"http://t/""#),
        (#""@id":"http://a/","@type":"@name""#, #""@id":"http://a/""#),
    ])
    func theyCompactToNull(_ members: String, _ expected: String) throws {
        let expected = try JSONValue(json: "{\(Self.typed),\(expected)}")
        #expect(try compacted(members) == expected)
    }

    @Test(arguments: [
        (
            #""@id":"http://a/","p":"@name","http://q/":1"#,
            [#"<http://a/> <http://q/> "1"^^<http://www.w3.org/2001/XMLSchema#integer> ."#]
        ),
        (#""@id":"@name","http://q/":1"#, []),
        (
            #""@id":"@name","http://q/":{"@id":"http://b/","@type":"http://t/"}"#,
            ["<http://b/> <\(RDF.type.string)> <http://t/> ."]
        ),
        (#""@id":"@name","@graph":[{"@id":"http://b/","@type":"http://t/"}]"#, []),
        (#""@id":"http://a/","@type":["@name","http://t/"]"#, ["<http://a/> <\(RDF.type.string)> <http://t/> ."]),
        (
            #""@id":"http://a/","@reverse":{"http://q/":{"@id":"@name"}},"@type":"http://t/""#,
            ["<http://a/> <\(RDF.type.string)> <http://t/> ."]
        ),
    ])
    func nothingIsSaidOfThemInRDF(_ members: String, _ expected: [String]) throws {
        let document = try JSONValue(json: "{\(Self.typed),\(members)}")
        let processor = JSONLDProcessor(options: options)
        for document in [document, try processor.flatten(document)] {
            var collector = QuadCollector()
            try processor.toRDF(document, into: &collector)
            #expect(collector.quads().map(\.description) == expected)
        }
    }

    /// Compaction never writes a text that would be read as something else.
    @Test(arguments: [
        (#"{"@vocab":"http://v/"}"#, #"{"@id":"http://a/","http://v/@name":1,"http://v/@type":"x","http://v/a:b":2}"#),
        (
            #"{"id":"@id","p":{"@id":"http://p/","@type":"@id"}}"#,
            #"{"@id":"http://base/id","http://p/":{"@id":"http://base/@name"}}"#
        ),
        (#"{"x":"http://x/"}"#, #"{"@id":"http://a/","http://x///b":1}"#),
        (#"{"_":{"@id":"http://x/","@prefix":true}}"#, #"{"@id":"http://a/","http://x/b":1}"#),
    ])
    func whatIsCompactedReadsBack(_ context: String, _ document: String) throws {
        let processor = JSONLDProcessor(options: options)
        let expanded = try processor.expand(try JSONValue(json: document))
        let compacted = try processor.compact(expanded, context: try JSONValue(json: context))
        #expect(try processor.expand(compacted) == expanded, "\(compacted)")
    }
}
