// swift-tools-version: 6.2
import PackageDescription

// A package of its own: its libraries are instrumented, and nothing that is published depends on them. Each harness is
// a static library, which `run` links with libFuzzer into a program.

let houseRules: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// The readers, one harness each; the name of a harness is also that of its folder of seeds.
let harnesses = [
    "NTriples", "NQuads", "Turtle", "TriG", "RDFXML", "JSON", "JSONLD", "Tables", "Query", "Update", "ResultsJSON",
    "ResultsXML", "ResultsCSV", "ResultsTSV", "Publication", "Gzip",
]

func lys(_ name: String) -> Target.Dependency { .product(name: name, package: "Lys") }

let package = Package(
    name: "LysFuzzing",
    platforms: [.macOS(.v26)],
    products: harnesses.map { .library(name: "Fuzz" + $0, type: .static, targets: ["Fuzz" + $0]) },
    dependencies: [.package(name: "Lys", path: "..")],
    targets: [
        .target(name: "CFuzzer"),
        .target(
            name: "FuzzingSupport",
            dependencies: [
                "CFuzzer", lys("ByteText"), lys("Gzip"), lys("JSONLD"), lys("JSONText"), lys("Localization"),
                lys("OrganizationDirectory"),
                lys("RDFCanon"), lys("RDFModel"), lys("RDFSyntax"), lys("SPARQLAlgebra"), lys("SPARQLResults"),
                lys("TabularText"),
            ],
            swiftSettings: houseRules),
    ]
        + harnesses.map {
            .target(
                name: "Fuzz" + $0, dependencies: ["FuzzingSupport"], path: "Sources/Harnesses/" + $0,
                swiftSettings: houseRules)
        }
)
