import EmbeddedResources
import Foundation
import OrganizationDirectory
import Questions
import RDFModel
import RDFSyntax
import SPARQLAlgebra
import SPARQLEngine
import TestSupport
import Testing
import TripleStore

/// The questions asked of the real directory. The expected rows come from pyoxigraph, by `expected.py`, and they are
/// compared in their order, which every question makes total.
@Suite struct AnswerTests {
    private static let library = QuestionLibrary(files: EmbeddedFiles.files(in: "queries"))

    /// The directory of this repository as a store: its graph as the default one, and one graph for each record.
    private static func snapshot(
        of published: (triples: [UInt8], quads: [UInt8]) = published, with data: String? = nil
    ) throws -> StoreSnapshot {
        var loader = BulkLoader()
        for (graphs, format) in [(published.triples, RDFFormat.ntriples), (published.quads, .nquads)] {
            try loader.beginDocument()
            try RDFReader.read(graphs.span, format: format, into: &loader)
        }
        if let data {
            let bytes = Array(try Data(contentsOf: AnswerCase.folder.appending(path: "Fixtures/\(data)")))
            try loader.beginDocument()
            try RDFReader.read(bytes.span, format: .turtle, into: &loader)
        }
        return try loader.finish()
    }

    private static let published = graphs(of: Fixture.directory)

    private static func graphs(of folder: URL) -> (triples: [UInt8], quads: [UInt8]) {
        do {
            var files: [String: [UInt8]] = [:]
            for name in Directory.fileNames {
                let url = folder.appending(path: name)
                files[name] = (try? Data(contentsOf: url)).map(Array.init)
            }
            let loading = Directory.load(files: files)
            guard let directory = loading.directory else { return ([], []) }
            let quads = DirectoryMapping(directory).quads()
            return (try LineWriter.ntriples(quads.map(\.triple)), try LineWriter.nquads(quads))
        } catch {
            return ([], [])
        }
    }

    private static let directory: StoreSnapshot? = try? snapshot()

    /// A directory made up of every kind of end: dissolved, merged, replaced, dormant, and activities that are over.
    private static let ended: StoreSnapshot? = try? snapshot(
        of: graphs(of: AnswerCase.folder.appending(path: "Fixtures/ended")))

    private static func snapshot(of answerCase: AnswerCase) throws -> StoreSnapshot {
        switch answerCase.data {
        case nil: try #require(directory)
        case "ended": try #require(ended)
        case let data: try snapshot(with: data)
        }
    }

    private static func lines(_ query: Query, _ snapshot: StoreSnapshot) throws -> (suffix: String, lines: [String]) {
        switch try QueryEngine(snapshot).execute(query) {
        case .boolean(let answer): return ("txt", ["\(answer)"])
        case .triples(let graph): return ("nt", graph.triples.map(\.description).sorted())
        case .solutions(let solutions):
            let header = solutions.variables.map(\.description).joined(separator: "\t")
            let rows = try solutions.rows().map { row in row.map { $0?.inTSV ?? "" }.joined(separator: "\t") }
            return ("tsv", [header] + rows)
        }
    }

    @Test(arguments: AnswerCase.all)
    func theAnswerIsThatOfPyoxigraph(_ answerCase: AnswerCase) throws {
        let question = try #require(try Self.library.question(named: answerCase.question))
        let snapshot = try Self.snapshot(of: answerCase)
        let bindings = try answerCase.bindings.map { binding in try Binding(binding) }
        let (suffix, lines) = try Self.lines(try question.query(binding: bindings), snapshot)
        #expect(try lines == answerCase.expected(suffix))
    }

    /// A file of `queries/` says its defaults itself, and so answers as it stands.
    @Test(arguments: AnswerCase.all.filter { $0.bindings.isEmpty && $0.data == nil })
    func aFileAsItStandsAnswersForItsDefaults(_ answerCase: AnswerCase) throws {
        let question = try #require(try Self.library.question(named: answerCase.question))
        let snapshot = try #require(Self.directory)
        let (suffix, lines) = try Self.lines(try QueryParser.parse(question.text), snapshot)
        #expect(try lines == answerCase.expected(suffix))
    }

    @Test func everyQuestionIsAskedAndNoneHasAnEmptyAnswerOnly() throws {
        #expect(Self.library.names.allSatisfy { name in AnswerCase.all.contains { $0.question == name } })
        for answerCase in AnswerCase.all where answerCase.bindings.isEmpty && answerCase.data != "ended" {
            let count = ["tsv", "nt", "txt"].compactMap { try? answerCase.expected($0).count }.first ?? 0
            let isTable = (try? answerCase.expected("tsv")) != nil
            #expect(count > (isTable ? 1 : 0), "\(answerCase.name) is empty")
        }
    }

    /// What has ended is in no row that does not say so; only a record is told word for word.
    @Test(arguments: AnswerCase.all.filter { $0.data == "ended" && $0.question != "statements-by-record" })
    func whatHasEndedIsNotShownAsPresent(_ answerCase: AnswerCase) throws {
        guard let lines = try? answerCase.expected("tsv"), let header = lines.first else { return }
        let status = header.split(separator: "\t").firstIndex { $0 == "?statusEn" }
        for line in lines.dropFirst() {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            let shown = ["asleep", "gone", "gone-by-date", "gone-undated", "joined", "joined-next", "replaced"]
                .filter { line.contains("/organization/\($0)>") }
            guard !shown.isEmpty else { continue }
            let isSaid = status.map { !cells[$0].isEmpty } ?? false
            #expect(isSaid, "\(answerCase.name): \(line)")
        }
    }

    @Test func everyQuestionIsAskedOfWhatHasEnded() {
        let asked = Set(AnswerCase.all.filter { $0.data == "ended" }.map(\.question))
        #expect(asked == Set(Self.library.names))
    }
}
