internal import ByteText
internal import RDFModel

// Recent terms as Turtle writes them. The abbreviations note which prefixes were needed.

extension RecentTerms {
    /// Whether a predicate is `rdf:type`.
    func isType(_ predicate: TermHandle) -> Bool {
        let text = self[predicate].text
        return text.count == 47
            && bytes.span.extracting(text).isText("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    }

    /// Writes a term as the object of a statement, where the empty list has brackets of its own.
    func writeTurtleObject(
        _ handle: TermHandle, _ abbreviations: inout Abbreviations, to output: inout ByteOutput
    ) throws {
        let entry = self[handle]
        if entry.kind == .iri, entry.text.count == 46,
            bytes.span.extracting(entry.text).isText("http://www.w3.org/1999/02/22-rdf-syntax-ns#nil")
        {
            return output.write("()")
        }
        try writeTurtle(handle, &abbreviations, to: &output)
    }

    /// Writes a term.
    func writeTurtle(
        _ handle: TermHandle, depth: Int = 0, _ abbreviations: inout Abbreviations, to output: inout ByteOutput
    ) throws {
        let entry = self[handle]
        let text = bytes.span.extracting(entry.text)
        switch entry.kind {
        case .iri:
            output.writeIRI(text, &abbreviations)
        case .blankNode:
            output.writeBlankNode(text)
        case .freshBlankNode:
            output.writeBlankNode(number: entry.number)
        case .literal:
            guard let datatype = datatype(of: entry) else { return output.writeQuoted(text) }
            let type = bytes.span.extracting(self[datatype].text)
            if let form = BareForm(datatype: type), form.holds(text) { return output.write(text) }
            output.writeQuoted(text)
            output.write("^^")
            output.writeIRI(type, &abbreviations)
        case .taggedLiteral:
            output.writeQuoted(text)
            try output.writeLanguage(bytes.span.extracting(entry.tag), entry.direction)
        case .tripleTerm:
            guard depth < ByteOutput.maximumDepth else { throw RDFWritingError(.tooDeep(ByteOutput.maximumDepth)) }
            output.write("<<( ")
            try writeTurtle(TermHandle(entry.number), depth: depth + 1, &abbreviations, to: &output)
            output.write(ASCII.space)
            if isType(entry.predicate) {
                output.write(UInt8(ascii: "a"))
            } else {
                try writeTurtle(entry.predicate, depth: depth + 1, &abbreviations, to: &output)
            }
            output.write(ASCII.space)
            try writeTurtle(entry.object, depth: depth + 1, &abbreviations, to: &output)
            output.write(" )>>")
        }
    }
}

extension ByteOutput {
    /// `iri`: a prefixed name, or the whole in brackets.
    mutating func writeIRI(_ text: Span<UInt8>, _ abbreviations: inout Abbreviations) {
        guard let found = abbreviations.abbreviation(of: text) else { return writeIRI(text) }
        bytes += abbreviations.entries[found.entry].text
        write(text.extracting(found.length..<text.count))
        abbreviations.use(found.entry)
    }
}
