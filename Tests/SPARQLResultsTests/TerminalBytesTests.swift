import SPARQLResults
import Testing

/// Data on its way to a terminal.
@Suite struct TerminalBytesTests {
    /// Texts, and how a terminal has them.
    static let texts = [
        ("a\tb\n", "a\tb\n"), ("é 漢 😀 \u{202F};", "é 漢 😀 \u{202F};"), ("1,2\r\n", "1,2\r\n"), ("a\rb", "a\\rb"),
        ("\u{1B}[31m", "\\u001B[31m"), ("\u{7F}", "\\u007F"), ("\u{9B}m", "\\u009Bm"), ("\u{202E}x", "\\u202Ex"),
        ("\u{2066}x", "\\u2066x"), ("\u{2028}", "\\u2028"), ("\u{0}", "\\u0000"),
    ]

    /// Whatever pieces it comes in.
    @Test(arguments: texts) func controlsAreShown(_ text: String, _ shown: String) {
        let bytes = Array((text + "end").utf8)
        for cut in 0...bytes.count {
            var terminal = TerminalBytes()
            let pieces = [Array(bytes[..<cut]), Array(bytes[cut...])].map { terminal.escaped($0) }
            #expect(String(decoding: pieces[0] + pieces[1], as: UTF8.self) == shown + "end", "\(cut)")
        }
    }

    @Test func linesStayLines() {
        #expect(TerminalText.escapedLines("a\u{1B}\n\tb\r") == "a\\u001B\n\tb\\r")
    }
}
