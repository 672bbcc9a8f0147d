internal import ByteText
internal import RDFModel

/// The prefixes of a document to be written, and the abbreviation of each IRI by the longest namespace that it has.
struct Abbreviations {
    /// A prefix that can be written.
    struct Entry {
        let name: String
        let namespace: IRI
        /// The number of the longest other namespace with which this one begins; −1 where there is none.
        var parent = -1
        var isUsed = false
    }

    /// Sorted by namespace.
    private(set) var entries: [Entry]

    /// The prefixes of a map that the grammar allows; of two names for one namespace, the first.
    init(_ prefixes: PrefixMap) {
        var seen: Set<IRI> = []
        entries = prefixes.pairs.filter { name, namespace in
            Self.isPrefix(name.utf8.span) && !namespace.string.utf8.contains(where: \.isForbiddenInIRI)
                && namespace.string.utf8.span.schemeLength != nil && seen.insert(namespace).inserted
        }.map { Entry(name: $0.name, namespace: $0.namespace) }.sorted { $0.namespace < $1.namespace }
        var ancestors: [Int] = []
        for index in entries.indices {
            let text = entries[index].namespace.string.utf8
            while let last = ancestors.last, !text.starts(with: entries[last].namespace.string.utf8) {
                ancestors.removeLast()
            }
            entries[index].parent = ancestors.last ?? -1
            ancestors.append(index)
        }
    }

    /// The number of the entry that abbreviates an IRI, and the bytes that its namespace takes; `nil` where none does.
    ///
    /// Of the namespaces up to an IRI in byte order, the last begins with every one that the IRI begins with.
    /// - Complexity: O(log *p* + *n*).
    func abbreviation(of iri: IRI) -> (entry: Int, length: Int)? {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if iri < entries[middle].namespace { high = middle } else { low = middle + 1 }
        }
        var index = low - 1
        let text = iri.string.utf8.span
        while index >= 0 {
            let namespace = entries[index].namespace.string.utf8.span
            let length = namespace.count
            if length <= text.count, text.extracting(0..<length).hasSameElements(as: namespace) {
                return Self.isLocalName(text, from: length) ? (index, length) : nil
            }
            index = entries[index].parent
        }
        return nil
    }

    /// Notes that an IRI will be written.
    mutating func use(_ iri: IRI) {
        guard let (entry, _) = abbreviation(of: iri) else { return }
        entries[entry].isUsed = true
    }

    /// Notes the IRIs of a term.
    mutating func use(_ term: Term) {
        switch term {
        case .iri(let iri): use(iri)
        case .blankNode: break
        case .literal(let literal):
            guard !TurtleWriter.isBare(literal), case .typed(let datatype) = literal.kind, datatype != XSD.string
            else { return }
            use(datatype)
        case .tripleTerm(let triple):
            use(triple.subject)
            use(triple.predicate)
            use(triple.object)
        }
    }

    /// `PN_PREFIX` of ASCII, or nothing.
    private static func isPrefix(_ name: Span<UInt8>) -> Bool {
        guard name.count > 0 else { return true }
        guard name[0].isLetter, name[name.count - 1] != ASCII.dot else { return false }
        for index in name.indices where !name[index].isNameCharacter && name[index] != ASCII.dot { return false }
        return true
    }

    /// `PN_LOCAL` without escapes and beyond ASCII: what can be written as it is.
    private static func isLocalName(_ text: Span<UInt8>, from start: Int) -> Bool {
        guard start < text.count else { return true }
        guard text[start] != ASCII.minus, text[start] != ASCII.dot, text[text.count - 1] != ASCII.dot else {
            return false
        }
        for index in start..<text.count where !text[index].isNameCharacter && text[index] != ASCII.dot { return false }
        return true
    }
}
