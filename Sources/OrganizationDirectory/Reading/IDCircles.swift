/// The circles among records that name each other by their ids: what is broader, who took whose place.
///
/// Two records are on a circle if a way leads from each to the other: they are of one strongly connected component.
/// - Spec: R. Tarjan, Depth-first search and linear graph algorithms, 1972; without calls that nest.
struct IDCircles {
    private let numbers: [String: Int]
    /// The component of each record.
    private var components: [Int]

    /// The circles of links; ids that no record has are passed over.
    /// - Complexity: O(*n*) in the records and their links, on average.
    init(_ links: [String: [String]]) {
        let ids = Array(links.keys)
        let numbers = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        self.numbers = numbers
        components = [Int](repeating: -1, count: ids.count)
        let edges = ids.map { id in (links[id] ?? []).compactMap { numbers[$0] } }
        var search = Search(count: ids.count)
        for start in ids.indices where search.order[start] < 0 { search.visit(from: start, edges, &components) }
    }

    /// Tells if a link from one id to another is part of a circle.
    func hold(_ id: String, _ next: String) -> Bool {
        guard let first = numbers[id], let second = numbers[next] else { return false }
        return components[first] == components[second]
    }

    private struct Search {
        /// When each record was met, counted from 0; -1 for one that was not.
        var order: [Int]
        /// The earliest record that can be reached from each, as far as is known.
        private var earliest: [Int]
        /// Records that are met and belong to no component yet.
        private var open: [Int] = []
        private var isOpen: [Bool]
        private var met = 0
        private var found = 0

        init(count: Int) {
            order = [Int](repeating: -1, count: count)
            earliest = order
            isOpen = [Bool](repeating: false, count: count)
        }

        mutating func visit(from start: Int, _ edges: [[Int]], _ components: inout [Int]) {
            var path = [(record: start, link: 0)]
            meet(start)
            while let (record, link) = path.last {
                guard link < edges[record].count else {
                    path.removeLast()
                    if let above = path.last?.record { earliest[above] = min(earliest[above], earliest[record]) }
                    close(record, &components)
                    continue
                }
                path[path.count - 1].link += 1
                let next = edges[record][link]
                if order[next] < 0 {
                    meet(next)
                    path.append((next, 0))
                } else if isOpen[next] {
                    earliest[record] = min(earliest[record], order[next])
                }
            }
        }

        private mutating func meet(_ record: Int) {
            order[record] = met
            earliest[record] = met
            met += 1
            open.append(record)
            isOpen[record] = true
        }

        /// Takes the component of a record from which nothing earlier can be reached.
        private mutating func close(_ record: Int, _ components: inout [Int]) {
            guard earliest[record] == order[record] else { return }
            while let last = open.popLast() {
                isOpen[last] = false
                components[last] = found
                if last == record { break }
            }
            found += 1
        }
    }
}
