internal import Localization
internal import RDFCanon
internal import RDFModel
internal import SPARQLAlgebra

/// The forms of a citation.
enum CitationFormat: String, CaseIterable {
    case text, bibtex
    case csl = "csl-json"

    /// The form of a name; `csl` and `bib` are let through.
    /// - Throws: ``Exit`` for a name that is none.
    init(named name: String) throws {
        let aliases: [String: CitationFormat] = ["csl": .csl, "bib": .bibtex, "txt": .text]
        guard let format = CitationFormat(rawValue: name.lowercased()) ?? aliases[name.lowercased()] else {
            throw Exit(
                .usage, CitationMessage.unknownFormat, name, Self.allCases.map(\.rawValue).joined(separator: ", "))
        }
        self = format
    }
}

/// What it takes to cite an answer: what was asked, of which data, with what, and when.
struct Citation {
    /// What the question is called; `nil` for a query without a title.
    let title: String?
    /// The text of the query that ran: its values in their places, its prefixes declared.
    let query: String
    /// The data that was asked.
    let sources: [AskedSource]
    /// The day on which it was asked.
    let day: CitationDay

    /// A citation of a query that ran.
    init(of query: Query, title: String?, shortenedBy prefixes: PrefixMap, sources: [AskedSource], day: CitationDay) {
        self.title = title
        self.query = query.sparqlText(shortenedBy: prefixes)
        self.sources = sources
        self.day = day
    }

    /// The name of the answer among other works: short, and the same for the same question to the same data.
    var key: String {
        let asked = sources.flatMap(\.files).map(\.sha256) + [query]
        let hash = HashAlgorithm.sha256.hexadecimalDigest(of: Array(asked.joined(separator: "\n").utf8))
        return "lys-" + hash.prefix(12)
    }

    /// The lines for people to read.
    var lines: [String] {
        sources.flatMap { source in
            [say(.data, source.summary)] + source.details.map { "  " + $0 }
        } + [
            say(.asked, day.description, Lys.version), title.map { say(.queryTitle, $0) } ?? say(.query),
        ] + query.split(separator: "\n").map { "    " + $0 }
    }

    private func say(_ message: CitationMessage, _ arguments: String...) -> String {
        message.text(in: .current, arguments: arguments)
    }
}

extension AskedSource {
    /// Title, version, day, publisher and IRI.
    fileprivate var summary: String {
        let parts: [String?] = [
            title, description?.version.map { CitationMessage.version.text(in: .current, $0) }, description?.issued,
            description.flatMap { $0.publishers.isEmpty ? nil : $0.publishers.joined(separator: ", ") }, iri,
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    /// Files with their hashes, the hash of the graph, the licence; what other forms put into a note.
    var details: [String] {
        var lines = files.map { file in
            let message: CitationMessage = file.graph == nil ? .file : .fileOfGraph
            var arguments = [file.name, String(file.bytes), file.sha256]
            if let graph = file.graph { arguments.append(graph.description) }
            return message.text(in: .current, arguments: arguments)
        }
        if let canonicalHash { lines.append(CitationMessage.graphHash.text(in: .current, canonicalHash)) }
        if isAltered { lines.append(CitationMessage.altered.text(in: .current)) }
        lines.append(
            description?.licence.map { CitationMessage.licence.text(in: .current, $0) }
                ?? CitationMessage.noLicence.text(in: .current))
        return lines
    }
}
