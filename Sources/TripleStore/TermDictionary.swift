internal import ByteText
internal import RDFModel
internal import XSDValues

/// The terms of a store: from bytes to ids, and back.
///
///     slots     from hashes to ids (see TermSlots)
///     texts     per kind: bytes end to end, their addresses, and for a literal the number of its type, for a blank
///               node the document it is of (see TermTexts)
///     payloads  per literal that has a value: the value in 64 bits (see TermDictionary+Values)
///
/// About 16 bytes for each term besides its text. A value type: a transaction works on a copy, and snapshots that
/// readers hold keep theirs.
///
/// Namespaces are not factored out: in files of our shape that saves a twentieth of a store's memory, and every
/// comparison and every output would have to put texts together from two places.
public struct TermDictionary: Sendable {
    /// How deep triple terms may stand in one another.
    public static let maximumDepth = 64

    var slots = TermSlots()
    let seed: HashSeed

    var blankNodes = TermTexts()
    var iris = TermTexts()
    var literals = TermTexts()
    var tripleTerms: [TripleRow] = []
    var tripleTermDepths: [UInt8] = []

    /// How many documents have been read.
    var documentCount: UInt32 = 0
    /// How many blank nodes without a label have been made.
    var freshCount: UInt32 = 0

    /// The types of literals that occur; the first is `xsd:string`.
    public internal(set) var types: [LiteralType] = []
    var typeNumbers: [LiteralTypeKey: UInt32] = [:]
    var recentTypes = RecentTypes()

    /// What kind of value each literal has.
    var valueClasses: [ValueClass] = []
    var payloads: [UInt64] = []
    var orderedCounts = OrderedCounts()
    /// The ordered literals that have the same value as the one before, in order.
    var tied: [TiedLiteral] = []
    /// A bulk load reads all values at its end, when literals stand in groups of one type.
    var defersValues = false

    /// `xsd:string`, which every dictionary holds.
    public private(set) var xsdString = TermID.undefined
    /// `rdf:langString`, which every dictionary holds.
    public private(set) var langString = TermID.undefined
    /// `rdf:dirLangString`, which every dictionary holds.
    public private(set) var dirLangString = TermID.undefined

    /// A dictionary of nothing but the three datatypes that every literal may need.
    public init() {
        seed = HashSeed()
        // The first blank node is `undefined`, and no term.
        blankNodes.append("".utf8.span)
        xsdString = insertIRI(XSD.string)
        langString = insertIRI(RDF.langString)
        dirLangString = insertIRI(RDF.dirLangString)
        types.append(LiteralType(datatype: xsdString, xsd: .string))
        typeNumbers[.datatype(xsdString)] = 0
    }

    /// Finds the three datatypes after ids have changed.
    mutating func nameFixedTypes(_ renumbering: Renumbering) {
        xsdString = renumbering.id(xsdString)
        langString = renumbering.id(langString)
        dirLangString = renumbering.id(dirLangString)
    }

    /// Makes room for the texts of documents of so many bytes.
    mutating func reserve(bytes: Int) {
        // In files of many shapes different IRIs and different literals are each less than a quarter of the bytes, and
        // one in 128 bytes or fewer; where they are more, they grow as usual.
        // One term in 384 bytes is usual; the table for them takes at most one byte in thirty of the documents.
        let (texts, terms, bytes) = (bytes / 128, bytes / 384, min(bytes / 4, Int(UInt32.max)))
        iris.reserve(texts: texts, bytes: bytes)
        literals.reserve(texts: texts, bytes: bytes)
        reserveSlots(for: terms)
    }

    /// How many terms there are of a kind.
    public func count(of kind: TermID.Kind) -> Int {
        switch kind {
        case .blankNode: blankNodes.count - 1
        case .iri: iris.count
        case .literal: literals.count
        case .tripleTerm: tripleTerms.count
        }
    }

    /// How many terms there are.
    public var count: Int { slots.count }

    /// Whether an id is one of a term of this dictionary.
    public func contains(_ id: TermID) -> Bool {
        guard id.isDefined, !id.isComputed else { return false }
        return id.index < (id.isBlankNode ? blankNodes.count : count(of: id.kind))
    }
}

/// Three ids that stand for a triple.
struct TripleRow: Hashable, Sendable, BitwiseCopyable {
    var subject: TermID
    var predicate: TermID
    var object: TermID
}

/// Where the label of a blank node comes from.
struct BlankNodeScope: Hashable, Sendable, BitwiseCopyable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(document: UInt32, isFresh: Bool) { rawValue = document << 1 | (isFresh ? 1 : 0) }

    var document: UInt32 { rawValue >> 1 }
    var isFresh: Bool { rawValue & 1 == 1 }
}

/// What tells literal types apart.
enum LiteralTypeKey: Hashable, Sendable {
    case datatype(TermID)
    case language([UInt8], BaseDirection?)
}

/// How many terms of each kind, from the first, stand in term order.
struct OrderedCounts: Sendable {
    var iris = 0
    var literals = 0
    /// Of the literals: numbers, then booleans, then points in time, then texts.
    var numbers = 0
    var booleans = 0
    var temporals = 0
    var texts = 0
}

/// A literal that has the same value as the one before it, and the first that has.
struct TiedLiteral: Sendable, BitwiseCopyable {
    let index: UInt32
    let first: UInt32
}
