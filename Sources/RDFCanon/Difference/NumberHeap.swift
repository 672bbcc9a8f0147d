/// Numbers of which the least comes first, in a binary heap.
struct NumberHeap {
    private(set) var numbers: [Int] = []

    var count: Int { numbers.count }
    var isEmpty: Bool { numbers.isEmpty }
    /// The least.
    var first: Int? { numbers.first }

    /// Adds a number.
    /// - Complexity: O(log *n*).
    mutating func insert(_ number: Int) {
        var place = numbers.count
        numbers.append(number)
        while place > 0, numbers[(place - 1) / 2] > number {
            numbers[place] = numbers[(place - 1) / 2]
            place = (place - 1) / 2
        }
        numbers[place] = number
    }

    /// Takes the least away.
    /// - Complexity: O(log *n*).
    mutating func removeFirst() {
        guard let last = numbers.popLast(), !numbers.isEmpty else { return }
        var place = 0
        while true {
            var child = 2 * place + 1
            guard child < numbers.count else { break }
            if child + 1 < numbers.count, numbers[child + 1] < numbers[child] { child += 1 }
            guard numbers[child] < last else { break }
            numbers[place] = numbers[child]
            place = child
        }
        numbers[place] = last
    }

    /// Takes those away that satisfy a condition.
    /// - Complexity: O(*n* log *n*).
    mutating func removeAll(where isUnwanted: (Int) -> Bool) {
        // What is sorted is a heap.
        numbers = numbers.filter { !isUnwanted($0) }.sorted()
    }
}
