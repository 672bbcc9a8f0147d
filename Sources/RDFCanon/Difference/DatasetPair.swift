internal import ByteText
public import RDFModel

/// Which of two datasets that are compared.
public enum DatasetSide: Sendable, Hashable {
    /// The one before.
    case old
    /// The one after.
    case new
}

/// Two datasets to be compared: a sink that takes first the old one, then, after ``beginNew()``, the new one.
///
/// ```swift
/// var pair = DatasetPair()
/// try RDFReader.read(old.span, format: .turtle, into: &pair)
/// pair.beginNew()
/// try RDFReader.read(new.span, format: .turtle, into: &pair)
/// let difference = try pair.difference()
/// ```
///
/// Terms are numbered over both datasets, so that equal statements without blank nodes are four equal numbers.
public struct DatasetPair: QuadSink, Sendable {
    var terms = TermArena()
    /// The statements of the old and of the new dataset, each once.
    private(set) var old = RowTable()
    private(set) var new = RowTable()
    private var side = DatasetSide.old
    private var freshCount: UInt32 = 0
    private var stringType: UInt32 = 0

    /// Two empty datasets, of which the old one is to come first.
    public init() { stringType = terms.intern(.iri, XSD.string.string.utf8.span) }

    /// Two datasets of values.
    public init(old: [Quad], new: [Quad]) {
        self.init()
        append(old)
        beginNew()
        append(new)
    }

    /// What comes from here on is of the new dataset.
    public mutating func beginNew() {
        side = .new
        freshCount = 0
    }

    /// How many different statements a dataset has.
    public func count(of side: DatasetSide) -> Int { rows(of: side).count }

    func rows(of side: DatasetSide) -> [Row] {
        switch side {
        case .old: old.rows
        case .new: new.rows
        }
    }

    // MARK: The sink

    public mutating func iri(_ text: Span<UInt8>) -> TermHandle { TermHandle(terms.intern(.iri, text)) }

    public mutating func blankNode(_ label: Span<UInt8>) -> TermHandle {
        TermHandle(terms.intern(.blankNode, head: side == .old ? [0] : [1], label))
    }

    public mutating func freshBlankNode() -> TermHandle {
        defer { freshCount += 1 }
        // Two bytes apart from those of labels: the side, and that there is no label.
        return TermHandle(
            terms.intern(.blankNode, head: side == .old ? [2] : [3], String(freshCount).utf8.span))
    }

    public mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) -> TermHandle {
        TermHandle(terms.intern(datatype: datatype?.rawValue ?? stringType, lexicalForm))
    }

    public mutating func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?
    ) -> TermHandle {
        TermHandle(terms.intern(.text, head: TermArena.head(language: language, direction: direction), text))
    }

    public mutating func tripleTerm(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle
    ) -> TermHandle {
        TermHandle(terms.intern(subject.rawValue, predicate.rawValue, object.rawValue))
    }

    public mutating func quad(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?
    ) {
        let row = Row(
            subject: subject.rawValue, predicate: predicate.rawValue, object: object.rawValue,
            graph: graph?.rawValue ?? Row.defaultGraph)
        switch side {
        case .old: old.insert(row)
        case .new: new.insert(row)
        }
    }

    // MARK: Values

    private mutating func append(_ quads: [Quad]) {
        for quad in quads {
            let graph = quad.graph.term.map { handle(of: $0) }
            self.quad(
                handle(of: quad.subject), iri(quad.predicate.string.utf8.span), handle(of: quad.object), graph: graph)
        }
    }

    private mutating func handle(of term: Term) -> TermHandle {
        switch term {
        case .iri(let iri): return self.iri(iri.string.utf8.span)
        case .blankNode(let node): return blankNode(node.label.utf8.span)
        case .tripleTerm(let triple):
            let (subject, object) = (handle(of: triple.subject), handle(of: triple.object))
            return tripleTerm(subject, iri(triple.predicate.string.utf8.span), object)
        case .literal(let literal): return TermHandle(terms.intern(literal))
        }
    }
}
