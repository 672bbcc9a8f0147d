/// The orders of a list, one after the other.
///
/// The items are told apart by their places, so equal items give equal orders more than once.
/// - Complexity: O(*n*) for the next order.
struct Permutations {
    private var places: [Int]
    private let items: [Int]
    private var isFirst = true

    init(of items: [Int]) {
        self.items = items
        places = Array(items.indices)
    }

    /// The next order, in lexicographic order of places; `nil` after the last.
    mutating func next() -> [Int]? {
        if isFirst {
            isFirst = false
            return items
        }
        // The longest tail that falls cannot grow any more: the item before it takes the next larger of the tail.
        guard let pivot = places.indices.dropLast().last(where: { places[$0] < places[$0 + 1] }),
            let successor = places.indices.last(where: { places[$0] > places[pivot] })
        else { return nil }
        places.swapAt(pivot, successor)
        places[(pivot + 1)...].reverse()
        return places.map { items[$0] }
    }
}
