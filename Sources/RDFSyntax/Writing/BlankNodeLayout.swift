internal import ByteText
package import RDFModel

/// Which blank nodes of a dataset are written inside brackets, which as lists, and which need a label.
///
/// A node is nested where its only mention as an object is, if it is of one graph, names none, stands in no triple term,
/// and does not lie too deep. Cells that form a well-made list, each mentioned once, are that list. Of nodes that form
/// a circle, the one with the least label gets it. Nothing depends on the order in which the quads came.
package struct BlankNodeLayout {
    private struct Node {
        var graph: GraphName
        /// Mentions as object.
        var mentions = 0
        /// Whether it must have its label.
        var isBound = false
        /// Where it is mentioned, the last time.
        var parent: Term?
        var predicate: IRI?
        /// How many triples it is the subject of, and what makes it the cell of a list.
        var triples = 0
        var firsts = 0
        var rests = 0
        var first: Term?
        var rest: Term?
        /// The depth of its brackets; zero for a node at the top; `nil` until it is known.
        var level: Int?
        /// The first cell of the list in which this is a cell.
        var head: BlankNode?
    }

    private var nodes: [BlankNode: Node] = [:]
    private var items: [BlankNode: [Term]] = [:]
    private let maximumDepth: Int

    /// How a node is written as an object.
    enum Form {
        case label
        case brackets
        case list([Term])
    }

    package init(_ quads: some Sequence<Quad>, maximumDepth: Int) {
        self.maximumDepth = maximumDepth
        for quad in quads { note(quad) }
        findLists()
        // Every answer is the same in any order; sorting makes that plain.
        for node in nodes.keys.sorted() { settle(node) }
    }

    /// How a node is written where it is an object.
    func form(of node: BlankNode) -> Form {
        if let items = items[node] { return .list(items) }
        return (nodes[node]?.level ?? 0) > 0 ? .brackets : .label
    }

    /// Whether a node's triples are written where it is an object, rather than on their own.
    func isNested(_ node: BlankNode) -> Bool {
        guard let found = nodes[node] else { return false }
        return found.head != nil || (found.level ?? 0) > 0
    }

    /// Whether a node is a cell of something that is written as a list.
    package func isInList(_ node: BlankNode) -> Bool { nodes[node]?.head != nil }

    /// Whether no node is kept at the top by a circle or by the depth of its brackets.
    package var isForest: Bool {
        nodes.values.allSatisfy { $0.mentions != 1 || $0.isBound || $0.head != nil || ($0.level ?? 0) > 0 }
    }

    /// Whether a node is mentioned nowhere but as a subject, so that `[]` can stand for it.
    func isUnmentioned(_ node: BlankNode) -> Bool {
        guard let found = nodes[node] else { return false }
        return found.mentions == 0 && !found.isBound
    }

    // MARK: What the quads say

    private mutating func note(_ quad: Quad) {
        if case .blankNode(let name) = quad.graph { bind(name, quad.graph) }
        if case .blankNode(let subject) = quad.subject {
            touch(subject, quad.graph) { node in
                node.triples += 1
                if quad.predicate == RDF.first {
                    node.firsts += 1
                    node.first = quad.object
                } else if quad.predicate == RDF.rest {
                    node.rests += 1
                    node.rest = quad.object
                }
            }
        }
        switch quad.object {
        case .blankNode(let object):
            touch(object, quad.graph) { node in
                node.mentions += 1
                node.parent = quad.subject
                node.predicate = quad.predicate
            }
        case .tripleTerm(let triple):
            _ = triple.renamingBlankNodes { node in
                bind(node, quad.graph)
                return node
            }
        case .iri, .literal: break
        }
    }

    private mutating func touch(_ name: BlankNode, _ graph: GraphName, _ change: (inout Node) -> Void) {
        var node = nodes[name] ?? Node(graph: graph)
        if node.graph != graph { node.isBound = true }
        change(&node)
        nodes[name] = node
    }

    private mutating func bind(_ name: BlankNode, _ graph: GraphName) {
        touch(name, graph) { $0.isBound = true }
    }

    // MARK: Lists

    private func isCell(_ node: Node) -> Bool {
        node.triples == 2 && node.firsts == 1 && node.rests == 1 && node.mentions == 1 && !node.isBound
    }

    /// From each last cell up to the first: each has one mention, so that there is one way up, and it cannot be a circle.
    private mutating func findLists() {
        for last in nodes.keys.sorted() {
            guard let node = nodes[last], isCell(node), node.rest == .iri(RDF.nil) else { continue }
            var cells = [last]
            var cell = node
            while cell.predicate == RDF.rest, case .blankNode(let above)? = cell.parent, let next = nodes[above],
                isCell(next)
            {
                cells.append(above)
                cell = next
            }
            makeList(cells.reversed())
        }
    }

    private mutating func makeList(_ cells: some Collection<BlankNode>) {
        guard let head = cells.first else { return }
        items[head] = cells.compactMap { nodes[$0]?.first }
        for cell in cells { nodes[cell]?.head = head }
    }

    /// A list that lies too deep begins with a labelled cell at the top.
    private mutating func cutHead(of head: BlankNode) {
        guard items.removeValue(forKey: head) != nil else { return }
        nodes[head]?.head = nil
        var cells: [BlankNode] = []
        var cell = nodes[head]?.rest
        while case .blankNode(let name)? = cell {
            cells.append(name)
            cell = nodes[name]?.rest
        }
        makeList(cells)
        if let next = cells.first { nodes[next]?.level = 1 }
    }

    // MARK: Depth

    /// The node inside whose brackets, or list, another would be written; `nil` where it is mentioned by a node at the
    /// top, or must have a label.
    private func holder(of name: BlankNode) -> BlankNode? {
        guard let node = nodes[name], case .blankNode(let parent)? = node.parent else { return nil }
        return nodes[parent]?.head ?? parent
    }

    private func mayNest(_ name: BlankNode) -> Bool {
        guard let node = nodes[name] else { return false }
        return node.mentions == 1 && !node.isBound
    }

    private mutating func settle(_ start: BlankNode) {
        var path: [BlankNode] = []
        var onPath: Set<BlankNode> = []
        // Inner cells have the level of their list.
        var current: BlankNode? = nodes[start]?.head ?? start
        while let name = current, nodes[name]?.level == nil {
            guard mayNest(name) else {
                nodes[name]?.level = 0
                break
            }
            guard onPath.insert(name).inserted else {
                // A circle: from the first visit of this node to the end of the path.
                let circle = path[(path.firstIndex(of: name) ?? 0)...]
                if let least = circle.min() { putAtTop(least) }
                path.removeAll()
                onPath.removeAll()
                current = nodes[start]?.head ?? start
                continue
            }
            path.append(name)
            current = holder(of: name)
        }
        for name in path.reversed() where nodes[name]?.level == nil {
            let above = holder(of: name).flatMap { nodes[$0]?.level } ?? 0
            if above + 1 > maximumDepth { putAtTop(name) } else { nodes[name]?.level = above + 1 }
        }
    }

    private mutating func putAtTop(_ name: BlankNode) {
        nodes[name]?.level = 0
        cutHead(of: name)
    }
}
