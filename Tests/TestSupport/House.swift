public import Foundation

/// The modules of a package, as three places have them: the layers of `docs/architecture.md`, the dependencies of
/// `Package.swift`, and the `import` lines of `Sources/`.
public struct House {
    /// A module that uses another.
    public struct Use: Hashable {
        /// The module that uses.
        public let user: String
        /// The module that is used.
        public let used: String
    }

    /// The layers from the top, each with its modules.
    public let layers: [(name: String, modules: [String])]
    /// The uses that are allowed inside a layer.
    public let sideways: Set<Use>
    /// The dependencies that each target of `Sources/` declares, modules of other packages included.
    public let dependencies: [String: Set<String>]
    /// The imports of each module's files, without the system's modules.
    public let imports: [String: Set<String>]

    /// The package in a folder.
    public init(root: URL) throws {
        let page = try String(contentsOf: root.appending(path: "docs/architecture.md"), encoding: .utf8)
        (layers, sideways) = Self.layers(of: page)
        dependencies = Self.targets(of: try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8))
        var imports: [String: Set<String>] = [:]
        for module in dependencies.keys {
            imports[module] = try Self.files(of: module, in: root).reduce(into: Set<String>()) { found, file in
                let text = try String(contentsOf: file, encoding: .utf8)
                // An access level or an attribute before, a kind of declaration after.
                let lines = text.matches(of: /(?m)^[ \t]*(?:@?[a-z_]\w* )*import (?:[a-z]+ )?(\w+)/)
                found.formUnion(lines.map { String($0.1) })
            }.subtracting(Self.system)
        }
        self.imports = imports
    }

    /// Modules that come with Swift or with the system.
    private static let system: Set<String> = [
        "Darwin", "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Musl", "Swift", "Synchronization",
    ]

    /// The folder of a module below `Sources/`.
    public static func folder(of module: String) -> String { module == "lys" ? "CLI" : module }

    /// The Swift and C files of a module.
    public static func files(of module: String, in root: URL) throws -> [URL] {
        let folder = root.appending(path: "Sources/" + folder(of: module))
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { name in [".swift", ".c", ".h"].contains { name.hasSuffix($0) } }
            .sorted().map { folder.appending(path: $0) }
    }

    /// The disagreements of the three places, sorted.
    public var faults: [String] {
        let drawn = layers.flatMap(\.modules)
        var faults = drawn.filter { dependencies[$0] == nil }
            .map { "\($0) is drawn, but Package.swift has no such target" }
        faults += dependencies.keys.filter { !drawn.contains($0) }
            .map { "\($0) is in no layer of docs/architecture.md" }
        let places = layers.enumerated().flatMap { height, layer in layer.modules.map { ($0, height) } }
        let height = Dictionary(places) { first, _ in first }
        for (module, used) in imports {
            let declared = dependencies[module] ?? []
            faults += used.subtracting(declared).map { "\(module) imports \($0), which its target does not declare" }
            faults += declared.subtracting(used).map { "\(module) declares \($0), which none of its files imports" }
            for other in used.union(declared) {
                guard let from = height[module], let to = height[other] else { continue }
                if to < from { faults.append("\(module) uses \(other), which is in a layer above it") }
                if to == from, !sideways.contains(Use(user: module, used: other)) {
                    faults.append("\(module) uses \(other) of its own layer, which is not drawn")
                }
            }
        }
        faults += sideways.filter { !(dependencies[$0.user] ?? []).contains($0.used) }
            .map { "\($0.user) → \($0.used) is drawn and is not so" }
        return faults.sorted()
    }

    /// The block of layers of a page: a name, then modules between middle dots; the last line has the uses that are
    /// allowed inside a layer.
    private static func layers(of page: String) -> ([(name: String, modules: [String])], Set<Use>) {
        let block = page.components(separatedBy: "```layers\n").dropFirst().first?.components(separatedBy: "\n```")
            .first
        var layers: [(name: String, modules: [String])] = []
        var sideways: Set<Use> = []
        for line in (block ?? "").split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard let name = words.first else { continue }
            if name == "sideways" {
                for use in line.dropFirst(name.count).split(separator: "·") {
                    let ends = use.split(separator: "→").map { $0.trimmingCharacters(in: .whitespaces) }
                    if ends.count == 2 { sideways.insert(Use(user: ends[0], used: ends[1])) }
                }
            } else {
                layers.append((name, words.dropFirst().filter { $0 != "·" }))
            }
        }
        return (layers, sideways)
    }

    /// The targets of a manifest with what they depend on: those whose sources are below `Sources/`.
    private static func targets(of manifest: String) -> [String: Set<String>] {
        var targets: [String: Set<String>] = [:]
        for call in manifest.ranges(of: /\b(?:module|target|executableTarget|systemLibrary)\(\s*(?=name: "|")/) {
            let text = arguments(manifest[call.upperBound...])
            guard let name = text.firstMatch(of: /"(\w+)"/)?.1, !text.contains("path: \"Tests/") else { continue }
            var list = text.firstMatch(of: /(?:uses|dependencies): \[([\s\S]*)\]/).map { String($0.1) } ?? ""
            var used: Set<String> = []
            for product in list.matches(of: /\.product\(name: "(\w+)"/) { used.insert(String(product.1)) }
            list = list.replacing(/\.product\([^)]*\)/, with: "")
            used.formUnion(list.prefix { $0 != "]" }.matches(of: /"(\w+)"/).map { String($0.1) })
            targets[String(name)] = used
        }
        return targets
    }

    /// The arguments of a call, up to the parenthesis that ends it.
    private static func arguments(_ text: Substring) -> Substring {
        var depth = 1
        let end = text.indices.first { index in
            depth += text[index] == "(" ? 1 : text[index] == ")" ? -1 : 0
            return depth == 0
        }
        return text[..<(end ?? text.endIndex)]
    }
}
