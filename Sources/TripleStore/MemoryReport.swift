/// Where the memory of a snapshot goes, in bytes.
public struct MemoryReport: Sendable, Hashable, CustomStringConvertible {
    /// Texts of terms, their addresses, and the table from texts to ids.
    public let dictionary: Int
    /// The values of literals.
    public let values: Int
    /// The orders of the default graph.
    public let triples: Int
    /// The orders of named graphs.
    public let named: Int
    /// The labels and words that have been searched.
    public let labels: Int

    /// All of it.
    public var total: Int { dictionary + values + triples + named + labels }

    /// Each part in kibibytes.
    public var description: String {
        let parts = [
            ("dictionary", dictionary), ("values", values), ("triples", triples), ("named graphs", named),
            ("labels", labels),
        ]
        return parts.map { name, bytes in "\(name) \(bytes / 1024) KiB" }.joined(separator: ", ")
    }
}

extension StoreSnapshot {
    /// Where the memory goes. What two snapshots share is counted in both.
    public var memory: MemoryReport {
        MemoryReport(
            dictionary: dictionary.textMemory, values: dictionary.valueMemory, triples: triples.memory,
            named: named?.memory ?? 0, labels: labelIndexes.memory + wordIndex.memory)
    }
}

extension TermDictionary {
    fileprivate var textMemory: Int {
        let texts = blankNodes.memory + iris.memory + literals.memory
        return texts + slots.memory + tripleTerms.capacity * 12 + tripleTermDepths.capacity
    }

    fileprivate var valueMemory: Int { payloads.capacity * 8 + valueClasses.capacity + tied.capacity * 8 }
}
