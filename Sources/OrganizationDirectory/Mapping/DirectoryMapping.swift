internal import ByteText
public import RDFModel

/// The mapping from a directory to RDF.
///
/// Each row of the sheets is a record, and the record's IRI names the graph of what the row says; what belongs to no
/// row stands in `graph/dataset`. No blank nodes. Each concept has a file of its own beside this one.
///
/// ```swift
/// let quads = DirectoryMapping(directory).quads()
/// ```
public struct DirectoryMapping: Sendable {
    /// The directory.
    public let directory: Directory
    /// The IRIs of its things.
    public let iris: DirectoryIRIs
    /// What holds on the day of issue: only that has shortcuts.
    public let current: CurrentFacts
    fileprivate let vocabularyBase: IRI?

    /// The mapping of a directory, under the base of `publication.yaml` unless another is given.
    ///
    /// - Parameter vocabularyBase: where `ns#`, `role/`, `territory/` and the other schemes of ours stand, instead of
    ///   `https://w3id.org/lys/`; ends with `/`.
    public init(_ directory: Directory, base: IRI? = nil, vocabularyBase: IRI? = nil) {
        self.directory = directory
        self.vocabularyBase = vocabularyBase
        current = CurrentFacts(directory)
        iris = DirectoryIRIs(base: base ?? directory.publication.base)
    }

    /// All statements, sorted by graph, subject, predicate and object, each once.
    ///
    /// A function of the directory alone: adding an organization adds statements about it, and changes no other.
    /// - Complexity: O(*n* log *n*) in the statements.
    public func quads() -> [Quad] {
        var quads: [Quad] = []
        forEachRow { quads += $0 }
        quads.sort()
        return quads.reduce(into: []) { unique, quad in
            if unique.last != quad { unique.append(quad) }
        }
    }
}

extension DirectoryMapping {
    /// Calls a body with what each row says, and with what belongs to no row: who takes it piece by piece never holds it
    /// all.
    package func forEachRow(_ body: ([Quad]) throws -> Void) rethrows {
        func place(_ quads: [Quad]) throws {
            try body(vocabularyBase.map { base in quads.map { $0.movingVocabulary(to: base) } } ?? quads)
        }
        try place(datasetQuads())
        for organization in directory.organizations { try place(quads(of: organization)) }
        for condition in directory.conditions { try place(quads(of: condition)) }
        for programme in directory.programmes { try place(quads(of: programme)) }
        for consultation in directory.consultations { try place(quads(of: consultation)) }
        for membership in directory.memberships { try place(quads(of: membership)) }
    }
}

extension Quad {
    /// The quad with our vocabulary and schemes under another base.
    package func movingVocabulary(to base: IRI) -> Quad {
        func moved(_ term: Term) -> Term {
            switch term {
            case .iri(let iri): .iri(iri.movingVocabulary(to: base))
            case .literal(let literal) where literal.language == nil:
                .literal(Literal(literal.lexicalForm, datatype: literal.datatype.movingVocabulary(to: base)))
            case .literal, .blankNode, .tripleTerm: term
            }
        }
        return Quad(Triple(moved(subject), predicate.movingVocabulary(to: base), moved(object)), in: graph)
    }
}

extension IRI {
    fileprivate func movingVocabulary(to base: IRI) -> IRI {
        guard string.hasPrefix(LYS.schemes) else { return self }
        let rest = string.dropFirst(LYS.schemes.count)
        let name = rest.prefix { $0 != "/" && $0 != "#" }
        return ConceptSchemes.names.contains(String(name)) ? IRI(unchecked: base.string + rest) : self
    }
}
