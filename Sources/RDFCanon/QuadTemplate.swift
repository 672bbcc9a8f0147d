internal import RDFModel

/// A quad in canonical N-Quads with holes where its blank nodes stand.
///
/// Every step of the algorithm writes the same quads again with other labels; the bytes between the labels are made
/// once.
struct QuadTemplate {
    /// A place where a blank node stands.
    struct Hole {
        /// How many of the template's bytes come before.
        let offset: Int
        /// The number of the node.
        let node: Int
        /// `s`, `o` or `g`, and for a node inside a triple term the way to it: `o`, then in angle brackets the inner
        /// predicate, then the inner place. RDFC-1.0 knows no triple terms; this is our extension.
        let position: [UInt8]
    }

    /// The line, line feed included, without the labels.
    private(set) var bytes: [UInt8] = []
    /// The holes in the order in which they stand.
    private(set) var holes: [Hole] = []
    /// The predicate in angle brackets.
    private(set) var predicate: [UInt8] = []

    /// The template of a quad, whose nodes are numbered by a function.
    init(_ quad: Quad, number: (BlankNode) -> Int) {
        CanonicalNQuads.append(quad.predicate, to: &predicate)
        append(quad.triple, at: [], number)
        if let name = quad.graph.term {
            bytes.append(0x20)
            append(name, at: [UInt8(ascii: "g")], number)
        }
        bytes += [0x20, UInt8(ascii: "."), 0x0A]
    }

    private mutating func append(_ triple: Triple, at path: [UInt8], _ number: (BlankNode) -> Int) {
        append(triple.subject, at: path + [UInt8(ascii: "s")], number)
        bytes.append(0x20)
        CanonicalNQuads.append(triple.predicate, to: &bytes)
        bytes.append(0x20)
        append(triple.object, at: path + [UInt8(ascii: "o")], number)
    }

    private mutating func append(_ term: Term, at path: [UInt8], _ number: (BlankNode) -> Int) {
        switch term {
        case .iri, .literal:
            CanonicalNQuads.append(term, to: &bytes)
        case .blankNode(let node):
            holes.append(Hole(offset: bytes.count, node: number(node), position: path))
        case .tripleTerm(let triple):
            var inner = path
            CanonicalNQuads.append(triple.predicate, to: &inner)
            bytes.append(contentsOf: "<<( ".utf8)
            append(triple, at: inner, number)
            bytes.append(contentsOf: " )>>".utf8)
        }
    }

    /// Appends the line with its holes filled.
    func append(to output: inout [UInt8], label: (Int, inout [UInt8]) -> Void) {
        var start = 0
        for hole in holes {
            output += bytes[start..<hole.offset]
            label(hole.node, &output)
            start = hole.offset
        }
        output += bytes[start...]
    }
}
