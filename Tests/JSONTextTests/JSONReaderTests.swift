import ByteText
import JSONText
import Testing

@Suite struct JSONReaderTests {
    private func read(_ text: String, _ change: (inout JSONReadingOptions) -> Void = { _ in }) throws -> JSONValue {
        var options = JSONReadingOptions()
        change(&options)
        return try JSONValue(json: text, options: options)
    }

    @Test func everyKindOfValueIsRead() throws {
        let value = try read(#" {"a":[null,true,false,-1.50e+2,"x\u00e9\ud83d\ude00\n"],"b":{}} "#)
        let array: JSONValue = [nil, true, false, .number(try #require(JSONNumber("-150"))), "xé😀\n"]
        #expect(value == ["a": array, "b": [:]])
        #expect(value["a"]?.array?[3].number?.text == "-1.50e+2")
        #expect(value.object?.names == ["a", "b"])
    }

    @Test func aByteOrderMarkIsPassedOver() throws {
        #expect(try JSONValue(json: ([0xEF, 0xBB, 0xBF, 0x31] as [UInt8]).span) == 1)
    }

    @Test(arguments: [
        ("", "1:1"), (" ", "1:2"), ("[1,]", "1:4"), ("[1 2]", "1:4"), ("{,}", "1:2"), (#"{"a" 1}"#, "1:6"),
        (#"{"a":1,}"#, "1:8"), ("01", "1:1"), ("-", "1:1"), ("1.", "1:1"), (".5", "1:1"), ("1e", "1:1"),
        ("+1", "1:1"), ("tru", "1:4"), ("nul1", "1:1"), ("\"a", "1:3"), (#""\x""#, "1:2"), (#""\u12g4""#, "1:2"),
        ("\"\u{1}\"", "1:2"), ("1 1", "1:3"), ("{\n \"é\": 1,\r\n \"b\" }", "3:6"), ("[1]]", "1:4"), ("NaN", "1:1"),
        (#"{"a":1,"a":2}"#, "1:8"), ("'a'", "1:1"), ("[\"a\",\n  x]", "2:3"),
    ])
    func aBadTextIsRefusedAtThePlace(_ text: String, _ place: String) throws {
        let error = #expect(throws: JSONError.self) { try read(text) }
        #expect(error?.position.description == place)
    }

    @Test func everyTruncationOfADocumentIsRefusedOrWhole() throws {
        let text = Array(#"{"k":["\u00e9\\",1.5e-3,{"éé":true}],"long name that is kept":null}"#.utf8)
        for count in 0..<text.count {
            #expect(throws: JSONError.self) { try JSONValue(json: Array(text[..<count]).span) }
        }
    }

    @Test func badUTF8IsRefusedWhereverItStands() throws {
        let text = Array(#"{"name":["value","another \n value"],"a longer name than others":"é"}"#.utf8)
        for position in text.indices {
            for bad: UInt8 in [0x80, 0xC0, 0xE2, 0xFF] {
                var broken = text
                broken[position] = bad
                if String(validating: broken, as: UTF8.self) != nil { continue }
                let error = #expect(throws: JSONError.self) { try JSONValue(json: broken.span) }
                #expect((error?.position.offset ?? 0) >= position - 1)
            }
        }
    }

    @Test func halfSurrogatesFollowTheOption() throws {
        for text in [#""\ud800""#, #""\udc00x""#, #""\ud800\u0041""#, #""\ud800\ud800""#] {
            #expect(throws: JSONError.self) { try read(text) }
            let value = try read(text) { $0.loneSurrogates = .becomeReplacementCharacters }
            #expect(value.string?.unicodeScalars.contains("\u{FFFD}") == true)
        }
        #expect(try read(#""\ud834\udd1e""#) == "\u{1D11E}")
    }

    @Test func aRepeatedNameFollowsTheOption() throws {
        let value = try read(#"{"a":1,"b":2,"a":3}"#) { $0.duplicateNames = .lastWins }
        #expect(value.description == #"{"a":3,"b":2}"#)
        // Names are compared by code points: é and e + U+0301 are two names.
        #expect(try read("{\"\u{E9}\":1,\"e\u{301}\":2}").object?.count == 2)
    }

    @Test func nestingIsLimited() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(throws: Never.self) { try read(nested(512)) }
        #expect(throws: JSONError.self) { try read(nested(513)) }
        #expect(throws: JSONError.self) { try read(String(repeating: "{\"a\":[", count: 1_000_000)) }
        #expect(throws: JSONError.self) { try read(nested(5)) { $0.maximumDepth = 4 } }
    }

    @Test func lengthIsLimited() {
        #expect(throws: JSONError.self) { try read("[1,2]") { $0.maximumByteCount = 4 } }
    }

    @Test func aLongArrayAndALargeObjectAreRead() throws {
        let array = "[" + String(repeating: "1,", count: 999_999) + "1]"
        #expect(try read(array).array?.count == 1_000_000)
        let object = "{" + (0..<50_000).map { "\"n\($0)\":\($0)" }.joined(separator: ",") + "}"
        let value = try read(object)
        #expect(value["n49999"] == 49999)
        #expect(value["n50000"] == nil)
    }

    @Test func longAndHugeNumbersKeepTheirText() throws {
        let text = "[1e999999999,-0.0,123456789012345678901234567890]"
        #expect(try read(text).description == text)
    }

    @Test func errorsSayWhatToDo() {
        let error = #expect(throws: JSONError.self) { try read("{\"a\":1,\n\"a\":2}") }
        #expect(error?.description == "2:1: the object has the name “a” twice")
    }
}
