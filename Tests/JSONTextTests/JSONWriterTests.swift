import JSONText
import Testing

@Suite struct JSONWriterTests {
    @Test func compactAndPrettyTextsAreReadBackAsTheSame() throws {
        let text = #"{"b":[1.0,[],{},{"a":"\"\\\u0001é\n"}],"a":null}"#
        let value = try JSONValue(json: text)
        #expect(value.description == text)
        let pretty = JSONWriter(layout: .pretty).string(value)
        #expect(
            pretty == """
                {
                  "b": [
                    1.0,
                    [],
                    {},
                    {
                      "a": "\\"\\\\\\u0001é\\n"
                    }
                  ],
                  "a": null
                }
                """)
        #expect(try JSONValue(json: pretty) == value)
    }

    @Test func membersAreWrittenInTheOrderAskedFor() {
        var writer = JSONWriter()
        writer.memberOrder = { Array($0.indices.reversed()) }
        #expect(writer.string(["a": 1, "b": ["c": [], "d": 2]]) == #"{"b":{"d":2,"c":[]},"a":1}"#)
    }

    // The examples of RFC 8785, appendix B, and of section 3.2.2.
    @Test(arguments: [
        ("0x0000000000000000", "0"), ("0x8000000000000000", "0"), ("0x0000000000000001", "5e-324"),
        ("0x7fefffffffffffff", "1.7976931348623157e+308"), ("0x4340000000000000", "9007199254740992"),
        ("0xc340000000000000", "-9007199254740992"), ("0x4430000000000000", "295147905179352830000"),
        ("0x44b52d02c7e14af5", "9.999999999999997e+22"), ("0x44b52d02c7e14af6", "1e+23"),
        ("0x44b52d02c7e14af7", "1.0000000000000001e+23"), ("0x444b1ae4d6e2ef4e", "999999999999999700000"),
        ("0x444b1ae4d6e2ef4f", "999999999999999900000"), ("0x444b1ae4d6e2ef50", "1e+21"),
        ("0x3eb0c6f7a0b5ed8c", "9.999999999999997e-7"), ("0x3eb0c6f7a0b5ed8d", "0.000001"),
        ("0x41b3de4355555553", "333333333.3333332"), ("0x41b3de4355555557", "333333333.33333343"),
        ("0xbecbf647612f3696", "-0.0000033333333333333333"), ("0x43143ff3c1cb0959", "1424953923781206.2"),
    ])
    func doublesAreWrittenAsECMAScriptDoes(_ bits: String, _ expected: String) throws {
        let pattern = try #require(UInt64(bits.dropFirst(2), radix: 16))
        #expect(ECMAScriptNumber.text(of: Double(bitPattern: pattern)) == expected)
    }

    @Test func infinitiesAndNaNHaveNoText() {
        #expect(ECMAScriptNumber.text(of: .infinity) == nil)
        #expect(JSONNumber(Double.nan) == nil)
    }

    @Test func canonicalTextSortsNamesByCodeUnitsAndWritesNumbersAnew() throws {
        let value = try JSONValue(
            json:
                #"{"\u20ac":"Euro","\r":1e0,"\ufb33":[1.50,1E30,4.50,2e-3,0.000000000000000000000000001],"1":3,"😀":4}"#)
        let expected = "{\"\\r\":1,\"1\":3,\"€\":\"Euro\",\"😀\":4,\"\u{FB33}\":[1.5,1e+30,4.5,0.002,1e-27]}"
        #expect(String(decoding: try value.canonicalBytes(), as: UTF8.self) == expected)
    }

    @Test func aNumberTooLargeForADoubleHasNoCanonicalText() throws {
        let value = try JSONValue(json: "[1e400]")
        #expect(throws: JSONError.self) { try value.canonicalBytes() }
    }
}
