internal import RDFModel
internal import RDFSyntax
internal import RaptorSyntax
internal import Synchronization

/// A dataset of the export, with the hash of its canonical form: what files are made from and proved against.
final class ExportedDataset: Sendable {
    /// The statements.
    let statements: StatementTable
    private let knownHash = Mutex<String?>(nil)

    /// A dataset of statements that are together.
    init(_ statements: StatementTable) { self.statements = statements }

    /// The dataset of some quads.
    convenience init(_ quads: some Sequence<Quad>) {
        var builder = GraphBuilder()
        builder.add(quads)
        self.init(builder.table())
    }

    /// The SHA-256 of the canonical N-Quads document (RDFC-1.0), worked out unless the document has been written.
    var canonicalHash: String {
        knownHash.withLock { known in
            let hash = known ?? statements.canonicalHash()
            known = hash
            return hash
        }
    }

    /// Takes the SHA-256 of the canonical document that has been written.
    func note(canonicalHash: String) { knownHash.withLock { $0 = canonicalHash } }
}

extension StatementTable {
    /// Who reads the prefixes of a document: each abbreviates in other places.
    enum PrefixReader {
        /// Raptor's Turtle.
        case raptorTurtle
        /// Raptor's RDF/XML, which has names for properties and classes.
        case raptorXML
        /// Our own Turtle and TriG.
        case turtle
    }

    /// The prefixes of a map that a document of these statements needs.
    func prefixes(_ map: PrefixMap, for reader: PrefixReader) -> PrefixMap {
        var isUsed = [Bool](repeating: false, count: terms.count + 1)
        let (type, end) = (terms.place(of: RDF.type), terms.place(of: RDF.nil))
        for statement in statements {
            switch reader {
            case .raptorTurtle:
                isUsed[Int(statement.subject)] = true
                isUsed[Int(statement.predicate)] = true
                isUsed[Int(statement.object)] = true
            case .raptorXML:
                isUsed[Int(statement.predicate)] = true
                if statement.predicate == type { isUsed[Int(statement.object)] = true }
            case .turtle:
                isUsed[Int(statement.graph)] = true
                isUsed[Int(statement.subject)] = true
                if statement.predicate != type { isUsed[Int(statement.predicate)] = true }
                if statement.object != end { isUsed[Int(statement.object)] = true }
            }
        }
        var use = PrefixUse(map)
        let plain = terms.place(of: XSD.string)
        // Only a term that has a namespace not used yet is made a value and looked at.
        for place in isUsed.indices.dropFirst()
        where isUsed[place] && terms.begins(UInt32(place), withOneOf: use.unusedNamespaces, plain: plain) {
            use.use(terms.term(UInt32(place)))
        }
        return use.used
    }

    /// The classes of things.
    func classes() -> [IRI] {
        guard let type = terms.place(of: RDF.type) else { return [] }
        var isClass = [Bool](repeating: false, count: terms.count + 1)
        for statement in statements where statement.predicate == type { isClass[Int(statement.object)] = true }
        return isClass.indices.dropFirst().compactMap { isClass[$0] ? terms.iri(UInt32($0)) : nil }
    }
}
