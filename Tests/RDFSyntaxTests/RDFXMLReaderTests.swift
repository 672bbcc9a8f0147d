import Localization
import RDFCanon
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// RDF/XML that is right, against the same in Turtle.
@Suite struct RDFXMLReaderTests {
    static let declarations = """
        xmlns:rdf="\(RDF.namespace)" xmlns:e="http://e/" xmlns:its="http://www.w3.org/2005/11/its"
        """
    private static let turtle = """
        PREFIX rdf: <\(RDF.namespace)> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> PREFIX e: <http://e/>
        BASE <http://b/c/d>
        """

    static func document(_ body: String, attributes: String = "") -> [UInt8] {
        Array("<rdf:RDF \(declarations) \(attributes)>\(body)</rdf:RDF>".utf8)
    }

    private static let options = RDFReaderOptions(base: IRI(unchecked: "http://b/c/d"), sourceName: "x.rdf")

    static let pairs: [(xml: String, turtle: String)] = [
        ("", ""),
        ("<e:T/>", "[] a e:T ."),
        ("<e:T rdf:about='a' e:p='x' rdf:type='../t'/>", "<http://b/c/a> a e:T, <http://b/t> ; e:p 'x' ."),
        ("<e:T rdf:ID='a'><e:p rdf:resource=''/></e:T>", "<http://b/c/d#a> a e:T ; e:p <http://b/c/d> ."),
        (
            "<e:T xml:base='http://n/m#f' rdf:ID='a'><e:p rdf:resource='x' xml:base='y/'/></e:T>",
            "<http://n/m#a> a e:T ; e:p <http://n/y/x> ."
        ),
        ("<rdf:Description rdf:nodeID='x'><e:p rdf:nodeID='x'/></rdf:Description>", "_:x e:p _:x ."),
        ("<rdf:Description rdf:nodeID='x.'><e:p rdf:nodeID='x.'/></rdf:Description>", "_:x e:p _:x ."),
        (
            "<e:T xml:lang='FR'><e:p>é</e:p><e:p xml:lang=''>é</e:p><e:p xml:lang='en' e:q='x'/></e:T>",
            "[] a e:T ; e:p 'é'@fr, 'é', [ e:q 'x'@en ] ."
        ),
        (
            "<rdf:Description><e:p> x\n &lt;<![CDATA[<&]]></e:p><e:p/><e:p></e:p><e:q> </e:q></rdf:Description>",
            "[] e:p ''' x\n <<&''', '' ; e:q ' ' ."
        ),
        (
            "<rdf:Description><e:p rdf:datatype='http://www.w3.org/2001/XMLSchema#byte'>1</e:p>"
                + "<e:p rdf:datatype='http://www.w3.org/2001/XMLSchema#string'>1</e:p><e:q rdf:datatype='d'/>"
                + "<e:q xml:base='http://o/' rdf:datatype='d'/></rdf:Description>",
            "[] e:p '1'^^xsd:byte, '1' ; e:q ''^^<http://b/c/d>, ''^^<http://o/d> ."
        ),
        (
            "<rdf:Bag><rdf:li>a</rdf:li><rdf:_5>b</rdf:_5><rdf:li><rdf:Seq><rdf:li>c</rdf:li></rdf:Seq></rdf:li></rdf:Bag>",
            "[] a rdf:Bag ; rdf:_1 'a' ; rdf:_5 'b' ; rdf:_2 [ a rdf:Seq ; rdf:_1 'c' ] ."
        ),
        (
            "<e:T rdf:about='a'><e:p rdf:ID='i'>x</e:p></e:T>",
            "<a> a e:T ; e:p 'x' . <#i> a rdf:Statement ; rdf:subject <a> ; rdf:predicate e:p ; rdf:object 'x' ."
        ),
        (
            "<e:T rdf:about='a'><e:p rdf:parseType='Collection'><e:T rdf:about='b'/><e:T/></e:p>"
                + "<e:q rdf:parseType='Collection'/></e:T>",
            "<b> a e:T . <a> a e:T ; e:p ( <b> [ a e:T ] ) ; e:q () ."
        ),
        (
            "<rdf:Description><e:p rdf:parseType='Resource'><e:q>x</e:q><rdf:li>y</rdf:li></e:p>"
                + "<e:p rdf:parseType='Resource'/></rdf:Description>",
            "[] e:p [ e:q 'x' ; rdf:_1 'y' ], [] ."
        ),
        (
            "<rdf:Description about='a'><e:p resource='b'/><e:q parseType='Literal'/></rdf:Description>",
            "<a> e:p <b> ; e:q ''^^rdf:XMLLiteral ."
        ),
        (
            "<e:T xml:space='preserve' xml:foo='x' xmlfoo='y'><e:p rdf:resource='b'>\n</e:p></e:T>",
            "[] a e:T ; e:p <b> ."
        ),
        (
            "<e:T rdf:about='a'><e:p rdf:annotation='r' rdf:resource='b'/><e:q rdf:annotationNodeID='n'>x</e:q></e:T>",
            "<a> a e:T ; e:p <b> ~ <r> ; e:q 'x' ~ _:n ."
        ),
        (
            "<e:T rdf:about='a' rdf:version='1.2'><e:p rdf:parseType='Triple'><e:U rdf:about='b'/></e:p></e:T>",
            "<a> a e:T ; e:p <<( <b> a e:U )>> ."
        ),
        ("<e:T rdf:about='a'><e:p rdf:parseType='Triple'><e:U rdf:about='b'/></e:p></e:T>", "<a> a e:T ."),
        (
            "<e:T xml:lang='ar' its:dir='rtl' its:version='2.0' rdf:version='1.2'><e:p>x</e:p><e:p its:dir=''>y</e:p></e:T>",
            "[] a e:T ; e:p 'x'@ar--rtl, 'y'@ar ."
        ),
        ("<e:T xml:lang='ar' its:dir='rtl'><e:p>x</e:p></e:T>", "[] a e:T ; e:p 'x'@ar ."),
    ]

    @Test(arguments: pairs) func meansTheSame(_ xml: String, _ turtle: String) throws {
        let quads = try RDFDocument(Self.document(xml), format: .rdfxml, options: Self.options).quads
        let expected = try RDFDocument(Array((Self.turtle + turtle).utf8), format: .turtle, options: Self.options)
        #expect(try DatasetIsomorphism.areIsomorphic(quads, expected.quads), "\(quads)")
        for size in [1, 5, 64] {
            #expect(try readInChunks(Self.document(xml), of: size, .rdfxml, options: Self.options) == quads)
        }
    }

    @Test(arguments: [
        ("<br /> &amp; <![CDATA[<]]>&#13;", "<br></br> &amp; &lt;&#xD;"),
        (
            "<e:a e:z='1' b='&quot;&#9;' e:c='>'/>",
            "<e:a xmlns:e=\"http://e/\" b=\"&quot;&#x9;\" e:c=\">\" e:z=\"1\"></e:a>"
        ),
        ("<e:a><e:b/></e:a><e:b/>", "<e:a xmlns:e=\"http://e/\"><e:b></e:b></e:a><e:b xmlns:e=\"http://e/\"></e:b>"),
        ("<a xmlns='u:u'><b xmlns=''/></a>", "<a xmlns=\"u:u\"><b xmlns=\"\"></b></a>"),
        ("<?p  q?><!--c--><a xml:lang='fr'/>", "<?p q?><!--c--><a xml:lang=\"fr\"></a>"),
        ("x<rdf:RDF/>y", "x<rdf:RDF xmlns:rdf=\"\(RDF.namespace)\"></rdf:RDF>y"),
    ])
    func literalsOfXMLAreCanonical(_ content: String, _ expected: String) throws {
        for type in ["Literal", "anything"] {
            let body = "<rdf:Description><e:p rdf:parseType='\(type)'>\(content)</e:p></rdf:Description>"
            let quads = try RDFDocument(Self.document(body), format: .rdfxml).quads
            #expect(quads.map(\.object) == [.literal(Literal(expected, datatype: RDF.xmlLiteral))])
            #expect(try readInChunks(Self.document(body), of: 3, .rdfxml) == quads)
        }
    }

    /// A reader that does not validate need not read an external subset, nor what no text uses.
    @Test(arguments: [
        "<!DOCTYPE rdf:RDF SYSTEM \"x.dtd\">", "<!DOCTYPE rdf:RDF PUBLIC '-//x>[' \"http://x/y.dtd\" >",
        "<?xml version=\"1.0\"?><!-- <!DOCTYPE a SYSTEM 'b'> --> <?p <?>\n<!DOCTYPE rdf:RDF SYSTEM\n'x'\n[<!ENTITY o 'v'>]>",
        "\u{FEFF}<!DOCTYPE rdf:RDF SYSTEM '&#60;]>' [<!ENTITY o \"v\">]>",
        "<!DOCTYPE rdf:RDF [<!ENTITY x SYSTEM 'file:///etc/passwd'><!NOTATION n SYSTEM 'n'><!ENTITY y SYSTEM 'y' NDATA n>]>",
    ])
    func anExternalSubsetIsPassedOver(_ prolog: String) throws {
        let text = prolog.contains("<!ENTITY o") ? "&o;" : "v"
        let document = Array(prolog.utf8) + Self.document("<e:T><e:p>\(text)</e:p></e:T>")
        let quads = try RDFDocument(document, format: .rdfxml).quads
        #expect(quads.count == 2 && quads.last?.object == .literal(Literal("v")), "\(quads)")
        for size in [1, 2, 3, 7, 64] { #expect(try readInChunks(document, of: size, .rdfxml) == quads) }
    }

    @Test(arguments: ["UTF-8", "UTF-16", "ISO-8859-1", "windows-1252", "US-ASCII"])
    func encodingsAreRead(_ encoding: String) throws {
        let text = encoding == "US-ASCII" ? "a&#233;" : encoding == "windows-1252" ? "aé€" : "aé"
        let xml = "<?xml version='1.0' encoding='\(encoding)'?><e:T xmlns:e='http://e/' e:p='\(text)'/>"
        let bytes: [UInt8] =
            switch encoding {
            case "UTF-16": [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
            case "UTF-8": [0xEF, 0xBB, 0xBF] + Array(xml.utf8)
            default: xml.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8($0.value) }
            }
        let value = encoding == "windows-1252" ? "aé€" : "aé"
        for quads in [
            try RDFDocument(bytes, format: .rdfxml).quads, try readInChunks(bytes, of: 1, .rdfxml),
        ] {
            #expect(quads.contains { $0.object == .literal(Literal(value)) })
        }
    }

    /// A new prefix for each element, as Raptor writes them: the limit is that of one tag.
    @Test func anyNumberOfElementsMayDeclareAPrefix() throws {
        var options = RDFReaderOptions()
        options.limits.prefixes = 10
        let elements = (0..<100).map { "<p\($0):T xmlns:p\($0)='http://e/\($0)#'/>" }.joined()
        let text = "<rdf:RDF xmlns:rdf='\(RDF.namespace)'>\(elements)</rdf:RDF>"
        let document = try RDFDocument(Array(text.utf8), format: .rdfxml, options: options)
        #expect(document.quads.count == 100)
        #expect(document.prefixes.pairs.count == 10)
    }

    @Test func prefixesAreHandedOn() throws {
        let document = try RDFDocument(
            Self.document("<e:T xmlns:f='http://f/' xmlns='http://d/'><f:p/><f:q xmlns:f='http://g/'/></e:T>"),
            format: .rdfxml)
        #expect(document.prefixes["e"] == IRI(unchecked: "http://e/"))
        #expect(document.prefixes["f"] == IRI(unchecked: "http://f/"))
        #expect(document.prefixes[""] == IRI(unchecked: "http://d/"))
    }

    @Test func anErrorLeavesNothingOfAWholeDocument() throws {
        let bytes = Self.document("<e:T/><e:T/>").dropLast(2)
        var sink = QuadCollector()
        #expect(throws: RDFSyntaxError.self) {
            try RDFReader.read(Array(bytes).span, format: .rdfxml, into: &sink)
        }
        #expect(sink.count == 0)
        // A stream gives what it has: its caller discards.
        var reader = try RDFReader(format: .rdfxml)
        var stream = QuadCollector()
        #expect(throws: RDFSyntaxError.self) { try reader.read(Array(bytes).span, isFinal: true, into: &stream) }
        #expect(stream.count == 2)
    }

    @Test func whatNeedsRDF12IsRefusedIn11() throws {
        for body in [
            "<e:T rdf:version='1.2'/>", "<e:T><e:p rdf:annotation='http://r/'>x</e:p></e:T>",
            "<e:T><e:p rdf:parseType='Triple'/></e:T>",
        ] {
            let error = #expect(throws: RDFSyntaxError.self) {
                try RDFDocument(Self.document(body), format: .rdfxml, options: RDFReaderOptions(version: .rdf11))
            }
            #expect(error?.problem == .needsRDF12)
        }
        let plain = Self.document("<e:T rdf:version='1.1'/>")
        #expect(try RDFDocument(plain, format: .rdfxml, options: RDFReaderOptions(version: .rdf11)).quads.count == 1)
    }
}
