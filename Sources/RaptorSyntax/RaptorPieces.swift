internal import ByteText
internal import Localization
package import RDFModel
internal import RDFSyntax

/// A document that Raptor writes piece by piece, whose bytes are those of the document written whole.
///
/// Raptor holds all that it writes as Turtle, or grouped as RDF/XML, until the end. Without blank nodes nothing of one
/// subject depends on another, and Raptor sorts subjects as we do: so each piece is a document of its own, of which what
/// all have in common, the prefixes before and the end tag after, is taken once.
package struct RaptorPieces {
    /// What is written.
    package enum Syntax: Sendable {
        case turtle
        case rdfxml
    }

    private let serializer: RaptorSerializer
    private let prefixes: PrefixMap
    private var head: [UInt8]?
    private var tail: [UInt8] = []

    /// A document of prefixes, all of which are used.
    /// - Parameter types: the classes in it: where one is no name of an element, RDF/XML is not grouped.
    package init(_ syntax: Syntax, prefixes: PrefixMap, types: [IRI] = []) {
        let named = types.map { Triple(.iri(RDF.nil), RDF.type, .iri($0)) }
        self.prefixes = prefixes
        serializer = RaptorSerializer(
            syntax: syntax == .turtle ? .turtle : RDFXMLPreflight.canGroup(named) ? .rdfxmlAbbreviated : .rdfxml)
    }

    /// The next part of the document: triples without blank nodes, sorted, each once. No part begins within a subject.
    /// - Throws: ``RaptorObstacle`` for what Raptor cannot be trusted with.
    package mutating func write(_ triples: NumberedTriples) throws(RaptorObstacle) -> [UInt8] {
        let isTurtle = serializer.syntax == .turtle
        let obstacle =
            isTurtle
            ? TurtlePreflight.obstacle(inGround: triples, prefixes: prefixes)
            : RDFXMLPreflight.obstacle(in: triples)
        if let obstacle { throw obstacle }
        var bytes: [UInt8]
        do {
            bytes = try serializer.write(triples, declaring: RaptorSerializer.declared(prefixes.pairs))
        } catch {
            throw RaptorObstacle(.failed, "\(error)")
        }
        if !isTurtle {
            let end = Array("</rdf:RDF>\n".utf8)
            guard bytes.suffix(end.count).elementsEqual(end) else { throw RaptorObstacle(.failed) }
            bytes.removeLast(end.count)
            tail = end
        }
        if let head {
            guard bytes.starts(with: head) else { throw RaptorObstacle(.failed) }
            return Array(bytes[head.count...])
        }
        // In neither syntax does anything like it stand in the prefixes themselves.
        let mark = isTurtle ? "\n\n" : ">\n  <"
        guard let end = bytes.firstRange(of: mark.utf8) else { throw RaptorObstacle(.failed) }
        head = Array(bytes[..<(end.lowerBound + 2)])
        return bytes
    }

    /// What comes after the last part.
    package func finish() -> [UInt8] { tail }
}

/// Finds which prefixes of a map a document needs.
package struct PrefixUse {
    private var abbreviations: Abbreviations
    /// The namespaces that have not been used yet: a term that begins with none of them changes nothing.
    package private(set) var unusedNamespaces: [[UInt8]]

    /// Of a map; none is used yet.
    package init(_ prefixes: PrefixMap) {
        abbreviations = Abbreviations(prefixes)
        unusedNamespaces = abbreviations.entries.map { Array($0.namespace.string.utf8) }
    }

    /// Notes the IRIs of a term that will be written.
    package mutating func use(_ term: Term) {
        abbreviations.use(term)
        guard !abbreviations.needed.isEmpty else { return }
        abbreviations.needed = []
        unusedNamespaces = abbreviations.entries.filter { !$0.isUsed }.map { Array($0.namespace.string.utf8) }
    }

    /// The prefixes that are used.
    package var used: PrefixMap {
        abbreviations.entries.filter(\.isUsed).reduce(into: PrefixMap()) { $0[$1.name] = $1.namespace }
    }
}
