internal import Localization
internal import RDFCanon
internal import RDFModel
internal import RDFSyntax
internal import RaptorSyntax

// To Turtle, TriG and RDF/XML, with all statements in memory; see Conversion+JSONLD for JSON-LD.

extension Conversion {
    /// Graphs up to so many statements are written in Turtle by Raptor, which holds them twice and is slow with more.
    static let raptorStatements = 100_000
    /// So many statements are held at most.
    static let heldStatements = 5_000_000

    /// Reads everything, then writes it.
    func convertWhole(_ sources: [Source]) throws -> Result {
        if options.format == .jsonld { return try convertToJSONLD(sources) }
        var sink = DocumentSink(
            BoundedCollector(QuadCollector(), format: options.format), namedGraphs: namedGraphs)
        try read(sources, into: &sink)
        let quads = sink.output.output.sortedQuads()
        let prefixes = prefixes(declaredBy: sink.output.prefixes)
        switch options.format {
        case .turtle, .trig: return try writeTurtle(quads, prefixes)
        case .rdfxml: return try writeRDFXML(quads, prefixes)
        case .jsonld, .ntriples, .nquads: preconditionFailure("written elsewhere")
        }
    }

    /// The prefixes of the documents, and those asked for.
    func prefixes(declaredBy documents: PrefixMap) -> PrefixMap {
        var prefixes = documents
        for (name, namespace) in options.prefixes.pairs { prefixes[name] = namespace }
        return prefixes
    }

    // MARK: Turtle and TriG

    private func writeTurtle(_ quads: [Quad], _ prefixes: PrefixMap) throws -> Result {
        var result = Result(statements: quads.count, writer: ConvertMessage.nativeWriter.text(in: .current))
        let isAsked = options.writer == .raptor
        if options.format == .turtle, isAsked || (options.writer == nil && quads.count <= Self.raptorStatements) {
            let document = try TurtleSerialization.write(quads.lazy.map(\.triple), prefixes: prefixes)
            if document.writer == .raptor {
                switch proof(of: document.bytes, .turtle, quads) {
                case .same:
                    try output.write(document.bytes)
                    result.writer = Self.raptor
                    return result
                case .differs: result.obstacle = RaptorObstacle(.differs)
                case .undecided(let limit):
                    if isAsked { throw undecided(limit) }
                    result.obstacle = RaptorObstacle(.undecided)
                }
            } else {
                result.obstacle = document.obstacle
            }
            if isAsked, let obstacle = result.obstacle { throw cannotHold(obstacle.description(in: .current)) }
        }
        // Our own writer sorts, and the bytes do not depend on who was asked first.
        var bytes = ByteOutput(flushingAt: 1 << 20) { [output] in try output.write($0) }
        try TurtleWriter.write(quads, prefixes: prefixes, to: &bytes)
        return result
    }

    private static var raptor: String { "Raptor " + RaptorLibrary.version }

    /// What comes of reading back what was written.
    private enum Proof {
        /// It is what it was made from.
        case same
        case differs
        /// Blank nodes are too alike to be told apart in so many steps: nobody has written anything wrong, but there is
        /// no proof, and nothing unproved is written.
        case undecided(limit: Int)
    }

    /// The proof of what Raptor wrote.
    private func proof(of bytes: [UInt8], _ format: RDFFormat, _ quads: [Quad]) -> Proof {
        do {
            let found = try RDFDocument(bytes, format: format, options: RDFReaderOptions(base: nil)).quads
            return try DatasetIsomorphism.areIsomorphic(found, quads) ? .same : .differs
        } catch CanonicalizationError.tooMuchWork(let limit) {
            return .undecided(limit: limit)
        } catch {
            return .differs
        }
    }

    private func undecided(_ limit: Int) -> Exit {
        Exit(.limit, ConvertMessage.undecided, options.format.name, String(limit))
    }

    // MARK: RDF/XML

    private func writeRDFXML(_ quads: [Quad], _ prefixes: PrefixMap) throws -> Result {
        let bytes: [UInt8]
        do {
            bytes = try RDFXMLSerialization.write(quads.lazy.map(\.triple), prefixes: prefixes)
        } catch {
            throw cannotHold(error.description(in: .current))
        }
        switch proof(of: bytes, .rdfxml, quads) {
        case .same: break
        case .differs: throw Exit(.badData, ConvertMessage.differs, options.format.name)
        case .undecided(let limit): throw undecided(limit)
        }
        try output.write(bytes)
        return Result(statements: quads.count, writer: Self.raptor)
    }

    func cannotHold(_ reason: String) -> Exit {
        Exit(.badData, ConvertMessage.cannotHold, options.format.name, reason)
    }
}
