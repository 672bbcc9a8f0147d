import RDFCanon
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// The tests of each suite.
enum SyntaxSuites {
    private static let root = "https://w3c.github.io/rdf-tests/rdf/"

    private static func tests(_ folder: String) -> [ManifestTest] {
        // The manifests of RDF 1.2 include those of RDF 1.1, which have a run of their own.
        SuiteFolders.tests(from: root + folder + "/manifest.ttl") { $0.string.hasPrefix(root + folder + "/") }
    }

    static let ntriples11 = tests("rdf11/rdf-n-triples")
    static let nquads11 = tests("rdf11/rdf-n-quads")
    static let turtle11 = tests("rdf11/rdf-turtle")
    static let trig11 = tests("rdf11/rdf-trig")
    static let rdfxml11 = tests("rdf11/rdf-xml")
    static let ntriples12 = tests("rdf12/rdf-n-triples")
    static let nquads12 = tests("rdf12/rdf-n-quads")
    static let turtle12 = tests("rdf12/rdf-turtle")
    static let trig12 = tests("rdf12/rdf-trig")
    static let rdfxml12 = tests("rdf12/rdf-xml")
}

/// The W3C suites of the syntaxes that we read ourselves.
@Suite(.enabled(if: Suites.areAvailable, Comment(rawValue: Suites.absence)))
struct SyntaxTests {
    @Test func everyTestIsThere() {
        #expect(SyntaxSuites.ntriples11.count == 70)
        #expect(SyntaxSuites.nquads11.count == 87)
        #expect(SyntaxSuites.turtle11.count == 313)
        #expect(SyntaxSuites.trig11.count == 356)
        #expect(SyntaxSuites.rdfxml11.count == 166)
        #expect(SyntaxSuites.ntriples12.count == 70)
        #expect(SyntaxSuites.nquads12.count == 68)
        #expect(SyntaxSuites.turtle12.count == 103)
        #expect(SyntaxSuites.trig12.count == 60)
        #expect(SyntaxSuites.rdfxml12.count == 31)
    }

    @Test(arguments: SyntaxSuites.ntriples11) func ntriples11(_ test: ManifestTest) throws { try run(test) }
    @Test(arguments: SyntaxSuites.nquads11) func nquads11(_ test: ManifestTest) throws { try run(test) }
    @Test(arguments: SyntaxSuites.turtle11) func turtle11(_ test: ManifestTest) throws { try run(test) }
    @Test(arguments: SyntaxSuites.trig11) func trig11(_ test: ManifestTest) throws { try run(test) }
    @Test(arguments: SyntaxSuites.rdfxml11) func rdfxml11(_ test: ManifestTest) throws { try run(test) }
    @Test(arguments: SyntaxSuites.ntriples12) func ntriples12(_ test: ManifestTest) throws { try run(test) }
    @Test(arguments: SyntaxSuites.nquads12) func nquads12(_ test: ManifestTest) throws { try run(test) }
    @Test(arguments: SyntaxSuites.turtle12) func turtle12(_ test: ManifestTest) throws { try run(test) }
    @Test(arguments: SyntaxSuites.trig12) func trig12(_ test: ManifestTest) throws { try run(test) }
    @Test(arguments: SyntaxSuites.rdfxml12) func rdfxml12(_ test: ManifestTest) throws { try run(test) }

    /// Every dataset of the suites, written by each of our writers and read back.
    @Test(arguments: SyntaxSuites.turtle11 + SyntaxSuites.trig11 + SyntaxSuites.turtle12 + SyntaxSuites.trig12)
    func rewritten(_ test: ManifestTest) throws {
        guard !test.typeName.contains("Negative") else { return }
        let format: RDFFormat = test.typeName.hasPrefix("TestTurtle") ? .turtle : .trig
        let document = try RDFDocument(
            try SuiteFolders.bytes(of: test.action), format: format, options: SyntaxHandlers.options(test.action))
        let turtle = try TurtleWriter.trig(document.quads, prefixes: document.prefixes)
        #expect(try DatasetIsomorphism.areIsomorphic(RDFDocument(turtle, format: format).quads, document.quads))
        let lines = try LineWriter.nquads(document.quads)
        #expect(try DatasetIsomorphism.areIsomorphic(RDFDocument(lines, format: .nquads).quads, document.quads))
    }

    /// Every document of the suites, written while it is read by each of our sinks, and read back.
    @Test(
        arguments: SyntaxSuites.ntriples11 + SyntaxSuites.nquads11 + SyntaxSuites.turtle11 + SyntaxSuites.trig11
            + SyntaxSuites.ntriples12 + SyntaxSuites.nquads12 + SyntaxSuites.turtle12 + SyntaxSuites.trig12)
    func rewrittenBySinks(_ test: ManifestTest) throws {
        guard !test.typeName.contains("Negative") else { return }
        let format: RDFFormat =
            switch test.typeName {
            case let name where name.hasPrefix("TestNTriples"): .ntriples
            case let name where name.hasPrefix("TestNQuads"): .nquads
            case let name where name.hasPrefix("TestTurtle"): .turtle
            default: .trig
            }
        let bytes = try SuiteFolders.bytes(of: test.action)
        let options = SyntaxHandlers.options(test.action)
        let quads = try RDFDocument(bytes, format: format, options: options).quads
        for target in [RDFFormat.nquads, .trig] + (format.holdsDatasets ? [] : [.ntriples, .turtle]) {
            let whole = try rewrittenBySink(bytes, format, as: target, options: options)
            let text = String(decoding: whole, as: UTF8.self)
            let read = try RDFDocument(whole, format: target).quads
            #expect(try DatasetIsomorphism.areIsomorphic(read, quads), "\(target): \(text)")
            let chunked = try rewrittenBySink(bytes, format, as: target, inChunksOf: 3, options: options)
            #expect(chunked == whole, "\(target): chunks matter")
        }
    }

    /// Every file of the suites, cut at every byte: an error or statements, and never a crash.
    @Test(arguments: [RDFFormat.ntriples, .nquads, .turtle, .trig, .rdfxml])
    func truncated(_ format: RDFFormat) throws {
        let tests =
            switch format {
            case .ntriples: SyntaxSuites.ntriples11 + SyntaxSuites.ntriples12
            case .nquads: SyntaxSuites.nquads11 + SyntaxSuites.nquads12
            case .turtle: SyntaxSuites.turtle11 + SyntaxSuites.turtle12
            case .rdfxml: SyntaxSuites.rdfxml11 + SyntaxSuites.rdfxml12
            default: SyntaxSuites.trig11 + SyntaxSuites.trig12
            }
        for test in tests {
            let bytes = try SuiteFolders.bytes(of: test.action)
            for length in 0..<min(bytes.count, 1500) {
                do {
                    _ = try RDFDocument(
                        Array(bytes[..<length]), format: format, options: SyntaxHandlers.options(test.action))
                } catch {
                    #expect(error is RDFSyntaxError)
                }
            }
        }
    }

    private func run(_ test: ManifestTest) throws {
        if let reason = KnownFailures.reasons[test.iri.string] {
            withKnownIssue(Comment(rawValue: reason)) { try SyntaxHandlers.run(test) }
        } else {
            try SyntaxHandlers.run(test)
        }
    }
}

/// What each type of test asks for.
enum SyntaxHandlers {
    struct UnknownType: Error { let types: [IRI] }

    static func run(_ test: ManifestTest) throws {
        switch test.typeName {
        case "TestNTriplesPositiveSyntax": _ = try read(test.action, .ntriples)
        case "TestNQuadsPositiveSyntax": _ = try read(test.action, .nquads)
        case "TestTurtlePositiveSyntax": _ = try read(test.action, .turtle)
        case "TestTrigPositiveSyntax", "TestTriGPositiveSyntax": _ = try read(test.action, .trig)
        case "TestNTriplesNegativeSyntax": refuse(test, .ntriples)
        case "TestNQuadsNegativeSyntax": refuse(test, .nquads)
        case "TestTurtleNegativeSyntax", "TestTurtleNegativeEval": refuse(test, .turtle)
        case "TestTrigNegativeSyntax", "TestTriGNegativeSyntax", "TestTrigNegativeEval": refuse(test, .trig)
        case "TestXMLNegativeSyntax": refuse(test, .rdfxml)
        case "TestXMLEval": try evaluate(test, .rdfxml, .ntriples)
        case "TestTurtleEval": try evaluate(test, .turtle, .ntriples)
        case "TestTrigEval", "TestTriGEval": try evaluate(test, .trig, .nquads)
        case "TestNTriplesPositiveC14N": try canonicalize(test, .ntriples)
        case "TestNQuadsPositiveC14N": try canonicalize(test, .nquads)
        default: throw UnknownType(types: test.types)
        }
    }

    /// Reads a file at once, and again in chunks of few bytes, which must make no difference.
    static func read(_ file: Term?, _ format: RDFFormat) throws -> [Quad] {
        let bytes = try SuiteFolders.bytes(of: file)
        let options = options(file)
        let quads = try RDFDocument(bytes, format: format, options: options).quads
        for size in [1, 7] {
            let chunked = try readInChunks(bytes, of: size, format, options: options)
            #expect(chunked == quads, "in chunks of \(size)")
        }
        return quads
    }

    static func options(_ file: Term?) -> RDFReaderOptions {
        if case .iri(let base)? = file { RDFReaderOptions(base: base) } else { RDFReaderOptions() }
    }

    private static func refuse(_ test: ManifestTest, _ format: RDFFormat) {
        #expect(throws: RDFSyntaxError.self) {
            try RDFDocument(
                try SuiteFolders.bytes(of: test.action), format: format, options: options(test.action))
        }
        #expect(throws: RDFSyntaxError.self) {
            try readInChunks(
                try SuiteFolders.bytes(of: test.action), of: 1, format, options: options(test.action))
        }
    }

    private static func evaluate(_ test: ManifestTest, _ format: RDFFormat, _ resultFormat: RDFFormat) throws {
        let actual = try read(test.action, format)
        let expected = try read(test.result, resultFormat)
        #expect(try DatasetIsomorphism.areIsomorphic(actual, expected))
    }

    private static func canonicalize(_ test: ManifestTest, _ format: RDFFormat) throws {
        var output = ByteOutput()
        try LineWriter.write(quads: try read(test.action, format), to: &output)
        let expected = try SuiteFolders.bytes(of: test.result)
        #expect(String(decoding: output.bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
        #expect(output.bytes == expected)
    }
}
