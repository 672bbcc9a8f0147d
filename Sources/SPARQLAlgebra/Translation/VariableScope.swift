/// The variables that a pattern may bind, in order of first appearance.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#variableScope>
struct VariableScope {
    private(set) var variables: [Variable] = []
    private var members: Set<Variable> = []

    init() {}

    init(_ variables: [Variable]) { for variable in variables { insert(variable) } }

    /// Adds a variable that the author can see; others are not in scope anywhere.
    mutating func insert(_ variable: Variable) {
        if variable.isVisible, members.insert(variable).inserted { variables.append(variable) }
    }

    mutating func insert(_ pattern: TermPattern) {
        switch pattern {
        case .variable(let variable): insert(variable)
        case .term: break
        case .triple(let triple):
            insert(triple.subject)
            insert(triple.predicate)
            insert(triple.object)
        }
    }

    mutating func formUnion(_ other: VariableScope) { for variable in other.variables { insert(variable) } }

    func contains(_ variable: Variable) -> Bool { members.contains(variable) }
}
