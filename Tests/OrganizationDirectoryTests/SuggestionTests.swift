import Testing

@testable import OrganizationDirectory

/// The nearest word is found, the first of those as near; and only so much is looked for.
@Suite struct SuggestionTests {
    @Test func theNearestIsTheFirstOfThoseAsNear() {
        let words = ["alpha", "alphabet", "alpah", "beta", "gamma", "gamme", "delta delta delta"]
        let suggestions = Suggestions(words)
        for (text, nearest) in [
            ("alpha", "alpha"), ("alphq", "alpha"), ("alpaha", "alpha"), ("alphabe", "alphabet"), ("gammo", "gamma"),
            ("gamme", "gamme"), ("détla delta delt", "delta delta delta"), ("zzzz", nil), ("", nil),
        ] as [(String, String?)] {
            #expect(suggestions.nearest(to: text) == nearest, "\(text)")
        }
    }

    @Test func fiveThousandMistypedNamesTakeLittleTime() {
        let words = (0..<5000).map { "syndrome of the \($0) kind" }
        let suggestions = Suggestions(words, budget: WorkBudget(200_000))
        #expect(suggestions.nearest(to: "syndrom of the 4999 kind") == "syndrome of the 4999 kind")
        let found = (0..<5000).filter { suggestions.nearest(to: "sydrome of hte \($0) kind") != nil }
        #expect(!found.isEmpty && found.count < 200)
    }

    @Test func aLongListIsToldAsFarAsItIsNear() {
        let list = ClosedList((0..<500).map { .init(code: "region \($0)", label: nil, value: $0) })
        let budget = WorkBudget(1_000_000)
        let answer = list.answer(to: "regoin 77", budget)
        #expect(
            answer.suggestion == "region 77" && answer.choices.count == 20 && answer.choices.first?.code == "region 77")
        while budget.spend(1000) {}
        #expect(list.answer(to: "regoin 77", budget).choices.isEmpty)
    }
}
