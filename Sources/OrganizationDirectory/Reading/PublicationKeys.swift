internal import Localization
internal import Yams

/// A mapping of `publication.yaml`, read key by key; keys that nobody asked for are reported at the end.
struct PublicationKeys {
    private let file: String
    private let log: ProblemLog
    private let path: String
    private let place: DirectoryProblem.Place
    private let entries: [(name: String, place: DirectoryProblem.Place, value: Node)]

    /// The entries of a node; `nil`, with a report, if the node is no mapping.
    init?(_ node: Node, file: String, path: String = "", at place: DirectoryProblem.Place, log: ProblemLog) {
        guard case .mapping(let mapping) = node else {
            log.report(.mappingExpected, at: place)
            return nil
        }
        self.file = file
        self.log = log
        self.path = path
        self.place = place
        entries = mapping.map { key, value in
            let name = key.scalar?.string ?? ""
            return (
                name,
                DirectoryProblem.Place(
                    file: file, line: key.mark?.line, column: (path + name).shortened, order: key.mark?.column ?? 0),
                value
            )
        }
    }

    /// Reports the keys that are none of these.
    func expectOnly(_ names: [String]) {
        for entry in entries where !names.contains(entry.name) {
            let unused = names.filter { name in !entries.contains { $0.name == name } }
            log.report(
                .unknownKey, [entry.name], at: entry.place, suggestion: Suggestions(unused).nearest(to: entry.name),
                choices: unused.map { .init(code: $0, label: nil) })
        }
    }

    private func entry(_ name: String, isNeeded: Bool) -> (place: DirectoryProblem.Place, value: Node)? {
        if let entry = entries.first(where: { $0.name == name }) { return (entry.place, entry.value) }
        if isNeeded { log.report(.missingKey, [path + name], at: place) }
        return nil
    }

    /// The text of a key; an empty one counts as missing.
    func text(_ name: String, isNeeded: Bool = true) -> (text: String, place: DirectoryProblem.Place)? {
        guard let (place, value) = entry(name, isNeeded: isNeeded) else { return nil }
        guard let text = Self.text(value), !text.isEmpty else {
            log.report(.textExpected, at: place)
            return nil
        }
        if let control = text.unicodeScalars.first(where: { $0.isInvisibleControl && $0 != "\n" }) {
            log.report(.controlCharacter, ["U+" + control.code], at: place)
            return nil
        }
        return (text, place)
    }

    /// The texts of a key that has a list.
    func texts(_ name: String, isNeeded: Bool = true) -> [(text: String, place: DirectoryProblem.Place)]? {
        guard let (place, value) = entry(name, isNeeded: isNeeded) else { return nil }
        guard case .sequence(let sequence) = value else {
            log.report(.listExpected, at: place)
            return nil
        }
        return sequence.compactMap { node in
            let itemPlace = DirectoryProblem.Place(
                file: file, line: node.mark?.line ?? place.line, column: place.column, order: node.mark?.column ?? 0)
            guard let text = Self.text(node), !text.isEmpty else {
                log.report(.textExpected, at: itemPlace)
                return nil
            }
            return (text, itemPlace)
        }
    }

    /// The mapping of a key.
    func keys(_ name: String, isNeeded: Bool = true) -> PublicationKeys? {
        entry(name, isNeeded: isNeeded).flatMap { place, value in
            PublicationKeys(value, file: file, path: path + name + ".", at: place, log: log)
        }
    }

    /// Whether the value of a key is a mapping.
    func hasKeys(_ name: String) -> Bool {
        guard let (_, value) = entry(name, isNeeded: false), case .mapping = value else { return false }
        return true
    }

    /// The mappings of a key that has a list of them.
    func list(_ name: String) -> [PublicationKeys] {
        guard let (place, value) = entry(name, isNeeded: false) else { return [] }
        guard case .sequence(let sequence) = value else {
            log.report(.listExpected, at: place)
            return []
        }
        return sequence.compactMap { node in
            let itemPlace = DirectoryProblem.Place(
                file: file, line: node.mark?.line ?? place.line, column: place.column, order: node.mark?.column ?? 0)
            return PublicationKeys(node, file: file, path: path + name + ".", at: itemPlace, log: log)
        }
    }

    /// Reports a problem of a value.
    func report(
        _ message: DirectoryMessage, _ arguments: [String], at place: DirectoryProblem.Place, suggestion: String? = nil,
        choices: [DirectoryProblem.Choice] = []
    ) {
        log.report(message, arguments, at: place, suggestion: suggestion, choices: choices)
    }

    /// The text of a scalar, without what nobody sees.
    private static func text(_ node: Node) -> String? { node.scalar.map { CellText($0.string).text } }
}
