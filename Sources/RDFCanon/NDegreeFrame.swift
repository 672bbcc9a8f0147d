/// One call of Hash N-Degree Quads, kept as a value so that the calls within calls need no stack of the machine: a
/// chain of a hundred thousand like nodes must not end the process.
/// - Spec: <https://www.w3.org/TR/rdf-canon/#hash-nd-quads-algorithm>
struct NDegreeFrame {
    /// What a call does next.
    enum Step {
        /// Waits for the hash of another node.
        case call(node: Int, issuer: IdentifierIssuer)
        /// Is done.
        case result(Digest, IdentifierIssuer)
    }

    private let groups: [(hash: Digest, nodes: [Int])]
    private var nextGroup = 0
    /// The data to hash.
    private var data: [UInt8] = []
    private var issuer: IdentifierIssuer

    // The group in hand.
    private var permutations = Permutations(of: [])
    private var chosenPath: [UInt8] = []
    private var chosenIssuer: IdentifierIssuer

    // The permutation in hand.
    private var path: [UInt8] = []
    private var issuerCopy: IdentifierIssuer
    private var recursionList: [Int] = []
    private var nextRecursion = 0
    private var isInPermutation = false

    /// Begins the call for a node. Steps 1 to 3.
    init(_ node: Int, issuer: IdentifierIssuer, state: inout CanonicalizationState) throws(CanonicalizationError) {
        groups = try state.relatedNodes(of: node, issuer: issuer)
        self.issuer = issuer
        chosenIssuer = issuer
        issuerCopy = issuer
    }

    /// Goes on until another node's hash is needed or the call is done.
    mutating func advance(_ state: inout CanonicalizationState) throws(CanonicalizationError) -> Step {
        while true {
            if isInPermutation {
                if nextRecursion < recursionList.count {
                    // 5.4.5.1
                    return .call(node: recursionList[nextRecursion], issuer: issuerCopy)
                }
                // 5.4.6
                if chosenPath.isEmpty || path.lexicographicallyPrecedes(chosenPath) {
                    chosenPath = path
                    chosenIssuer = issuerCopy
                }
                isInPermutation = false
            } else if let permutation = permutations.next(), !permutation.isEmpty {
                try state.meter.spend(permutation.count)
                begin(permutation, canonical: state.canonical)
            } else if !finishGroup() {
                // 6
                return .result(state.algorithm.digest(of: data), issuer)
            }
        }
    }

    /// Takes the result of the call that was waited for. Steps 5.4.5.2 to 5.4.5.5.
    mutating func resume(_ hash: Digest, _ resultIssuer: IdentifierIssuer) {
        issuerCopy.append(recursionList[nextRecursion], to: &path)
        path.append(UInt8(ascii: "<"))
        path += hash.hexadecimal
        path.append(UInt8(ascii: ">"))
        issuerCopy = resultIssuer
        nextRecursion += 1
        if isWorseThanChosen { isInPermutation = false }
    }

    /// Writes the path that an order of nodes gives as far as it needs no other call. Steps 5.4.1 to 5.4.4.
    private mutating func begin(_ permutation: [Int], canonical: IdentifierIssuer) {
        path = []
        issuerCopy = issuer
        recursionList = []
        nextRecursion = 0
        for node in permutation {
            if !canonical.append(node, to: &path) {
                if !issuerCopy.hasIdentifier(node) {
                    recursionList.append(node)
                    issuerCopy.issue(to: node)
                }
                issuerCopy.append(node, to: &path)
            }
            if isWorseThanChosen { return }
        }
        isInPermutation = true
    }

    /// Whether the path can no longer become the chosen one.
    private var isWorseThanChosen: Bool {
        !chosenPath.isEmpty && path.count >= chosenPath.count && chosenPath.lexicographicallyPrecedes(path)
    }

    /// Closes the group in hand and opens the next; false where there is none. Steps 5.1 to 5.3, 5.5, 5.6.
    private mutating func finishGroup() -> Bool {
        if nextGroup > 0 {
            data += chosenPath
            issuer = chosenIssuer
        }
        guard nextGroup < groups.count else {
            return false
        }
        data += groups[nextGroup].hash.hexadecimal
        permutations = Permutations(of: groups[nextGroup].nodes)
        chosenPath = []
        chosenIssuer = issuer
        nextGroup += 1
        return true
    }
}

extension CanonicalizationState {
    /// Hash N-Degree Quads: what can be told of a node from all that can be reached from it, and the temporary
    /// identifiers that this gives.
    mutating func nDegreeHash(
        of node: Int, issuer: IdentifierIssuer
    ) throws(CanonicalizationError) -> (hash: Digest, issuer: IdentifierIssuer) {
        var frames = [try NDegreeFrame(node, issuer: issuer, state: &self)]
        while true {
            switch try frames[frames.count - 1].advance(&self) {
            case .call(let node, let issuer):
                frames.append(try NDegreeFrame(node, issuer: issuer, state: &self))
            case .result(let hash, let issuer):
                frames.removeLast()
                if frames.isEmpty { return (hash, issuer) }
                frames[frames.count - 1].resume(hash, issuer)
            }
        }
    }
}
