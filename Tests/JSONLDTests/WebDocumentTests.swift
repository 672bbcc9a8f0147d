import JSONLD
import JSONText
import Localization
import Testing

/// What a loader makes of media types, links and pages.
@Suite struct WebDocumentTests {
    /// A web of a few pages.
    private struct Web: ResourceFetcher {
        var pages: [String: FetchedResource] = [:]

        init(_ pages: [(iri: String, type: String, links: [String], text: String)]) {
            for page in pages {
                self.pages[page.iri] = FetchedResource(
                    location: page.iri, contentType: page.type, links: page.links, bytes: Array(page.text.utf8))
            }
        }

        func fetch(_ iri: String, accepting mediaTypes: String) throws(JSONLDError) -> FetchedResource {
            guard let page = pages[iri] else { throw JSONLDError(.loadingDocumentFailed, .notAtHand, iri) }
            return page
        }
    }

    private func expand(
        _ iri: String = "http://a/page", type: String, links: [String] = [], _ text: String,
        others: [(iri: String, type: String, links: [String], text: String)] = [],
        _ change: (inout JSONLDOptions) -> Void = { _ in }
    ) throws -> JSONValue {
        var options = JSONLDOptions()
        change(&options)
        let address = String(iri.split(separator: "#")[0])
        let web = Web([(address, type, links, text)] + others)
        return try JSONLDProcessor(options: options, loader: WebDocumentLoader(web)).expand(.string(iri))
    }

    private func code(at iri: String = "http://a/page", _ text: String, type: String = "text/html") -> JSONLDError.Code?
    {
        #expect(throws: JSONLDError.self) { try expand(iri, type: type, text) }?.code
    }

    private let one = #"{"http://p/q": 1}"#
    private let script = #"<script type="application/ld+json">"#

    /// The contexts of a run are bounded together, and one that is named again costs nothing.
    @Test func contextsAreBoundedTogether() throws {
        let pages = (0..<10).map { number in
            (
                iri: "http://c/\(number)", type: "application/ld+json", links: [String](),
                text: #"{"@context":{"t":"http://p/"}}"#
            )
        }
        func code(_ contexts: [Int], _ bounds: RemoteBounds) throws -> JSONLDError.Code? {
            let loader = WebDocumentLoader(Web(pages), bounds: bounds)
            let names = contexts.map { JSONValue.string("http://c/\($0)") }
            do {
                _ = try JSONLDProcessor(loader: loader).expand(["@context": .array(names), "t": "x"])
                return nil
            } catch { return error.code }
        }
        var bounds = RemoteBounds()
        bounds.contexts = 5
        #expect(try code(Array(0..<5) + Array(0..<5), bounds) == nil)
        #expect(try code(Array(0..<6), bounds) == .limitExceeded)
        bounds = RemoteBounds()
        bounds.bytes = 100
        #expect(try code([0, 1, 0, 1], bounds) == nil)
        #expect(try code(Array(0..<4), bounds) == .limitExceeded)
        bounds = RemoteBounds()
        bounds.time = .zero - .seconds(1)
        #expect(try code([0], bounds) == .limitExceeded)
    }

    @Test func tagsThatAreTextBeginNoScript() throws {
        let decoys = [
            "<!-- \(script)[]</script> -->", "<style>\(script)[]</style>", "<title>\(script)[]</title>",
            "<textarea>\(script)[]</TextArea >", "<template><p>\(script)[]</script></template>",
            "<script>'<!-- <script>' + '</script>' /* --> */</script>", "<p a='\(script)[]</script>'>",
            "< \(script.dropFirst())",
        ]
        for decoy in decoys {
            let result = try expand(type: "text/html; charset=utf-8", "<html>\(decoy)\(script)\(one)</script>")
            #expect(result == [["http://p/q": [["@value": 1]]]], "\(decoy)")
        }
    }

    @Test func attributesAreReadAsBrowsersDo() throws {
        for tag in [
            "<SCRIPT TYPE=application/ld+json>", "<script\ntype = 'Application/LD+JSON;profile=x' >",
            "<script a=b/c type=\"application/ld&#43;json\">", "<script/ type=application/ld+json type=text/x>",
        ] {
            #expect(
                try expand(type: "text/html", tag + one + "</script>") == [["http://p/q": [["@value": 1]]]], "\(tag)")
        }
    }

    @Test func xhtmlHasReferencesAndSections() throws {
        let page =
            "<html xmlns='http://www.w3.org/1999/xhtml'><h:script type='application/ld+json'><![CDATA[{]]>"
            + "&quot;http://p/q&quot;: &#x31;<!-- , -->}</h:script></html>"
        #expect(try expand(type: "application/xhtml+xml", page) == [["http://p/q": [["@value": 1]]]])
    }

    @Test func aFragmentNamesAScriptThatIsThere() throws {
        let page = "<p id=a></p><script id='b c' type='application/ld+json'>\(one)</script>\(script)[]</script>"
        #expect(try expand("http://a/page#b%20c", type: "text/html", page) == [["http://p/q": [["@value": 1]]]])
        #expect(code(at: "http://a/page#a", page) == .loadingDocumentFailed)
        #expect(code(at: "http://a/page#z", page) == .loadingDocumentFailed)
    }

    @Test func aScriptThatIsNoJSONIsNamedByItsPlaceInThePage() throws {
        let error = #expect(throws: JSONLDError.self) {
            try expand(type: "text/html", "<html>\n\(script)\n{\"a\" 1}</script>")
        }
        #expect(error?.code == .invalidScriptElement)
        #expect(error?.message.hasPrefix("the script is not JSON: 3:6: ") == true, "\(error?.message ?? "")")
    }

    @Test func pagesThatEndEarlyEnd() {
        for page in [
            "<", "<a", "<a b", "<a b=", "<a b='", "<!", "<!--", "</", script, script + "<!--<script>", "<title>",
        ] {
            #expect(code(page) == .loadingDocumentFailed || code(page) == .invalidScriptElement, "\(page)")
        }
        #expect(code(String(repeating: "<a b='&", count: 100_000)) == .loadingDocumentFailed)
    }

    @Test func linksAreReadWithTheirQuotes() throws {
        let context = #"<ctx,1>; title="a, <b>; rel=x\","; rel="next http://www.w3.org/ns/json-ld#context""#
        let other = ("http://a/ctx,1", "application/ld+json", [String](), #"{"@context": {"q": "http://p/q"}}"#)
        let result = try expand(
            type: "application/json", links: ["<http://z/>; rel=prev, " + context], #"{"q": 1}"#, others: [other])
        #expect(result == [["http://p/q": [["@value": 1]]]])
    }

    @Test func alternatesThatSendInCirclesEnd() {
        let link = #"<page>; rel="alternate"; type="application/ld+json""#
        let error = #expect(throws: JSONLDError.self) { try expand(type: "text/html", links: [link], "") }
        #expect(error?.code == .loadingDocumentFailed)
    }

    @Test func otherTypesAreRefused() {
        for type in ["text/plain", "", "application/jsonx", "text/turtle"] {
            #expect(code(one, type: type) == .loadingDocumentFailed, "\(type)")
        }
    }
}
