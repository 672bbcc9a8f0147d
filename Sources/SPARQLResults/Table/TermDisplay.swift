internal import ByteText
public import RDFModel

/// How terms are shown to people: IRIs shortened, texts plain, what belongs to a term beside its text apart from it.
public struct TermDisplay: Sendable {
    /// The prefixes that shorten IRIs, the longest namespace first; below a folder names may have slashes.
    private let prefixes: [(name: String, namespace: String, isFolder: Bool)]
    /// The language whose texts are shown without their tag.
    private let language: String?
    /// What stands for IRIs.
    private let labels: [IRI: Literal]

    /// A display that shortens IRIs by prefixes.
    ///
    /// - Parameters:
    ///   - folders: prefixes below whose namespaces a slash is written `\/`, as SPARQL and Turtle read it.
    ///   - language: the reader's language: its texts are shown without their tag.
    ///   - labels: texts to show in place of IRIs.
    public init(
        prefixes: PrefixMap = PrefixMap(), folders: PrefixMap = PrefixMap(), language: String? = nil,
        labels: [IRI: Literal] = [:]
    ) {
        let all =
            prefixes.pairs.map { (name: $0.name, namespace: $0.namespace.string, isFolder: false) }
            + folders.pairs.map { (name: $0.name, namespace: $0.namespace.string, isFolder: true) }
        self.prefixes = all.enumerated()
            .sorted { left, right in
                let (leftCount, rightCount) = (left.element.1.utf8.count, right.element.1.utf8.count)
                return leftCount != rightCount ? leftCount > rightCount : left.offset < right.offset
            }
            .map(\.element)
        self.language = language
        self.labels = labels
    }

    /// The label that stands for an IRI, if one does.
    public func label(of iri: IRI) -> Literal? { labels[iri] }

    /// A term as two texts: what it says, and what is shown dimmed after it: a language, or a datatype that the text
    /// does not show. Neither holds a control character.
    public func parts(of term: Term) -> (text: String, note: String) {
        switch term {
        case .iri(let iri):
            if let label = labels[iri] { return parts(of: .literal(label)) }
            return (TerminalText.escaped(shortened(iri)), "")
        case .blankNode(let node): return (TerminalText.escaped("_:" + node.label), "")
        case .tripleTerm(let triple): return (text(of: triple), "")
        case .literal(let literal):
            let text = TerminalText.escaped(literal.lexicalForm)
            switch literal.kind {
            case .languageTagged(let tag, let direction):
                if direction == nil, let language, tag == language { return (text, "") }
                return (text, TerminalText.escaped("@" + tag + (direction.map { "--" + $0.rawValue } ?? "")))
            case .typed(let datatype):
                return (text, Self.isEvident(datatype) ? "" : "^^" + TerminalText.escaped(shortened(datatype)))
            }
        }
    }

    /// A term as one text.
    public func text(of term: Term) -> String {
        let (text, note) = parts(of: term)
        if case .literal = term { return note.hasPrefix("^^") ? text + note : note.isEmpty ? text : text + " " + note }
        return text
    }

    /// Triple terms are shown as Turtle writes them, with texts in quotation marks.
    private func text(of triple: Triple) -> String {
        func inner(_ term: Term) -> String {
            guard case .literal = term else { return text(of: term) }
            let (text, note) = parts(of: term)
            return "\"\(text)\"\(note)"
        }
        return "<<( \(inner(triple.subject)) \(inner(.iri(triple.predicate))) \(inner(triple.object)) )>>"
    }

    /// The datatypes whose values show what they are.
    private static func isEvident(_ datatype: IRI) -> Bool {
        [
            XSD.string, XSD.integer, XSD.decimal, XSD.double, XSD.boolean, XSD.date, XSD.dateTime, XSD.time, XSD.gYear,
            XSD.float, XSD.anyURI, XSD.nonNegativeInteger,
        ].contains(datatype)
    }

    /// `prefix:name`, or the IRI in angle brackets where no prefix fits or the rest is no plain name.
    public func shortened(_ iri: IRI) -> String {
        for (name, namespace, isFolder) in prefixes {
            guard let local = iri.string.dropping(namespace) else { continue }
            if Self.isPlainName(local) { return "\(name):\(local)" }
            let steps = local.split(separator: "/", omittingEmptySubsequences: false)
            guard isFolder, steps.allSatisfy({ !$0.isEmpty && Self.isPlainName(String($0)) }) else { continue }
            return name + ":" + steps.joined(separator: "\\/")
        }
        return "<\(iri.string)>"
    }

    /// Letters, digits, `_`, `-` and inner points: what Turtle reads without escapes.
    private static func isPlainName(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.first != UInt8(ascii: "-"), bytes.first != UInt8(ascii: "."), bytes.last != UInt8(ascii: ".") else {
            return false
        }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".": true
            default: !scalar.isASCII && scalar.properties.isAlphabetic
            }
        }
    }
}
