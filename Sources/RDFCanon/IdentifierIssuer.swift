internal import ByteText

/// Gives blank nodes identifiers of a prefix and a number, in the order in which it is asked.
///
/// A value: the algorithm tries an issuer out on a copy, which costs little.
/// - Spec: <https://www.w3.org/TR/rdf-canon/#issue-identifier>
struct IdentifierIssuer {
    /// `c14n` for canonical identifiers, `b` for temporary ones.
    let prefix: String
    /// How many nodes have an identifier.
    private(set) var count = 0
    /// Node to number, and number to node.
    private var numberOfNode = SharedTable()
    private var nodeOfNumber = SharedTable()

    init(prefix: String) { self.prefix = prefix }

    /// The nodes that have an identifier, in the order of their numbers.
    var nodes: [Int] { (0..<count).compactMap { nodeOfNumber[$0] } }

    /// Whether a node has an identifier.
    func hasIdentifier(_ node: Int) -> Bool { numberOfNode[node] != nil }

    /// Gives a node an identifier, unless it has one.
    mutating func issue(to node: Int) {
        guard !hasIdentifier(node) else { return }
        numberOfNode.set(count, at: node)
        nodeOfNumber.set(node, at: count)
        count += 1
    }

    /// Appends `_:` and the identifier of a node; tells whether the node has one.
    @discardableResult
    func append(_ node: Int, to bytes: inout [UInt8]) -> Bool {
        guard let number = numberOfNode[node] else { return false }
        bytes.append(contentsOf: "_:".utf8)
        bytes.append(contentsOf: prefix.utf8)
        bytes.append(decimal: number)
        return true
    }
}
