import JSONText

/// Whether two documents are the same as the suites' README compares them: objects and arrays without order, but for
/// `@list`; language tags without case; blank node identifiers up to their names.
func areSameJSONLD(_ left: JSONValue, _ right: JSONValue) -> Bool {
    var comparison = JSONLDComparison()
    return comparison.match(left, right, ordered: false, [:]) { _ in true }
}

/// A search with backtracking over the ways in which the elements of arrays can be paired.
private struct JSONLDComparison {
    /// Blank node identifiers of the left, and what they are on the right.
    typealias Names = [String: String]

    private var tries = 0

    mutating func match(
        _ left: JSONValue, _ right: JSONValue, ordered: Bool, _ names: Names,
        then next: (Names) -> Bool
    ) -> Bool {
        tries += 1
        guard tries < 2_000_000 else { return false }
        switch (left, right) {
        case (.string(let left), .string(let right)): return match(left, right, names).map(next) ?? false
        case (.array(let left), .array(let right)):
            guard left.count == right.count else { return false }
            return ordered
                ? matchInOrder(left[...], right[...], names, then: next)
                : matchInAnyOrder(left[...], right, names, then: next)
        case (.object(let left), .object(let right)):
            guard left.count == right.count else { return false }
            return matchMembers(left.members[...], right.members, names, then: next)
        default: return left == right && next(names)
        }
    }

    /// The names, with those of two texts that are blank node identifiers.
    private func match(_ left: String, _ right: String, _ names: Names) -> Names? {
        guard left.hasPrefix("_:"), right.hasPrefix("_:") else {
            return Array(left.utf8) == Array(right.utf8) ? names : nil
        }
        if let known = names[left] { return known == right ? names : nil }
        guard !names.values.contains(right) else { return nil }
        var names = names
        names[left] = right
        return names
    }

    private mutating func matchInOrder(
        _ left: ArraySlice<JSONValue>, _ right: ArraySlice<JSONValue>, _ names: Names, then next: (Names) -> Bool
    ) -> Bool {
        guard let first = left.first, let other = right.first else { return next(names) }
        var copy = self
        let isSame = match(first, other, ordered: false, names) { names in
            copy.matchInOrder(left.dropFirst(), right.dropFirst(), names, then: next)
        }
        tries = max(tries, copy.tries)
        return isSame
    }

    private mutating func matchInAnyOrder(
        _ left: ArraySlice<JSONValue>, _ right: [JSONValue], _ names: Names, then next: (Names) -> Bool
    ) -> Bool {
        guard let first = left.first else { return next(names) }
        for index in right.indices {
            var rest = right
            rest.remove(at: index)
            var copy = self
            let isSame = match(first, right[index], ordered: false, names) { names in
                copy.matchInAnyOrder(left.dropFirst(), rest, names, then: next)
            }
            tries = max(tries, copy.tries)
            if isSame { return true }
        }
        return false
    }

    private mutating func matchMembers(
        _ left: ArraySlice<JSONObject.Member>, _ right: [JSONObject.Member], _ names: Names,
        then next: (Names) -> Bool
    ) -> Bool {
        guard let first = left.first else { return next(names) }
        for index in right.indices {
            guard let extended = match(first.name, right[index].name, names) else { continue }
            var rest = right
            rest.remove(at: index)
            var copy = self
            let isLanguage = first.name == "@language"
            let isSame = match(
                isLanguage ? lowercased(first.value) : first.value,
                isLanguage ? lowercased(right[index].value) : right[index].value, ordered: first.name == "@list",
                extended
            ) { names in
                copy.matchMembers(left.dropFirst(), rest, names, then: next)
            }
            tries = max(tries, copy.tries)
            if isSame { return true }
            if !first.name.hasPrefix("_:") { return false }
        }
        return false
    }

    private func lowercased(_ value: JSONValue) -> JSONValue {
        if case .string(let text) = value { .string(text.lowercased()) } else { value }
    }
}
