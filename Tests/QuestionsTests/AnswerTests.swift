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
    private static func snapshot(with data: String?) throws -> StoreSnapshot {
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

    private static let published: (triples: [UInt8], quads: [UInt8]) = {
        do {
            var files: [String: [UInt8]] = [:]
            for name in Directory.fileNames {
                let url = Suites.projectRoot.appending(path: "directory/\(name)")
                files[name] = (try? Data(contentsOf: url)).map(Array.init)
            }
            let loading = Directory.load(files: files)
            guard let directory = loading.directory else { return ([], []) }
            let quads = DirectoryMapping(directory).quads()
            return (try LineWriter.ntriples(quads.map(\.triple)), try LineWriter.nquads(quads))
        } catch {
            return ([], [])
        }
    }()

    private static let directory: StoreSnapshot? = try? snapshot(with: nil)

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
        let snapshot =
            answerCase.data == nil ? try #require(Self.directory) : try Self.snapshot(with: answerCase.data)
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
        for answerCase in AnswerCase.all where answerCase.bindings.isEmpty {
            let count = ["tsv", "nt", "txt"].compactMap { try? answerCase.expected($0).count }.first ?? 0
            let isTable = (try? answerCase.expected("tsv")) != nil
            #expect(count > (isTable ? 1 : 0), "\(answerCase.name) is empty")
        }
    }
}
