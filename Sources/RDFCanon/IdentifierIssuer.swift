internal import ByteText

/// Gives blank nodes identifiers of a prefix and a number, in the order in which it is asked.
///
/// A value: the algorithm tries an issuer out on a copy.
/// - Spec: <https://www.w3.org/TR/rdf-canon/#issue-identifier>
struct IdentifierIssuer {
    /// `c14n` for canonical identifiers, `b` for temporary ones.
    let prefix: String
    /// The nodes that have an identifier, in the order of their numbers.
    private(set) var nodes: [Int] = []
    private var numbers: [Int: Int] = [:]

    init(prefix: String) { self.prefix = prefix }

    /// Whether a node has an identifier.
    func hasIdentifier(_ node: Int) -> Bool { numbers[node] != nil }

    /// Gives a node an identifier, unless it has one.
    mutating func issue(to node: Int) {
        guard numbers[node] == nil else { return }
        numbers[node] = nodes.count
        nodes.append(node)
    }

    /// Appends `_:` and the identifier of a node; tells whether the node has one.
    @discardableResult
    func append(_ node: Int, to bytes: inout [UInt8]) -> Bool {
        guard let number = numbers[node] else { return false }
        bytes.append(contentsOf: "_:".utf8)
        bytes.append(contentsOf: prefix.utf8)
        bytes.append(decimal: number)
        return true
    }
}
