internal import SPARQLAlgebra

/// Gives variables their slots, scope by scope: a variable that a subquery does not project is another one than that
/// of the same name outside.
final class SlotTable {
    /// The variable of each slot, for those who print a plan.
    private(set) var variables: [Variable] = []
    private var scopes: [[Variable: Slot]] = [[:]]

    /// How many slots there are.
    var count: Int { variables.count }

    /// The slot of a variable in the present scope, a new one the first time.
    func slot(of variable: Variable) -> Slot {
        if let slot = scopes[scopes.count - 1][variable] { return slot }
        let slot = fresh(variable)
        scopes[scopes.count - 1][variable] = slot
        return slot
    }

    /// A slot that no name leads to.
    func fresh(_ variable: Variable) -> Slot {
        variables.append(variable)
        return variables.count - 1
    }

    /// Opens a scope in which only the given variables are those of outside; ``popScope()`` closes it.
    func pushScope(sharing shared: [Variable]) {
        var scope: [Variable: Slot] = [:]
        for variable in shared { scope[variable] = slot(of: variable) }
        scopes.append(scope)
    }

    /// Closes the innermost scope.
    func popScope() {
        precondition(scopes.count > 1, "the outermost scope stays open")
        scopes.removeLast()
    }
}
