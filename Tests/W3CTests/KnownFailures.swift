/// The tests that we know we fail, by test IRI, each with the reason. They run as known issues, so that a fix shows
/// up by itself.
enum KnownFailures {
    static let reasons: [String: String] = [:]
}
