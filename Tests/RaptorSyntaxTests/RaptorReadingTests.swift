import Localization
import RDFModel
import RDFSyntax
import RaptorSyntax
import TestSupport
import Testing

@Suite struct RaptorReadingTests {
    private static let head = "<rdf:RDF xmlns:rdf=\"\(RDF.namespace)\" xmlns:e=\"http://e/\">"

    private func read(_ text: String, base: IRI? = nil) throws -> [Quad] {
        try read(Array(text.utf8), base: base)
    }

    private func read(_ bytes: [UInt8], base: IRI? = nil) throws -> [Quad] {
        var sink = QuadCollector()
        try RaptorRDFXMLReader.read(bytes.span, base: base, sourceName: "x.rdf", into: &sink)
        return sink.quads()
    }

    @Test func nodesWithAndWithoutLabelsStayApart() throws {
        let quads = try read(
            Self.head
                + """
                <rdf:Description rdf:nodeID="g1"><e:p><rdf:Description e:q="1"/></e:p><e:p rdf:nodeID="genid1"/>
                <e:p rdf:nodeID="gg1"/><e:p rdf:parseType="Resource"><e:q xml:lang="FR">é</e:q></e:p></rdf:Description></rdf:RDF>
                """)
        #expect(quads.count == 6)
        let nodes = Set(quads.map(\.object).filter { if case .blankNode = $0 { true } else { false } })
        #expect(nodes.count == 4)
        #expect(quads.contains { $0.object == .literal(Literal("é", language: "fr")) })
        #expect(quads.contains { $0.subject == .blankNode(BlankNode("g1")) })
    }

    @Test(arguments: [
        "<rdf:Description rdf:about=\"http://e/a\"><e:p>x</e:p></rdf:Description><oops",
        "<rdf:Description rdf:about=\"http://e/a\"><e:p>x</e:p></rdf:Description><rdf:li/></rdf:RDF>",
        "<rdf:Description rdf:about=\"http://e/a\"><e:p>&undeclared;</e:p></rdf:Description></rdf:RDF>",
        "<rdf:Description rdf:about=\"http://e/a\"><e:p rdf:ID=\"x\"/><e:p rdf:ID=\"x\"/></rdf:Description></rdf:RDF>",
    ])
    func oneErrorDiscardsEverything(_ body: String) throws {
        var sink = QuadCollector()
        #expect(throws: RDFSyntaxError.self) {
            try RaptorRDFXMLReader.read(
                Array((Self.head + body).utf8).span, base: IRI(unchecked: "http://b/"),
                into: &sink)
        }
        #expect(sink.count == 0)
    }

    @Test(arguments: ["", " ", "x", "<", "<a/>", "<a><b></a>", "<?xml version=\"1.0\"?>", "\u{0}", "<!DOCTYPE", "<!--"])
    func whatIsNoDocumentIsRefusedOrEmpty(_ text: String) {
        do { #expect(try read(text, base: IRI(unchecked: "http://b/")).isEmpty) } catch {
            #expect(error is RDFSyntaxError)
        }
    }

    @Test(arguments: [
        "<!DOCTYPE r SYSTEM \"file:///etc/passwd\">", "<!DOCTYPE r PUBLIC \"-//x\" \"http://x/\">",
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE r [ <!-- > --> <!ENTITY x PUBLIC 'a' 'b'>]>",
        "<!DOCTYPE r [<!ENTITY % p \"<!ENTITY y SYSTEM 'x'>\"> %p;]>",
        "<?a?><!-- b --> <!DOCTYPE r [<!ENTITY x SYSTEM 'f'>]>",
    ])
    func externalEntitiesAreRefused(_ prolog: String) {
        let error = #expect(throws: RDFSyntaxError.self) { try read(prolog + Self.head + "</rdf:RDF>") }
        #expect(error?.problem == .externalEntity)
    }

    @Test func internalEntitiesAreAllowed() throws {
        let quads = try read(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE rdf:RDF [<!ENTITY e \"http://e/\"> <!ENTITY q 'SYSTEM'>]>"
                + Self.head + "<rdf:Description rdf:about=\"&e;a\"><e:p>&q;</e:p></rdf:Description></rdf:RDF>")
        #expect(quads.first?.subject == .iri(IRI(unchecked: "http://e/a")))
        #expect(quads.first?.object == .literal(Literal("SYSTEM")))
    }

    @Test func anEntityBombIsStopped() {
        var text = "<!DOCTYPE r [<!ENTITY a0 \"ha\">"
        for level in 1..<30 {
            text += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
        }
        text +=
            "]>" + Self.head + "<rdf:Description rdf:about=\"http://e/a\"><e:p>&a29;</e:p></rdf:Description></rdf:RDF>"
        #expect(throws: RDFSyntaxError.self) { try read(text) }
    }

    @Test func otherEncodingsAreRefused() {
        #expect(throws: RDFSyntaxError.self) {
            try read("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + Self.head + "</rdf:RDF>")
        }
        #expect(throws: RDFSyntaxError.self) {
            try read([0xFF, 0xFE] + Array("<a/>".utf16).flatMap { [UInt8($0 & 255), 0] })
        }
    }

    @Test func relativeReferencesNeedABase() throws {
        let text = Self.head + "<rdf:Description rdf:about=\"a\"><e:p rdf:resource=\"#b\"/></rdf:Description></rdf:RDF>"
        let error = #expect(throws: RDFSyntaxError.self) { try read(text) }
        #expect(error?.problem == .relativeIRI)
        #expect(try read(text, base: IRI(unchecked: "http://b/c")).first?.subject == .iri(IRI(unchecked: "http://b/a")))
    }

    @Test func aLargeDocumentComesWhole() throws {
        let p = IRI(unchecked: "http://e/p")
        let triples = (0..<60_000).map {
            Triple(.iri(IRI(unchecked: "http://e/\($0)")), p, .literal(Literal("value \($0) é")))
        }
        let bytes = try RDFXMLSerialization.write(triples)
        #expect(bytes.count > 6_000_000)
        #expect(Set(try read(bytes).map(\.triple)) == Set(triples))
    }

    @Test func manyThreadsShareTheWorlds() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    for round in 0..<40 {
                        let triples = (0..<20).map {
                            Triple(
                                .iri(IRI(unchecked: "http://e/\(number)/\($0)")), IRI(unchecked: "http://e/p"),
                                .literal(Literal("\(round)")))
                        }
                        let xml = try RDFXMLSerialization.write(triples)
                        #expect(Set(try read(xml).map(\.triple)) == Set(triples))
                        #expect(try TurtleSerialization.write(triples).writer == .raptor)
                        // An error belongs to the document that has it, on whatever thread it is read.
                        #expect(throws: RDFSyntaxError.self) {
                            try read(Array(xml.dropLast(20)))
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
