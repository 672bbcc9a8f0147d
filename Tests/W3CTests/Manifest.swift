import Foundation
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// A test of a W3C suite, as its manifest describes it.
struct ManifestTest: Sendable, CustomTestStringConvertible {
    /// The IRI of the test.
    let iri: IRI
    /// The classes of the test.
    let types: [IRI]
    /// `mf:name`
    let name: String
    /// `mf:action`, and `mf:result` where there is one.
    let action: Term?
    let result: Term?
    /// The manifest in which the test is described: what else it says is asked of its graph.
    let manifest: Manifest

    var testDescription: String { iri.string }

    /// The end of the test's class, without its namespace: the key of a handler.
    var typeName: String {
        types.map { type in
            String(
                type.string[(type.string.lastIndex { $0 == "#" || $0 == "/" } ?? type.string.startIndex)...].dropFirst()
            )
        }
        .first ?? ""
    }
}

/// A manifest: a graph, and the tests that it lists.
final class Manifest: Sendable {
    /// The IRI of the manifest's file.
    let iri: IRI
    /// What the file states.
    let quads: [Quad]
    private let index: [Term: [Triple]]

    /// The vocabulary of manifests.
    static let mf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"

    init(_ url: URL, iri: IRI) throws {
        self.iri = iri
        let options = RDFReaderOptions(base: iri, sourceName: url.path)
        quads = try RDFDocument([UInt8](try Data(contentsOf: url)), format: .turtle, options: options).quads
        index = Dictionary(grouping: quads.map(\.triple), by: \.subject)
    }

    /// The values of a property.
    func objects(of subject: Term, _ predicate: String) -> [Term] {
        index[subject, default: []].filter { $0.predicate.string == predicate }.map(\.object)
    }

    /// The members of a list.
    func list(_ head: Term) -> [Term] {
        var items: [Term] = []
        var cell = head
        while cell != .iri(RDF.nil), items.count < 100_000 {
            guard let item = objects(of: cell, RDF.first.string).first,
                let rest = objects(of: cell, RDF.rest.string).first
            else { break }
            items.append(item)
            cell = rest
        }
        return items
    }

    private var subjects: [Term] {
        var seen: Set<Term> = []
        return quads.map(\.subject).filter { seen.insert($0).inserted }
    }

    /// The tests of this file, in the order of their lists.
    var tests: [ManifestTest] {
        subjects.flatMap { objects(of: $0, Self.mf + "entries") }.flatMap(list).compactMap { entry in
            guard case .iri(let iri) = entry else { return nil }
            let types = objects(of: entry, RDF.type.string).compactMap { type in
                if case .iri(let type) = type { type } else { nil }
            }
            let name = objects(of: entry, Self.mf + "name").compactMap { name in
                if case .literal(let name) = name { name.lexicalForm } else { nil }
            }.first
            return ManifestTest(
                iri: iri, types: types, name: name ?? iri.string, action: objects(of: entry, Self.mf + "action").first,
                result: objects(of: entry, Self.mf + "result").first, manifest: self)
        }
    }

    /// The manifests that this one includes, by list or by repeated property.
    var included: [IRI] {
        subjects.flatMap { objects(of: $0, Self.mf + "include") }.flatMap { value in
            let items = list(value)
            return items.isEmpty ? [value] : items
        }.compactMap { if case .iri(let iri) = $0, iri != RDF.nil { iri } else { nil } }
    }
}

/// Where the suites' addresses are on disk.
enum SuiteFolders {
    /// Published address to folder, as the suites' README maps them.
    static let addresses: [(prefix: String, folder: String)] = [
        ("https://w3c.github.io/rdf-tests/rdf/rdf11/", "rdf11/"),
        ("https://w3c.github.io/rdf-tests/rdf/rdf12/", "rdf12/"),
        ("https://w3c.github.io/rdf-tests/sparql/sparql10/", "sparql10/"),
        ("https://w3c.github.io/rdf-tests/sparql/sparql11/", "sparql11/"),
        ("https://w3c.github.io/rdf-tests/sparql/sparql12/", "sparql12/"),
        ("https://w3c.github.io/rdf-canon/tests/", "rdf-canon/"),
        ("https://w3c.github.io/json-ld-api/tests/", "json-ld-api/"),
        ("https://w3c.github.io/json-ld-framing/tests/", "json-ld-framing/"),
        ("https://w3c.github.io/data-shapes/data-shapes-test-suite/tests/", "shacl/tests/"),
    ]

    /// The file of an address.
    static func url(of iri: IRI) -> URL? {
        for (prefix, folder) in addresses where iri.string.hasPrefix(prefix) {
            return Suites.url(folder + iri.string.dropFirst(prefix.count))
        }
        return nil
    }

    /// The bytes of an address.
    static func bytes(of term: Term?) throws -> [UInt8] {
        guard case .iri(let iri)? = term, let url = url(of: iri) else { throw MissingFile(term: term) }
        return [UInt8](try Data(contentsOf: url))
    }

    struct MissingFile: Error { let term: Term? }

    /// The tests of a manifest and of those that it includes, except where `follows` says no.
    ///
    /// A manifest that cannot be read is a test of its own, which fails: nothing is lost in silence.
    static func tests(from address: String, follows: (IRI) -> Bool = { _ in true }) -> [ManifestTest] {
        guard Suites.areAvailable else { return [] }
        var pending = [IRI(unchecked: address)]
        var seen: Set<IRI> = []
        var tests: [ManifestTest] = []
        while !pending.isEmpty {
            let iri = pending.removeFirst()
            guard seen.insert(iri).inserted else { continue }
            do {
                guard let url = url(of: iri) else { throw MissingFile(term: .iri(iri)) }
                let manifest = try Manifest(url, iri: iri)
                tests += manifest.tests
                pending = manifest.included.filter(follows) + pending
            } catch {
                Issue.record("manifest \(iri) cannot be read: \(error)")
            }
        }
        return tests
    }
}
