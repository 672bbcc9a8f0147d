internal import RDFModel

extension DirectoryMapping {
    /// That an organization speaks for a condition: a node, and while the organization is at work, a shortcut from it to
    /// the condition.
    ///
    /// The scope is worked out and not said by any source, so the node names the rule by which it was.
    func add(
        _ representation: Representation, of organization: PatientOrganization, to graph: inout StatementBuilder
    ) {
        let iri = iris.representation(organization.id, representation.condition)
        let condition = iris.condition(representation.condition)
        graph.add(iri, types: LYS.representation)
        graph.add(iri, LYS.organization, iris.organization(organization.id))
        graph.add(iri, LYS.condition, condition)
        graph.add(iri, LYS.scope, representation.scope.iri)
        graph.add(iri, LYS.derivedBy, LYS.representationScopeRule)
        if organization.isAtWork {
            graph.add(iris.organization(organization.id), LYS.representsCondition, condition)
        }
    }
}
