internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore
internal import XSDValues

/// Writes plans as trees that people read.
struct PlanDescriber {
    let slots: SlotTable
    let terms: QueryTerms

    /// A plan as an indented tree, one operator a line.
    func tree(_ plan: PlanNode, indent: Int = 0) -> String {
        var result = String(repeating: "  ", count: indent) + label(plan) + "\n"
        for child in plan.children { result += tree(child, indent: indent + 1) }
        if case .semiJoin(_, let patterns, _) = plan {
            for pattern in patterns { result += tree(pattern.plan, indent: indent + 1) }
        }
        return result
    }

    /// An operator without its operands.
    func label(_ plan: PlanNode) -> String {
        switch plan {
        case .unit: "unit"
        case .empty: "empty"
        case .scan(let scan): "scan " + text(scan)
        case .path(let path):
            "path \(text(path.subject)) \(text(path.path)) \(text(path.object))\(text(path.graph))"
        case .join: "join"
        case .strategy(let strategy, _): strategy.rawValue
        case .leftJoin(_, _, let conditions): "left join" + text(conditions)
        case .filter(let conditions, _): "filter" + text(conditions)
        case .union: "union"
        case .minus: "minus"
        case .semiJoin(_, _, let isAnti): isAnti ? "anti join" : "semi join"
        case .extend(_, let slot, let value): "extend \(name(slot)) = \(text(value))"
        case .keyed(_, let key, _): "key \(name(key.slot)) = class of \(text(key.expression))"
        case .values(let slots, let rows): "values \(names(slots)) (\(rows.count) rows)"
        case .eachGraph(let slot, _): "each graph \(name(slot))"
        case .group(let keys, let aggregates, _):
            "group " + names(keys) + aggregates.map { " \(name($0.slot))=\($0.function)" }.joined()
        case .orderBy(let conditions, let limit, _):
            "order by "
                + conditions.map { ($0.isAscending ? "" : "desc ") + text($0.expression) }.joined(separator: ", ")
                + (limit.map { " (top \($0))" } ?? "")
        case .project(let slots, _): "project " + names(slots)
        case .distinct(let slots, _): "distinct " + names(slots)
        case .reduced(let slots, _): "reduced " + names(slots)
        case .slice(let offset, let limit, _): "slice offset \(offset)" + (limit.map { " limit \($0)" } ?? "")
        case .tripleTerm(let slot, let subject, let predicate, let object, _):
            "triple term \(name(slot)) = <<( \(text(subject)) \(text(predicate)) \(text(object)) )>>"
        case .service(let service): "service " + text(service.endpoint)
        case .scanCount(let scan, let slot): "count \(name(slot)) of " + text(scan)
        }
    }

    private func name(_ slot: Slot) -> String {
        slot < slots.count ? slots.variables[slot].description : "?.tag"
    }

    private func names(_ slots: [Slot]) -> String { slots.map(name).joined(separator: " ") }

    private func text(_ id: TermID) -> String { id.isDefined ? terms.term(id).description : "UNDEF" }

    private func text(_ term: PlanTerm) -> String {
        switch term {
        case .constant(let id): text(id)
        case .slot(let slot): name(slot)
        }
    }

    private func text(_ graph: ActiveGraph) -> String {
        switch graph {
        case .defaultGraph: ""
        case .named(let id): " in " + text(id)
        case .variable(let slot): " in " + name(slot)
        }
    }

    private func text(_ scan: QuadScan) -> String {
        scan.terms.map(text).joined(separator: " ") + text(scan.graph)
    }

    private func text(_ path: PathPlan) -> String {
        switch path {
        case .step(let id): text(id)
        case .inverse(let inner): "^" + text(inner)
        case .sequence(let first, let second): "(\(text(first))/\(text(second)))"
        case .alternative(let first, let second): "(\(text(first))|\(text(second)))"
        case .zeroOrMore(let inner): text(inner) + "*"
        case .oneOrMore(let inner): text(inner) + "+"
        case .zeroOrOne(let inner): text(inner) + "?"
        case .negatedSet(let forward, let inverse):
            "!(" + ((forward ?? []).map(text) + (inverse ?? []).map { "^" + text($0) }).joined(separator: "|") + ")"
        }
    }

    private func text(_ conditions: [PlanExpression]) -> String {
        conditions.isEmpty ? "" : " " + conditions.map(text).joined(separator: " && ")
    }

    private func text(_ expression: PlanExpression) -> String {
        switch expression {
        case .constant(let id): text(id)
        case .slot(let slot): name(slot)
        case .bound(let slot): "BOUND(\(name(slot)))"
        case .or(let left, let right): "(\(text(left)) || \(text(right)))"
        case .and(let left, let right): "(\(text(left)) && \(text(right)))"
        case .not(let inner): "!" + text(inner)
        case .comparison(let sign, let left, let right): "\(text(left)) \(sign.rawValue) \(text(right))"
        case .arithmetic(let sign, let left, let right): "(\(text(left)) \(sign.rawValue) \(text(right)))"
        case .unaryPlus(let inner): "+" + text(inner)
        case .unaryMinus(let inner): "-" + text(inner)
        case .isIn(let value, let list, let isNegated):
            "\(text(value))\(isNegated ? " NOT" : "") IN (\(list.map(text).joined(separator: ", ")))"
        case .isInSet(let value, _, let ids, let isNegated):
            "\(text(value))\(isNegated ? " NOT" : "") IN {\(ids.prefix(3).map(text).joined(separator: ", ")), …} "
                + "(\(ids.count))"
        case .exists(_, let isNegated): isNegated ? "NOT EXISTS {…}" : "EXISTS {…}"
        case .conditional(let condition, let yes, let no): "IF(\(text(condition)), \(text(yes)), \(text(no)))"
        case .coalesce(let list): "COALESCE(\(list.map(text).joined(separator: ", ")))"
        case .call(let call, let list):
            "\(call.name)(\(list.map(text).joined(separator: ", ")))"
        case .extensionCall(let function, let list):
            "\(function.name)(\(list.map(text).joined(separator: ", ")))"
        case .cast(let target, let inner): "xsd:\(target.datatype.localName)(\(text(inner)))"
        case .failure: "error"
        }
    }
}
