internal import Localization
internal import RDFModel
internal import SPARQLAlgebra
internal import SPARQLResults
internal import TripleStore

/// How an answer is shown to people: which names are short, which language is read, what stands for IRIs.
struct AnswerView {
    /// The prefixes of the query and the common ones.
    var prefixes: PrefixMap
    /// The prefixes for what a bundle has under its base.
    var folders = PrefixMap()
    /// Whether what is said in both languages is shown in both.
    var showsBothLanguages = false
    /// The data whose labels stand for IRIs; `nil` where IRIs are shown.
    var labels: StoreSnapshot?
    /// What the answer is about, for formats that have a title.
    var title: String?

    /// The table as it is shown, how its terms are, and how many rows it leaves out.
    func shown(_ table: SolutionTable) -> (table: SolutionTable, display: TermDisplay, leftOut: Int) {
        let languages = Language.allCases.map(\.rawValue)
        let (view, leftOut) =
            showsBothLanguages ? (table, 0) : OneLanguage(Language.current.rawValue, among: languages).view(table)
        let display = TermDisplay(
            prefixes: prefixes, folders: folders, language: showsBothLanguages ? nil : Language.current.rawValue,
            labels: labels.map { IRILabels($0).labels(of: view) } ?? [:])
        return (view, display, leftOut)
    }
}

/// The labels of IRIs in some data, in the language of this run where there is one.
private struct IRILabels {
    private let snapshot: StoreSnapshot
    private let properties: [TermID]

    init(_ snapshot: StoreSnapshot) {
        self.snapshot = snapshot
        properties = EntityNames.labelProperties.compactMap { snapshot.dictionary.id(of: .iri($0)) }
    }

    func labels(of table: SolutionTable) -> [IRI: Literal] {
        var result: [IRI: Literal] = [:]
        for case .iri(let iri)? in Set(table.cells) { result[iri] = label(of: iri) }
        return result
    }

    private func label(of iri: IRI) -> Literal? {
        guard let subject = snapshot.dictionary.id(of: .iri(iri)) else { return nil }
        var best: (rank: Int, label: Literal)?
        for (place, property) in properties.enumerated() {
            for scope in [GraphScope.defaultGraph, .anyNamed] {
                let run = snapshot.run(matching: IDPattern(subject: subject, predicate: property), in: scope)
                for row in 0..<run.count {
                    guard case .literal(let label) = snapshot.dictionary.term(run.id(.object, row: row)) else {
                        continue
                    }
                    // The language counts more than the property.
                    let spoken = label.language.map { $0 == Language.current.rawValue ? 0 : 2 } ?? 1
                    let rank = spoken * properties.count + place
                    let isBetter = best.map { (rank, label) < ($0.rank, $0.label) } ?? true
                    if isBetter { best = (rank, label) }
                }
            }
        }
        return best?.label
    }
}
