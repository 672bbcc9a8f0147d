/// Why a text is no regular expression of XPath.
///
/// In a query it becomes an expression error; it is spelled out for those who explain one.
struct XPathRegexError: Error, Hashable {
    /// What is wrong, in a few words.
    let reason: String
}
