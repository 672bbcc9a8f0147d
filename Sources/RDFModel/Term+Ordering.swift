internal import ByteText

// A total order of terms, triples and quads that depends on nothing but the terms: what we write is sorted by it, so
// that the same graph always gives the same bytes. It is not the order of SPARQL's ORDER BY, which compares values.

extension Term: Comparable {
    /// IRIs, then blank nodes, then literals, then triple terms; each by code points.
    public static func < (left: Term, right: Term) -> Bool {
        switch (left, right) {
        case (.iri(let left), .iri(let right)): left < right
        case (.blankNode(let left), .blankNode(let right)): left < right
        case (.literal(let left), .literal(let right)): left < right
        case (.tripleTerm(let left), .tripleTerm(let right)): left < right
        default: left.rank < right.rank
        }
    }

    private var rank: Int {
        switch self {
        case .iri: 0
        case .blankNode: 1
        case .literal: 2
        case .tripleTerm: 3
        }
    }
}

extension Literal: Comparable {
    /// By lexical form, then datatype, then language, then direction.
    public static func < (left: Literal, right: Literal) -> Bool {
        if !left.lexicalForm.hasSameBytes(as: right.lexicalForm) {
            return left.lexicalForm.precedesInBytes(right.lexicalForm)
        }
        if left.datatype != right.datatype { return left.datatype < right.datatype }
        let (leftTag, rightTag) = (left.language ?? "", right.language ?? "")
        if !leftTag.hasSameBytes(as: rightTag) { return leftTag.precedesInBytes(rightTag) }
        return (left.baseDirection?.rawValue ?? "").precedesInBytes(right.baseDirection?.rawValue ?? "")
    }
}

extension Triple: Comparable {
    /// By subject, then predicate, then object.
    public static func < (left: Triple, right: Triple) -> Bool {
        if left.subject != right.subject { return left.subject < right.subject }
        if left.predicate != right.predicate { return left.predicate < right.predicate }
        return left.object < right.object
    }
}

extension GraphName: Comparable {
    /// The default graph first, then by term.
    public static func < (left: GraphName, right: GraphName) -> Bool {
        switch (left.term, right.term) {
        case (nil, nil), (_, nil): false
        case (nil, _): true
        case (let left?, let right?): left < right
        }
    }
}

extension Quad: Comparable {
    /// By graph, then subject, predicate, object.
    public static func < (left: Quad, right: Quad) -> Bool {
        left.graph != right.graph ? left.graph < right.graph : left.triple < right.triple
    }
}
