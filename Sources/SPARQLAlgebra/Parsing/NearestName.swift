internal import ByteText

/// Finds the name that was probably meant.
package enum NearestName {
    /// The candidate that looks the same, or else the first that differs least from a misspelled name, without regard to case; `nil` where all
    /// differ in more than a third of their letters.
    /// - Complexity: O(*n* · *k*²) for *n* candidates of *k* bytes; names of fewer than 3 or more than 32 bytes have no
    ///   neighbour.
    package static func of(_ name: String, among candidates: [String]) -> String? {
        if let same = candidates.first(where: { LookAlike.areSame(name, $0) }) { return same }
        let wanted = folded(name)
        guard (3...32).contains(wanted.count) else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let folded = folded(candidate)
            let allowed = max(1, min(wanted.count, folded.count) / 3)
            guard folded.count <= 32, abs(folded.count - wanted.count) <= 2,
                let distance = EditDistance.between(wanted, folded, atMost: allowed), distance < best?.distance ?? .max
            else { continue }
            best = (candidate, distance)
        }
        return best?.name
    }

    private static func folded(_ name: String) -> [UInt8] {
        name.utf8.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }
    }
}
