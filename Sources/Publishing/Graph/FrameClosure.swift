internal import ByteText
internal import JSONText
internal import RDFModel

/// What a frame reaches from the nodes that it matches, so that trees can be made of a part of a graph, and are the same
/// as if they had been made of all of it.
///
/// A node is looked at once for each part of the frame that is laid over it. Where the frame says `@never`, the way ends
/// with the name of a node.
struct FrameClosure {
    /// A part of the frame; the first is what holds where the frame says nothing.
    private struct Shape {
        var isNever = false
        var properties: [UInt32: Int] = [:]
        var reverse: [(predicate: UInt32, shape: Int)] = []
    }

    private let table: StatementTable
    private var shapes = [Shape()]
    /// For each property that is followed backwards, who refers to whom, sorted by whom.
    private var referrers: [UInt32: [StatementPlaces]] = [:]
    private let type: UInt32?
    /// The classes that the frame matches.
    private let types: Set<UInt32>

    /// The closure of a frame in expanded form; `nil` where it matches by something else than classes, or names graphs,
    /// so that its trees must be made of the whole.
    init?(_ frame: [JSONValue], _ table: StatementTable) {
        guard frame.count == 1, let root = frame[0].object, let classes = root["@type"]?.array, !classes.isEmpty
        else { return nil }
        self.table = table
        type = table.terms.place(of: RDF.type)
        var types: Set<UInt32> = []
        for name in classes {
            guard case .string(let iri) = name else { return nil }
            if let place = table.terms.place(of: IRI(unchecked: iri)) { types.insert(place) }
        }
        self.types = types
        for keyword in ["@id", "@graph", "@included", "@requireAll"] where root[keyword] != nil { return nil }
        guard shape(of: root, depth: 0) != nil else { return nil }
    }

    private mutating func shape(of frame: JSONObject, depth: Int) -> Int? {
        guard depth < 64 else { return nil }
        var shape = Shape()
        let number = shapes.count
        shapes.append(shape)
        for member in frame {
            switch member.name {
            case "@embed":
                let value = member.value.array?.first ?? member.value
                shape.isNever = (value["@value"] ?? value).string == "@never"
            case "@graph", "@included": return nil
            case "@reverse":
                for inner in member.value.object ?? [:] {
                    guard let object = inner.value.array?.first?.object,
                        let part = self.shape(of: object, depth: depth + 1)
                    else { return nil }
                    guard let predicate = table.terms.place(of: IRI(unchecked: inner.name)) else { continue }
                    shape.reverse.append((predicate, part))
                    index(predicate)
                }
            case let name where name.hasPrefix("@"): continue
            default:
                // A pattern of a value has nothing to follow.
                guard let object = member.value.array?.first?.object else { continue }
                guard let part = self.shape(of: object, depth: depth + 1) else { return nil }
                if let predicate = table.terms.place(of: IRI(unchecked: member.name)) {
                    shape.properties[predicate] = part
                }
            }
        }
        shapes[number] = shape
        return number
    }

    private mutating func index(_ predicate: UInt32) {
        guard referrers[predicate] == nil else { return }
        var found: [StatementPlaces] = []
        for statement in table.statements where statement.predicate == predicate {
            found.append(StatementPlaces(graph: statement.object, subject: statement.subject, predicate: 0, object: 0))
        }
        found.sort()
        referrers[predicate] = found
    }

    // MARK: Roots

    /// The nodes that the frame matches, in the order of their IRIs.
    func roots() -> [UInt32] {
        guard let type else { return [] }
        var roots: [UInt32] = []
        for statement in table.statements
        where statement.predicate == type && types.contains(statement.object) && roots.last != statement.subject {
            roots.append(statement.subject)
        }
        return roots
    }

    private func isRoot(_ subject: UInt32) -> Bool {
        table.statements[table.range(of: subject)].contains { $0.predicate == type && types.contains($0.object) }
    }

    // MARK: The way

    /// The statements of all nodes that the frame reaches from some, and which of these it matches, in the order of
    /// their IRIs: the trees are made of them, in this order.
    func part(from roots: ArraySlice<UInt32>) -> (statements: [StatementPlaces], matches: [UInt32]) {
        struct Visit: Hashable {
            let node: UInt32
            let shape: Int
        }
        var visited: Set<Visit> = []
        var nodes: Set<UInt32> = []
        var waiting = roots.map { Visit(node: $0, shape: 1) }
        while let visit = waiting.popLast() {
            guard visited.insert(visit).inserted else { continue }
            nodes.insert(visit.node)
            let shape = shapes[visit.shape]
            for statement in table.statements[table.range(of: visit.node)]
            where statement.predicate != type && table.terms.isIRI(statement.object) {
                let part = shape.properties[statement.predicate] ?? 0
                guard !shapes[part].isNever else { continue }
                if !table.range(of: statement.object).isEmpty {
                    waiting.append(Visit(node: statement.object, shape: part))
                }
            }
            for (predicate, part) in shape.reverse {
                for node in self.referrers(of: visit.node, by: predicate) {
                    if shapes[part].isNever {
                        nodes.insert(node)
                    } else {
                        waiting.append(Visit(node: node, shape: part))
                    }
                }
            }
        }
        let ordered = nodes.sorted()
        return (ordered.flatMap { table.statements[table.range(of: $0)] }, ordered.filter(isRoot))
    }

    private func referrers(of node: UInt32, by predicate: UInt32) -> [UInt32] {
        let all = referrers[predicate] ?? []
        let first = all.partitioningIndex { $0.graph >= node }
        return all[first...].prefix { $0.graph == node }.map(\.subject)
    }
}
