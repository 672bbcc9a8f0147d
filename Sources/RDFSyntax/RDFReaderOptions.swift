public import RDFModel

/// A version of RDF, as far as syntaxes differ by it.
public enum RDFVersion: String, Sendable, Hashable {
    /// RDF 1.1: no triple terms, no base direction, no `VERSION`.
    case rdf11 = "1.1"
    /// RDF 1.2.
    case rdf12 = "1.2"
}

/// How a document is read.
public struct RDFReaderOptions: Sendable {
    /// Bounds on what a document may ask of us; crossing one is an error that says which.
    public struct Limits: Sendable, Hashable {
        /// How deep brackets of any kind may stand inside each other.
        public var depth = 256
        /// How deep the elements of RDF/XML may stand inside each other: two for each node.
        public var elementDepth = 4096
        /// The attributes of one element of RDF/XML.
        public var attributes = 1 << 12
        /// The entities that a document of RDF/XML declares.
        public var entities = 1 << 12
        /// How deep entities may stand inside each other.
        public var entityDepth = 64
        /// The bytes of a namespace, a name or an `xml:base` of RDF/XML: each may come back with every element.
        public var nameBytes = 4096
        /// The bytes of one term.
        public var termBytes = 16 << 20
        /// The bytes of one statement: what a reader of chunks keeps in memory at most.
        public var statementBytes = 64 << 20
        /// The triples of Turtle and TriG that can only be read together: those of a bracket within a statement, and
        /// for a lenient reader those of a statement. All of them are held in memory.
        public var uncutTriples = 1 << 22
        /// The prefixes that a document declares.
        public var prefixes = 1 << 16
        /// The diagnostics that a lenient reader keeps; more are only counted.
        public var diagnostics = 1000

        /// The defaults.
        public init() {}
    }

    /// Against what relative references are resolved, until the document says otherwise.
    public var base: IRI?
    /// What errors call the document: a file name, an IRI.
    public var sourceName: String
    /// Whether what is no statement is skipped and noted: a line of the line formats, in Turtle and TriG all up to the
    /// next full stop outside of brackets, in RDF/XML the statements that a term would stand in which is none (an IRI
    /// with a space, a language tag `e_n`). What is no XML, or not RDF/XML, is refused all the same.
    public var isLenient: Bool
    /// What the document may use.
    public var version: RDFVersion
    /// The bounds.
    public var limits: Limits

    /// Options; strict and RDF 1.2 where nothing is said.
    public init(
        base: IRI? = nil, sourceName: String = "", isLenient: Bool = false, version: RDFVersion = .rdf12,
        limits: Limits = Limits()
    ) {
        self.base = base
        self.sourceName = sourceName
        self.isLenient = isLenient
        self.version = version
        self.limits = limits
    }
}
