import ByteText
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// What a lenient reader of Turtle and TriG makes of malformed documents.
@Suite struct RecoveryTests {
    /// A document, and the objects that are read from it, and the places of what was skipped.
    struct Case: Sendable {
        let text: String
        let objects: [String]
        let places: [String]

        init(_ text: String, _ objects: [String], _ places: String...) {
            (self.text, self.objects, self.places) = (text, objects, places)
        }
    }

    static let cases = [
        // The malformed statement says nothing, not even what came before the mistake.
        Case("<urn:a> <urn:p> \"x\", ; <urn:q> \"y\" .\n<urn:a> <urn:p> \"z\" .", ["z"], "1:22"),
        Case("<urn:a> <urn:p> [ <urn:p> \"x\" ; \"y\" ] .\n[] <urn:p> \"z\" .", ["z"], "1:33"),
        // Full stops inside of texts, IRIs, numbers, comments and brackets end nothing.
        Case("<urn:a> x \". . \" . <urn:a> <urn:p> \"z\" .", ["z"], "1:9"),
        Case("<urn:a> x '''. \n . ''' .\n<urn:a> <urn:p> \"z\" .", ["z"], "1:9"),
        Case("<urn:a> x <urn:.> 1.5 # . \n . <urn:a> <urn:p> \"z\" .", ["z"], "1:9"),
        Case("<urn:a> x [ . ] . <urn:a> <urn:p> \"z\" .", ["z"], "1:9"),
        // A quote that is not closed ends with its line.
        Case("<urn:a> <urn:p> \"x .\n<urn:a> <urn:p> \"y\" .\n<urn:a> <urn:p> \"z\" .", ["z"], "1:17"),
        // A bracket that is not closed takes the rest along.
        Case("<urn:a> <urn:p> ( \"x\" .\n<urn:a> <urn:p> \"z\" .", [], "1:23"),
        // Several, and one at the end.
        Case("x .\n<urn:a> <urn:p> \"z\" .\ny .\n<urn:a> <urn:p>", ["z"], "1:1", "3:1", "4:16"),
        // Directives.
        Case("PREFIX ex <urn:>\n<urn:a> <urn:p> \"z\" .", ["z"], "1:10"),
        Case("@prefix ex <urn:> .\n<urn:a> <urn:p> \"z\" .", ["z"], "1:11"),
        Case("ex:a ex:b ex:c .\n<urn:a> <urn:p> \"z\" .", ["z"], "1:1"),
    ]

    static let datasets = [
        Case("<urn:g> { <urn:a> x \"1\" . <urn:a> <urn:p> \"y\" } <urn:a> <urn:p> \"z\" .", ["y", "z"], "1:19"),
        Case("<urn:g> { <urn:a> <urn:p> \"y\" . <urn:a> x } <urn:a> <urn:p> \"z\" .", ["y", "z"], "1:41"),
        Case("GRAPH x { <urn:a> <urn:p> \"y\" . } <urn:a> <urn:p> \"z\" .", ["z"], "1:7"),
        Case("<urn:a> <urn:p> \"z\" . <urn:g> { <urn:a> <urn:p> \"y\" .", ["z", "y"], "1:54"),
    ]

    private func check(_ example: Case, _ format: RDFFormat, chunk: Int) throws {
        let options = RDFReaderOptions(isLenient: true)
        var reader = try RDFReader(format: format, options: options)
        var sink = QuadCollector()
        var rest = Array(example.text.utf8)
        var buffer: [UInt8] = []
        while rest.count > chunk {
            buffer += rest.prefix(chunk)
            rest.removeFirst(chunk)
            buffer.removeFirst(try reader.read(buffer.span, isFinal: false, into: &sink))
        }
        buffer += rest
        try reader.read(buffer.span, isFinal: true, into: &sink)
        let objects = sink.quads().map { quad in
            if case .literal(let literal) = quad.object { literal.lexicalForm } else { "" }
        }
        #expect(objects == example.objects, "\(example.text)")
        #expect(reader.diagnostics.map { $0.range.lowerBound.description } == example.places, "\(example.text)")
        #expect(reader.skippedStatements == example.places.count)
    }

    @Test(arguments: cases.indices, [1, 7, 1000]) func turtle(_ index: Int, _ chunk: Int) throws {
        try check(Self.cases[index], .turtle, chunk: chunk)
        try check(Self.cases[index], .trig, chunk: chunk)
    }

    @Test(arguments: datasets.indices, [1, 7, 1000]) func trig(_ index: Int, _ chunk: Int) throws {
        try check(Self.datasets[index], .trig, chunk: chunk)
    }

    @Test func bytesThatAreNoTextSpoilTheirCommentOnly() throws {
        let text = Array("# ".utf8) + [0xFF] + Array(" . <urn:x>\n<urn:a> <urn:p> \"z\" .".utf8)
        var reader = try RDFReader(format: .turtle, options: RDFReaderOptions(isLenient: true))
        var sink = QuadCollector()
        try reader.read(text.span, isFinal: true, into: &sink)
        #expect(sink.count == 1)
        #expect(reader.skippedStatements == 1)
    }

    @Test func blankNodesOfASkippedStatementAreUsedByTheNext() throws {
        let text = Array("[] <urn:p> [] , x .\n[] <urn:p> [] .\n".utf8)
        var reader = try RDFReader(format: .turtle, options: RDFReaderOptions(isLenient: true))
        var sink = QuadCollector()
        try reader.read(text.span, isFinal: true, into: &sink)
        let quads = sink.quads()
        #expect(quads.count == 1)
        #expect(quads.allSatisfy { $0.subject != $0.object })
    }
}
