/// An integer without bounds, a machine word wherever it fits in one.
///
/// - Spec: <https://www.w3.org/TR/xmlschema11-2/#integer>
public struct BigInteger: Hashable, Sendable {
    /// A value has one representation only: `large` holds what an `Int` cannot, so equality is of the parts.
    enum Storage: Hashable, Sendable {
        case small(Int)
        case large(isNegative: Bool, Magnitude.Limbs)
    }

    var storage: Storage

    /// The most digits that a lexical form may have, and about the most that arithmetic keeps: beyond this, reading,
    /// writing and multiplying (all quadratic) would let one literal stop the process.
    public static let maximumDigits = 19_000
    static let maximumLimbs = 1_024

    /// An integer of a machine word.
    @inlinable
    public init(_ value: Int) { self.init(word: value) }

    @usableFromInline
    init(word value: Int) { storage = .small(value) }

    /// A natural number of a machine word.
    public init(_ value: UInt) {
        self.init(isNegative: false, [value])
    }

    init(isNegative: Bool, _ magnitude: Magnitude.Limbs) {
        let limbs = magnitude.last == 0 ? Magnitude.trimmed(magnitude) : magnitude
        switch limbs.count {
        case 0:
            storage = .small(0)
        case 1 where !isNegative && limbs[0] <= UInt(Int.max):
            storage = .small(Int(limbs[0]))
        case 1 where isNegative && limbs[0] <= Int.min.magnitude:
            storage = .small(limbs[0] == Int.min.magnitude ? Int.min : -Int(limbs[0]))
        default:
            storage = .large(isNegative: isNegative, limbs)
        }
    }

    /// The value as a machine word, where it fits.
    public var word: Int? {
        if case .small(let value) = storage { value } else { nil }
    }

    /// Whether the value is zero.
    public var isZero: Bool { word == 0 }

    /// Whether the value is below zero.
    public var isNegative: Bool {
        switch storage {
        case .small(let value): value < 0
        case .large(let isNegative, _): isNegative
        }
    }

    /// The value without its sign, as limbs.
    var limbs: Magnitude.Limbs {
        switch storage {
        case .small(let value): value == 0 ? [] : [value.magnitude]
        case .large(_, let limbs): limbs
        }
    }

    /// Whether the value is small enough to keep computing with.
    var isSupported: Bool {
        switch storage {
        case .small: true
        case .large(_, let limbs): limbs.count <= Self.maximumLimbs
        }
    }

    /// About how many decimal digits the value has: right or one too many; 1 for zero.
    var digitEstimate: Int {
        let limbs = limbs
        guard let top = limbs.last else { return 1 }
        let bits = limbs.count * UInt.bitWidth - top.leadingZeroBitCount
        return bits * 30_103 / 100_000 + 1
    }
}

extension BigInteger: Comparable {
    /// The order of the integers.
    public static func < (left: BigInteger, right: BigInteger) -> Bool {
        switch (left.storage, right.storage) {
        case (.small(let left), .small(let right)): return left < right
        // What does not fit in a word is further from zero than all that does.
        case (.small, .large(let isNegative, _)): return !isNegative
        case (.large(let isNegative, _), .small): return isNegative
        case (.large(let leftIsNegative, let left), .large(let rightIsNegative, let right)):
            if leftIsNegative != rightIsNegative { return leftIsNegative }
            let comparison = Magnitude.compare(left, right)
            return leftIsNegative ? comparison > 0 : comparison < 0
        }
    }
}
