internal import ByteText
internal import Localization
internal import RDFCanon
internal import RDFModel

/// A difference for people: entity by entity, with totals at the end.
///
///     ~ Cystic Fibrosis Canada  <https://example.org/cf>
///         ~ schema:foundingDate "1960" → "1961"
///         + skos:altLabel "CF Canada"@en
///       in the graph <https://example.org/record/cf>:
///         - foaf:homepage <https://old.example>
///
///     1 entity changed, 0 added, 0 removed
///     2 statements added, 2 removed
struct DifferenceText {
    /// What happened to a line or an entity.
    private enum Mark: String {
        case added = "+"
        case removed = "-"
        case changed = "~"

        /// The color that the mark has on a terminal.
        var color: String {
            switch self {
            case .added: "32"
            case .removed: "31"
            case .changed: "33"
            }
        }
    }

    private let names: EntityNames
    private let usesColor: Bool
    private var text = ""

    init(_ difference: DatasetDifference, usesColor: Bool) {
        let entities = difference.entities()
        names = EntityNames(difference, entities)
        self.usesColor = usesColor
        guard !difference.isEmpty else {
            text = DifferenceMessage.same.text(in: .current, String(difference.count(of: .new))) + "\n"
            return
        }
        let positions = entities.map { names.position(of: $0.subject) }
        let order = entities.indices.sorted { left, right in
            (positions[left].thing, positions[left].depth, left) < (
                positions[right].thing, positions[right].depth, right
            )
        }
        for index in order { append(entities[index]) }
        func count(_ change: EntityDifference.Change) -> String { String(entities.count { $0.change == change }) }
        text += DifferenceMessage.entities.text(in: .current, count(.changed), count(.added), count(.removed)) + "\n"
        let (added, removed) = (String(difference.added.count), String(difference.removed.count))
        text += DifferenceMessage.statements.text(in: .current, added, removed) + "\n"
    }

    /// The report, UTF-8.
    var bytes: [UInt8] { Array(text.utf8) }

    private mutating func append(_ entity: EntityDifference) {
        switch entity.change {
        case .added: line(.added, names.heading(entity.subject), indent: 0)
        case .removed: line(.removed, names.heading(entity.subject), indent: 0)
        case .changed: line(.changed, names.heading(entity.subject), indent: 0)
        }
        var graph = GraphName.defaultGraph
        for property in entity.properties {
            if property.graph != graph, let name = property.graph.term {
                graph = property.graph
                text += "  " + DifferenceMessage.inGraph.text(in: .current, names.value(name)) + "\n"
            }
            append(property)
        }
        text += "\n"
    }

    private mutating func append(_ property: EntityDifference.Property) {
        let (replaced, removed, added) = Self.replacements(property)
        let name = names.property(property.predicate) + " "
        for (old, new) in replaced { line(.changed, name + names.value(old) + " → " + names.value(new), indent: 4) }
        for value in removed { line(.removed, name + names.value(value), indent: 4) }
        for value in added { line(.added, name + names.value(value), indent: 4) }
    }

    private mutating func line(_ mark: Mark, _ content: String, indent: Int) {
        let line = mark.rawValue + " " + content
        text += String(repeating: " ", count: indent)
        text += usesColor ? "\u{1B}[\(mark.color)m\(line)\u{1B}[0m\n" : line + "\n"
    }

    /// The values that took the place of others: the only one of its language, then the only one that is left.
    private static func replacements(
        _ property: EntityDifference.Property
    ) -> (replaced: [(Term, Term)], removed: [Term], added: [Term]) {
        var (removed, added) = (property.removed, property.added)
        var replaced: [(Term, Term)] = []
        for language in Set((removed + added).compactMap(\.language)).sorted() {
            let (old, new) = (removed.filter { $0.language == language }, added.filter { $0.language == language })
            guard old.count == 1, new.count == 1 else { continue }
            replaced.append((old[0], new[0]))
            removed.removeAll { $0 == old[0] }
            added.removeAll { $0 == new[0] }
        }
        if removed.count == 1, added.count == 1 { return (replaced + [(removed[0], added[0])], [], []) }
        return (replaced, removed, added)
    }
}

extension Term {
    /// The language of a text.
    fileprivate var language: String? { if case .literal(let literal) = self { literal.language } else { nil } }
}
