import Localization
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// RDF/XML that is wrong, or that nobody meant well: a clear error at the place, in bounded time and memory.
@Suite struct RDFXMLErrorTests {
    private static let external =
        "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY y '&x;'>]>"
    private static let entities = "<!DOCTYPE r [<!ENTITY a '&b;'><!ENTITY b '&a;'><!ENTITY c '<a:x>'>]>"

    @discardableResult
    private func error(_ bytes: [UInt8], options: RDFReaderOptions = RDFReaderOptions()) -> RDFSyntaxError? {
        let error = #expect(throws: RDFSyntaxError.self) {
            try RDFDocument(bytes, format: .rdfxml, options: options)
        }
        #expect(error?.description.isEmpty == false && error?.description(in: .french).isEmpty == false)
        let chunked = #expect(throws: RDFSyntaxError.self) {
            try readInChunks(bytes, of: max(7, bytes.count / 100), .rdfxml, options: options)
        }
        #expect(chunked?.problem == error?.problem && chunked?.range.lowerBound == error?.range.lowerBound)
        return error
    }

    @Test(
        arguments: [
            ("<e:T>x</e:T>", "1:6", .rdfxmlText), ("\n <e:T/>\n x", "3:2", .rdfxmlText),
            ("<e:T><e:p>x<e:T/></e:p></e:T>", "1:12", .rdfxmlMixed),
            ("<e:T><e:p><e:T/> x</e:p></e:T>", "1:18", .rdfxmlMixed),
            ("<e:T><e:p><e:T/><e:T/></e:p></e:T>", "1:17", .rdfxmlSecondNode),
            ("<e:T><e:p rdf:resource='a:b'>x</e:p></e:T>", "1:30", .rdfxmlMustBeEmpty),
            ("<e:T><e:p e:q='x'><e:T/></e:p></e:T>", "1:19", .rdfxmlMustBeEmpty),
            ("<rdf:RDF/>", "1:1", .rdfxmlNodeName), ("<rdf:li/>", "1:1", .rdfxmlNodeName),
            ("<rdf:ID/>", "1:1", .rdfxmlNodeName), ("<rdf:annotation/>", "1:1", .rdfxmlNodeName),
            ("<e:T><rdf:Description/></e:T>", "1:6", .rdfxmlPropertyName),
            ("<e:T><rdf:RDF/></e:T>", "1:6", .rdfxmlPropertyName), ("<e:T rdf:li='x'/>", "1:1", .rdfxmlAttributeName),
            ("<e:T rdf:aboutEach='x'/>", "1:1", .rdfxmlWithdrawn), ("<e:T rdf:bagID='x'/>", "1:1", .rdfxmlWithdrawn),
            ("<rdf:aboutEachPrefix/>", "1:1", .rdfxmlWithdrawn), ("<T/>", "1:1", .rdfxmlUnqualifiedElement),
            ("<e:T><p/></e:T>", "1:6", .rdfxmlUnqualifiedElement), ("<e:T p='x'/>", "1:1", .rdfxmlUnqualifiedAttribute),
            ("<e:T bagID='x'/>", "1:1", .rdfxmlUnqualifiedAttribute),
            ("<f:T xmlns:f='f'/>", "1:1", .rdfxmlRelativeNamespace),
            ("<f:T xmlns:f='f:a b'/>", "1:1", .rdfxmlForbiddenNamespace),
            ("<e:T rdf:resource='a:b'/>", "1:1", .rdfxmlOnNode),
            ("<e:T rdf:parseType='Literal'/>", "1:1", .rdfxmlOnNode),
            ("<e:T><e:p rdf:about='a:b'/></e:T>", "1:6", .rdfxmlOnProperty),
            ("<e:T rdf:about='a:b' rdf:nodeID='x'/>", "1:1", .rdfxmlConflict),
            ("<e:T rdf:about='a:b' about='a:b'/>", "1:1", .rdfxmlConflict),
            ("<e:T><e:p rdf:resource='a:b' rdf:nodeID='b'/></e:T>", "1:6", .rdfxmlConflict),
            ("<e:T><e:p rdf:parseType='Literal' e:q='b'/></e:T>", "1:6", .rdfxmlConflict),
            ("<e:T><e:p rdf:parseType='Literal' rdf:resource='a:b'/></e:T>", "1:6", .rdfxmlConflict),
            ("<e:T><e:p rdf:datatype='a:b' e:q='x'/></e:T>", "1:6", .rdfxmlConflict),
            ("<e:T><e:p rdf:annotation='a:b' rdf:annotationNodeID='x'/></e:T>", "1:6", .rdfxmlConflict),
            ("<e:T rdf:nodeID='1'/>", "1:1", .rdfxmlBadName), ("<e:T rdf:nodeID='_:a'/>", "1:1", .rdfxmlBadName),
            ("<e:T rdf:ID='a b' xml:base='a:'/>", "1:1", .rdfxmlBadName), ("<e:T rdf:ID=''/>", "1:1", .rdfxmlBadName),
            ("<e:T rdf:ID='a'/>", "1:1", .relativeIRI), ("<e:T rdf:about='a'/>", "1:1", .relativeIRI),
            ("<e:T rdf:about='a:b c'/>", "1:1", .forbiddenInIRI), ("<e:T xml:lang='e_n'/>", "1:1", .badLanguage),
            ("<e:T its:dir='up' rdf:version='1.2'/>", "1:1", .badDirection),
            ("<e:T xml:base='a:b'><e:p rdf:ID='x'/><e:p rdf:ID='x'/></e:T>", "1:38", .rdfxmlDuplicateID),
            ("<e:T><e:p rdf:datatype='\(RDF.namespace)langString'>x</e:p></e:T>", "1:6", .rdfxmlLanguageDatatype),
            ("<e:T rdf:version='1.2'><e:p rdf:parseType='Triple'/></e:T>", "1:53", .rdfxmlTripleTerm),
            (
                "<e:T rdf:version='1.2'><e:p rdf:parseType='Triple'><e:T e:p='x'/></e:p></e:T>", "1:52",
                .rdfxmlTripleTerm
            ),
            (
                "<e:T rdf:version='1.2'><e:p rdf:parseType='Triple'><e:T/><e:T/></e:p></e:T>", "1:58", .rdfxmlTripleTerm
            ),
            ("<xml:T/>", "1:1", .xmlReservedElement), ("<f:T/>", "1:1", .xmlUndeclaredPrefix),
            ("<e:T f:p='x'/>", "1:1", .xmlUndeclaredPrefix), ("<e:T xmlns:xml='a:b'/>", "1:1", .xmlReservedPrefix),
            ("<e:T xmlns:xmlns='a:b'/>", "1:1", .xmlReservedPrefix), ("<e:T xmlns:e=''/>", "1:1", .xmlReservedPrefix),
            ("<e:T e:p='1' e:p='2'/>", "1:14", .xmlDuplicateAttribute), ("<e:T>", "1:8", .xmlTagMismatch),
            ("<e:T></e:U>", "1:8", .xmlTagMismatch), ("<e:T e:p=x/>", "1:10", .xmlMalformed),
            ("<e:T e:p='&x;'/>", "1:1", .xmlUndefinedEntity), ("<e:T e:p='&#0;'/>", "1:11", .xmlBadReference),
            ("<e:T>\u{1}</e:T>", "1:6", .xmlForbiddenCharacter), ("<e:T>\u{0}</e:T>", "1:6", .xmlForbiddenCharacter),
            ("<?xml version='1.0'?>", "1:1", .xmlDeclaration),
        ] as [(String, String, SyntaxMessage)])
    func mistakesHaveAPlace(_ body: String, _ place: String, _ problem: SyntaxMessage) {
        // The body begins on a line of its own.
        let found = error(RDFXMLReaderTests.document("\n" + body))
        #expect(found?.problem == problem, "\(found?.description ?? "")")
        let parts = place.split(separator: ":").compactMap { Int($0) }
        #expect(found.map { "\($0.range.lowerBound)" } == "\(parts[0] + 1):\(parts[1])", "\(found?.description ?? "")")
    }

    @Test(
        arguments: [
            ("", .xmlNoElement), (" ", .xmlNoElement), ("x", .xmlMalformed), ("<", .xmlUnclosedTag),
            ("<a", .xmlUnclosedTag),
            ("<a:b xmlns:a='a:b'>", .xmlUnclosedElement), ("<a:b xmlns:a='a:b'/><", .xmlUnclosedTag),
            ("<a:b xmlns:a='a:b'/><a/>", .xmlAfterRoot), ("<a:b xmlns:a='a:b'/>x", .xmlAfterRoot),
            ("<!-- ", .xmlUnclosedTag), ("<!DOCTYPE", .xmlUnclosedTag),
            ("<?xml version='1.0' encoding='UTF-7'?><a/>", .xmlEncoding),
            ("<?xml?><a/>", .xmlDeclaration),
            ("<!DOCTYPE r SYSTEM 'x'><a:b xmlns:a='a:b'>&y;</a:b>", .xmlUndefinedEntity),
            ("<!DOCTYPE r PUBLIC '-//x' 'http://x/'><a:b xmlns:a='a:b' a:c='&y;z'/>", .xmlUndefinedEntity),
            ("<!DOCTYPE r SYSTEM><a/>", .xmlMalformed), ("<!DOCTYPE r PUBLIC 'x'><a/>", .xmlMalformed),
            (external + "<a:b xmlns:a='a:b'>&x;</a:b>", .externalEntity),
            (external + "<a:b xmlns:a='a:b' a:c='&x;'/>", .externalEntity),
            (external + "<a:b xmlns:a='a:b'>&y;</a:b>", .externalEntity),
            ("<!DOCTYPE r [<!ENTITY % p \"<!ENTITY y SYSTEM 'x'>\"> %p;]><a/>", .parameterEntity),
            ("<!DOCTYPE r [<!ENTITY % p SYSTEM 'x'>]><a/>", .parameterEntity),
            ("<!DOCTYPE r [%p;]><a/>", .parameterEntity),
            (entities + "<a:b xmlns:a='a:b'>&a;</a:b>", .xmlRecursiveEntity),
            (entities + "<a:b xmlns:a='a:b' a:c='&a;'/>", .xmlRecursiveEntity),
            (entities + "<a:b xmlns:a='a:b'>&c;</a:x></a:b>", .xmlRecursiveEntity),
            ("<rdf:RDF xmlns:rdf='\(RDF.namespace)' rdf:about='a:b'/>", .rdfxmlRootAttribute),
            ("<rdf:RDF xmlns:rdf='\(RDF.namespace)' xmlns:e='e:' e:x='y'/>", .rdfxmlRootAttribute),
        ] as [(String, SyntaxMessage)])
    func documentsThatAreNone(_ text: String, _ problem: SyntaxMessage) {
        let found = error(Array(text.utf8))
        #expect(found?.problem == problem, "\(found?.description ?? "")")
    }

    @Test func theOffendingTextIsShown() {
        let bad = error(RDFXMLReaderTests.document("\n<e:T rdf:nodeID='a b'/>"), options: .init(sourceName: "x.rdf"))
        #expect(bad?.offendingText == "rdf:nodeID=\"a b\"")
        #expect(bad?.description.hasPrefix("x.rdf:2:1: ") == true)
        #expect(error(Array("<e:T xmlns:e='e:'>\n<f:p/></e:T>".utf8))?.offendingText == "<f:p/></e:T>")
        #expect(error(Array("<e:T xmlns:e='e:'>\n".utf8))?.offendingText == "")
    }

    @Test func entitiesCannotGrowWithoutBound() {
        var laughs = "<!DOCTYPE r [<!ENTITY a0 'ha'>"
        for level in 1..<30 {
            laughs += "<!ENTITY a\(level) '" + String(repeating: "&a\(level - 1);", count: 10) + "'>"
        }
        laughs += "]><e:T xmlns:e='http://e/'><e:p>&a29;</e:p></e:T>"
        #expect(error(Array(laughs.utf8))?.problem == .xmlExpansion)
        // One large entity, many times: in text, and in attributes.
        let large = "<!DOCTYPE r [<!ENTITY a '" + String(repeating: "x", count: 200_000) + "'>]>"
        let text = large + "<e:T xmlns:e='http://e/'>" + String(repeating: "<e:p>&a;</e:p>", count: 50_000) + "</e:T>"
        #expect(error(Array(text.utf8))?.problem == .xmlExpansion)
        let attributes = large + "<e:T xmlns:e='http://e/'>" + String(repeating: "<e:p e:q='&a;'/>", count: 50_000)
        #expect(error(Array(attributes.utf8))?.problem == .xmlExpansion)
    }

    @Test func namespacesCannotGrowWithoutBound() {
        let long = "http://" + String(repeating: "x", count: 3000)
        let text =
            "<e:T xmlns:e='http://e/' xmlns:f='\(long)'><e:p rdf:parseType='Literal' xmlns:rdf='\(RDF.namespace)'>"
            + String(repeating: "<f:p/>", count: 200_000)
        #expect([.xmlExpansion, .termTooLong].contains(error(Array(text.utf8))?.problem))
        let longer = Array("<e:T xmlns:e='http://e/\(long)\(long)'/>".utf8)
        #expect(error(longer)?.problem == .xmlNameTooLong)
        #expect(error(Array("<e:T xmlns:e='e:' xml:base='\(long)\(long)'/>".utf8))?.problem == .xmlNameTooLong)
        #expect(
            error(Array("<e:T xmlns:e='e:' xml:lang='a\(String(repeating: "-a", count: 200))'/>".utf8))?.problem
                == .badLanguage)
    }

    @Test func depthAndNumbersAreBounded() {
        let deep = "<e:T xmlns:e='http://e/'>" + String(repeating: "<e:p><e:T>", count: 100_000)
        #expect(error(Array(deep.utf8))?.problem == .tooDeep)
        let literal =
            "<e:T xmlns:e='http://e/'><e:p rdf:parseType='Literal' xmlns:rdf='\(RDF.namespace)'>"
            + String(repeating: "<e:x>", count: 200_000)
        #expect(error(Array(literal.utf8))?.problem == .tooDeep)
        let many = (0..<200_000).map { " e:p\($0)=''" }.joined()
        #expect(error(Array("<e:T xmlns:e='http://e/'\(many)/>".utf8))?.problem == .tooManyAttributes)
        let prefixes = (0..<200_000).map { " xmlns:p\($0)='p:'" }.joined()
        #expect(error(Array("<e:T xmlns:e='http://e/'\(prefixes)/>".utf8))?.problem == .tooManyPrefixes)
    }

    @Test func lengthsAreBounded() throws {
        var options = RDFReaderOptions()
        options.limits.termBytes = 1000
        options.limits.statementBytes = 100_000
        let long = String(repeating: "x", count: 1001)
        func problem(_ body: String) -> SyntaxMessage? {
            error(Array("<e:T xmlns:e='http://e/' xmlns:rdf='\(RDF.namespace)'>\(body)</e:T>".utf8), options: options)?
                .problem
        }
        #expect(problem("<e:p>\(long)</e:p>") == .termTooLong)
        #expect(problem("<e:p e:q='\(long)'/>") == .termTooLong)
        #expect(problem("<e:p rdf:parseType='Literal'>\(long)</e:p>") == .termTooLong)
        #expect(problem("<e:p rdf:parseType='Literal'><\(long)/></e:p>") == .termTooLong)
        // A tag that never ends is not kept for ever.
        let endless = Array(("<e:T xmlns:e='http://e/' e:p='" + String(repeating: "x", count: 1_000_000)).utf8)
        var reader = try RDFReader(format: .rdfxml, options: options)
        var sink = QuadCollector()
        var offset = 0
        let found = #expect(throws: RDFSyntaxError.self) {
            while offset < endless.count {
                let end = min(offset + 10_000, endless.count)
                try reader.read(endless[offset..<end].span, isFinal: false, into: &sink)
                offset = end
            }
        }
        #expect(found?.problem == .statementTooLong)
        #expect(offset < 300_000)
    }

    @Test func badUTF8IsAnErrorWhereItStands() {
        for bad in [[0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC3]] as [[UInt8]] {
            let bytes = Array("<e:T xmlns:e='http://e/'>\n<e:p>é".utf8) + bad + Array("</e:p></e:T>".utf8)
            let found = error(bytes)
            #expect(found?.problem == .badUTF8 || bad == [0xC3])
            #expect(found.map { "\($0.range.lowerBound)" } == "2:7", "\(found?.description ?? "")")
        }
    }
}
