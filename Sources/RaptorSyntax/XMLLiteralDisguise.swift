internal import ByteText
internal import RDFModel

/// Another datatype in the place of `rdf:XMLLiteral`, while Raptor writes.
///
/// Raptor writes the text of an XML literal into the document as it is, whether it is XML or not, and canonical or not.
/// RDF/XML can say it as a text with that datatype as well, like any other; so Raptor is given a datatype that it does
/// not know, which occurs nowhere else in the document, and the name is put right in what it has written.
struct XMLLiteralDisguise {
    private let datatype: IRI

    /// A disguise for triples; `nil` where none of them needs one.
    init?(for triples: [Triple]) {
        guard triples.contains(where: { Self.isXMLLiteral($0.object) }) else { return nil }
        var longest = 0
        for triple in triples {
            for text in [triple.subject.description, triple.predicate.string, triple.object.description] {
                var run = 0
                for byte in text.utf8 {
                    run = byte == UInt8(ascii: "g") ? run + 1 : 0
                    longest = max(longest, run)
                }
            }
        }
        datatype = IRI(unchecked: "urn:x-lys:xml-literal:" + String(repeating: "g", count: longest + 1))
    }

    private static func isXMLLiteral(_ term: Term) -> Bool {
        if case .literal(let literal) = term, case .typed(RDF.xmlLiteral) = literal.kind { true } else { false }
    }

    /// The triples as Raptor is given them, in the same order.
    func hidden(_ triples: [Triple]) -> [Triple] {
        triples.map { triple in
            guard Self.isXMLLiteral(triple.object), case .literal(let literal) = triple.object else { return triple }
            return Triple(
                triple.subject, triple.predicate, .literal(Literal(literal.lexicalForm, datatype: datatype)))
        }
    }

    /// The document with the datatype that is meant.
    func shown(_ bytes: [UInt8]) -> [UInt8] {
        let (name, meant) = (datatype.string.utf8.span, RDF.xmlLiteral.string.utf8.span)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var start = 0
        while let place = bytes.span.extracting(start..<bytes.count).firstIndex(of: name) {
            result += bytes[start..<(start + place)]
            result.append(copying: meant)
            start += place + name.count
        }
        return result + bytes[start...]
    }
}
