internal import JSONText
internal import Localization

/// A citation as items of CSL-JSON, which reference managers read: the answer, and each thing that was asked.
/// - Spec: <https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html>
struct CSLCitation {
    private let citation: Citation

    init(_ citation: Citation) { self.citation = citation }

    /// The items of several citations as one array, each once.
    static func lines(_ citations: [Citation]) -> [String] {
        var seen: Set<String> = []
        let items = citations.flatMap { CSLCitation($0).items }.filter { item in
            seen.insert(item["id"]?.string ?? "").inserted
        }
        return [JSONWriter(layout: .pretty).string(.array(items))]
    }

    private var items: [JSONValue] { [answer] + zip(citation.sources, BibTeXCitation.keys(citation.sources)).map(item) }

    private var accessed: JSONValue {
        let day = citation.day
        return Self.date([day.year, day.month, day.day])
    }

    private var answer: JSONValue {
        let asked = CitationMessage.asked.text(in: .current, citation.day.description, Lys.version)
        return [
            "id": .string(citation.key), "type": "dataset",
            "title": .string(citation.title ?? CitationMessage.answerTo.text(in: .current)),
            "issued": accessed, "accessed": accessed, "language": .string(Language.current.rawValue),
            "genre": "SPARQL", "medium": .string("Lys " + Lys.version), "note": .string(asked),
            "annote": .string(citation.query),
        ]
    }

    private func item(_ source: AskedSource, _ key: String) -> JSONValue {
        let description = source.description
        var item: JSONObject = ["id": .string(key), "type": "dataset", "title": .string(source.title)]
        if let publishers = description?.publishers, !publishers.isEmpty {
            item["author"] = .array(publishers.map { ["literal": .string($0)] })
            item["publisher"] = .string(publishers.joined(separator: ", "))
        }
        if let issued = description?.issued {
            let parts = issued.split(separator: "-").compactMap { Int($0) }
            // What is no date of the calendar is kept as it was written.
            let isDate = (1...3).contains(parts.count) && issued.first != "-"
            item["issued"] = isDate ? Self.date(parts) : ["literal": .string(issued)]
        }
        if let version = description?.version { item["version"] = .string(version) }
        if let iri = source.iri { item["URL"] = .string(iri) }
        item["accessed"] = accessed
        item["note"] = .string(source.details.joined(separator: "; "))
        return .object(item)
    }

    private static func date(_ parts: [Int]) -> JSONValue {
        ["date-parts": .array([.array(parts.map { .number(JSONNumber($0)) })])]
    }
}
