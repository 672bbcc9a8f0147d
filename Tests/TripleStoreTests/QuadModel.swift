import RDFModel
import TripleStore

/// A dataset as a plain set, and random terms and statements to fill it with: what a store is compared with.
struct QuadModel {
    var quads: Set<Quad> = []
    var random: SplitMix

    init(seed: UInt64) { random = SplitMix(state: seed) }

    mutating func quad() -> Quad {
        Quad(Triple(subject(), predicate(), object()), in: graph())
    }

    mutating func subject() -> Term { random.next(4) == 0 ? blankNode() : .iri(iri("s", 8)) }

    mutating func predicate() -> IRI { iri("p", 5) }

    mutating func object() -> Term {
        switch random.next(8) {
        case 0: return blankNode()
        case 1: return .literal(Literal(String(random.next(12)), datatype: XSD.integer))
        case 2: return .literal(Literal("\(random.next(4)).\(random.next(3))0", datatype: XSD.decimal))
        case 3: return .literal(Literal(["a", "b", "ab", "é", "a b", ""][random.next(6)]))
        case 4:
            return .literal(Literal(["a", "b", "ab", "é"][random.next(4)], language: ["fr", "en"][random.next(2)]))
        case 5: return .literal(Literal("201\(random.next(10))-01-01", datatype: XSD.date))
        case 6: return .tripleTerm(Triple(.iri(iri("s", 3)), predicate(), .literal(Literal("t"))))
        default: return .iri(iri("s", 8))
        }
    }

    mutating func graph() -> GraphName {
        switch random.next(6) {
        case 0: .iri(iri("g", 4))
        case 1: .blankNode(BlankNode("g\(random.next(2))"))
        default: .defaultGraph
        }
    }

    private mutating func blankNode() -> Term { .blankNode(BlankNode("n\(random.next(4))")) }

    private mutating func iri(_ stem: String, _ count: Int) -> IRI {
        IRI(unchecked: "http://example.org/\(stem)\(random.next(count))")
    }

    /// The statements that match, in no order.
    func matches(_ subject: Term?, _ predicate: IRI?, _ object: Term?, _ graph: (GraphName) -> Bool) -> Set<Quad> {
        quads.filter { quad in
            (subject == nil || quad.subject == subject) && (predicate == nil || quad.predicate == predicate)
                && (object == nil || quad.object == object) && graph(quad.graph)
        }
    }
}

/// A generator whose numbers depend on the seed alone.
struct SplitMix {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((word ^ (word >> 31)) % UInt64(bound))
    }
}

/// What a run says, as quads, after checking that it keeps its word about order.
func quads(of run: IDRun, _ snapshot: StoreSnapshot, in graph: GraphName?) -> [Quad] {
    (0..<run.count).compactMap { row in
        let dictionary = snapshot.dictionary
        guard case .iri(let predicate) = dictionary.term(run.id(.predicate, row: row)) else { return nil }
        let name = graph ?? GraphName(dictionary.term(run.id(.graph, row: row)))
        guard let name else { return nil }
        return Quad(
            Triple(dictionary.term(run.id(.subject, row: row)), predicate, dictionary.term(run.id(.object, row: row))),
            in: name)
    }
}
