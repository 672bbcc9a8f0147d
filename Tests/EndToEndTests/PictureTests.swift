import Foundation
import TestSupport
import Testing

/// The pictures of `docs/architecture.md`: the types that they name exist, in the modules that they name.
@Suite struct PictureTests {
    static let names = ["cell-to-turtle", "byte-to-index", "query-to-row", "json-key-to-quad"]

    @Test(arguments: names) func itsTypesAreDeclared(_ name: String) throws {
        let file = Suites.projectRoot.appending(path: "docs/\(name).svg")
        let steps = try String(contentsOf: file, encoding: .utf8).matches(
            of: /<text[^>]*>((?:<tspan[^>]*>[^<]*<\/tspan>)+)<\/text>[\s\S]*?class="module"[^>]*>([^<]+)</)
        #expect(steps.count >= 5)
        for step in steps {
            let modules = step.2.split(separator: " · ").map { $0 == "lys" ? "CLI" : String($0) }
            let declared = try modules.map(Self.types(of:)).reduce(into: Set<String>()) { $0.formUnion($1) }
            for type in step.1.matches(of: /class="type">(\w+)</).map({ String($0.1) }) {
                #expect(declared.contains(type), "\(name): \(type) in \(step.2)")
            }
        }
    }

    /// Each picture is on the page, and has a description for those who do not see it.
    @Test(arguments: names) func itIsShown(_ name: String) throws {
        #expect(try Page("docs/architecture.md").links.contains("\(name).svg"))
        let file = Suites.projectRoot.appending(path: "docs/\(name).svg")
        let picture = try String(contentsOf: file, encoding: .utf8)
        #expect(picture.contains("<desc") && picture.contains("prefers-color-scheme: dark"))
    }

    /// The types that a module declares.
    private static func types(of module: String) throws -> Set<String> {
        let folder = Suites.projectRoot.appending(path: "Sources/\(module)")
        var types: Set<String> = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where name.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            types.formUnion(text.matches(of: /\b(?:struct|enum|class|protocol|actor) (\w+)/).map { String($0.1) })
        }
        return types
    }
}
