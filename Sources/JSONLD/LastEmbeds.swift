internal import ByteText
internal import JSONText

/// `@embed: @last` of JSON-LD 1.0: in each tree, the last place of a node has it, and the others refer to it.
///
/// Which place is the last is known only when a tree is complete. Nodes are put everywhere first, with a mark, and
/// taken away again from the end of the tree to its beginning.
/// - Spec: <https://json-ld.org/spec/latest/json-ld-framing/#object-embed-flag>
enum LastEmbeds {
    /// A name that no document has: names of expanded objects are keywords and IRIs.
    private static let mark = "\u{0}last"

    /// A node that may be taken away.
    static func marked(_ node: JSONValue) -> JSONValue {
        guard case .object(var object) = node else { return node }
        object.append(newName: mark, .null)
        return .object(object)
    }

    /// A tree in which each marked node stands in its last place only, without marks.
    static func kept(in tree: JSONValue) -> JSONValue {
        var seen: Set<ByteKey> = []
        return kept(in: tree, &seen)
    }

    private static func kept(in value: JSONValue, _ seen: inout Set<ByteKey>) -> JSONValue {
        switch value {
        case .array(let items): return .array(items.reversed().map { kept(in: $0, &seen) }.reversed())
        case .object(let object):
            if object.contains(mark), let id = object[Keyword.id], let text = id.string,
                !seen.insert(ByteKey(text)).inserted
            {
                return .object(.id, id)
            }
            let members = object.members.reversed().filter { $0.name != mark }
                .map { (name: $0.name, value: kept(in: $0.value, &seen)) }
            var result = JSONObject(minimumCapacity: members.count)
            for member in members.reversed() { result.append(newName: member.name, member.value) }
            return .object(result)
        default: return value
        }
    }
}
