internal import ByteText
internal import RDFModel
internal import XSDValues

extension TermDictionary {
    /// The number of the type of literals of a datatype.
    mutating func typeNumber(datatype: TermID) -> UInt32 {
        if datatype == xsdString { return 0 }
        if let number = recentTypes.number(UInt64(datatype.rawValue)) { return number }
        let number = typeNumbers[.datatype(datatype)] ?? addType(datatype: datatype)
        recentTypes.remember(UInt64(datatype.rawValue), number)
        return number
    }

    private mutating func addType(datatype: TermID) -> UInt32 {
        let number = UInt32(types.count)
        let xsd = datatype.isIRI ? iris.withText(datatype.index) { XSDDatatype(iri: $0) } : nil
        types.append(LiteralType(datatype: datatype, xsd: xsd))
        typeNumbers[.datatype(datatype)] = number
        return number
    }

    /// The number of the type of literals in a language; the tag is lower-cased.
    mutating func typeNumber(language: Span<UInt8>, direction: BaseDirection?) -> UInt32 {
        let key = RecentTypes.key(language, direction)
        if let key, let number = recentTypes.number(key) { return number }
        let tag = Self.lowerCased(language)
        let number = typeNumbers[.language(tag, direction)] ?? addType(language: tag, direction: direction)
        if let key { recentTypes.remember(key, number) }
        return number
    }

    private mutating func addType(language: [UInt8], direction: BaseDirection?) -> UInt32 {
        let number = UInt32(types.count)
        types.append(
            LiteralType(
                datatype: direction == nil ? langString : dirLangString, language: language, direction: direction))
        typeNumbers[.language(language, direction)] = number
        return number
    }

    static func lowerCased(_ tag: Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(tag.count)
        for index in tag.indices {
            let byte = tag[index]
            result.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return result
    }
}

/// The types met last, so that most literals find theirs without hashing: a file has few languages and datatypes.
struct RecentTypes: Sendable {
    private var keys = InlineArray<16, UInt64>(repeating: .max)
    private var numbers = InlineArray<16, UInt32>(repeating: 0)

    @inline(__always)
    func number(_ key: UInt64) -> UInt32? {
        let place = Self.place(key)
        return keys[place] == key ? numbers[place] : nil
    }

    mutating func remember(_ key: UInt64, _ number: UInt32) {
        let place = Self.place(key)
        keys[place] = key
        numbers[place] = number
    }

    /// Forgets all, after ids have changed.
    mutating func removeAll() { self = RecentTypes() }

    /// A short tag and a direction in one word, above all words that stand for datatypes.
    static func key(_ tag: Span<UInt8>, _ direction: BaseDirection?) -> UInt64? {
        guard tag.count <= 6 else { return nil }
        var word: UInt64 =
            switch direction {
            case nil: 1
            case .leftToRight: 2
            case .rightToLeft: 3
            }
        for index in tag.indices { word = word << 8 | UInt64(tag[index]) }
        // The length keeps these words apart from ids, which have nothing so high.
        return word | UInt64(tag.count + 1) << 58
    }

    private static func place(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 60) }
}
