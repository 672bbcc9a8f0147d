import Foundation
import TestSupport
import Testing

/// The layers of `docs/architecture.md`, which is the only place where they are written.
@Suite struct LayerTests {
    @Test func theHouseIsAsItIsDrawn() throws {
        let house = try House(root: Suites.projectRoot)
        #expect(house.layers.flatMap(\.modules).count > 20)
        #expect(house.faults == [])
    }

    /// The table of modules has them all, with what they stand on and about as many lines as they have.
    @Test func theTableOfModulesIsTrue() throws {
        let house = try House(root: Suites.projectRoot)
        let rows = try Page("docs/architecture.md").tables(below: "Modules").joined().map { $0 }
        #expect(rows.map { $0[1].filter { $0 != "`" } } == house.layers.flatMap(\.modules))
        for row in rows {
            let module = row[1].filter { $0 != "`" }
            let layer = house.layers.first { $0.modules.contains(module) }
            #expect(row[0] == layer?.name, "\(module)")
            let used = Set(row[3].matches(of: /`(\w+)`/).map { String($0.1) })
            #expect(used == house.dependencies[module], "\(module)")
            let lines = try House.files(of: module, in: Suites.projectRoot).reduce(0) { count, file in
                let bytes = try Data(contentsOf: file)
                return count + bytes.count(where: { $0 == UInt8(ascii: "\n") })
            }
            let said = try #require(Int(row[4].filter(\.isNumber)), "\(module)")
            #expect(abs(said - lines) <= max(100, lines / 10), "\(module) has \(lines) lines")
        }
    }

    /// A house with a fault of each kind, to show that each is found.
    @Test func faultsAreFound() throws {
        let scratch = try Scratch()
        let files = [
            "docs/architecture.md": """
            ```layers
            top       Roof
            middle    Left · Right · Drawn
            ground    Cellar
            sideways  Left → Right · Right → Left
            ```
            """,
            "Package.swift": """
            module("Roof", uses: ["Left"]),
            module(
                "Left", uses: ["Right", "Cellar", .product(name: "Crypto", package: "swift-crypto")]),
            module("Right", uses: ["Cellar"]),
            module("Cellar"),
            module("Attic"),
            .target(name: "Helper", dependencies: ["Roof"], path: "Tests/Helper"),
            """,
            "Sources/Roof/A.swift": "import Foundation\ninternal import Left\n",
            "Sources/Left/A.swift": """
            public import Right
                @preconcurrency import struct Cellar.Stone
            import Crypto
            """,
            "Sources/Right/A.swift": "internal import Cellar\ninternal import Roof\n",
            "Sources/Cellar/A.swift": "import Synchronization\n",
            "Sources/Attic/A.swift": "",
        ]
        for (path, text) in files {
            let file = scratch.url.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        #expect(
            try House(root: scratch.url).faults == [
                "Attic is in no layer of docs/architecture.md",
                "Drawn is drawn, but Package.swift has no such target",
                "Right imports Roof, which its target does not declare",
                "Right uses Roof, which is in a layer above it",
                "Right → Left is drawn and is not so",
            ])
        let manifest = scratch.url.appending(path: "Package.swift")
        let wrong = try String(contentsOf: manifest, encoding: .utf8)
            .replacing("module(\"Cellar\")", with: "module(\"Cellar\", uses: [\"Right\"])")
        try Data(wrong.utf8).write(to: manifest)
        let faults = try House(root: scratch.url).faults
        #expect(faults.contains("Cellar declares Right, which none of its files imports"))
        #expect(faults.contains("Cellar uses Right, which is in a layer above it"))
    }
}
