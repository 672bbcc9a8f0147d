import RDFModel
import SPARQLResults
import Testing

/// Markdown and HTML: what stands in the data is shown, and never taken for markup.
@Suite struct PageWriterTests {
    private static let table = SolutionTable(
        variables: ["org", "name", "members"],
        rows: [
            [
                .iri(IRI(unchecked: "https://example.org/a_(b)|c")),
                .literal(Literal("<script>|*x*`\n", language: "fr")),
                .literal(Literal("12", datatype: XSD.integer)),
            ],
            [.iri(IRI(unchecked: "javascript:alert(1)")), nil, nil],
            [
                .iri(IRI(unchecked: "https://example.org/o/rqmo")),
                .literal(Literal("\u{5D0}\u{1B}[2J", language: "he", direction: .rightToLeft)),
                .literal(Literal("3", datatype: XSD.integer)),
            ],
        ])
    private static let display = TermDisplay(prefixes: ["o": IRI(unchecked: "https://example.org/o/")], language: "en")

    @Test func markdown() {
        var bytes: [UInt8] = []
        MarkdownWriter(display: Self.display).write(Self.table, to: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self) == #"""
                | org | name | members |
                | --- | --- | ---: |
                | <https://example.org/a_%28b%29%7Cc> | \<script\>\|\*x\*\`\\n @fr | 12 |
                | \<javascript:alert(1)\> |  |  |
                | [o:rqmo](https://example.org/o/rqmo) | א\\u001B\[2J @he--rtl | 3 |

                """#)
    }

    @Test func html() {
        var bytes: [UInt8] = []
        HTMLWriter(display: Self.display, language: "en", title: "A <b>").write(Self.table, to: &bytes)
        let page = String(decoding: bytes, as: UTF8.self)
        for piece in [
            "<!DOCTYPE html>\n<html lang=\"en\">", "<meta charset=\"utf-8\">", "<title>A &lt;b&gt;</title>",
            "<caption id=\"title\">A &lt;b&gt;</caption>", "<th scope=\"col\">name</th>",
            "<td><a href=\"https://example.org/a_(b)|c\" rel=\"nofollow\">https://example.org/a_(b)|c</a></td>",
            "<td lang=\"fr\" dir=\"auto\">&lt;script&gt;|*x*`\\n <small>@fr</small></td><td class=\"number\">12</td>",
            "<td>&lt;javascript:alert(1)&gt;</td><td></td>", "dir=\"rtl\">", "\\u001B[2J",
            "<a href=\"https://example.org/o/rqmo\" rel=\"nofollow\">o:rqmo</a>", "</html>\n",
        ] { #expect(page.contains(piece), "\(piece)") }
        #expect(!page.contains("<script") && !page.contains("href=\"javascript") && !page.contains("\u{1B}"))
    }

    @Test func aPageMayHoldOneAnswer() {
        var bytes: [UInt8] = []
        HTMLWriter(display: TermDisplay(), language: "fr", title: "Q").write("oui", to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self).contains("<h1>Q</h1>\n<p>oui</p>"))
    }
}
