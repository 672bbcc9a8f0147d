internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

/// Turns what joins, unions and filters can say of a path into these: only repetitions stay paths.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#sparqlTranslatePathExpressions>
enum PathRewriting: OptimizerPass {
    static let name = "path rewriting"

    static func apply(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode {
        if case .path(let scan) = plan { return rewrite(scan, environment) }
        return environment.mapChildren(of: plan) { apply($0, environment) }
    }

    private static func rewrite(_ scan: PathScan, _ environment: OptimizerEnvironment) -> PlanNode {
        func path(_ subject: PlanTerm, _ path: PathPlan, _ object: PlanTerm) -> PlanNode {
            rewrite(PathScan(subject: subject, path: path, object: object, graph: scan.graph), environment)
        }
        func fresh() -> PlanTerm {
            .slot(environment.slots.fresh(Variable.internalVariable(environment.slots.count)))
        }
        let (subject, object) = (scan.subject, scan.object)
        switch scan.path {
        case .step(let predicate):
            return .scan(
                QuadScan(subject: subject, predicate: .constant(predicate), object: object, graph: scan.graph))
        case .inverse(let inner):
            switch inner {
            case .step, .negatedSet: return path(object, inner, subject)
            default: return path(subject, inner.reversed, object)
            }
        case .sequence(let first, let second):
            let middle = fresh()
            let nodes = [path(subject, first, middle), path(middle, second, object)]
            return .project(scan.slots.slots, PlanBuilder.joined(nodes))
        case .alternative(let first, let second):
            return PlanBuilder.united([path(subject, first, object), path(subject, second, object)])
        case .negatedSet(let forward, let inverse):
            var branches: [PlanNode] = []
            for (predicates, from, to) in [(forward, subject, object), (inverse, object, subject)] {
                guard let predicates else { continue }
                let predicate = fresh()
                let step = PlanNode.scan(QuadScan(subject: from, predicate: predicate, object: to, graph: scan.graph))
                guard let slot = predicate.slot, !predicates.isEmpty else {
                    branches.append(.project(scan.slots.slots, step))
                    continue
                }
                let isOther = PlanExpression.isIn(
                    .slot(slot), predicates.map { .constant($0) }, isNegated: true)
                branches.append(.project(scan.slots.slots, .filter([isOther], step)))
            }
            return PlanBuilder.united(branches)
        case .zeroOrMore, .oneOrMore, .zeroOrOne: return .path(scan)
        }
    }
}
