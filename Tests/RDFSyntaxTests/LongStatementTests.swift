import Localization
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// Statements of Turtle and TriG that are cut while they are read.
struct LongStatementTests {
    static let openings = ["<a:s> <a:p> 1", "<a:g> { <a:s> <a:p> 1", "[] <a:p> 1", "[ <a:q> 2 ] <a:p> 1"]

    /// A statement of many objects, without its end; a predicate stands before every thousandth.
    static func text(_ opening: String) -> String {
        var text = opening
        for number in 2...12_000 { text += number.isMultiple(of: 1000) ? " ; <a:p\(number)> 1" : " , \(number)" }
        return text
    }

    /// Where the statement is cut makes no difference to what it says.
    @Test(arguments: openings)
    func piecesSayTheSame(_ opening: String) throws {
        let text = Array((Self.text(opening) + (opening.contains("{") ? " }" : " .")).utf8)
        let quads = try RDFDocument(text, format: .trig).quads
        #expect(quads.count == (opening.contains("2") ? 12_001 : 12_000))
        #expect(Set(quads.map(\.subject)).count == 1)
        for size in [4096, 1 << 16] { #expect(try readInChunks(text, of: size, .trig) == quads) }
    }

    /// A sink that forgets its terms in the middle of a statement still gets all of it.
    @Test(arguments: openings)
    func sinksMayForgetInTheMiddle(_ opening: String) throws {
        let text = Array((Self.text(opening) + (opening.contains("{") ? " }" : " .")).utf8)
        var lines: [UInt8] = []
        var sink = LineSink(format: .nquads) { lines += $0 }
        try RDFReader.read(text.span, format: .trig, into: &sink)
        try sink.finish()
        var trig: [UInt8] = []
        var trigSink = TurtleSink(format: .trig) { trig += $0 }
        try RDFReader.read(text.span, format: .trig, into: &trigSink)
        try trigSink.finish()
        let quads = try RDFDocument(text, format: .trig).quads
        func values(_ quads: [Quad]) -> [[String]] {
            quads.map { [$0.predicate.string, "\($0.object)", "\($0.graph)"] }
        }
        #expect(values(try RDFDocument(lines, format: .nquads).quads) == values(quads))
        #expect(values(try RDFDocument(trig, format: .trig).quads) == values(quads))
        #expect(Set(try RDFDocument(lines, format: .nquads).quads.map(\.subject)).count == 1)
    }

    /// What is missing at the end is missed, wherever the statement was cut last.
    @Test(arguments: ["", ",", ";", " , ] .", " } ."])
    func endsAreMissed(_ ending: String) {
        let text = Array((Self.text(Self.openings[0]) + ending).utf8)
        let whole = #expect(throws: RDFSyntaxError.self) { try RDFDocument(text, format: .turtle) }
        for size in [4096, 1 << 16] {
            let pieces = #expect(throws: RDFSyntaxError.self) { try readInChunks(text, of: size, .turtle) }
            #expect(pieces?.problem == whole?.problem)
            #expect(pieces?.range.lowerBound == whole?.range.lowerBound)
        }
    }

    @Test func lengthIsBounded() {
        var options = RDFReaderOptions()
        options.limits.statementBytes = 50_000
        let text = Array((Self.text(Self.openings[0]) + " .").utf8)
        for size in [4096, 1 << 20] {
            let error = #expect(throws: RDFSyntaxError.self) {
                try readInChunks(text, of: size, .turtle, options: options)
            }
            #expect(error?.problem == .statementTooLong)
        }
    }

    @Test func bracketsOfAStatementAreBounded() throws {
        var options = RDFReaderOptions()
        options.limits.uncutTriples = 100
        func problem(_ text: String, isLenient: Bool = false) throws -> SyntaxMessage? {
            options.isLenient = isLenient
            do {
                return try RDFDocument(Array(text.utf8), format: .turtle, options: options).diagnostics.first?.problem
            } catch {
                return (error as? RDFSyntaxError)?.problem
            }
        }
        let list = "<a:s> <a:p> (" + String(repeating: " 1", count: 60) + " ) ."
        let objects = "<a:s> <a:p> 1" + String(repeating: " , 1", count: 150) + " ."
        #expect(try problem(list) == .tooManyTriples)
        #expect(try problem("[ <a:p> " + objects.dropFirst(12).dropLast() + "] .") == .tooManyTriples)
        #expect(try problem(objects) == nil)
        #expect(try problem(objects, isLenient: true) == .tooManyTriples)
    }
}
