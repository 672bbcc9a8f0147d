/// Finds the name that was probably meant.
package enum NearestName {
    /// The first of the candidates that differs least from a misspelled name, without regard to case; `nil` where all
    /// differ in more than a third of their letters.
    /// - Complexity: O(*n* · *k*²) for *n* candidates of *k* bytes; names of fewer than 3 or more than 32 bytes have no neighbour.
    package static func of(_ name: String, among candidates: [String]) -> String? {
        let wanted = folded(name)
        guard (3...32).contains(wanted.count) else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let folded = folded(candidate)
            guard abs(folded.count - wanted.count) <= 2, folded.count <= 32 else { continue }
            let distance = distance(wanted, folded)
            guard distance <= max(1, min(wanted.count, folded.count) / 3), distance < best?.distance ?? Int.max else {
                continue
            }
            best = (candidate, distance)
        }
        return best?.name
    }

    private static func folded(_ name: String) -> [UInt8] {
        name.utf8.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }
    }

    /// How many letters are to be added, dropped, exchanged or swapped with their neighbour.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var twoBack: [Int] = []
        var previous = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                var cost = min(current[column], previous[column + 1]) + 1
                cost = min(cost, previous[column] + (left[row] == right[column] ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, twoBack[column - 1] + 1)
                }
                current.append(cost)
            }
            twoBack = previous
            previous = current
        }
        return previous[right.count]
    }
}
