internal import ByteText
internal import RDFModel

extension TermDictionary {
    /// The id of an IRI, new or known.
    mutating func intern(iri text: Span<UInt8>) throws(StoreError) -> TermID {
        let hash = text.hash(seed: seed)
        if let id = find(hash, where: { $0.isIRI && iris.equals($0.index, text) }) { return id }
        try checkRoom(iris, for: text)
        return insertIRI(text, hash: hash)
    }

    /// The id of an IRI, if it is known.
    public func id(iri text: Span<UInt8>) -> TermID? {
        find(text.hash(seed: seed), where: { $0.isIRI && iris.equals($0.index, text) })
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
        let hash = literalHash(text, type: type)
        if let id = find(
            hash,
            where: { $0.isLiteral && literalTypes[$0.index] == type && literals.equals($0.index, text) })
        {
            return id
        }
        try checkRoom(literals, for: text)
        let id = TermID(.literal, index: literals.count)
        literals.append(text)
        literalTypes.append(type)
        if !defersValues { appendValue(text, type: type) }
        insert(id, hash: hash)
        return id
    }

    /// The id of a literal of a type, if it is known.
    func id(literal text: Span<UInt8>, type: UInt32) -> TermID? {
        find(
            literalHash(text, type: type),
            where: { $0.isLiteral && literalTypes[$0.index] == type && literals.equals($0.index, text) })
    }

    /// The id of the blank node that a label names in a document, new or known.
    mutating func intern(blankNode label: Span<UInt8>, scope: BlankNodeScope) throws(StoreError) -> TermID {
        let hash = blankNodeHash(label, scope: scope)
        if let id = find(
            hash,
            where: { $0.isBlankNode && scopes[$0.index] == scope && blankNodes.equals($0.index, label) })
        {
            return id
        }
        try checkRoom(blankNodes, for: label)
        let id = TermID(.blankNode, index: blankNodes.count)
        blankNodes.append(label)
        scopes.append(scope)
        insert(id, hash: hash)
        return id
    }

    /// The id of the blank node that a label names in a document, if it is known.
    func id(blankNode label: Span<UInt8>, scope: BlankNodeScope) -> TermID? {
        find(
            blankNodeHash(label, scope: scope),
            where: { $0.isBlankNode && scopes[$0.index] == scope && blankNodes.equals($0.index, label) })
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
        if let id = find(hash, where: { $0.isTripleTerm && tripleTerms[$0.index] == row }) { return id }
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
        find(tripleTermHash(row), where: { $0.isTripleTerm && tripleTerms[$0.index] == row })
    }

    private func depth(_ id: TermID) -> Int { id.isTripleTerm ? Int(tripleTermDepths[id.index]) : 0 }
}

// MARK: - The table

extension TermDictionary {
    private func literalHash(_ text: Span<UInt8>, type: UInt32) -> UInt64 {
        text.hash(seed: seed) ^ (UInt64(type) + 1) &* 0x9E37_79B9_7F4A_7C15
    }

    private func blankNodeHash(_ label: Span<UInt8>, scope: BlankNodeScope) -> UInt64 {
        label.hash(seed: seed) ^ (UInt64(scope.rawValue) + 1) &* 0xC2B2_AE3D_27D4_EB4F
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

    /// Walks from the slot of a hash to the term wanted, or to the first empty slot.
    ///
    /// A slot is the tag (the upper half of the hash) above the id; zero is empty, since no id is zero. The tag gives
    /// both the slot and the first comparison, so that the table grows without looking at a text again.
    @inline(__always)
    private func find(_ hash: UInt64, where isWanted: (TermID) -> Bool) -> TermID? {
        let tag = UInt32(hash >> 32)
        let mask = slots.count - 1
        var slot = Int(tag >> slotShift)
        while true {
            let entry = slots[slot]
            if entry == 0 { return nil }
            if UInt32(entry >> 32) == tag {
                let id = TermID(rawValue: UInt32(truncatingIfNeeded: entry))
                if isWanted(id) { return id }
            }
            slot = (slot + 1) & mask
        }
    }

    private mutating func insert(_ id: TermID, hash: UInt64) {
        termCount += 1
        if termCount * 4 > slots.count * 3 { growSlots() }
        place(hash & ~0xFFFF_FFFF | UInt64(id.rawValue))
    }

    private mutating func place(_ entry: UInt64) {
        let mask = slots.count - 1
        var slot = Int(UInt32(entry >> 32) >> slotShift)
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = entry
    }

    /// Finds new slots for triple terms, whose hashes come from ids, after ids have changed.
    mutating func rehashTripleTerms() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count)
        for entry in old where entry != 0 {
            let id = TermID(rawValue: UInt32(truncatingIfNeeded: entry))
            let hash = id.isTripleTerm ? tripleTermHash(tripleTerms[id.index]) : entry
            place(hash & ~0xFFFF_FFFF | UInt64(id.rawValue))
        }
    }

    private mutating func growSlots() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        slotShift -= 1
        for entry in old where entry != 0 { place(entry) }
    }
}
