import ByteText
import Localization
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// A long namespace or base comes back with every name: what a document becomes is in proportion to it.
@Suite struct IRIGrowthTests {
    private static let long = String(repeating: "x", count: 1_000_000)
    private static let rdf = "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"http://e/\""

    private static let documents: [(format: RDFFormat, text: String, line: Int)] = [
        (.turtle, "@prefix p: <http://e/\(long)> .\n" + String(repeating: "p:a p:b 1 .\n", count: 60), 34),
        (.turtle, "@base <http://e/\(long)/> .\n" + String(repeating: "<a> <b> 1 .\n", count: 60), 34),
        (.trig, "@prefix p: <http://e/\(long)> .\n" + String(repeating: "p:a { p:b p:c 1 }\n", count: 60), 23),
        (
            .turtle,
            "@base <http://e/> .\n" + String(repeating: "@base <aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/> .\n", count: 9000),
            0
        ),
        (
            .rdfxml,
            "<rdf:RDF \(rdf) xml:base=\"http://e/\(long.prefix(4000))/\">\n"
                + String(repeating: "<e:A rdf:about=\"a\"/>\n", count: 30_000) + "</rdf:RDF>", 0
        ),
    ]

    @Test(arguments: documents) func growthIsRefused(_ format: RDFFormat, _ text: String, _ line: Int) throws {
        var sink = CountingSink()
        let error = #expect(throws: RDFSyntaxError.self) {
            try RDFReader.read(text.utf8.span, format: format, into: &sink)
        }
        #expect(error?.problem == .iriGrowth)
        #expect(error?.problem.isGrowth == true)
        if line > 0 { #expect(error?.range.lowerBound.line == line) }
    }

    @Test func basesInsideBasesStayShort() throws {
        let element = "<e:A xml:base=\"\(String(repeating: "x", count: 1000))/\"><e:p>"
        let text = "<rdf:RDF \(Self.rdf) xml:base=\"http://e/\">" + String(repeating: element, count: 5)
        let error = #expect(throws: RDFSyntaxError.self) { try RDFDocument(Array(text.utf8), format: .rdfxml) }
        #expect(error?.problem == .xmlNameTooLong)
    }

    @Test func shortNamesMayComeAsOftenAsTheyLike() throws {
        let namespace = String(repeating: "x", count: 200)
        let text = "@prefix p: <http://e/\(namespace)> .\n" + String(repeating: "p:a p:b p:c .\n", count: 20_000)
        var sink = CountingSink()
        try RDFReader.read(text.utf8.span, format: .turtle, into: &sink)
        #expect(sink.count == 20_000)
    }
}

/// Holds nothing.
private struct CountingSink: QuadSink {
    var count = 0
    mutating func iri(_ text: Span<UInt8>) -> TermHandle { TermHandle(0) }
    mutating func blankNode(_ label: Span<UInt8>) -> TermHandle { TermHandle(0) }
    mutating func freshBlankNode() -> TermHandle { TermHandle(0) }
    mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) -> TermHandle { TermHandle(0) }
    mutating func literal(_ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?) -> TermHandle {
        TermHandle(0)
    }
    mutating func tripleTerm(_ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle) -> TermHandle {
        TermHandle(0)
    }
    mutating func quad(_ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?) {
        count += 1
    }
}
