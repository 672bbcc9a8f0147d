internal import ByteText
internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore
internal import XSDValues

extension PlanBuilder {
    /// An expression whose patterns are matched against a graph.
    mutating func expression(
        _ expression: Expression, in graph: ActiveGraph
    ) throws(QueryEvaluationError) -> PlanExpression {
        guard !StackSpace.isLow else { throw .nestedTooDeep }
        switch expression {
        case .term(let term): return .constant(context.terms.id(of: term))
        case .variable(let variable): return .slot(slots.slot(of: variable))
        case .bound(let variable): return .bound(slots.slot(of: variable))
        case .or(let left, let right):
            return .or(try self.expression(left, in: graph), try self.expression(right, in: graph))
        case .and(let left, let right):
            return .and(try self.expression(left, in: graph), try self.expression(right, in: graph))
        case .not(let inner): return .not(try self.expression(inner, in: graph))
        case .comparison(let name, let left, let right):
            return .comparison(name, try self.expression(left, in: graph), try self.expression(right, in: graph))
        case .arithmetic(let name, let left, let right):
            return .arithmetic(name, try self.expression(left, in: graph), try self.expression(right, in: graph))
        case .unaryPlus(let inner): return .unaryPlus(try self.expression(inner, in: graph))
        case .unaryMinus(let inner): return .unaryMinus(try self.expression(inner, in: graph))
        case .isIn(let value, let list):
            return .isIn(try self.expression(value, in: graph), try expressions(list, in: graph), isNegated: false)
        case .isNotIn(let value, let list):
            return .isIn(try self.expression(value, in: graph), try expressions(list, in: graph), isNegated: true)
        case .exists(let pattern): return try exists(pattern, in: graph, isNegated: false)
        case .notExists(let pattern): return try exists(pattern, in: graph, isNegated: true)
        case .conditional(let condition, let yes, let no):
            return .conditional(
                try self.expression(condition, in: graph), try self.expression(yes, in: graph),
                try self.expression(no, in: graph))
        case .coalesce(let list): return .coalesce(try expressions(list, in: graph))
        case .call(let function, let list):
            guard function.arity.contains(list.count) else { return .failure }
            // What datatype is told only when it runs.
            if function == .strDatatype { context.terms.noteFloats() }
            return FunctionImplementation.fused(FunctionImplementation(function), try expressions(list, in: graph))
        case .function(let name, let list): return try function(name, try expressions(list, in: graph))
        }
    }

    private mutating func expressions(
        _ list: [Expression], in graph: ActiveGraph
    ) throws(QueryEvaluationError) -> [PlanExpression] {
        var result: [PlanExpression] = []
        for element in list { result.append(try expression(element, in: graph)) }
        return result
    }

    private mutating func exists(
        _ pattern: Algebra, in graph: ActiveGraph, isNegated: Bool
    ) throws(QueryEvaluationError) -> PlanExpression {
        let plan = try build(pattern, in: graph)
        // The graph's variable is bound outside, and a pattern without triples does not mention it.
        let outer = plan.mentionedSlots.union(SlotSet([graph.slot].compactMap { $0 }))
        return .exists(ExistsPattern(plan: plan, outerSlots: outer), isNegated: isNegated)
    }

    private func function(
        _ name: IRI, _ arguments: [PlanExpression]
    ) throws(QueryEvaluationError) -> PlanExpression {
        if let target = CastTarget(name) {
            if target.datatype == .float { context.terms.noteFloats() }
            return arguments.count == 1 ? .cast(target, arguments[0]) : .failure
        }
        guard let function = context.functions[name] else { throw .unknownFunction(name.string) }
        return function.arity.contains(arguments.count) ? .extensionCall(function, arguments) : .failure
    }
}
