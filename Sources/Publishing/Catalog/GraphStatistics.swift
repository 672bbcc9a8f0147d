internal import Localization
internal import OrganizationDirectory
internal import RDFModel

/// Counts of what a graph holds, for those who decide from the catalog whether to load it.
/// - Spec: VoID, <https://www.w3.org/TR/void/>, §4 and §5.
struct GraphStatistics {
    private let graph: StatementTable
    /// How many statements have a term as their property, and as their class, by its place.
    private let properties: [(iri: IRI, count: Int)]
    private let classes: [(iri: IRI, count: Int)]
    private let objectCount: Int

    /// The statistics of a graph.
    init(_ graph: StatementTable) {
        self.graph = graph
        let type = graph.terms.place(of: RDF.type)
        var (properties, classes): ([UInt32: Int], [UInt32: Int]) = ([:], [:])
        var isObject = [Bool](repeating: false, count: graph.terms.count + 1)
        for statement in graph.statements {
            properties[statement.predicate, default: 0] += 1
            if statement.predicate == type { classes[statement.object, default: 0] += 1 }
            isObject[Int(statement.object)] = true
        }
        // The places of IRIs are in their order.
        func named(_ counts: [UInt32: Int]) -> [(iri: IRI, count: Int)] {
            counts.sorted { $0.key < $1.key }.compactMap { place, count in graph.terms.iri(place).map { ($0, count) } }
        }
        self.properties = named(properties)
        self.classes = named(classes)
        objectCount = isObject.count { $0 }
    }

    /// Another dataset to which the graph links, by the beginning of the IRIs that it names.
    private struct Target: Sendable {
        let name: String
        let namespace: String
        let dataset: IRI
        let title: String
        let predicates: [IRI]
    }

    private static let targets = [
        Target(
            name: "ordo", namespace: "http://www.orpha.net/ORDO/",
            dataset: IRI(unchecked: "http://www.orpha.net/ORDO/"),
            title: "Orphanet Rare Disease Ontology", predicates: [SKOS.exactMatch]),
        Target(
            name: "mondo", namespace: "http://purl.obolibrary.org/obo/MONDO_",
            dataset: IRI(unchecked: "http://purl.obolibrary.org/obo/mondo.owl"), title: "Mondo Disease Ontology",
            predicates: [SKOS.exactMatch, SKOS.closeMatch]),
        Target(
            name: "omim", namespace: "https://omim.org/entry/", dataset: IRI(unchecked: "https://omim.org/"),
            title: "Online Mendelian Inheritance in Man", predicates: [SKOS.exactMatch]),
        Target(
            name: "icd10", namespace: "http://id.who.int/icd/release/10/",
            dataset: IRI(unchecked: "http://id.who.int/icd/release/10"),
            title: "International Classification of Diseases, 10th revision", predicates: [SKOS.broadMatch]),
    ]

    /// Adds the counts to the description of the dataset.
    func add(to graph: inout StatementBuilder, iris: DirectoryIRIs) {
        let dataset = iris.dataset
        graph.add(dataset, VoID.triples, count: self.graph.count)
        let subjects = self.graph.subjects()
        graph.add(dataset, VoID.distinctSubjects, count: subjects.count)
        graph.add(dataset, VoID.distinctObjects, count: objectCount)
        graph.add(dataset, VoID.uriSpace, text: iris.base.string)
        graph.add(dataset, VoID.entities, count: entities(subjects, under: iris.base))
        graph.add(dataset, VoID.properties, count: properties.count)
        for (property, count) in properties {
            let partition = iris.partition("property", localName(of: property))
            graph.add(dataset, VoID.propertyPartition, partition)
            graph.add(partition, types: VoID.dataset)
            graph.add(partition, VoID.property, property)
            graph.add(partition, VoID.triples, count: count)
        }
        addClasses(to: &graph, iris: iris)
        for vocabulary in vocabularies(of: properties.map(\.iri)) { graph.add(dataset, VoID.vocabulary, vocabulary) }
        for target in Self.targets { add(target, to: &graph, iris: iris) }
    }

    private func addClasses(to graph: inout StatementBuilder, iris: DirectoryIRIs) {
        graph.add(iris.dataset, VoID.classes, count: classes.count)
        for (type, count) in classes {
            let partition = iris.partition("class", localName(of: type))
            graph.add(iris.dataset, VoID.classPartition, partition)
            graph.add(partition, types: VoID.dataset)
            graph.add(partition, VoID.classTerm, type)
            graph.add(partition, VoID.entities, count: count)
        }
    }

    private func add(_ target: Target, to graph: inout StatementBuilder, iris: DirectoryIRIs) {
        for predicate in target.predicates {
            guard let place = self.graph.terms.place(of: predicate) else { continue }
            let count = self.graph.statements.count { statement in
                statement.predicate == place
                    && self.graph.terms.iri(statement.object)?.string.hasPrefix(target.namespace) == true
            }
            guard count > 0 else { continue }
            let isOnly = target.predicates.count == 1
            let linkset = iris.linkset(isOnly ? target.name : target.name + "-" + predicate.string.afterLastSeparator)
            graph.add(iris.dataset, VoID.subset, linkset)
            graph.add(linkset, types: VoID.linkset)
            graph.add(linkset, VoID.subjectsTarget, iris.dataset)
            graph.add(linkset, VoID.objectsTarget, target.dataset)
            graph.add(linkset, VoID.linkPredicate, predicate)
            graph.add(linkset, VoID.triples, count: count)
            graph.add(target.dataset, types: VoID.dataset)
            graph.add(target.dataset, DCTerms.title, text: target.title, in: .english)
        }
    }

    private func entities(_ subjects: [UInt32], under base: IRI) -> Int {
        subjects.count { graph.terms.iri($0)?.string.hasPrefix(base.string) == true }
    }

    /// A name for a term that is unique in a description: `schema-name`, `skos-prefLabel`.
    private func localName(of term: IRI) -> String {
        let prefix = GraphPrefixes.map.pairs.first { term.string.hasPrefix($0.namespace.string) }
        return (prefix.map { $0.name + "-" } ?? "") + term.string.afterLastSeparator
    }

    private func vocabularies(of properties: [IRI]) -> [IRI] {
        Set(properties.map { IRI(unchecked: String($0.string.dropLast($0.string.afterLastSeparator.count))) }).sorted()
    }
}

extension StatementBuilder {
    /// States a count.
    mutating func add(_ subject: IRI, _ predicate: IRI, count: Int) {
        add(subject, predicate, .literal(Literal(String(count), datatype: XSD.integer)))
    }
}

extension String {
    /// What follows the last `#` or `/`.
    var afterLastSeparator: String {
        String(self[(lastIndex { $0 == "#" || $0 == "/" }.map(index(after:)) ?? startIndex)...])
    }
}
