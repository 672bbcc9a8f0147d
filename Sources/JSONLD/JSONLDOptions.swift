public import ByteText
public import JSONText

/// How JSON-LD is processed.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#the-jsonldoptions-type> and
///   <https://www.w3.org/TR/json-ld11-framing/#jsonldoptions>
public struct JSONLDOptions: Sendable {
    /// The version of JSON-LD whose rules apply.
    public enum ProcessingMode: String, Sendable, Hashable {
        /// JSON-LD 1.0: newer features are errors.
        case version10 = "json-ld-1.0"
        /// JSON-LD 1.1.
        case version11 = "json-ld-1.1"
    }

    /// How the base direction of texts stands in RDF.
    public enum RDFDirection: String, Sendable, Hashable {
        /// As part of a datatype below `https://www.w3.org/ns/i18n#`.
        case i18nDatatype = "i18n-datatype"
        /// As a blank node with `rdf:value`, `rdf:language` and `rdf:direction`.
        case compoundLiteral = "compound-literal"
        /// As the base direction of the literal itself, `rdf:dirLangString`, which RDF 1.2 has and JSON-LD 1.1 does not
        /// know of yet. A direction without a language is left out: no literal has one.
        case dirLangString = "dir-lang-string"
    }

    /// Which references to a node a frame replaces by the node itself.
    public enum Embed: String, Sendable, Hashable {
        /// Every one, except where a node would contain itself.
        case always = "@always"
        /// The first one in each tree.
        case once = "@once"
        /// The last one in each tree; JSON-LD 1.0 alone has it.
        case last = "@last"
        /// None.
        case never = "@never"
    }

    /// The base IRI, which overrides that of the document; none by default.
    public var base: String?
    /// 1.1 by default.
    public var processingMode = ProcessingMode.version11
    /// A context to begin with, before that of the document.
    public var expandContext: JSONValue?
    /// Whether arrays of one value become that value; true by default.
    public var compactArrays = true
    /// Whether IRIs become relative to the base; true by default.
    public var compactToRelative = true
    /// Whether members are visited in code point order of their names; otherwise, and by default, in document order.
    public var ordered = false
    /// How base directions stand in RDF; by default they are left out.
    public var rdfDirection: RDFDirection?
    /// Whether numbers and truth values of RDF become those of JSON; by default they stay typed texts.
    public var useNativeTypes = false
    /// Whether `rdf:type` stays a property instead of becoming `@type`; false by default.
    public var useRDFType = false
    /// Whether statements of RDF come back from JSON-LD as they were: cells of a list that are typed as such stay nodes,
    /// and JSON literals stay texts where canonical JSON has another text. By default, as in the specification, the
    /// types are left out and the texts are rewritten.
    public var keepsStatements = false
    /// Whether all scripts of an HTML document are one document, and not the first alone; by default when RDF is made.
    public var extractAllScripts: Bool?

    /// Which references a frame replaces by nodes; the first by default.
    public var embed = Embed.once
    /// Whether framed nodes have only the properties that the frame names; false by default.
    public var explicit = false
    /// Whether properties that a frame names and a node lacks are left out; false by default.
    public var omitDefault = false
    /// Whether a node must have all properties of a frame to match it; by default one is enough.
    public var requireAll = false
    /// Whether a frame works on the default graph alone, not on all graphs merged; by default if it names `@graph`.
    public var frameDefault = false
    /// Whether a single framed node stands without `@graph`; by default in 1.1 but not in 1.0.
    public var omitGraph: Bool?

    /// How deep documents, frames and framed trees may nest; 256 by default.
    public var maximumDepth = 256
    /// How many remote contexts may include one another; 32 by default.
    public var maximumContextNesting = 32
    /// How many term definitions the contexts of a document may make, counted each time they are made; 1,000,000 by
    /// default.
    public var maximumTermDefinitions = 1_000_000
    /// How many nodes and values a frame may put out, which `@always` can multiply; by default 64 for each that the
    /// document has, but no less than 1,000,000.
    public var maximumFramedNodes: Int?

    /// The time and the memory that all work together may take; none are counted by default.
    public var limits: WorkLimits?

    /// The defaults.
    public init() {}
}
