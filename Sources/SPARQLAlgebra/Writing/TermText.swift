internal import ByteText
internal import RDFModel

/// Writes terms as SPARQL does, with prefixes where they fit.
struct TermText {
    /// Namespaces, the longest first, so that the most specific is found first.
    private let namespaces: [(prefix: String, namespace: [UInt8])]

    init(_ prefixes: PrefixMap) {
        let declared = prefixes.pairs.map { (prefix: $0.name, namespace: Array($0.namespace.string.utf8)) }
        namespaces = declared.sorted { $0.namespace.count > $1.namespace.count }
    }

    func text(_ term: Term) -> String {
        switch term {
        case .iri(let iri): text(iri)
        case .blankNode(let node): "_:" + node.label
        case .literal(let literal): text(literal)
        case .tripleTerm(let triple):
            "<<( \(text(triple.subject)) \(text(triple.predicate)) \(text(triple.object)) )>>"
        }
    }

    func text(_ pattern: TermPattern) -> String {
        switch pattern {
        case .variable(let variable): text(variable)
        case .term(let term): text(term)
        case .triple(let triple): "<<( \(text(triple)) )>>"
        }
    }

    /// A triple without its dot.
    func text(_ triple: TriplePattern) -> String {
        let verb = triple.predicate == .term(.iri(RDF.type)) ? "a" : text(triple.predicate)
        return "\(text(triple.subject)) \(verb) \(text(triple.object))"
    }

    func text(_ name: GraphSpecifier) -> String {
        switch name {
        case .iri(let iri): text(iri)
        case .variable(let variable): text(variable)
        }
    }

    /// `?name`. A variable of the translation that has no text of its own gets a name that hardly means anything else.
    func text(_ variable: Variable) -> String {
        variable.isInternal ? "?__" + variable.name.dropFirst() : variable.description
    }

    func text(_ iri: IRI) -> String {
        for (prefix, namespace) in namespaces where iri.string.utf8.starts(with: namespace) {
            let local = iri.string.utf8.dropFirst(namespace.count)
            if Self.isPlainLocalName(local) { return prefix + ":" + String(decoding: local, as: UTF8.self) }
        }
        return "<\(iri.string)>"
    }

    /// Whether a local name needs no escapes: letters, digits, `_`, and inside it `-` and `.`.
    private static func isPlainLocalName(_ local: Substring.UTF8View) -> Bool {
        guard let first = local.first, let last = local.last else { return true }
        guard first != UInt8(ascii: "-"), first != UInt8(ascii: "."), last != UInt8(ascii: ".") else { return false }
        return local.allSatisfy { byte in
            byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
        }
    }

    func text(_ literal: Literal) -> String {
        if Self.isAbbreviated(literal) { return literal.lexicalForm }
        let string = Self.quoted(literal.lexicalForm)
        switch literal.kind {
        case .typed(let datatype): return datatype == XSD.string ? string : string + "^^" + text(datatype)
        case .languageTagged(let tag, let direction):
            return string + "@" + tag + (direction.map { "--" + $0.rawValue } ?? "")
        }
    }

    /// Whether the lexical form alone is read as the same literal.
    private static func isAbbreviated(_ literal: Literal) -> Bool {
        let form = literal.lexicalForm
        switch literal.datatype {
        case XSD.boolean: return form.hasSameBytes(as: "true") || form.hasSameBytes(as: "false")
        case XSD.integer, XSD.decimal, XSD.double:
            let tokens = Lexer(form.utf8.span).tokens
            guard tokens.count == 2, tokens[1].kind == .end, tokens[0].range == 0..<form.utf8.count else {
                return false
            }
            switch tokens[0].kind {
            case .integer: return literal.datatype == XSD.integer
            case .decimal: return literal.datatype == XSD.decimal
            case .double: return literal.datatype == XSD.double
            default: return false
            }
        default: return false
        }
    }

    /// A text between quotation marks, what cannot stand there escaped.
    static func quoted(_ text: String) -> String {
        var output: [UInt8] = [UInt8(ascii: "\"")]
        output.reserveCapacity(text.utf8.count + 2)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
            case 0x0A: output += "\\n".utf8
            case 0x0D: output += "\\r".utf8
            case 0x09: output += "\\t".utf8
            case 0x08: output += "\\b".utf8
            case 0x0C: output += "\\f".utf8
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
        return String(decoding: output, as: UTF8.self)
    }
}
