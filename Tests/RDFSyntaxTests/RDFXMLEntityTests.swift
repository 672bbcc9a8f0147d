import Localization
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// Internal entities: all that they stand for is read or the document is refused, whatever the patch level of expat.
@Suite struct RDFXMLEntityTests {
    /// A document type with entities of which each holds several of the one before.
    private static func nested(_ text: String, levels: Int, of count: Int = 10) -> String {
        let entities = (1...levels).map { level in
            "<!ENTITY a\(level) '" + String(repeating: "&a\(level - 1);", count: count) + "'>"
        }
        return "<!DOCTYPE r [<!ENTITY a0 '\(text)'>" + entities.joined() + "]>"
    }

    /// A document type with a chain of entities, of which each names the one before or the next.
    private static func chain(_ count: Int, forward: Bool = false) -> String {
        let entities = (1..<count).map { number in
            let (name, other) = forward ? (count - number, count - number - 1) : (number, number - 1)
            return "<!ENTITY a\(name) '&a\(other);'>"
        }
        let first = "<!ENTITY a0 'x'>"
        return "<!DOCTYPE r [" + (forward ? entities.joined() + first : first + entities.joined())
    }

    private static let open = "<e:T xmlns:e='http://e/' xmlns:rdf='\(RDF.namespace)'>"

    /// The literals that a document states, read whole and in chunks.
    private func literals(_ text: String, chunks: [Int] = [1, 1000, 65_536]) throws -> [String] {
        func texts(_ quads: [Quad]) -> [String] {
            quads.compactMap { if case .literal(let literal) = $0.object { literal.lexicalForm } else { nil } }
        }
        let bytes = Array(text.utf8)
        let found = try texts(RDFDocument(bytes, format: .rdfxml).quads)
        for size in chunks { #expect(try texts(readInChunks(bytes, of: size, .rdfxml)) == found) }
        return found
    }

    private func problem(_ text: String) -> SyntaxMessage? {
        let error = #expect(throws: RDFSyntaxError.self) { try RDFDocument(Array(text.utf8), format: .rdfxml) }
        return error?.problem
    }

    @Test(arguments: 1...6) func nestedEntitiesAreReadToTheirEnd(_ levels: Int) throws {
        let count = (0..<levels).reduce(1) { product, _ in product * 10 }
        let type = Self.nested("ha", levels: levels)
        let text = try literals(type + Self.open + "<e:p>&a\(levels);</e:p></e:T>", chunks: [1])
        #expect(text.map(\.utf8.count) == [2 * count])
        let attribute = try literals(type + Self.open + "<e:p e:q='&a\(levels);'/></e:T>", chunks: [1])
        #expect(attribute.map(\.utf8.count) == [2 * count])
        // What follows an entity is read as well, and so are two of them, within expat's own bound of 8 MiB.
        guard levels < 6 else { return }
        let twice = try literals(type + Self.open + "<e:p>é&a\(levels);-&a\(levels);!</e:p><e:q>z</e:q></e:T>")
        #expect(twice.map(\.utf8.count) == [4 * count + 4, 1])
        #expect(twice[0].hasPrefix("éha") && twice[0].hasSuffix("ha!"))
    }

    @Test func anEntityInAnXMLLiteralIsReadToItsEnd() throws {
        let type = Self.nested("<e:x/>", levels: 4)
        let found = try literals(type + Self.open + "<e:p rdf:parseType='Literal'>&a4;</e:p></e:T>")
        #expect(found.map(\.utf8.count) == [10_000 * "<e:x xmlns:e=\"http://e/\"></e:x>".utf8.count])
    }

    @Test func nodesInAnEntityAreReadToTheLast() throws {
        let type = Self.nested("<e:p>x</e:p>", levels: 5)
        #expect(try literals(type + Self.open + "&a5;<e:q>y</e:q></e:T>", chunks: []).count == 100_001)
    }

    @Test(arguments: ["UTF-16", "ISO-8859-1"]) func entitiesOfOtherEncodingsAreReadToTheirEnd(_ encoding: String) throws
    {
        let text = Self.nested("hé", levels: 6) + Self.open + "<e:p>&a6;</e:p></e:T>"
        let xml = "<?xml version='1.0' encoding='\(encoding)' standalone='yes'?>" + text
        let bytes: [UInt8] =
            encoding == "UTF-16"
            ? [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
            : xml.unicodeScalars.map { UInt8($0.value) }
        let quads = try RDFDocument(bytes, format: .rdfxml).quads
        #expect(quads.contains { $0.object == .literal(Literal(String(repeating: "hé", count: 1_000_000))) })
        #expect(try readInChunks(bytes, of: 1, .rdfxml).count == quads.count)
    }

    @Test(arguments: [false, true]) func aLongChainOfEntitiesIsRefused(_ forward: Bool) throws {
        // Expat before 2.7 calls itself for each of them.
        for count in [66, 4000] {
            for use in ["]>" + Self.open + "<e:p>&a\(count - 1);", "<!ATTLIST e:T e:q CDATA '&a\(count - 1);'>]>"] {
                #expect(problem(Self.chain(count, forward: forward) + use) == .entitiesTooDeep)
            }
        }
        // Undeclared entities in the text of others are no matter until they are used.
        let text =
            Self.chain(64, forward: forward) + "<!ENTITY b '&c;&#38;&#60;'>]>" + Self.open + "<e:p>&a63;</e:p></e:T>"
        #expect(try literals(text) == ["x"])
    }

    @Test func manyEntitiesAreRefused() throws {
        let declarations = (0..<4096).map { "<!ENTITY a\($0) 'http://e/\($0)#'>" }.joined()
        let end = "]>" + Self.open + "<e:p>&a9;</e:p></e:T>"
        #expect(try literals("<!DOCTYPE r [" + declarations + end, chunks: [1000]) == ["http://e/9#"])
        #expect(problem("<!DOCTYPE r [" + declarations + "<!ENTITY b ''>" + end) == .tooManyEntities)
    }

    @Test func aLongTagOrCommentIsScannedOnce() throws {
        // Three megabytes in pieces: with each piece scanned from the beginning this would take minutes.
        let long = String(repeating: "x", count: 3_000_000)
        for text in ["<e:p e:q='\(long)'/>", "<!--\(long)--><e:p>a</e:p>", "<?a \(long)?><e:p>b</e:p>"] {
            #expect(try literals(Self.open + text + "</e:T>", chunks: [1000, 300_000]).count == 1)
        }
    }
}
