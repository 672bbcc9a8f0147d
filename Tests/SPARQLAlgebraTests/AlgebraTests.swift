import RDFModel
import SPARQLAlgebra
import Testing

@Suite struct AlgebraTests {
    @Test func rewritingReachesEveryOperand() {
        let leaf = Algebra.bgp([
            TriplePattern(.variable(Variable("s")), .variable(Variable("p")), .term(.literal(Literal("o"))))
        ])
        let tree = Algebra.union(.distinct(leaf), .minus(leaf, .unit))
        func emptied(_ algebra: Algebra) -> Algebra { algebra == leaf ? .empty : algebra.mapChildren(emptied) }
        #expect(emptied(tree) == .union(.distinct(.empty), .minus(.empty, .unit)))
    }
}
