/// The statements of both datasets that mention blank nodes, as skeletons with holes.
///
/// A skeleton is a statement without its blank nodes, numbered over both datasets; the holes say which nodes stand in
/// it. The nodes of the old dataset come first:
///
///     _:a ex:knows _:b <urn:g>      skeleton 7 = (hole, ex:knows, hole, <urn:g>)      holes [0, 1]
struct BlankGraph {
    /// A statement with blank nodes.
    struct Statement {
        let skeleton: Int
        /// The nodes in their order, one that stands twice twice.
        let holes: [Int]
        let row: Row
    }

    /// The statements, those of the old dataset first.
    private(set) var statements: [Statement] = []
    /// How many of the statements are of the old dataset.
    let oldStatementCount: Int
    /// The terms of the nodes, by number.
    private(set) var nodes: [UInt32] = []
    /// How many of the nodes are of the old dataset.
    let oldNodeCount: Int
    /// For each node the numbers of the statements that mention it.
    private(set) var statementsOfNode: [[Int]] = []

    init(_ pair: DatasetPair) {
        var builder = SkeletonBuilder(terms: pair.terms)
        let old = pair.rows(of: .old).compactMap { builder.statement($0) }
        (oldStatementCount, oldNodeCount) = (old.count, builder.nodes.count)
        statements = old + pair.rows(of: .new).compactMap { builder.statement($0) }
        nodes = builder.nodes
        statementsOfNode = [[Int]](repeating: [], count: nodes.count)
        for (index, statement) in statements.enumerated() {
            for node in statement.holes where statementsOfNode[node].last != index {
                statementsOfNode[node].append(index)
            }
        }
    }

    /// Whether a node is of the old dataset.
    func isOld(_ node: Int) -> Bool { node < oldNodeCount }
}

/// Cuts statements into skeletons and holes.
private struct SkeletonBuilder {
    let terms: TermArena
    private(set) var nodes: [UInt32] = []
    private var numbers: [UInt32: Int] = [:]
    private var skeletons: [[UInt32]: Int] = [:]
    /// Whether a term is a blank node or holds one, by its number; found once for each term.
    private let isBlank: [Bool]

    private static let hole = UInt32.max - 1
    private static let tripleTerm = UInt32.max - 2

    init(terms: TermArena) {
        self.terms = terms
        // The parts of a triple term have lower numbers than the term.
        var isBlank: [Bool] = []
        isBlank.reserveCapacity(terms.count)
        for number in 0..<UInt32(terms.count) {
            switch terms.kind(of: number) {
            case .blankNode: isBlank.append(true)
            case .tripleTerm:
                let parts = terms.parts(ofTripleTerm: number)
                isBlank.append(isBlank[Int(parts.subject)] || isBlank[Int(parts.object)])
            case .iri, .typed, .text: isBlank.append(false)
            }
        }
        self.isBlank = isBlank
    }

    /// A statement that mentions a blank node; `nil` for any other.
    mutating func statement(_ row: Row) -> BlankGraph.Statement? {
        let inGraph = row.graph != Row.defaultGraph && isBlank[Int(row.graph)]
        guard isBlank[Int(row.subject)] || isBlank[Int(row.object)] || inGraph else { return nil }
        var key: [UInt32] = []
        var holes: [Int] = []
        append(row.subject, to: &key, &holes)
        key.append(row.predicate)
        append(row.object, to: &key, &holes)
        if row.graph == Row.defaultGraph { key.append(row.graph) } else { append(row.graph, to: &key, &holes) }
        let skeleton = skeletons[key] ?? skeletons.count
        skeletons[key] = skeleton
        return BlankGraph.Statement(skeleton: skeleton, holes: holes, row: row)
    }

    private mutating func append(_ term: UInt32, to key: inout [UInt32], _ holes: inout [Int]) {
        guard isBlank[Int(term)] else { return key.append(term) }
        guard terms.kind(of: term) == .tripleTerm else {
            key.append(Self.hole)
            let number = numbers[term] ?? nodes.count
            if number == nodes.count {
                numbers[term] = number
                nodes.append(term)
            }
            return holes.append(number)
        }
        let parts = terms.parts(ofTripleTerm: term)
        key.append(Self.tripleTerm)
        append(parts.subject, to: &key, &holes)
        key.append(parts.predicate)
        append(parts.object, to: &key, &holes)
    }
}
