internal import ByteText
internal import Localization

/// The internal entities that a document declares, and how deep they stand inside each other.
///
/// Expat before 2.7 calls itself for each entity within an entity, on a stack that ends: a chain of 24,000 entities, of
/// which each names the one before or the next, ends the process. So depth is known and bounded at each declaration,
/// before anything is expanded.
struct XMLEntityTable {
    private struct Entry {
        var isDeclared = false
        /// One more than that of the deepest entity in its text.
        var depth = 1
        /// The entities in whose text this one stands.
        var holders: [Int] = []
    }

    private var names = ByteInterner()
    private var entries: [Entry] = []
    private var declared = 0

    /// Takes a declaration.
    /// - Returns: what is wrong with it, and the limit that it crosses.
    /// - Complexity: O(*n*) in the bytes of the text, and in the entities that hold this one.
    mutating func declare(
        _ name: Span<UInt8>, as text: Span<UInt8>, within limits: RDFReaderOptions.Limits
    ) -> (message: SyntaxMessage, limit: String)? {
        let number = number(of: name)
        // The first declaration of a name holds.
        guard !entries[number].isDeclared else { return nil }
        entries[number].isDeclared = true
        declared += 1
        guard declared <= limits.entities else { return (.tooManyEntities, String(limits.entities)) }
        for held in references(in: text) {
            if held == number { return (.xmlRecursiveEntity, "") }
            entries[held].holders.append(number)
            entries[number].depth = max(entries[number].depth, entries[held].depth + 1)
        }
        return deepen(from: number, limit: limits.entityDepth)
    }

    /// Raises the depth of all that hold an entity.
    private mutating func deepen(from number: Int, limit: Int) -> (message: SyntaxMessage, limit: String)? {
        var raised = [number]
        while let next = raised.popLast() {
            let depth = entries[next].depth
            guard depth <= limit else { return (.entitiesTooDeep, String(limit)) }
            for holder in entries[next].holders where entries[holder].depth <= depth {
                if holder == number { return (.xmlRecursiveEntity, "") }
                entries[holder].depth = depth + 1
                raised.append(holder)
            }
        }
        return nil
    }

    private mutating func number(of name: Span<UInt8>) -> Int {
        let number = names.intern(name)
        if number == entries.count { entries.append(Entry()) }
        return number
    }

    /// The entities that a text names, each once; `&#60;` names none.
    private mutating func references(in text: Span<UInt8>) -> Set<Int> {
        var found: Set<Int> = []
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "&") else {
                index += 1
                continue
            }
            let start = index + 1
            index = start
            while index < text.count, text[index] != ASCII.semicolon, text[index] != UInt8(ascii: "&") { index += 1 }
            guard index < text.count, text[index] == ASCII.semicolon, start < index, text[start] != ASCII.hash else {
                continue
            }
            found.insert(number(of: text.extracting(start..<index)))
        }
        return found
    }
}
