internal import Localization

/// A citation as entries of BibTeX: one for the answer, one for each thing that was asked.
///
/// `@misc` is what both BibTeX and biblatex know; fields that only one of them knows are passed over by the other.
struct BibTeXCitation {
    private let citation: Citation

    init(_ citation: Citation) { self.citation = citation }

    /// The entries of several citations, each once, with an empty line between them.
    static func lines(_ citations: [Citation]) -> [String] {
        var seen: Set<[String]> = []
        let entries = citations.flatMap { BibTeXCitation($0).entries }.filter { seen.insert($0).inserted }
        return Array(entries.joined(separator: [""]))
    }

    private var entries: [[String]] {
        let keys = Self.keys(citation.sources)
        return [answer(keys)] + zip(citation.sources, keys).map(entry)
    }

    private func answer(_ keys: [String]) -> [String] {
        let title = citation.title ?? CitationMessage.answerTo.text(in: .current)
        return Self.entry(
            citation.key,
            [
                ("title", "{" + Self.escaped(title) + "}"),
                ("howpublished", Self.escaped("SPARQL, Lys " + Lys.version)),
                ("year", String(citation.day.year)), ("month", String(citation.day.month)),
                ("urldate", citation.day.description),
                ("note", Self.escaped(CitationMessage.asked.text(in: .current, citation.day.description, Lys.version))),
                ("related", keys.joined(separator: ",")),
                ("annote", Self.escaped(citation.query)),
            ])
    }

    private func entry(_ source: AskedSource, _ key: String) -> [String] {
        let description = source.description
        var fields: [(String, String)] = [("title", "{" + Self.escaped(source.title) + "}")]
        if let publishers = description?.publishers, !publishers.isEmpty {
            // In braces a name is that of a body, and is not taken apart.
            fields.append(("author", publishers.map { "{" + Self.escaped($0) + "}" }.joined(separator: " and ")))
        }
        if let issued = description?.issued {
            fields.append(("date", Self.escaped(issued)))
            if let year = Int(issued.prefix(4)), year > 999 { fields.append(("year", String(year))) }
        }
        if let version = description?.version { fields.append(("version", Self.escaped(version))) }
        if let iri = source.iri { fields.append(("url", Self.address(iri))) }
        fields.append(("urldate", citation.day.description))
        fields.append(("note", Self.escaped(source.details.joined(separator: "; "))))
        return Self.entry(key, fields)
    }

    private static func entry(_ key: String, _ fields: [(String, String)]) -> [String] {
        ["@misc{" + key + ","] + fields.map { "  \($0.0) = {\($0.1)}," } + ["}"]
    }

    /// Names for the entries, from what the files are called and what they hold.
    static func keys(_ sources: [AskedSource]) -> [String] {
        sources.map { source in
            let name = (source.files.first?.name ?? "data").prefix { $0 != "." }
            let plain = name.utf8.map { byte -> UInt8 in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    byte
                default: UInt8(ascii: "-")
                }
            }
            return String(decoding: plain, as: UTF8.self) + "-" + (source.files.first?.sha256.prefix(12) ?? "")
        }
    }

    /// A text for LaTeX. Braces are named, since BibTeX counts them even where they are escaped.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\textbackslash{}"
            case "{": result += "\\textbraceleft{}"
            case "}": result += "\\textbraceright{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            case "\"": result += "\\textquotedbl{}"
            case "<": result += "\\textless{}"
            case ">": result += "\\textgreater{}"
            case "|": result += "\\textbar{}"
            case "&", "%", "$", "#", "_": result += "\\" + String(scalar)
            case "\n", "\r", "\t": result += " "
            default:
                guard scalar.properties.generalCategory != .control else { continue }
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An address is printed as it is, but for what would end the field or the line: that is percent-encoded.
    private static func address(_ iri: String) -> String {
        var result = ""
        for scalar in iri.unicodeScalars {
            switch scalar {
            case "{": result += "%7B"
            case "}": result += "%7D"
            case "\\": result += "%5C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
