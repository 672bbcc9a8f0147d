internal import ByteText

/// Tells into which of many neighbouring buckets a text falls, by eight bytes at a time.
///
/// The buckets lie between *splitters*, texts in order. Splitters that begin alike share a node, so that a long
/// beginning that all texts share is looked at once on the way down:
///
///     "https://" ─▶ "data.exa" ─▶ "mple.org" ─▶ "/conditi" ─▶ …
///                                               "/organiz" ─▶ "ation/10", "ation/13", "ation/17", …
///
/// Of two texts the one that stands before the other never falls into a later bucket.
struct SplitterTree: Sendable {
    private struct Node: BitwiseCopyable, Sendable {
        var firstBranch: Int32
        var endOfBranches: Int32
        /// The bucket of texts above all branches.
        var last: UInt32
    }

    private struct Branch: BitwiseCopyable, Sendable {
        var word: UInt64
        /// The bucket of texts below the word, and of those that have it where there is no child.
        var below: UInt32
        var same: UInt32
        /// The node for texts that have the word; 0 for none.
        var child: Int32
    }

    /// From here on splitters count as the same: texts that agree so far fall into one bucket.
    private static let maximumDepth = 512

    private var nodes: [Node] = []
    private var branches: [Branch] = []
    /// How many buckets there are, one more than splitters.
    let bucketCount: Int

    /// A tree of splitters, given in order.
    init(_ splitters: TermTexts) {
        bucketCount = splitters.count + 1
        _ = addNode(splitters, 0..<splitters.count, depth: 0)
    }

    /// Adds the node of some splitters that agree up to a depth, and all below it.
    private mutating func addNode(_ splitters: TermTexts, _ range: Range<Int>, depth: Int) -> Int32 {
        var groups: [(word: UInt64, range: Range<Int>)] = []
        for place in range {
            let word = splitters.withText(place) { $0.orderedWord(at: depth) }
            if let group = groups.last, group.word == word {
                groups[groups.count - 1].range = group.range.lowerBound..<place + 1
            } else {
                groups.append((word, place..<place + 1))
            }
        }
        let (node, first) = (Int32(nodes.count), Int32(branches.count))
        nodes.append(
            Node(
                firstBranch: first, endOfBranches: first + Int32(groups.count), last: UInt32(range.upperBound)))
        for (word, range) in groups {
            branches.append(
                Branch(word: word, below: UInt32(range.lowerBound), same: UInt32(range.upperBound), child: 0))
        }
        for (place, group) in groups.enumerated() where group.range.count > 1 && depth + 8 < Self.maximumDepth {
            branches[Int(first) + place].child = addNode(splitters, group.range, depth: depth + 8)
        }
        return node
    }

    /// The bucket of a text: how many splitters stand at or before it.
    func bucket(of text: Span<UInt8>) -> Int {
        let (nodes, branches) = (nodes.span, branches.span)
        var (node, depth) = (nodes[0], 0)
        while true {
            let word = text.orderedWord(at: depth)
            var (low, high) = (Int(node.firstBranch), Int(node.endOfBranches))
            while low < high {
                let middle = (low + high) / 2
                if branches[middle].word < word { low = middle + 1 } else { high = middle }
            }
            guard low < Int(node.endOfBranches) else { return Int(node.last) }
            let branch = branches[low]
            guard branch.word == word else { return Int(branch.below) }
            guard branch.child != 0 else { return Int(branch.same) }
            node = nodes[Int(branch.child)]
            depth += 8
        }
    }
}
