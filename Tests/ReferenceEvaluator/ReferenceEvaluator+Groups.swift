internal import RDFModel
internal import SPARQLAlgebra

/// Grouping and aggregates, as §18.5.1 defines them.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#aggregateAlgebra>
extension ReferenceEvaluator {
    func group(
        _ solutions: [Solution], by keys: [Variable], _ aggregates: [AggregateBinding], _ graph: [Triple]
    ) throws -> [Solution] {
        var groups: [(key: [Term?], members: [Solution])] = []
        for solution in solutions {
            let key = keys.map { solution[$0] }
            if let place = groups.firstIndex(where: { $0.key == key }) {
                groups[place].members.append(solution)
            } else {
                groups.append((key, [solution]))
            }
        }
        if keys.isEmpty, groups.isEmpty { groups = [([], [])] }
        return try groups.map { key, members in
            var result = Solution()
            for (variable, term) in zip(keys, key) { result[variable] = term }
            for binding in aggregates {
                do {
                    result[binding.variable] = try aggregate(binding.aggregate, members, graph).term
                } catch ReferenceError.type {
                    continue
                }
            }
            return result
        }
    }

    private func aggregate(
        _ aggregate: AggregateExpression, _ members: [Solution], _ graph: [Triple]
    ) throws -> ReferenceValue {
        guard let argument = aggregate.argument else {
            return .integer(Int128(aggregate.isDistinct ? Set(members.map(Self.visible)).count : members.count))
        }
        // ListEval: an error is an element, here `nil`.
        var values = try members.map { try value(argument, $0, graph) }
        if aggregate.isDistinct {
            var seen: Set<Term?> = []
            values = values.filter { seen.insert($0).inserted }
        }
        let terms = values.compactMap { $0 }
        func requireNoError() throws { if terms.count < values.count { throw ReferenceError.type } }
        switch aggregate.function {
        case .count: return .integer(Int128(terms.count))
        case .sum:
            try requireNoError()
            return try sum(terms)
        case .average:
            try requireNoError()
            if terms.isEmpty { return .integer(0) }
            return try ReferenceValue.arithmetic(.divide, try sum(terms), .integer(Int128(terms.count)))
        case .min, .max:
            try requireNoError()
            let isMaximum = aggregate.function == .max
            guard var best = terms.first else { throw ReferenceError.type }
            for term in terms.dropFirst() {
                let order = ReferenceOrder.compare(term, best)
                if isMaximum ? order > 0 : order < 0 { best = term }
            }
            return ReferenceValue(best)
        case .sample:
            guard let first = terms.first else { throw ReferenceError.type }
            return ReferenceValue(first)
        case .groupConcat(let separator):
            try requireNoError()
            return .string(try terms.map { try ReferenceValue($0).text }.joined(separator: separator))
        }
    }

    private func sum(_ terms: [Term]) throws -> ReferenceValue {
        try terms.reduce(.integer(0)) { try ReferenceValue.arithmetic(.add, $0, ReferenceValue($1)) }
    }
}

/// The order of ORDER BY (§15.1), where 0 is said of what it leaves open.
enum ReferenceOrder {
    static func compare(_ left: Term?, _ right: Term?) -> Int {
        let ranks = (rank(left), rank(right))
        guard ranks.0 == ranks.1, let left, let right else { return ranks.0 - ranks.1 }
        switch (left, right) {
        case (.iri(let left), .iri(let right)):
            return ReferenceValue.codePointOrder(left.string, right.string)
        case (.literal, .literal):
            return (try? ReferenceValue(left).order(to: ReferenceValue(right))) ?? 0
        default: return 0
        }
    }

    private static func rank(_ term: Term?) -> Int {
        switch term {
        case nil: 0
        case .blankNode: 1
        case .iri: 2
        case .literal: 3
        case .tripleTerm: 4
        }
    }
}
