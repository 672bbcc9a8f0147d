internal import ByteText
internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore
internal import XSDValues

/// All that the operators and functions of one run of a query share.
///
/// One run is one thread's: nothing here is safe to share.
final class QueryContext {
    /// The terms of the snapshot and of the query.
    let terms: QueryTerms
    /// The graphs that the query sees.
    let dataset: DatasetView
    /// The limits, asked by every operator.
    let limits: LimitGuard
    /// The extension functions.
    let functions: ExtensionFunctions
    /// Who answers SERVICE; `nil` where it is not allowed.
    let serviceHandler: (any ServiceHandler)?
    /// The base IRI of the query.
    let base: IRI?
    /// Compiled patterns.
    let regexes = RegexCache()
    /// How many slots the plan has; set when planning is over.
    var slotCount = 0
    /// How many columns a batch has: the slots of the plan, and those in which rows carry their numbers.
    var width = 0
    /// How many rows operators put into a batch: fewer where the first row may be all that is wanted.
    var batchCount = Batch.preferredCount
    /// Whether the plan is run on any thread, with the stack that it has.
    var isShallow = false
    /// Whether EXISTS is run as a whole before it has been tried row by row.
    var prefersWholePatterns = false
    /// Whether operators measure their rows and time.
    let isMeasured: Bool
    /// What operators have measured.
    let measurements = Measurements()

    /// Bytes that a function writes and lets go of, so that they need no memory of their own.
    var scratch: [UInt8] = []

    /// How deep triple terms that a query makes may stand in one another.
    static let maximumTripleTermDepth = 64

    /// The words that were last searched for: as a rule the same for all rows.
    private var lastWanted: (text: String, words: WantedWords)?

    private var nowValue: TemporalValue?
    private var blankNodeCount = 0
    private var blankNodePrefix: String?
    private var solutionLabels: [ByteKey: BlankNode] = [:]

    init(
        terms: QueryTerms, dataset: DatasetView, limits: LimitGuard, functions: ExtensionFunctions,
        serviceHandler: (any ServiceHandler)?, base: IRI?, now: TemporalValue?, isMeasured: Bool
    ) {
        self.terms = terms
        self.dataset = dataset
        self.limits = limits
        self.functions = functions
        self.serviceHandler = serviceHandler
        self.base = base
        self.isMeasured = isMeasured
        nowValue = now
    }

    /// The moment that NOW gives, the same for the whole query.
    var now: TemporalValue {
        if let nowValue { return nowValue }
        let now = SystemTime.now
        nowValue = now
        return now
    }

    /// Whether these are the words that were last searched for.
    func isLastWanted(_ text: String) -> Bool { lastWanted?.text.hasSameBytes(as: text) ?? false }

    /// The words of a text, as a test of labels.
    func wantedWords(_ text: String) -> WantedWords {
        if let lastWanted, lastWanted.text.hasSameBytes(as: text) { return lastWanted.words }
        let words = WantedWords(text)
        lastWanted = (text, words)
        return words
    }

    /// A blank node that no other is equal to.
    func freshBlankNode() -> BlankNode {
        // Labels of a store are short; 64 random bits keep those of two queries apart.
        let prefix = blankNodePrefix ?? "q" + String(UInt64.random(in: 0 ... .max), radix: 36) + "n"
        blankNodePrefix = prefix
        blankNodeCount += 1
        return BlankNode(prefix + String(blankNodeCount))
    }

    /// The blank node that a label names within one solution; ``beginSolution()`` forgets the labels.
    func blankNode(ofSolution label: String) -> BlankNode {
        if let node = solutionLabels[ByteKey(label)] { return node }
        let node = freshBlankNode()
        solutionLabels[ByteKey(label)] = node
        return node
    }

    /// Begins another solution.
    func beginSolution() { if !solutionLabels.isEmpty { solutionLabels.removeAll(keepingCapacity: true) } }

    /// A random UUID of version 4, in lower case.
    func randomUUID() -> String {
        var high = UInt64.random(in: 0 ... .max)
        var low = UInt64.random(in: 0 ... .max)
        high = high & ~0xF000 | 0x4000
        low = low & ~(0b11 << 62) | 0b10 << 62
        func digits(_ value: UInt64, _ count: Int) -> String {
            let text = String(value, radix: 16)
            return String(repeating: "0", count: count - text.utf8.count) + text
        }
        return [
            digits(high >> 32, 8), digits(high >> 16 & 0xFFFF, 4), digits(high & 0xFFFF, 4), digits(low >> 48, 4),
            digits(low & 0xFFFF_FFFF_FFFF, 12),
        ].joined(separator: "-")
    }

    /// A reference resolved against the base of the query; `nil` where that gives no IRI.
    func resolve(_ reference: String) -> IRI? {
        if let iri = try? IRI(reference) { return iri }
        guard let base else { return nil }
        var bytes: [UInt8] = []
        IRIResolver(base: base).resolve(reference.utf8.span, into: &bytes)
        return try? IRI(String(decoding: bytes, as: UTF8.self))
    }
}
