public import RDFModel

/// Writes N-Triples and N-Quads, one statement a line.
///
/// Every line has the canonical form of RDF 1.2, which RDF 1.1 readers understand as well; only what RDF 1.1 does not
/// know (triple terms, base directions) is beyond them. The lines of a document are canonical when its statements come
/// sorted and only once: ``ntriples(_:)`` and ``nquads(_:)`` see to that.
/// - Spec: <https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples>, <https://www.w3.org/TR/rdf12-n-quads/>
public enum LineWriter {
    /// Writes a triple as a line.
    public static func write(_ triple: Triple, to output: inout ByteOutput) throws {
        try write(triple, graph: nil, to: &output)
    }

    /// Writes a quad as a line.
    public static func write(_ quad: Quad, to output: inout ByteOutput) throws {
        try write(quad.triple, graph: quad.graph.term, to: &output)
    }

    private static func write(_ triple: Triple, graph: Term?, to output: inout ByteOutput) throws {
        try output.write(triple.subject)
        output.write(ASCII.space)
        output.write(triple.predicate)
        output.write(ASCII.space)
        try output.write(triple.object)
        if let graph {
            output.write(ASCII.space)
            try output.write(graph)
        }
        output.write(" .\n")
        try output.flushIfFull()
    }

    /// Writes triples as a document, in the order given.
    public static func write(triples: some Sequence<Triple>, to output: inout ByteOutput) throws {
        for triple in triples { try write(triple, to: &output) }
        try output.finish()
    }

    /// Writes quads as a document, in the order given.
    public static func write(quads: some Sequence<Quad>, to output: inout ByteOutput) throws {
        for quad in quads { try write(quad, to: &output) }
        try output.finish()
    }

    /// The document of triples: each once, sorted.
    public static func ntriples(_ triples: some Sequence<Triple>) throws -> [UInt8] {
        var output = ByteOutput()
        try write(triples: Set(triples).sorted(), to: &output)
        return output.bytes
    }

    /// The document of quads: each once, sorted, the default graph first.
    public static func nquads(_ quads: some Sequence<Quad>) throws -> [UInt8] {
        var output = ByteOutput()
        try write(quads: quads.sortedAndDistinct(), to: &output)
        return output.bytes
    }
}
