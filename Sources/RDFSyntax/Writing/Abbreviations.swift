internal import ByteText
package import RDFModel

/// The prefixes of a document to be written, and the abbreviation of each IRI by the longest namespace that leaves a
/// local name.
///
/// A local name that needs no escapes holds no `/` and no `#`. Only namespaces that end at the last of these in an IRI,
/// or after it, can therefore abbreviate it: what stands up to there, the *stem*, is looked up by its hash, and of
/// each stem is known by how many bytes its namespaces are longer.
///
///     http://purl.obolibrary.org/obo/MONDO_0000001
///     ├───────────── stem ──────────┤├ 6 ─┤├ local name
package struct Abbreviations {
    /// A prefix that can be written.
    package struct Entry {
        package let name: String
        package let namespace: IRI
        /// The name and its colon.
        let text: [UInt8]
        /// Whether the document has needed it.
        package var isUsed = false
        /// Whether the name stands for another namespace by now.
        var isRetired = false
    }

    /// In order of declaration.
    package private(set) var entries: [Entry] = []
    /// The entries that were used for the first time since this was last emptied.
    package var needed: [Int] = []
    /// Of each stem, the lengths by which its namespaces go beyond it: the bit *n* for *n* bytes.
    private var stems = TextTable()
    /// The entries of namespaces.
    private var namespaces = TextTable()
    /// The entries of names.
    private var names = ByteTable<Int>()
    private var retiredCount = 0

    /// By how many bytes a namespace may go beyond its last `/` or `#`.
    private static var longestExtension: Int { 63 }

    /// The prefixes of a map that the grammar allows; of two names for one namespace, the first.
    package init(_ prefixes: PrefixMap) {
        for (name, namespace) in prefixes.pairs { declare(name, namespace) }
    }

    /// Takes a prefix that the grammar allows, and whose namespace has no other name yet. A name that stood for another
    /// namespace stands for this one from now on.
    mutating func declare(_ name: String, _ namespace: IRI) {
        let text = namespace.string.utf8.span
        guard Self.isPrefix(name.utf8.span), text.schemeLength != nil else { return }
        for index in text.indices where text[index].isForbiddenInIRI { return }
        let stem = text.stemLength
        guard text.count - stem <= Self.longestExtension else { return }
        if let known = namespaces.value(of: text), !entries[Int(known)].isRetired { return }
        if let old = names[name] { retire(old) }
        names[name] = entries.count
        namespaces.setValue(UInt64(entries.count), of: text)
        entries.append(Entry(name: name, namespace: namespace, text: Array(name.utf8) + [ASCII.colon]))
        let start = text.extracting(0..<stem)
        stems.setValue((stems.value(of: start) ?? 0) | 1 << UInt64(text.count - stem), of: start)
    }

    /// What is retired is dropped when it is more than what is in use, so that a document that declares again and again
    /// takes no more room.
    private mutating func retire(_ entry: Int) {
        entries[entry].isRetired = true
        retiredCount += 1
        guard retiredCount > 1024, retiredCount > entries.count / 2 else { return }
        let old = entries
        self = Abbreviations(PrefixMap())
        for entry in old where !entry.isRetired {
            declare(entry.name, entry.namespace)
            if entry.isUsed { entries[entries.count - 1].isUsed = true }
        }
    }

    /// The number of the entry that abbreviates an IRI, and the bytes that its namespace takes; `nil` where none does.
    /// - Complexity: O(*n*) on average, and at most 64 look-ups.
    package func abbreviation(of iri: Span<UInt8>) -> (entry: Int, length: Int)? {
        guard !entries.isEmpty else { return nil }
        let stem = iri.stemLength
        guard var lengths = stems.value(of: iri.extracting(0..<stem)) else { return nil }
        while lengths != 0 {
            let longest = 63 - lengths.leadingZeroBitCount
            lengths &= ~(1 << UInt64(longest))
            let end = stem + longest
            guard end <= iri.count, iri.isLocalName(from: end),
                let entry = namespaces.value(of: iri.extracting(0..<end)), !entries[Int(entry)].isRetired
            else { continue }
            return (Int(entry), end)
        }
        return nil
    }

    /// Notes that an entry will be written.
    mutating func use(_ entry: Int) {
        guard !entries[entry].isUsed else { return }
        entries[entry].isUsed = true
        needed.append(entry)
    }

    /// Notes that an IRI will be written.
    package mutating func use(_ iri: IRI) {
        if let (entry, _) = abbreviation(of: iri.string.utf8.span) { use(entry) }
    }

    /// Notes the IRIs of a term.
    package mutating func use(_ term: Term) {
        switch term {
        case .iri(let iri): use(iri)
        case .blankNode: break
        case .literal(let literal):
            guard !TurtleWriter.isBare(literal), case .typed(let datatype) = literal.kind, datatype != XSD.string
            else { return }
            use(datatype)
        case .tripleTerm(let triple):
            use(triple.subject)
            if triple.predicate != RDF.type { use(triple.predicate) }
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
}

extension Span<UInt8> {
    /// How many bytes there are up to the last `/` or `#`, with it.
    fileprivate var stemLength: Int {
        var index = count
        while index > 0, self[index &- 1] != ASCII.slash, self[index &- 1] != ASCII.hash { index &-= 1 }
        return index
    }

    /// Whether the bytes from an offset are `PN_LOCAL`, or nothing, without escapes: what can be written as it is.
    /// - Spec: <https://www.w3.org/TR/rdf12-turtle/#grammar-production-PN_LOCAL>
    fileprivate func isLocalName(from start: Int) -> Bool {
        var index = start
        while index < count {
            let byte = self[index]
            if byte.isNameCharacter || byte == ASCII.colon {
                if byte == ASCII.minus, index == start { return false }
                index &+= 1
            } else if byte == ASCII.dot {
                guard index > start, index < count &- 1 else { return false }
                index &+= 1
            } else if byte == ASCII.percent {
                guard index &+ 2 < count, self[index &+ 1].hexadecimalValue != nil,
                    self[index &+ 2].hexadecimalValue != nil
                else { return false }
                index &+= 3
            } else {
                guard let (scalar, length) = wideScalar(at: index),
                    index == start ? scalar.isBaseNameScalar : scalar.isNameScalar
                else { return false }
                index &+= length
            }
        }
        return true
    }

    /// The scalar beyond ASCII that begins at an offset of UTF-8, and its length; `nil` where none does.
    private func wideScalar(at index: Int) -> (UInt32, Int)? {
        let first = self[index]
        guard first >= 0xC2 else { return nil }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard index + length <= count else { return nil }
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
        return (value, length)
    }
}

extension ByteOutput {
    /// `prefixID`
    mutating func writePrefix(_ entry: Abbreviations.Entry) {
        write("@prefix ")
        write(entry.text.span)
        write(ASCII.space)
        write(entry.namespace)
        write(" .\n")
    }
}
