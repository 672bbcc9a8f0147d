internal import ByteText
internal import RDFModel

extension TermDictionary {
    /// The id of an IRI, new or known.
    mutating func intern(iri text: Span<UInt8>) throws(StoreError) -> TermID {
        try intern(iri: text, hash: text.hash(seed: seed))
    }

    /// The same for an IRI whose hash is known.
    mutating func intern(iri text: Span<UInt8>, hash: UInt64) throws(StoreError) -> TermID {
        if let id = slots.find(hash, where: { $0.isIRI && iris.equals($0.index, text) }) { return id }
        try checkRoom(iris, for: text)
        return insertIRI(text, hash: hash)
    }

    /// The id of an IRI, if it is known.
    public func id(iri text: Span<UInt8>) -> TermID? {
        slots.find(text.hash(seed: seed), where: { $0.isIRI && iris.equals($0.index, text) })
    }

    mutating func insertIRI(_ iri: IRI) -> TermID {
        let text = iri.string.utf8.span
        return insertIRI(text, hash: text.hash(seed: seed))
    }

    private mutating func insertIRI(_ text: Span<UInt8>, hash: UInt64) -> TermID {
        let id = TermID(.iri, index: iris.count)
        iris.append(text)
        insert(id, hash: hash)
        return id
    }

    /// The id of a literal of a type, new or known.
    mutating func intern(literal text: Span<UInt8>, type: UInt32) throws(StoreError) -> TermID {
        try intern(literal: text, type: type, hash: literalHash(text, type: type))
    }

    /// The same for a literal whose hash is known.
    mutating func intern(literal text: Span<UInt8>, type: UInt32, hash: UInt64) throws(StoreError) -> TermID {
        if let id = slots.find(
            hash,
            where: { $0.isLiteral && literals.equals($0.index, text, tag: type) })
        {
            return id
        }
        try checkRoom(literals, for: text)
        let id = TermID(.literal, index: literals.count)
        literals.append(text, tag: type)
        if !defersValues { appendValue(text, type: type) }
        insert(id, hash: hash)
        return id
    }

    /// The id of a literal of a type, if it is known.
    func id(literal text: Span<UInt8>, type: UInt32) -> TermID? {
        slots.find(
            literalHash(text, type: type),
            where: { $0.isLiteral && literals.equals($0.index, text, tag: type) })
    }

    /// The id of the blank node that a label names in a document, new or known.
    mutating func intern(blankNode label: Span<UInt8>, scope: BlankNodeScope) throws(StoreError) -> TermID {
        try intern(blankNode: label, scope: scope, hash: blankNodeHash(label, scope: scope.rawValue))
    }

    /// The same for a label whose hash is known.
    mutating func intern(
        blankNode label: Span<UInt8>, scope: BlankNodeScope, hash: UInt64
    ) throws(StoreError) -> TermID {
        if let id = slots.find(
            hash,
            where: { $0.isBlankNode && blankNodes.equals($0.index, label, tag: scope.rawValue) })
        {
            return id
        }
        try checkRoom(blankNodes, for: label)
        let id = TermID(.blankNode, index: blankNodes.count)
        blankNodes.append(label, tag: scope.rawValue)
        insert(id, hash: hash)
        return id
    }

    /// The id of the blank node that a label names in a document, if it is known.
    func id(blankNode label: Span<UInt8>, scope: BlankNodeScope) -> TermID? {
        slots.find(
            blankNodeHash(label, scope: scope.rawValue),
            where: { $0.isBlankNode && blankNodes.equals($0.index, label, tag: scope.rawValue) })
    }

    /// A blank node that no label names.
    mutating func internFreshBlankNode(document: UInt32) throws(StoreError) -> TermID {
        defer { freshCount += 1 }
        return try intern(
            blankNode: String(freshCount).utf8.span, scope: BlankNodeScope(document: document, isFresh: true))
    }

    /// The id of a triple term, new or known.
    mutating func intern(tripleTerm row: TripleRow) throws(StoreError) -> TermID {
        let hash = tripleTermHash(row)
        if let id = slots.find(hash, where: { $0.isTripleTerm && tripleTerms[$0.index] == row }) { return id }
        guard tripleTerms.count < TermID.maximumCount else { throw .tooManyTerms }
        let depth = max(depth(row.subject), depth(row.object)) + 1
        guard depth <= Self.maximumDepth else { throw .tooDeep }
        let id = TermID(.tripleTerm, index: tripleTerms.count)
        tripleTerms.append(row)
        tripleTermDepths.append(UInt8(depth))
        insert(id, hash: hash)
        return id
    }

    /// The id of a triple term, if it is known.
    func id(tripleTerm row: TripleRow) -> TermID? {
        slots.find(tripleTermHash(row), where: { $0.isTripleTerm && tripleTerms[$0.index] == row })
    }

    private func depth(_ id: TermID) -> Int { id.isTripleTerm ? Int(tripleTermDepths[id.index]) : 0 }
}

// MARK: - The table

extension TermDictionary {
    private func literalHash(_ text: Span<UInt8>, type: UInt32) -> UInt64 {
        Self.literalHash(text.hash(seed: seed), type: type)
    }

    /// The hash of a literal, from that of its text.
    @inline(__always)
    static func literalHash(_ textHash: UInt64, type: UInt32) -> UInt64 {
        textHash ^ (UInt64(type) + 1) &* 0x9E37_79B9_7F4A_7C15
    }

    private func blankNodeHash(_ label: Span<UInt8>, scope: UInt32) -> UInt64 {
        Self.blankNodeHash(label.hash(seed: seed), scope: scope)
    }

    /// The hash of a blank node, from that of its label.
    @inline(__always)
    static func blankNodeHash(_ labelHash: UInt64, scope: UInt32) -> UInt64 {
        labelHash ^ (UInt64(scope) + 1) &* 0xC2B2_AE3D_27D4_EB4F
    }

    private func tripleTermHash(_ row: TripleRow) -> UInt64 {
        let words = [row.subject, row.predicate, row.object].flatMap { id in
            (0..<4).map { UInt8(truncatingIfNeeded: id.rawValue >> ($0 * 8)) }
        }
        return words.span.hash(seed: seed)
    }

    private func checkRoom(_ texts: TermTexts, for text: Span<UInt8>) throws(StoreError) {
        guard texts.count < TermID.maximumCount else { throw .tooManyTerms }
        guard texts.hasRoom(for: text.count) else { throw .tooMuchText }
    }

    /// Makes a term that was just added findable.
    private mutating func insert(_ id: TermID, hash: UInt64) {
        if slots.isFull {
            // All terms there are, the new one among them.
            refill(slots.emptyOfTwiceTheSize())
        } else {
            slots.insert(id, hash: hash)
        }
    }

    /// Makes a table for more terms at once, so that it is not filled again each time it has doubled.
    mutating func reserveSlots(for terms: Int) {
        let empty = TermSlots(forTerms: min(count + terms, Int(UInt32.max)))
        if empty.capacity > slots.capacity { refill(empty) }
    }

    /// Finds new slots for triple terms, whose hashes come from ids, after ids have changed.
    mutating func rehash() { refill(slots.emptyOfTheSameSize()) }

    /// Puts all terms into another table. Their hashes are computed once more, text after text as they stand, which
    /// costs less than keeping them.
    private mutating func refill(_ empty: consuming TermSlots) {
        for index in 0..<iris.count {
            empty.insert(TermID(.iri, index: index), hash: iris.withText(index) { $0.hash(seed: seed) })
        }
        for index in 0..<literals.count {
            let hash = literals.withText(index) { literalHash($0, type: literals.tag(index)) }
            empty.insert(TermID(.literal, index: index), hash: hash)
        }
        for index in 1..<blankNodes.count {
            let hash = blankNodes.withText(index) { blankNodeHash($0, scope: blankNodes.tag(index)) }
            empty.insert(TermID(.blankNode, index: index), hash: hash)
        }
        for index in tripleTerms.indices {
            empty.insert(TermID(.tripleTerm, index: index), hash: tripleTermHash(tripleTerms[index]))
        }
        slots = empty
    }
}
