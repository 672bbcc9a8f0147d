internal import ByteText
internal import SPARQLAlgebra
internal import TripleStore

/// A condition on the text of one slot, made of tests with constants: what filters over labels are as a rule.
///
/// It reads bytes of the store and nothing else, so that it takes no more than the search itself, and can run on any
/// core.
indirect enum TextTest {
    case contains([UInt8], isLowercased: Bool)
    case starts([UInt8])
    case ends([UInt8])
    case regex(CompiledRegex)
    case words(WantedWords, WordIndex.TextSet?)
    case not(TextTest)
    case and(TextTest, TextTest)
    case or(TextTest, TextTest)

    /// The test that an expression is for the texts of a slot; `nil` where it is more than that.
    ///
    /// Its patterns are compiled for it alone, since one of them serves one thread.
    ///
    /// - Parameter words: Gives the index of words, if there is one.
    init?(_ expression: PlanExpression, slot: Slot, terms: QueryTerms, words: () -> WordIndex?) {
        switch expression {
        case .not(let inner):
            guard let inner = TextTest(inner, slot: slot, terms: terms, words: words) else { return nil }
            self = .not(inner)
        case .and(let left, let right):
            guard let left = TextTest(left, slot: slot, terms: terms, words: words),
                let right = TextTest(right, slot: slot, terms: terms, words: words)
            else { return nil }
            self = .and(left, right)
        case .or(let left, let right):
            guard let left = TextTest(left, slot: slot, terms: terms, words: words),
                let right = TextTest(right, slot: slot, terms: terms, words: words)
            else { return nil }
            self = .or(left, right)
        case .call(let call, let arguments):
            guard arguments.count > 1, Self.isText(arguments[0], of: slot),
                let part = Self.string(arguments[1], terms)
            else { return nil }
            switch call.function {
            case .contains: self = .contains(Array(part.utf8), isLowercased: call.mapsCase)
            case .strStarts: self = .starts(Array(part.utf8))
            case .strEnds: self = .ends(Array(part.utf8))
            case .regex:
                var flags = ""
                if arguments.count > 2 {
                    guard let given = Self.string(arguments[2], terms) else { return nil }
                    flags = given
                }
                guard let regex = try? CompiledRegex(part, flags: XPathRegexFlags(flags)) else { return nil }
                self = .regex(regex)
            default: return nil
            }
        case .extensionCall(let function, let arguments):
            guard function.matchesWords, arguments.count == 2, Self.isText(arguments[0], of: slot),
                let text = Self.string(arguments[1], terms)
            else { return nil }
            let wanted = WantedWords(text)
            self = .words(wanted, words().map(wanted.texts(of:)))
        default: return nil
        }
    }

    /// Whether an expression gives the text of a slot, where its value is one.
    private static func isText(_ expression: PlanExpression, of slot: Slot) -> Bool {
        switch expression {
        case .slot(slot): true
        case .call(let call, let arguments):
            if call.function == .str, case .slot(slot)? = arguments.first { true } else { false }
        default: false
        }
    }

    /// A constant that goes with texts of any language.
    private static func string(_ expression: PlanExpression, _ terms: QueryTerms) -> String? {
        guard case .constant(let id) = expression, id.isLiteral, case .string(let text) = terms.value(id) else {
            return nil
        }
        return text
    }

    /// The result for a text; `nil` where it takes more than this, and the expression is evaluated as any other.
    ///
    /// - Parameter goesOn: Asked where a test takes long.
    func result(
        _ id: TermID, _ text: Span<UInt8>, _ scratch: inout [UInt8], goesOn: (Int) -> Bool
    ) -> Bool? {
        switch self {
        case .contains(let part, isLowercased: false): return text.firstIndex(of: part.span) != nil
        case .contains(let part, isLowercased: true):
            return StringFunctions.lowercased(text, contains: part.span, &scratch)
        case .starts(let part): return text.starts(with: part.span)
        case .ends(let part): return text.ends(with: part.span)
        case .regex(let regex):
            switch regex.match(text, goesOn: goesOn) {
            case .match: return true
            case .noMatch: return false
            case .limitReached: return nil
            }
        case .words(let words, let found):
            return found?.contains(id) ?? words.match(text, &scratch, goesOn: goesOn)
        case .not(let inner): return inner.result(id, text, &scratch, goesOn: goesOn).map { !$0 }
        case .and(let left, let right):
            guard let first = left.result(id, text, &scratch, goesOn: goesOn) else { return nil }
            return first ? right.result(id, text, &scratch, goesOn: goesOn) : false
        case .or(let left, let right):
            guard let first = left.result(id, text, &scratch, goesOn: goesOn) else { return nil }
            return first ? true : right.result(id, text, &scratch, goesOn: goesOn)
        }
    }
}

/// Tests many texts of the store, on two cores where they are many.
struct TextTester {
    private let dictionary: TermDictionary
    private let isOver: @Sendable () -> Bool
    private let first: Half
    private let second: Half

    /// The test and the space that one thread needs.
    private final class Half: @unchecked Sendable {
        // Safe: each half is used by one thread at a time, that which runs the half of a call of `results(_:)`, and
        // calls come from the one thread of the query.
        let test: TextTest
        private var scratch: [UInt8] = []

        init(_ test: TextTest) { self.test = test }

        func results(_ ids: ArraySlice<TermID>, _ dictionary: TermDictionary, _ isOver: () -> Bool) -> [Bool?] {
            var scratch: [UInt8] = []
            swap(&scratch, &self.scratch)
            defer { swap(&scratch, &self.scratch) }
            var results: [Bool?] = []
            results.reserveCapacity(ids.count)
            var spent = TextTester.textsPerCheck
            for id in ids {
                // Texts are long or short, and patterns slow or fast: the clock is read every few thousand letters.
                if spent >= TextTester.textsPerCheck {
                    if isOver() { break }
                    spent = 0
                }
                spent += 1
                guard dictionary.valueClass(id) == .text else {
                    results.append(nil)
                    continue
                }
                dictionary.withText(id) { text in
                    spent += text.count / TextTester.lettersOfText
                    results.append(test.result(id, text, &scratch) { _ in !isOver() })
                }
            }
            results.append(contentsOf: repeatElement(nil, count: ids.count - results.count))
            return results
        }
    }

    /// How many texts are tested between two looks at the clock.
    private static let textsPerCheck = 64
    /// The letters of a text that counts as two.
    private static let lettersOfText = 1024
    /// From how many texts on a second core is worth waking.
    private static let minimumForTwo = 1024

    /// A tester for an expression on one slot; `nil` where it is no test of texts.
    init?(_ expression: PlanExpression, slot: Slot, context: QueryContext) {
        // Asked once for both halves, so that one search counts as one.
        var index: WordIndex??
        func words() -> WordIndex? {
            if let index { return index }
            let made = context.dataset.snapshot.words(maximumMemory: context.limits.room, isOver: context.limits.isOver)
            index = .some(made)
            return made
        }
        guard let first = TextTest(expression, slot: slot, terms: context.terms, words: words),
            let second = TextTest(expression, slot: slot, terms: context.terms, words: words)
        else { return nil }
        self.first = Half(first)
        self.second = Half(second)
        dictionary = context.terms.dictionary
        isOver = context.limits.isOver
    }

    /// The result for each literal of the store; `nil` for those that take more, and for all that are left when the time
    /// is over.
    func results(_ ids: [TermID]) -> [Bool?] {
        let middle = ids.count / 2
        guard ids.count >= Self.minimumForTwo else { return first.results(ids[...], dictionary, isOver) }
        let halves = inParallel(
            { [first, dictionary, isOver] in first.results(ids[..<middle], dictionary, isOver) },
            { [second, dictionary, isOver] in second.results(ids[middle...], dictionary, isOver) })
        return halves.0 + halves.1
    }
}
