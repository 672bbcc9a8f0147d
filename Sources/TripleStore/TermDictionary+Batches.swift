internal import ByteText

// A look into a large dictionary is four reads, each of which waits for the one before and for memory: a word of marks,
// an id, the address of a text, the text. Here a group of terms takes each of these steps together, so that the
// waits of one step overlap.

extension TermDictionary {
    /// The ids of the terms of a batch, new or known, in the order of the batch.
    mutating func intern(_ batch: StatementBatch, document: UInt32) throws(StoreError) -> [TermID] {
        let types = try typeNumbers(batch)
        var ids: [TermID] = []
        ids.reserveCapacity(batch.terms.count)
        var group = TermGroup()
        for start in stride(from: 0, to: batch.terms.count, by: TermGroup.size) {
            let places = start..<min(start + TermGroup.size, batch.terms.count)
            group.read(batch, places, types, scope: BlankNodeScope(document: document, isFresh: false), self)
            find(&group, batch, places)
            for place in places {
                let known = group.candidates[place - start]
                if known.isDefined {
                    ids.append(known)
                } else {
                    ids.append(try intern(batch, place, group, place - start, ids, document))
                }
            }
        }
        return ids
    }

    /// Finds or makes one term: the group has not found it, but it may be in the group twice.
    private mutating func intern(
        _ batch: StatementBatch, _ place: Int, _ group: TermGroup, _ member: Int, _ ids: [TermID], _ document: UInt32
    ) throws(StoreError) -> TermID {
        let entry = batch.terms[place]
        let (hash, tag) = (group.hashes[member], group.tags[member])
        let text = batch.bytes.span.extracting(Int(entry.start)..<Int(entry.start) + Int(entry.length))
        switch entry.kind {
        case .iri: return try intern(iri: text, hash: hash)
        case .literal: return try intern(literal: text, type: tag, hash: hash)
        case .blankNode: return try intern(blankNode: text, scope: BlankNodeScope(rawValue: tag), hash: hash)
        case .freshBlankNode: return try internFreshBlankNode(document: document)
        case .tripleTerm:
            let row = batch.tripleTerms[Int(entry.number)]
            return try intern(
                tripleTerm: TripleRow(
                    subject: ids[Int(row.subject.rawValue)], predicate: ids[Int(row.predicate.rawValue)],
                    object: ids[Int(row.object.rawValue)]))
        }
    }

    /// The numbers here of the types of a batch.
    private mutating func typeNumbers(_ batch: StatementBatch) throws(StoreError) -> [UInt32] {
        var numbers: [UInt32] = [0]
        for key in batch.types.dropFirst() {
            switch key {
            case .datatype(let handle):
                let entry = batch.terms[Int(handle.rawValue)]
                let text = batch.bytes.span.extracting(Int(entry.start)..<Int(entry.start) + Int(entry.length))
                numbers.append(typeNumber(datatype: try intern(iri: text, hash: entry.hash)))
            case .language(let tag, let direction):
                numbers.append(typeNumber(language: tag.span, direction: direction))
            }
        }
        return numbers
    }

    /// Leaves of each candidate what is the term; a term of which the first candidate is another stays unfound.
    private func find(_ group: inout TermGroup, _ batch: StatementBatch, _ places: Range<Int>) {
        for member in 0..<places.count {
            group.candidates[member] = slots.candidate(group.hashes[member], group.words[member])
        }
        for member in 0..<places.count where group.candidates[member].isDefined {
            let (candidate, entry) = (group.candidates[member], batch.terms[places.lowerBound + member])
            let isLikely =
                switch entry.kind {
                case .iri: candidate.isIRI && iris.range(candidate.index).count == Int(entry.length)
                case .literal:
                    candidate.isLiteral && literals.range(candidate.index).count == Int(entry.length)
                        && literals.tag(candidate.index) == group.tags[member]
                case .blankNode:
                    candidate.isBlankNode && blankNodes.range(candidate.index).count == Int(entry.length)
                        && blankNodes.tag(candidate.index) == group.tags[member]
                case .freshBlankNode, .tripleTerm: false
                }
            if !isLikely { group.candidates[member] = .undefined }
        }
        let bytes = batch.bytes.span
        for member in 0..<places.count where group.candidates[member].isDefined {
            let (candidate, entry) = (group.candidates[member], batch.terms[places.lowerBound + member])
            let text = bytes.extracting(Int(entry.start)..<Int(entry.start) + Int(entry.length))
            let isSame =
                switch entry.kind {
                case .iri: iris.equals(candidate.index, text)
                case .literal: literals.equals(candidate.index, text, tag: group.tags[member])
                case .blankNode: blankNodes.equals(candidate.index, text, tag: group.tags[member])
                case .freshBlankNode, .tripleTerm: false
                }
            if !isSame { group.candidates[member] = .undefined }
        }
    }
}

/// Terms that are looked up together.
private struct TermGroup {
    /// Enough that waits overlap as far as a core lets them, few enough that all this stays in the first cache.
    static let size = 64

    var hashes = InlineArray<64, UInt64>(repeating: 0)
    /// What stands beside the text: see `TermTexts`.
    var tags = InlineArray<64, UInt32>(repeating: 0)
    /// The words of marks in which the search begins; zero for a term that is not looked up by its text.
    var words = InlineArray<64, UInt64>(repeating: 0)
    var candidates = InlineArray<64, TermID>(repeating: .undefined)

    @inline(__always)
    mutating func read(
        _ batch: StatementBatch, _ places: Range<Int>, _ types: [UInt32], scope: BlankNodeScope,
        _ dictionary: borrowing TermDictionary
    ) {
        for member in 0..<places.count {
            let entry = batch.terms[places.lowerBound + member]
            switch entry.kind {
            case .iri: (hashes[member], tags[member]) = (entry.hash, 0)
            case .literal:
                let type = types[Int(entry.number)]
                (hashes[member], tags[member]) = (TermDictionary.literalHash(entry.hash, type: type), type)
            case .blankNode:
                let tag = scope.rawValue
                (hashes[member], tags[member]) = (TermDictionary.blankNodeHash(entry.hash, scope: tag), tag)
            case .freshBlankNode, .tripleTerm:
                (hashes[member], tags[member], words[member]) = (0, 0, 0)
                continue
            }
            words[member] = dictionary.slots.word(hashes[member])
        }
    }
}
