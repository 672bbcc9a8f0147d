/// Ways along the ids that records name: to what is broader, to a successor.
enum IDLinks {
    /// Whether a way leads from one id to another.
    /// - Complexity: O(*n*) in the links that can be reached.
    static func lead(from start: String, to end: String, by links: (String) -> [String]) -> Bool {
        var waiting = [start]
        var seen: Set<String> = [start]
        while let next = waiting.popLast() {
            if next == end { return true }
            for link in links(next) where seen.insert(link).inserted { waiting.append(link) }
        }
        return false
    }
}
