import Testing
import XSDValues

@Suite struct XSDValueTests {
    @Test func datatypesAreFoundByIRI() {
        for datatype in XSDDatatype.allCases { #expect(XSDDatatype(iri: datatype.iri) == datatype) }
        #expect(XSDDatatype(iri: "http://www.w3.org/2001/XMLSchema#") == nil)
        #expect(XSDDatatype(iri: "http://www.w3.org/2001/XMLSchema#int\u{301}") == nil)
        #expect(XSDDatatype(iri: "http://www.w3.org/2001/XMLSchema#" + String(repeating: "x", count: 100_000)) == nil)
        #expect(XSDDatatype(iri: "int") == nil)
    }

    @Test(arguments: [
        (" 12 ", XSDDatatype.integer, "12"), ("\t1.50\n", .decimal, "1.5"), ("true", .boolean, "true"),
        ("0", .boolean, "false"),
        ("2026-11-23", .date, "2026-11-23"), ("0aFf", .hexBinary, "0AFF"), ("TGlz", .base64Binary, "TGlz"),
    ])
    func castsFromText(_ text: String, _ target: XSDDatatype, _ expected: String) throws {
        let value = try XSDValue.text(text, datatype: .string).cast(to: target)
        #expect(value.datatype == target)
        #expect(value.canonicalForm == expected)
    }

    @Test(arguments: [
        (XSDValue.number(.double(3.9)), XSDDatatype.integer, "3"),
        (.number(.double(1e20)), .integer, "100000000000000000000"),
        (.number(.double(0.1)), .decimal, "0.1"), (.boolean(true), .double, "1.0E0"),
        (.number(.double(.nan)), .boolean, "false"),
        (.number(.double(33.5)), .string, "33.5"), (.boolean(true), .string, "true"),
        (.number(NumericValue(-7)), .byte, "-7"),
    ])
    func castsBetweenTypes(_ value: XSDValue, _ target: XSDDatatype, _ expected: String) throws {
        #expect(try value.cast(to: target).canonicalForm == expected)
    }

    @Test func castsThatHaveNoResultSayWhy() throws {
        #expect(throws: CastError.notFinite) { try XSDValue.number(.double(.infinity)).cast(to: .integer) }
        #expect(throws: CastError.notFinite) { try XSDValue.number(.float(.nan)).cast(to: .decimal) }
        #expect(throws: CastError.outOfRange) { try XSDValue.number(NumericValue(300)).cast(to: .byte) }
        #expect(throws: CastError.unsupportedTypes) { try XSDValue.boolean(true).cast(to: .date) }
        #expect(throws: CastError.lexical(.malformed)) { try XSDValue.text("abc", datatype: .string).cast(to: .double) }
    }

    @Test func textsAreComparedByCodePoint() {
        let (composed, decomposed) = (
            XSDValue.text("\u{E9}", datatype: .string), XSDValue.text("e\u{301}", datatype: .string)
        )
        #expect(composed != decomposed)
        #expect(decomposed.order(to: composed) == .less)
        #expect(composed.order(to: .boolean(true)) == .incomparable)
    }

    @Test(arguments: [
        ("", ""), ("4D", "TQ=="), ("4D61", "TWE="), ("4D616E", "TWFu"), ("FFEFBE", "/+++"),
    ])
    func binaryFormsAgree(_ hex: String, _ base64: String) throws {
        let fromHex = try BinaryValue(lexicalForm: hex.utf8.span, datatype: .hexBinary)
        let fromBase64 = try BinaryValue(lexicalForm: base64.utf8.span, datatype: .base64Binary)
        #expect(fromHex.octets == fromBase64.octets)
        #expect(fromHex.canonicalForm == hex)
        #expect(fromBase64.canonicalForm == base64)
    }

    @Test(arguments: [
        ("4", XSDDatatype.hexBinary), ("4G", .hexBinary), ("TQ=", .base64Binary), ("TR==", .base64Binary),
        ("T===", .base64Binary), ("TQ==TQ==", .base64Binary), (" TWFu", .base64Binary), ("TW  Fu", .base64Binary),
    ])
    func malformedOctetsAreRefused(_ text: String, _ datatype: XSDDatatype) {
        #expect(throws: LexicalFault.malformed) { try BinaryValue(lexicalForm: text.utf8.span, datatype: datatype) }
    }

    @Test func errorsShowTheTextAndWhatWasExpected() {
        let error = #expect(throws: LexicalFormError.self) { try XSDValue("300", datatype: .byte) }
        #expect(error?.description == "“300” is outside of xsd:byte: expected an integer from -128 to 127")
        let long = #expect(throws: LexicalFormError.self) {
            try XSDValue(String(repeating: "x", count: 1_000), datatype: .double)
        }
        #expect((long?.description.count ?? 0) < 200)
    }
}
