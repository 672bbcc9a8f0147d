import JSONLD
import JSONText
import Localization
import Testing

/// What people read when a document is wrong: the place, the specification's name of the error, and their language.
@Suite struct ErrorTextTests {
    private func error(
        _ text: String, loader: MemoryLoader = MemoryLoader()
    ) throws -> JSONLDError? {
        let document = try JSONValue(json: text)
        return #expect(throws: JSONLDError.self) { try JSONLDProcessor(loader: loader).expand(document) }
    }

    @Test func theCodeIsTheSameInBothLanguages() throws {
        let error = try #require(try error(#"{"@id": 1}"#)).located(in: "people.jsonld")
        #expect(
            error.description(in: .english)
                == "people.jsonld:/@id: invalid @id value: the value of @id is a string")
        #expect(
            error.description(in: .french)
                == "people.jsonld:/@id: invalid @id value: la valeur de @id est une chaîne")
    }

    @Test func anErrorInARemoteContextPointsIntoIt() throws {
        let loader = MemoryLoader(["http://c/a": ["@context": ["p": ["@id": 1]]]])
        let error = try error(#"{"http://x/p": {"@context": ["http://c/a"], "p": "q"}}"#, loader: loader)
        let located = try #require(error).located(in: "people.jsonld")
        #expect(located.source == "http://c/a")
        #expect(located.pointer == "/@context/p")
    }

    @Test func aCauseIsSaidInTheSameLanguage() throws {
        let error = try #require(try error(#"{"@context": "http://c/missing"}"#))
        #expect(error.code == .loadingRemoteContextFailed)
        #expect(
            error.message(in: .french)
                == "le contexte «\u{A0}http://c/missing\u{A0}» ne peut pas être obtenu\u{A0}: loading document failed: "
                + "«\u{A0}http://c/missing\u{A0}» n’est pas parmi les documents à disposition")
    }

    @Test func aTextThatIsNoJSONNamesItsSource() {
        var options = JSONReadingOptions()
        options.sourceName = "people.jsonld"
        let error = #expect(throws: JSONError.self) { try JSONValue(json: #"{"a" 1}"#, options: options) }
        #expect(error?.description == "people.jsonld:1:6: “1” stands where “:” is expected")
        #expect(
            error?.description(in: .french)
                == "people.jsonld:1:6: «\u{A0}:\u{A0}» est attendu à la place de «\u{A0}1\u{A0}»")
    }
}
