import JSONText
import Testing

@Suite struct JSONObjectTests {
    @Test func orderAndValuesSurviveEveryChange() {
        var object = JSONObject()
        for number in 0..<100 { object["k\(number)"] = .number(JSONNumber(number)) }
        for number in stride(from: 0, to: 100, by: 3) { object["k\(number)"] = nil }
        object["k1"] = "one"
        #expect(object.count == 66)
        #expect(object.names.first == "k1")
        #expect(object["k1"] == "one")
        #expect(object["k3"] == nil)
        for number in 0..<100 where number % 3 != 0 && number != 1 {
            #expect(object["k\(number)"] == .number(JSONNumber(number)))
        }
        object.modifyValue(of: "list", default: []) { $0 = [1] }
        #expect(object["list"] == [1])
        #expect(object.sortedByName().names.first == "k1")
        #expect(object.sortedByName().names.last == "list")
    }

    @Test func aFewMembersBecomeManyAndFewAgain() {
        var object: JSONObject = ["a": 1]
        for number in 0..<9 { object["x\(number)"] = true }
        for number in 0..<9 { object["x\(number)"] = nil }
        #expect(object == ["a": 1])
        #expect(object["x3"] == nil)
    }

    @Test func equalityLooksAtMembersNotAtTheirOrder() {
        let left: JSONValue = ["a": 1, "b": [["c": 1]]]
        let right: JSONValue = ["b": [["c": 1]], "a": 1]
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left != ["a": 1, "b": [["c": 2]]])
        #expect(left != ["a": 1, "c": [["c": 1]]])
        #expect(left != ["a": 1])
    }

    @Test func numbersAreEqualInEveryNotationButNotBeyondWhatADoubleTellsApart() throws {
        #expect(JSONNumber("1.0") == JSONNumber("1"))
        #expect(JSONNumber("1e2")?.hashValue == JSONNumber("100")?.hashValue)
        #expect(JSONNumber("-0") == JSONNumber("0"))
        #expect(JSONNumber("9007199254740993000") != JSONNumber("9007199254740993001"))
        #expect(JSONNumber("01") == nil)
    }
}
