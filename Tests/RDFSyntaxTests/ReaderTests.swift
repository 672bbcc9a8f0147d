import ByteText
import Localization
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// What the suites do not ask: positions, leniency, versions, chunks.
@Suite struct ReaderTests {
    private func error(_ text: String, _ format: RDFFormat = .turtle, name: String = "x.ttl") -> RDFSyntaxError? {
        #expect(throws: RDFSyntaxError.self) {
            try RDFDocument(Array(text.utf8), format: format, options: RDFReaderOptions(sourceName: name))
        }
    }

    /// `⟨` and `⟩` mark where the error is said to be.
    @Test(arguments: [
        ("<a:a> a <a:b> .\n<a:é> a ⟨zz⟩:b .", SyntaxMessage.undeclaredPrefix), ("<a:a> a ⟨⟩.", .expectedObject),
        ("<a:a> a ⟨<a ⟩b> .", .forbiddenInIRI), ("<a:a> a ⟨\"abc⟩", .unterminatedString),
        ("<a:a> a ⟨<rel>⟩ .", .relativeIRI),
        ("<a:a> a \"x⟨\\u12⟩z\" .", .badEscape), ("<a:a> a \"x⟨\\uD800⟩\" .", .badCodePoint),
    ])
    func errorsStandAtTheirPlace(_ marked: String, _ problem: SyntaxMessage) throws {
        let text = marked.replacing("⟨", with: "").replacing("⟩", with: "")
        let found = try #require(error(text))
        #expect(found.problem == problem)
        let start = marked.split(separator: "⟨", omittingEmptySubsequences: false)[0]
        #expect(found.range.lowerBound.offset == start.utf8.count)
        #expect(found.range.lowerBound.line == start.count(where: { $0 == "\n" }))
        #expect(found.range.lowerBound.column == start.split(separator: "\n").last?.unicodeScalars.count)
        let end = marked.split(separator: "⟩", omittingEmptySubsequences: false)[0].replacing("⟨", with: "")
        #expect(found.range.upperBound.offset == end.utf8.count)
    }

    @Test func anErrorReadsWellInBothLanguages() throws {
        let found = try #require(error("<a:a> a <a:b> .\n<a:é> a zz:b ."))
        #expect(found.description == "x.ttl:2:9: the prefix “zz:” is not declared: “zz”")
        #expect(
            found.description(in: .french)
                == "x.ttl:2:9: le préfixe «\u{A0}zz:\u{A0}» n’est pas déclaré\u{A0}: «\u{A0}zz\u{A0}»")
        let end = try #require(error("<a:a> a <a:b>", name: ""))
        #expect(end.description == "1:14: the full stop that ends the statement is expected: the text ends here")
    }

    @Test func aLenientReaderSkipsLines() throws {
        let lines = (0..<3000).map { $0 % 3 == 1 ? "<a:\($0)> bad \"é\" .\n" : "<a:\($0)> <a:b> \"é\" .\n" }.joined()
        var options = RDFReaderOptions(isLenient: true)
        options.limits.diagnostics = 900
        let document = try RDFDocument(Array(lines.utf8), format: .ntriples, options: options)
        #expect(document.quads.count == 2000)
        #expect(document.diagnostics.count == 900)
        #expect(document.diagnostics.map(\.range.lowerBound.line) == (0..<900).map { $0 * 3 + 1 })
        #expect(document.diagnostics.allSatisfy { $0.problem == .expectedPredicate && $0.range.lowerBound.column > 5 })
        var reader = try RDFReader(format: .ntriples, options: options)
        var sink = QuadCollector()
        let bytes = Array(lines.utf8)
        var offset = 0
        while offset < bytes.count {
            let end = min(offset + 1000, bytes.count)
            offset += try reader.read(bytes.span.extracting(offset..<end), isFinal: end == bytes.count, into: &sink)
        }
        #expect(reader.skippedStatements == 1000)
        #expect(reader.diagnostics == document.diagnostics)
    }

    /// Lines that end in every way are counted alike, whether they come at once or in pieces of any length.
    @Test func linesAreCountedAcrossPieces() throws {
        let lines =
            "<a:a> <a:b> <a:c> .\r\n# comment\r\r\n\n<a:a> <a:b> .\r<a:a> <a:b> <c\nd> . # no\n\r\n"
            + "VERSION \"1.2\"\r\n  \t\n<a:a> <a:b> \"long\" .\n<a:a> <a:b> \"é\"  bad\r\n<a:a> <a:b>"
        var options = RDFReaderOptions(isLenient: true)
        let bytes = Array(lines.utf8)
        let whole = try RDFDocument(bytes, format: .ntriples, options: options)
        #expect(whole.diagnostics.map(\.range.lowerBound.line) == [4, 5, 6, 11, 12])
        for length in 30...bytes.count {
            var reader = try RDFReader(format: .ntriples, options: options)
            var (sink, offset) = (QuadCollector(), 0)
            while offset < bytes.count {
                let end = min(offset + length, bytes.count)
                offset += try reader.read(bytes.span.extracting(offset..<end), isFinal: end == bytes.count, into: &sink)
            }
            #expect(reader.diagnostics == whole.diagnostics)
        }
        // A line that is skipped after its end was read is counted once.
        options.limits.statementBytes = 20
        let limited = try RDFDocument(bytes, format: .ntriples, options: options)
        #expect(limited.diagnostics.map(\.range.lowerBound.line) == [4, 5, 6, 10, 11, 12])
    }

    @Test(arguments: [
        "<a:a> <a:b> \"x\"@en--ltr .", "<a:a> <a:b> <<( <a:a> <a:b> <a:c> )>> .", "VERSION \"1.2\"",
        "<< <a:a> <a:b> <a:c> >> a <a:d> .",
        "<a:a> <a:b> <a:c> ~ .", "<a:a> <a:b> <a:c> {| a <a:d> |} .", "@version \"1.2\" .",
    ])
    func rdf11DoesNotKnowRDF12(_ text: String) throws {
        _ = try RDFDocument(Array(text.utf8), format: .turtle)
        let error = #expect(throws: RDFSyntaxError.self) {
            try RDFDocument(Array(text.utf8), format: .turtle, options: RDFReaderOptions(version: .rdf11))
        }
        #expect(error?.problem == .needsRDF12)
    }

    @Test func aByteOrderMarkIsSkipped() throws {
        for format in [RDFFormat.ntriples, .turtle, .nquads, .trig] {
            let bytes = [0xEF, 0xBB, 0xBF] + Array("<a:a> <a:b> <a:c> .\n".utf8)
            #expect(try RDFDocument(bytes, format: format).quads.count == 1)
        }
    }

    @Test func aSinkThatIsFullIsHeard() {
        struct Full: Error {}
        struct FullSink: QuadSink {
            mutating func iri(_ text: Span<UInt8>) -> TermHandle { TermHandle(0) }
            mutating func blankNode(_ label: Span<UInt8>) -> TermHandle { TermHandle(0) }
            mutating func freshBlankNode() -> TermHandle { TermHandle(0) }
            mutating func literal(_ text: Span<UInt8>, datatype: TermHandle?) -> TermHandle { TermHandle(0) }
            mutating func literal(_ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?) -> TermHandle {
                TermHandle(0)
            }
            mutating func tripleTerm(_ s: TermHandle, _ p: TermHandle, _ o: TermHandle) -> TermHandle { TermHandle(0) }
            mutating func quad(_ s: TermHandle, _ p: TermHandle, _ o: TermHandle, graph: TermHandle?) throws {
                throw Full()
            }
        }
        let xml = "<a:a xmlns:a=\"a:\"/>"
        for format in [RDFFormat.ntriples, .turtle, .rdfxml] {
            var sink = FullSink()
            let bytes = Array((format == .rdfxml ? xml : "<a:a> <a:b> <a:c> .\n").utf8)
            #expect(throws: Full.self) {
                try RDFReader.read(bytes.span, format: format, options: RDFReaderOptions(isLenient: true), into: &sink)
            }
        }
    }

    @Test func formatsOfOthersAreNotReadHere() {
        #expect(throws: RDFSyntaxError.self) { try RDFReader(format: .jsonld) }
    }
}
