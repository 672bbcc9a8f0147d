public import RDFModel

/// A dataset in canonical form: its quads as sorted lines, and the canonical identifiers of its blank nodes.
public struct CanonicalDataset: Sendable {
    /// The canonical N-Quads document: a line for each quad, in code point order, without duplicates.
    public let bytes: [UInt8]
    /// The blank nodes as they were called, in the order of their canonical identifiers: the first became `c14n0`.
    public let blankNodes: [BlankNode]

    private let source: [Quad]

    init(bytes: [UInt8], blankNodes: [BlankNode], source: [Quad]) {
        self.bytes = bytes
        self.blankNodes = blankNodes
        self.source = source
    }

    /// The canonical identifier of every blank node.
    public var issuedIdentifiers: [BlankNode: BlankNode] {
        Dictionary(
            blankNodes.enumerated().map { number, node in (node, BlankNode("c14n\(number)")) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The document as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The quads with canonical identifiers, in the order of the document, without duplicates.
    /// - Complexity: O(*n* log *n*).
    public var quads: [Quad] {
        let names = issuedIdentifiers
        var lines: [(line: [UInt8], quad: Quad)] = source.map { quad in
            let quad = names.isEmpty ? quad : quad.renamingBlankNodes { names[$0] ?? $0 }
            var line: [UInt8] = []
            CanonicalNQuads.append(quad, to: &line)
            return (line, quad)
        }
        lines.sort { $0.line.lexicographicallyPrecedes($1.line) }
        var quads: [Quad] = []
        for (index, entry) in lines.enumerated() where index == 0 || lines[index - 1].line != entry.line {
            quads.append(entry.quad)
        }
        return quads
    }

    /// The hash of the document in lower-case hexadecimal digits: equal for equal datasets.
    public func hash(by algorithm: HashAlgorithm = .sha256) -> String {
        algorithm.hexadecimalDigest(of: bytes)
    }
}
