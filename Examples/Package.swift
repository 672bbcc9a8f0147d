// swift-tools-version: 6.2
import PackageDescription

/// A program of one file that takes products of Lys.
func program(_ name: String, uses products: String...) -> Target {
    .executableTarget(
        name: name, dependencies: products.map { .product(name: $0, package: "lys") },
        swiftSettings: [.swiftLanguageMode(.v6)])
}

let package = Package(
    name: "examples",
    platforms: [.macOS(.v26)],
    dependencies: [.package(name: "lys", path: "..")],
    targets: [
        program(
            "AskByModules", uses: "OrganizationDirectory", "RDFModel", "RDFSyntax", "SPARQLAlgebra", "SPARQLEngine",
            "TripleStore"),
        program("AskTurtle", uses: "LinkedData"),
        program("FrameJSONLD", uses: "LinkedData"),
        program("PublishDirectory", uses: "OrganizationDirectory", "Publishing", "RDFModel"),
        program("UpdateWhileReading", uses: "LinkedData"),
    ]
)
