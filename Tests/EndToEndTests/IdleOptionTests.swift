import Foundation
import TestSupport
import Testing

/// Options that would change nothing in a run are refused with what they need; those that are wrong say why.
@Suite struct IdleOptionTests {
    private let scratch: Scratch
    private let command: LysCommand

    init() throws {
        scratch = try Scratch()
        command = LysCommand(in: scratch.url)
        try Data("<urn:a> <urn:p> \"1\" .\n".utf8).write(to: scratch.url.appending(path: "x.nt"))
        try Data(#"{"@id": "urn:a", "urn:p": 1}"#.utf8).write(to: scratch.url.appending(path: "x.jsonld"))
    }

    private static let query = ["query", "?s ?p ?o", "-d", "x.nt"]

    static let idle: [[String]] = [
        query + ["--repeat", "2"], ["jsonld", "expand", "x.jsonld", "--repeat", "2"],
        query + ["--format", "csv", "--both-languages"], query + ["--format", "json", "--labels"],
        query + ["--explain", "--format", "csv"], query + ["--explain", "--cite"], query + ["--explain", "--check"],
        ["query", "--list", "rare-conditions"], ["convert", "x.nt", "--prefix", "a=urn:a", "--to", "nquads"],
        ["update", "INSERT DATA {}", "--from", "turtle"],
        ["jsonld", "expand", "x.jsonld", "--option", "useNativeTypes"],
        ["jsonld", "to-rdf", "x.jsonld", "--option", "useRdfType=false"],
        ["jsonld", "to-rdf", "x.jsonld", "--option", "ordered"],
        ["jsonld", "compact", "x.jsonld", "--context", "x.jsonld", "--option", "embed=@always"],
        ["jsonld", "expand", "x.jsonld", "--option", "compactArrays"],
        ["jsonld", "from-rdf", "x.nt", "--option", "compactArrays"],
        ["jsonld", "flatten", "x.jsonld", "--option", "compactToRelative"],
        ["jsonld", "from-rdf", "x.nt", "--option", "extractAllScripts"],
        ["jsonld", "from-rdf", "x.nt", "--option", "expandContext=x.jsonld"],
        ["jsonld", "frame", "x.jsonld", "--frame", "x.jsonld", "--option", "rdfDirection=i18n-datatype"],
    ]

    @Test(arguments: idle) func anOptionWithoutEffectIsRefused(_ arguments: [String]) throws {
        let outcome = try command.run(arguments)
        #expect(outcome.status == 64 && outcome.errors.contains("effect") || outcome.errors.contains("--labels"))
        #expect(outcome.output.isEmpty && outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    }

    /// The fault of an IRI that an option gives.
    static let faults: [(iri: String, says: String)] = [
        ("x", "that is no absolute IRI, such as https://example.org/"),
        ("http://a b/", "an IRI cannot hold U+0020; it must be percent-encoded"),
        ("http://a/%zz", "in an IRI “%” stands before two hexadecimal digits; for the sign itself write %25"),
        ("http://a:b/", "the port of an IRI, after “:”, is a number"),
    ]

    @Test(arguments: faults) func theFaultOfAnIRIIsSaid(_ iri: String, _ says: String) throws {
        let runs: [(arguments: [String], option: String)] = [
            (["convert", "x.nt", "--base", iri], "--base \(iri)"), (Self.query + ["--base", iri], "--base \(iri)"),
            (["query", "ASK {}", "-g", iri + "=x.nt"], "-g \(iri)"),
            (["convert", "x.nt", "--to", "turtle", "--prefix", "a=" + iri], "--prefix a \(iri)"),
            (["export", "--base", iri], "--base \(iri)"), (["export", "--vocab-base", iri], "--vocab-base \(iri)"),
            (["jsonld", "expand", "x.jsonld", "--base", iri], "--base \(iri)"),
            (["jsonld", "expand", "x.jsonld", "--option", "base=" + iri], "--option base \(iri)"),
        ]
        for (arguments, option) in runs {
            let outcome = try command.run(arguments)
            #expect(outcome.status == 64 && outcome.errors == "\(option): \(says)\n", "\(arguments)")
        }
    }

    @Test func exportNamesTheFilesOfAVocabularyThatItDoesNotRead() throws {
        try SampleDirectory.make(of: 3, at: scratch.url.appending(path: "directory"))
        let folder = scratch.url.appending(path: "own")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["roles.ttl", "mine.rq"] { try Data().write(to: folder.appending(path: name)) }
        let outcome = try command.run(["export", "--vocab", "own", "--formats", "nt"])
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("own/roles.ttl: export does not read this file"))
        #expect(!outcome.errors.contains("mine.rq"))
    }
}
