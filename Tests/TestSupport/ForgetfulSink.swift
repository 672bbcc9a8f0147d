public import RDFModel

/// Collects statements like ``QuadCollector``, but wants to forget its terms after a few, and ends the process where a
/// reader uses a handle that it should have let go of.
public struct ForgetfulSink: QuadSink {
    /// What was collected.
    public private(set) var collector = QuadCollector()
    /// The terms that are known; the first has the handle `firstHandle`, which no earlier term ever had.
    private var known: [TermHandle] = []
    private var firstHandle: UInt32 = 0
    private let plenty: Int

    /// A sink that wants to forget its terms once there are so many.
    public init(after plenty: Int) { self.plenty = plenty }

    private mutating func handle(_ inner: TermHandle) -> TermHandle {
        known.append(inner)
        return TermHandle(firstHandle + UInt32(known.count - 1))
    }

    private func inner(_ handle: TermHandle) -> TermHandle {
        precondition(handle.rawValue >= firstHandle, "a handle was used after its term was forgotten")
        return known[Int(handle.rawValue - firstHandle)]
    }

    public mutating func iri(_ text: Span<UInt8>) -> TermHandle { handle(collector.iri(text)) }

    public mutating func blankNode(_ label: Span<UInt8>) -> TermHandle { handle(collector.blankNode(label)) }

    public mutating func freshBlankNode() -> TermHandle { handle(collector.freshBlankNode()) }

    public mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) -> TermHandle {
        handle(collector.literal(lexicalForm, datatype: datatype.map(inner)))
    }

    public mutating func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?
    ) -> TermHandle {
        handle(collector.literal(text, language: language, direction: direction))
    }

    public mutating func tripleTerm(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle
    ) throws -> TermHandle {
        handle(try collector.tripleTerm(inner(subject), inner(predicate), inner(object)))
    }

    public mutating func quad(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?
    ) {
        collector.quad(inner(subject), inner(predicate), inner(object), graph: graph.map(inner))
    }

    public mutating func prefix(_ name: Span<UInt8>, namespace: Span<UInt8>) {
        collector.prefix(name, namespace: namespace)
    }

    public var wantsToForgetTerms: Bool { known.count >= plenty }

    public mutating func forgetTerms(keeping kept: inout [TermHandle]) {
        let inner = kept.map(inner)
        firstHandle += UInt32(known.count)
        known.removeAll(keepingCapacity: true)
        kept = inner.map { handle($0) }
    }
}
