/// The tests that we know we fail, by test IRI, each with the reason. They run as known issues, so that a fix shows
/// up by itself.
enum KnownFailures {
    static let reasons: [String: String] = [
        "https://w3c.github.io/json-ld-framing/tests/frame-manifest#t0059":
            "@embed: @last is of JSON-LD 1.0 alone: 1.1 has @once, which embeds the first"
    ]
}
