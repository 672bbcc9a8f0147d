internal import Localization
public import RDFModel
internal import RDFSyntax

/// Which writer wrote a document.
public enum RDFWriter: String, Sendable, Hashable {
    /// Raptor.
    case raptor
    /// Our own.
    case native
}

/// A document, who wrote it, and why not Raptor.
public struct WrittenDocument: Sendable {
    /// The document.
    public let bytes: [UInt8]
    /// Who wrote it.
    public let writer: RDFWriter
    /// Why Raptor did not; `nil` where it did, or was not asked.
    public let obstacle: RaptorObstacle?
}

/// Turtle by Raptor where Raptor can be trusted with the graph, and by our own writer where not.
public enum TurtleSerialization {
    /// The Turtle document of triples, duplicates dropped.
    ///
    /// What Raptor wrote is read back here; a document that comes back as another (blank nodes aside, which only a
    /// canonical comparison can tell) is written again by our own writer.
    /// - Throws: ``RDFWritingError`` for terms that no syntax can hold.
    public static func write(
        _ triples: some Sequence<Triple>, prefixes: PrefixMap = PrefixMap(), preferring writer: RDFWriter = .raptor
    ) throws -> WrittenDocument {
        let sorted = Set(triples).sorted()
        var obstacle: RaptorObstacle?
        if writer == .raptor {
            do {
                let bytes = try raptor(sorted, prefixes)
                return WrittenDocument(bytes: bytes, writer: .raptor, obstacle: nil)
            } catch {
                obstacle = error
            }
        }
        let bytes = try TurtleWriter.turtle(sorted, prefixes: prefixes)
        return WrittenDocument(bytes: bytes, writer: .native, obstacle: obstacle)
    }

    private static func raptor(_ triples: [Triple], _ prefixes: PrefixMap) throws(RaptorObstacle) -> [UInt8] {
        let numbered = NumberedTriples(triples)
        if let obstacle = TurtlePreflight.obstacle(in: triples, numbered, prefixes: prefixes) { throw obstacle }
        do {
            let bytes = try RaptorSerializer(syntax: .turtle).write(triples, numbered, prefixes: prefixes)
            let read = try RDFDocument(bytes, format: .turtle).quads
            guard read.count == triples.count, comparable(read.map(\.triple)) == comparable(triples) else {
                throw RaptorObstacle(.differs)
            }
            return bytes
        } catch let obstacle as RaptorObstacle {
            throw obstacle
        } catch {
            throw RaptorObstacle(.failed, "\(error)")
        }
    }

    private static func comparable(_ triples: [Triple]) -> [Triple] { triples.filter(\.hasNoBlankNode).sorted() }
}

/// RDF/XML, which only Raptor writes here.
public enum RDFXMLSerialization {
    /// The RDF/XML document of triples, duplicates dropped: grouped by subject where no blank node makes that unsafe.
    /// - Throws: ``RaptorObstacle`` where the graph cannot be written, or would come back as another.
    public static func write(
        _ triples: some Sequence<Triple>, prefixes: PrefixMap = PrefixMap()
    ) throws(RaptorObstacle) -> [UInt8] {
        let sorted = Set(triples).sorted()
        let numbered = NumberedTriples(sorted)
        if let obstacle = RDFXMLPreflight.obstacle(in: numbered) { throw obstacle }
        let disguise = XMLLiteralDisguise(for: sorted)
        do {
            let shown = disguise?.hidden(sorted)
            let bytes = try RaptorSerializer(syntax: RDFXMLPreflight.canGroup(sorted) ? .rdfxmlAbbreviated : .rdfxml)
                .write(shown ?? sorted, shown.map { NumberedTriples($0) } ?? numbered, prefixes: prefixes)
            return disguise?.shown(bytes) ?? bytes
        } catch {
            throw RaptorObstacle(.failed, "\(error)")
        }
    }
}

extension Triple {
    /// Whether neither subject nor object is a blank node.
    var hasNoBlankNode: Bool {
        if case .blankNode = subject { return false }
        if case .blankNode = object { return false }
        return true
    }
}
