import JSONLD
import JSONText
import Testing

/// JSON, written as text.
func json(_ text: String) throws -> JSONValue { try JSONValue(json: text) }

@Suite struct ProcessorTests {
    private let context: JSONValue = [
        "lys": "https://w3id.org/lys/ns#", "skos": "http://www.w3.org/2004/02/skos/core#",
        "label": ["@id": "skos:prefLabel", "@container": "@language"],
        "homepage": ["@id": "http://xmlns.com/foaf/0.1/homepage", "@type": "@id"],
        "memberOf": ["@reverse": "lys:hasMember", "@container": "@set"],
    ]

    private var document: JSONValue {
        [
            "@context": context, "@id": "https://example.org/a", "@type": "lys:PatientOrganization",
            "label": ["fr": "Société", "en": "Society"], "homepage": "https://a.example.org/",
            "memberOf": [["@id": "https://example.org/b"]],
        ]
    }

    @Test func expansionNamesEverythingByIRIs() throws {
        let expanded = try JSONLDProcessor().expand(document)
        #expect(
            expanded
                == [
                    [
                        "@id": "https://example.org/a", "@type": ["https://w3id.org/lys/ns#PatientOrganization"],
                        "http://www.w3.org/2004/02/skos/core#prefLabel": [
                            ["@value": "Société", "@language": "fr"], ["@value": "Society", "@language": "en"],
                        ],
                        "http://xmlns.com/foaf/0.1/homepage": [["@id": "https://a.example.org/"]],
                        "@reverse": ["https://w3id.org/lys/ns#hasMember": [["@id": "https://example.org/b"]]],
                    ]
                ])
    }

    @Test func compactionUndoesExpansion() throws {
        let processor = JSONLDProcessor()
        let compacted = try processor.compact(try processor.expand(document), context: context)
        #expect(compacted == document)
    }

    @Test func orderedResultsHaveTheSameBytesWhateverTheOrderOfTheInput() throws {
        var options = JSONLDOptions()
        options.ordered = true
        let processor = JSONLDProcessor(options: options)
        let members = try #require(document.object?.members)
        var reversed = JSONObject()
        for member in members.reversed() { reversed[member.name] = member.value }
        let one = try processor.compact(document, context: context).description
        let other = try processor.compact(.object(reversed), context: context).description
        #expect(one == other)
    }

    @Test func remoteDocumentsAreRefusedUnlessALoaderHasThem() throws {
        let iri = "https://example.org/context"
        let document: JSONValue = ["@context": .string(iri), "name": "a"]
        let error = #expect(throws: JSONLDError.self) { try JSONLDProcessor().expand(document) }
        #expect(error?.code == .loadingRemoteContextFailed)
        #expect(error?.pointer == "/@context")
        let loader = MemoryLoader([iri: ["@context": ["name": "https://schema.org/name"]]])
        let expanded = try JSONLDProcessor(loader: loader).expand(document)
        #expect(expanded == [["https://schema.org/name": [["@value": "a"]]]])
    }

    @Test(arguments: [
        (#"{"@id": 1}"#, JSONLDError.Code.invalidIDValue, "/@id"),
        (#"{"http://a/b": [{"@value": "x"}, {"@value": []}]}"#, .invalidValueObjectValue, "/http:~1~1a~1b/1/@value"),
        (#"{"@context": {"t": {"@id": "http://a/", "@container": "@lst"}}}"#, .invalidContainerMapping, "/@context/t"),
        (#"{"@context": {"a": "b:x", "b": "a:x"}}"#, .cyclicIRIMapping, "/@context/a"),
        (
            #"{"@context": {"a": {"@id": "http://a/", "@protected": true}}, "http://p/q": {"@context": {"a": "http://b/"}}}"#,
            .protectedTermRedefinition, "/http:~1~1p~1q/@context/a"
        ),
        (#"{"@context": 1}"#, .invalidLocalContext, "/@context"),
    ])
    func errorsHaveTheSpecificationsCodeAndAPlace(
        _ text: String, _ code: JSONLDError.Code, _ pointer: String
    ) throws {
        let document = try json(text)
        let error = #expect(throws: JSONLDError.self) { try JSONLDProcessor().expand(document) }
        #expect(error?.code == code)
        #expect(error?.pointer == pointer)
    }

    @Test func namesAreComparedByCodePoints() throws {
        // é and e + U+0301 are canonically equivalent, and two terms.
        let document = try json(
            "{\"@context\":{\"\u{E9}\":\"http://a/1\",\"e\u{301}\":\"http://a/2\"},\"\u{E9}\":\"x\",\"e\u{301}\":\"y\"}"
        )
        let expanded = try JSONLDProcessor().expand(document)
        #expect(expanded == [["http://a/1": [["@value": "x"]], "http://a/2": [["@value": "y"]]]])
    }

    @Test func aContextThatComesAgainIsTheSameContext() throws {
        let items = (0..<200).map { number -> JSONValue in
            ["@context": ["p": "http://a/p"], "@id": .string("http://a/\(number)"), "p": .string("\(number)")]
        }
        let expanded = try JSONLDProcessor().expand(.array(items)).array
        #expect(expanded?.count == 200)
        #expect(expanded?[199] == ["@id": "http://a/199", "http://a/p": [["@value": "199"]]])
    }

    @Test(arguments: [
        ("http://a/b/c", "http://a/b/d", "d"), ("http://a/b/c", "http://a/b/", "./"),
        ("http://a/b/c", "http://a/e", "../e"),
        ("http://a/b/c", "http://a/b/c#f", "#f"), ("http://a/b/c", "https://a/b/d", "https://a/b/d"),
        ("http://a/b/c", "http://a/b/x:y", "./x:y"), ("http://a/b/c", "http://a/b/@x", "./@x"),
        ("http://a/b/", "http://a/b/c/d", "c/d"), ("http://a", "http://a/b", "b"),
    ])
    func idsBecomeRelativeToTheBaseAndComeBack(_ base: String, _ iri: String, _ expected: String) throws {
        var options = JSONLDOptions()
        options.base = base
        let processor = JSONLDProcessor(options: options)
        let node: JSONValue = ["@id": .string(iri), "http://p/q": "x"]
        let compacted = try processor.compact(node, context: [:])
        #expect(compacted["@id"]?.string == expected)
        #expect(try processor.expand(compacted).array?.first?["@id"]?.string == iri)
    }
}
