internal import ByteText
internal import RDFModel
internal import XSDValues

/// The order of literals that are not texts.
enum LiteralOrder {
    /// Numbers by value; of the same value, by datatype and text.
    static func numbers(_ indexes: [UInt32], _ dictionary: TermDictionary) -> [UInt32] {
        var entries = indexes.map { (key: key(dictionary, Int($0)), index: $0) }
        entries.sort { left, right in
            if left.key != right.key { return left.key < right.key }
            let (first, second) = (Int(left.index), Int(right.index))
            // Floats before exact numbers, so that these stand in their own order.
            let isExact = (dictionary.valueClasses[first] <= .decimal, dictionary.valueClasses[second] <= .decimal)
            if isExact.0 != isExact.1 { return isExact.1 }
            if let order = exactOrder(first, second, dictionary), order != 0 { return order < 0 }
            return precedes(first, second, dictionary)
        }
        return entries.map(\.index)
    }

    /// Others by class of value, then by value or by datatype, then by text.
    static func others(_ indexes: [UInt32], _ dictionary: TermDictionary, byValue: Bool) -> [UInt32] {
        indexes.sorted { left, right in
            let (left, right) = (Int(left), Int(right))
            let (first, second) = (dictionary.valueClasses[left], dictionary.valueClasses[right])
            if first != second { return first < second }
            if byValue {
                let (first, second) = (moment(left, dictionary), moment(right, dictionary))
                if first != second { return first < second }
            }
            return precedes(left, right, dictionary)
        }
    }

    /// What booleans and points in time are sorted by: for these, units of 10^-18 seconds.
    private static func moment(_ index: Int, _ dictionary: TermDictionary) -> Int128 {
        let payload = dictionary.payloads[index]
        guard dictionary.valueClasses[index].isTemporal else { return Int128(payload) }
        if payload != TermDictionary.unread {
            return Int128(Int64(bitPattern: payload) >> 1) * ValueText.attosecondsInMicrosecond
        }
        guard let datatype = dictionary.types[Int(dictionary.literalTypes[index])].xsd else { return 0 }
        return dictionary.literals.withText(index) { text in
            (try? TemporalValue(lexicalForm: text, datatype: datatype))?.sortKey ?? 0
        }
    }

    /// For each type its place among types: without a language first, then by tag and direction.
    static func textRanks(_ dictionary: TermDictionary) -> [UInt32] {
        let types = dictionary.types
        let order = types.indices.sorted { left, right in
            let (first, second) = (types[left], types[right])
            if !first.language.elementsEqual(second.language) {
                return first.language.lexicographicallyPrecedes(second.language)
            }
            return rank(first) < rank(second)
        }
        var places = [UInt32](repeating: 0, count: types.count)
        for (place, number) in order.enumerated() { places[number] = UInt32(place) }
        return dictionary.literalTypes.map { places[Int($0)] }
    }

    private static func rank(_ type: LiteralType) -> Int {
        switch type.direction {
        case nil: 0
        case .leftToRight: 1
        case .rightToLeft: 2
        }
    }

    /// Whether two literals, ordered already, stand for the same value.
    static func haveSameValue(_ left: Int, _ right: Int, _ dictionary: TermDictionary) -> Bool {
        let (first, second) = (dictionary.valueClasses[left], dictionary.valueClasses[right])
        if first.isNumeric, second.isNumeric {
            return key(dictionary, left) == key(dictionary, right) && (exactOrder(left, right, dictionary) ?? 0) == 0
        }
        return first == second && moment(left, dictionary) == moment(right, dictionary)
    }

    private static func precedes(_ left: Int, _ right: Int, _ dictionary: TermDictionary) -> Bool {
        let types = (dictionary.literalTypes[left], dictionary.literalTypes[right])
        if types.0 != types.1 {
            return dictionary.types[Int(types.0)].datatype < dictionary.types[Int(types.1)].datatype
        }
        let bytes = dictionary.literals.bytes.span
        let first = bytes.extracting(dictionary.literals.range(left))
        let second = bytes.extracting(dictionary.literals.range(right))
        return first.compareBytes(with: second) < 0
    }

    /// A double as a number that orders as it does, with NaN above all and one zero.
    private static func key(_ dictionary: TermDictionary, _ index: Int) -> UInt64 {
        let number = dictionary.number(TermID(.literal, index: index)) ?? .nan
        if number.isNaN { return .max }
        let bits = (number == 0 ? 0.0 : number).bitPattern
        return bits >> 63 == 1 ? ~bits : bits | 1 << 63
    }

    /// Compares integers and decimals that round to the same double; `nil` where one of them is a float.
    private static func exactOrder(_ left: Int, _ right: Int, _ dictionary: TermDictionary) -> Int? {
        guard dictionary.valueClasses[left] <= .decimal, dictionary.valueClasses[right] <= .decimal,
            let first = dictionary.largeNumber(left), let second = dictionary.largeNumber(right)
        else { return nil }
        return switch first.order(to: second) {
        case .less: -1
        case .equal: 0
        case .greater: 1
        case .incomparable: nil
        }
    }
}
