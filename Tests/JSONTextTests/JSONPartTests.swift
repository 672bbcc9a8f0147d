import JSONText
import Testing

/// Texts read part by part.
struct JSONPartTests {
    private func outline(_ text: String) -> JSONOutline? { JSONOutline(of: text.utf8.span) }

    @Test func membersStandWhereTheyAre() throws {
        let text = #"{"a" : {"x":"]}\\\""},  "b":[1,[2]] }"#
        guard case .object(let members)? = outline(text) else { return #expect(Bool(false), "no object") }
        let bytes = Array(text.utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        #expect(members.map { part($0.name) } == ["a", "b"])
        #expect(members.map { part($0.value) } == [#"{"x":"]}\\\""}"#, "[1,[2]]"])
        #expect(members.map(\.isArray) == [false, true])
        let first = try JSONValue(json: bytes.span, part: members[0].value)
        #expect(first == ["x": #"]}\""#])
    }

    @Test func anArrayIsItsOwnOutline() { #expect(outline("\u{FEFF} [1, 2] ") == .array(4..<10, breaks: [])) }

    @Test(arguments: [
        "", "1", #""text""#, "[", "[1", #"{"a""#, #"{"a":}"#, #"{"a":1"#, #"{"a":1,}"#, #"{"a" 1}"#, "[1] 2",
        #"{"a":"b}"#,
        #"{"a":1 "b":2}"#, "]", "{]",
    ])
    func whatIsNotWellFormedOrScalarHasNoOutline(_ text: String) { #expect(outline(text) == nil) }

    @Test func manyMembersHaveNoOutline() {
        #expect(JSONOutline(of: #"{"a":1,"b":2,"c":3}"#.utf8.span, maximumMembers: 2) == nil)
        #expect(JSONOutline(of: #"{"a":1,"b":2}"#.utf8.span, maximumMembers: 2) != nil)
    }

    private func elements(_ text: String, _ options: JSONReadingOptions = JSONReadingOptions()) throws -> [JSONValue] {
        var result: [JSONValue] = []
        let bytes = Array(text.utf8)
        let part = 0..<bytes.count
        try JSONValue.readElements(json: bytes.span, part: part, options: options) { result.append($0) }
        return result
    }

    @Test(arguments: ["[]", " [ ]", "[1]", #"[ {"a":[1,2]} , "b", null ]"#])
    func elementsAreThoseOfTheArray(_ text: String) throws {
        let trimmed = String(text.drop { $0 == " " })
        #expect(try JSONValue.array(elements(trimmed)) == JSONValue(json: text))
    }

    @Test(arguments: ["[1 2]", "[,1]", "[1,]", "[1,\n{]", "[1", "[1,", #"["a\x"]"#])
    func errorsAreThoseOfTheWholeText(_ text: String) {
        let whole = #expect(throws: JSONError.self) { try JSONValue(json: text) }
        let parts = #expect(throws: JSONError.self) { try elements(text) }
        #expect(whole == parts)
    }

    private func elements(_ text: String, section: Range<Int>) throws -> [JSONValue] {
        var result: [JSONValue] = []
        try JSONValue.readElements(json: text.utf8.span, section: section, depth: 1) { result.append($0) }
        return result
    }

    @Test func aLongArrayHasBreaksBetweenItsElements() throws {
        let text = "[" + (0..<10_000).map { #"{"n":[\#($0),","]}"# }.joined(separator: " , ") + "]"
        guard case .array(let range, let breaks)? = outline(text) else { return #expect(Bool(false), "no array") }
        #expect(breaks.count > 3)
        let bounds = [range.lowerBound] + breaks + [range.upperBound - 1]
        #expect(zip(bounds, bounds.dropFirst()).allSatisfy { $1 - $0 <= 33 << 10 })
        let sections = try zip(bounds, bounds.dropFirst()).map { try elements(text, section: $0 + 1..<$1) }
        #expect(try JSONValue.array(sections.flatMap(\.self)) == JSONValue(json: text))
        // An object of the same length is divided nowhere, and an array that is a member as it would be alone.
        guard case .object(let members)? = outline(#"{"a":{"b":\#(text)},"c":\#(text)}"#) else {
            return #expect(Bool(false), "no object")
        }
        #expect(members.map(\.breaks.count) == [0, breaks.count])
    }

    @Test func aSectionHasElementsAndNothingElse() throws {
        #expect(try elements("[1, 2 ,3]", section: 1..<6) == [1, 2])
        for (text, section) in [("[,1]", 1..<1), ("[1,,2]", 1..<3), ("[1 2]", 1..<4), ("[1,[2]", 1..<3)] {
            #expect(throws: JSONError.self) { try elements(text, section: section) }
        }
    }

    @Test func depthIsThatOfTheWholeText() throws {
        var options = JSONReadingOptions()
        options.maximumDepth = 2
        #expect(try elements("[[1]]", options).count == 1)
        #expect(throws: JSONError.self) { try elements("[[[1]]]", options) }
        let inner = Array("[[1]]".utf8)
        #expect(throws: JSONError.self) {
            try JSONValue.readElements(json: inner.span, part: 0..<5, depth: 1, options: options) { _ in }
        }
    }

    @Test func aPartEndsWhereItSays() {
        let bytes = Array("nullx".utf8)
        #expect(throws: JSONError.self) { try JSONValue(json: bytes.span, part: 0..<5) }
    }
}
