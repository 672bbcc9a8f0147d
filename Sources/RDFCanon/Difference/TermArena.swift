internal import ByteText
package import RDFModel

/// The terms of two datasets, each once, from bytes to numbers and back.
///
/// A term is its key, a run of bytes in one block; equal keys are found by open addressing, so that no `String` is made
/// for the many terms that both datasets have and nobody will see:
///
///     IRI            I text
///     blank node     B side label          nodes of different datasets are different
///     typed literal  T datatype(4) text
///     text           L direction length(4) language text
///     triple term    3 subject(4) predicate(4) object(4)
package struct TermArena: Sendable {
    /// What a term is, as the first byte of its key says.
    package enum Kind: UInt8 {
        case iri = 0x49
        case blankNode = 0x42
        case typed = 0x54
        case text = 0x4C
        case tripleTerm = 0x33
    }

    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// Term number + 1, or 0 where free.
    private var slots = [UInt32](repeating: 0, count: 1024)
    private let seed = HashSeed.ofProcess

    /// No terms.
    package init() {}

    /// How many terms there are.
    package var count: Int { ends.count }

    /// The number of the term whose key is a kind, a head and a text.
    package mutating func intern(_ kind: Kind, head: [UInt8] = [], _ text: Span<UInt8>) -> UInt32 {
        let start = bytes.count
        bytes.append(kind.rawValue)
        if !head.isEmpty { bytes += head }
        bytes.append(copying: text)
        return internLast(from: start)
    }

    /// The number of the typed literal of a datatype and a text.
    package mutating func intern(datatype: UInt32, _ text: Span<UInt8>) -> UInt32 {
        let start = bytes.count
        bytes.append(Kind.typed.rawValue)
        Self.append(datatype, to: &bytes)
        bytes.append(copying: text)
        return internLast(from: start)
    }

    /// The number of a triple term.
    package mutating func intern(_ subject: UInt32, _ predicate: UInt32, _ object: UInt32) -> UInt32 {
        let start = bytes.count
        bytes.append(Kind.tripleTerm.rawValue)
        for part in [subject, predicate, object] { Self.append(part, to: &bytes) }
        return internLast(from: start)
    }

    /// The number of a literal, which is added if it is new.
    package mutating func intern(_ literal: Literal) -> UInt32 {
        let text = literal.lexicalForm.utf8.span
        switch literal.kind {
        case .typed(let datatype): return intern(datatype: intern(.iri, datatype.string.utf8.span), text)
        case .languageTagged(let tag, let direction):
            return intern(.text, head: Self.head(language: tag.utf8.span, direction: direction), text)
        }
    }

    /// The number of an IRI that is there; `nil` for one that is not.
    /// - Complexity: O(*n*) in the bytes of the key, which stand in the scratch afterwards.
    package func number(ofIRI text: Span<UInt8>, scratch: inout [UInt8]) -> UInt32? {
        scratch.removeAll(keepingCapacity: true)
        scratch.append(Kind.iri.rawValue)
        scratch.append(copying: text)
        return number(of: scratch.span)
    }

    /// The number of the typed literal of a datatype and a text; see ``number(ofIRI:scratch:)``.
    package func number(datatype: UInt32, _ text: Span<UInt8>, scratch: inout [UInt8]) -> UInt32? {
        scratch.removeAll(keepingCapacity: true)
        scratch.append(Kind.typed.rawValue)
        Self.append(datatype, to: &scratch)
        scratch.append(copying: text)
        return number(of: scratch.span)
    }

    /// The number of a text in a language, whose tag is lower-cased; see ``number(ofIRI:scratch:)``.
    package func number(language: Span<UInt8>, _ text: Span<UInt8>, scratch: inout [UInt8]) -> UInt32? {
        scratch.removeAll(keepingCapacity: true)
        scratch.append(Kind.text.rawValue)
        Self.append(language: language, direction: nil, to: &scratch)
        scratch.append(copying: text)
        return number(of: scratch.span)
    }

    private func number(of key: Span<UInt8>) -> UInt32? {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: key.hash(seed: seed)) & mask
        while slots[slot] != 0 {
            let known = range(Int(slots[slot]) &- 1)
            if known.count == key.count, bytes.span.extracting(known).hasSameElements(as: key) {
                return slots[slot] &- 1
            }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    /// What stands before the text in the key of a text in a language; the tag is lower-cased.
    package static func head(language: Span<UInt8>, direction: BaseDirection?) -> [UInt8] {
        var head: [UInt8] = []
        append(language: language, direction: direction, to: &head)
        return head
    }

    private static func append(language: Span<UInt8>, direction: BaseDirection?, to key: inout [UInt8]) {
        switch direction {
        case nil: key.append(0)
        case .leftToRight: key.append(1)
        case .rightToLeft: key.append(2)
        }
        append(UInt32(truncatingIfNeeded: language.count), to: &key)
        for index in language.indices {
            let byte = language[index]
            key.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
    }

    private static func append(_ number: UInt32, to key: inout [UInt8]) {
        key.append(UInt8(truncatingIfNeeded: number))
        key.append(UInt8(truncatingIfNeeded: number &>> 8))
        key.append(UInt8(truncatingIfNeeded: number &>> 16))
        key.append(UInt8(truncatingIfNeeded: number &>> 24))
    }

    /// Finds the key at the end of the block among those before it, and takes it away again where it is known.
    private mutating func internLast(from start: Int) -> UInt32 {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: bytes.span.extracting(start..<bytes.count).hash(seed: seed)) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot]) &- 1
            let key = range(number)
            if key.count == bytes.count &- start,
                bytes.span.extracting(key).hasSameElements(as: bytes.span.extracting(start..<bytes.count))
            {
                bytes.removeLast(bytes.count &- start)
                return UInt32(truncatingIfNeeded: number)
            }
            slot = (slot &+ 1) & mask
        }
        ends.append(bytes.count)
        slots[slot] = UInt32(truncatingIfNeeded: ends.count)
        if ends.count &* 2 > slots.count { grow() }
        return UInt32(truncatingIfNeeded: ends.count &- 1)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 4)
        let mask = slots.count - 1
        for number in ends.indices {
            var slot = Int(truncatingIfNeeded: bytes.span.extracting(range(number)).hash(seed: seed)) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(truncatingIfNeeded: number + 1)
        }
    }

    func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number &- 1])..<ends[number] }

    func integer(at offset: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32(8 * $1) }
    }

    private func text(_ range: Range<Int>) -> String { String(utf8: bytes.span.extracting(range)) }

    /// What a term is.
    package func kind(of number: UInt32) -> Kind { Kind(rawValue: bytes[range(Int(number)).lowerBound]) ?? .iri }

    /// The three terms of a triple term.
    package func parts(ofTripleTerm number: UInt32) -> (subject: UInt32, predicate: UInt32, object: UInt32) {
        let start = range(Int(number)).lowerBound
        return (integer(at: start + 1), integer(at: start + 5), integer(at: start + 9))
    }

    /// The term, its blank nodes named by a function.
    ///
    /// Triple terms nest as deep as readers let them.
    package func term(_ number: UInt32, naming name: (UInt32) -> BlankNode) -> Term {
        let key = range(Int(number))
        let start = key.lowerBound
        switch kind(of: number) {
        case .iri: return .iri(IRI(unchecked: text(start + 1..<key.upperBound)))
        case .blankNode: return .blankNode(name(number))
        case .typed:
            let datatype = range(Int(integer(at: start + 1)))
            return .literal(
                Literal(
                    text(start + 5..<key.upperBound),
                    datatype: IRI(unchecked: text(datatype.lowerBound + 1..<datatype.upperBound))))
        case .text:
            let middle = start + 6 + Int(integer(at: start + 2))
            return .literal(
                Literal(
                    text(middle..<key.upperBound), language: text(start + 6..<middle),
                    direction: direction(at: start + 1)))
        case .tripleTerm:
            let (subject, predicate, object) = parts(ofTripleTerm: number)
            return .tripleTerm(
                Triple(
                    term(subject, naming: name), IRI(unchecked: iriText(of: predicate)), term(object, naming: name)))
        }
    }

    /// Whether an IRI, or the datatype of a literal, begins with one of some texts.
    /// - Parameter plain: the datatype that is not looked at.
    package func begins(_ number: UInt32, withOneOf texts: [[UInt8]], plain: UInt32?) -> Bool {
        var iri = range(Int(number))
        switch kind(of: number) {
        case .iri: break
        case .typed:
            let datatype = integer(at: iri.lowerBound + 1)
            if datatype == plain { return false }
            iri = range(Int(datatype))
        case .blankNode, .text, .tripleTerm: return false
        }
        let text = bytes.span.extracting(iri.lowerBound + 1..<iri.upperBound)
        for prefix in texts where text.starts(with: prefix.span) { return true }
        return false
    }

    /// Hands an IRI or a literal to a sink.
    /// - Parameter handle: what the sink calls another term, the datatype of the literal.
    /// - Returns: what the sink calls it; `nil` for a blank node or a triple term.
    package func hand<Sink: QuadSink>(
        _ number: UInt32, to sink: inout Sink, handle: (UInt32, inout Sink) throws -> TermHandle
    ) throws -> TermHandle? {
        let key = range(Int(number))
        let start = key.lowerBound
        switch kind(of: number) {
        case .iri: return try sink.iri(bytes.span.extracting(start + 1..<key.upperBound))
        case .typed:
            let datatype = try handle(integer(at: start + 1), &sink)
            return try sink.literal(bytes.span.extracting(start + 5..<key.upperBound), datatype: datatype)
        case .text:
            let middle = start + 6 + Int(integer(at: start + 2))
            return try sink.literal(
                bytes.span.extracting(middle..<key.upperBound), language: bytes.span.extracting(start + 6..<middle),
                direction: direction(at: start + 1))
        case .blankNode, .tripleTerm: return nil
        }
    }

    private func direction(at offset: Int) -> BaseDirection? {
        switch bytes[offset] {
        case 1: .leftToRight
        case 2: .rightToLeft
        default: nil
        }
    }

    /// The text of an IRI.
    func iriText(of number: UInt32) -> String {
        let key = range(Int(number))
        return text(key.lowerBound + 1..<key.upperBound)
    }

    /// The label of a blank node, or, for one that had none, its number among those of its dataset.
    func label(of number: UInt32) -> (text: String, isFresh: Bool) {
        let key = range(Int(number))
        return (text(key.lowerBound + 2..<key.upperBound), bytes[key.lowerBound + 1] >= 2)
    }
}
