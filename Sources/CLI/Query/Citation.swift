internal import Localization
internal import Publishing

/// What it takes to cite an answer: what was asked, and of which data.
struct Citation {
    /// The text of the query.
    let query: String
    /// The receipt of the bundle.
    let receipt: Receipt

    /// The lines of the citation.
    var lines: [String] {
        [
            QueryMessage.citeData.text(in: .current, receipt.dataset, receipt.version, receipt.issued),
            QueryMessage.citeHash.text(in: .current, receipt.canonicalHash),
            QueryMessage.citeLicence.text(in: .current, receipt.licence),
            QueryMessage.citeQuery.text(in: .current),
        ]
            + query.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace) }
            .map { "    " + $0 }
    }
}
