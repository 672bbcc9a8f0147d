internal import ByteText

/// Prefixes and the namespaces they stand for, in order of declaration.
public struct PrefixMap: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    private var names: [ByteKey] = []
    private var namespaces: [ByteKey: IRI] = [:]

    /// No prefixes.
    public init() {}

    /// The given prefixes, in the given order.
    public init(dictionaryLiteral elements: (String, IRI)...) {
        for (name, namespace) in elements { self[name] = namespace }
    }

    /// The namespace of a prefix (written without its colon); assigning `nil` removes it.
    public subscript(name: String) -> IRI? {
        get { namespaces[ByteKey(name)] }
        set {
            let key = ByteKey(name)
            if namespaces[key] == nil, newValue != nil { names.append(key) }
            if newValue == nil { names.removeAll { $0 == key } }
            namespaces[key] = newValue
        }
    }

    /// Prefix and namespace, in order of declaration.
    public var pairs: [(name: String, namespace: IRI)] {
        names.compactMap { key in namespaces[key].map { (key.string, $0) } }
    }

    /// How many prefixes there are.
    public var count: Int { names.count }
}
