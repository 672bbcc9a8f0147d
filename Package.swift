// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same rules: Swift 6, strict memory safety, no warnings.
let houseRules: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// A library of our own: one standard, a short list of what it stands on.
func module(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: houseRules)
}

/// The tests that mirror a module of our own.
func tests(of name: String, uses dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: houseRules)
}

/// The modules that a program outside may take one by one, from the ground up.
let libraries: [Target] = [
    // ground
    module("ByteText", uses: ["CThreads"]),
    module("EmbeddedResources", uses: ["CEmbedded"]),
    module("Gzip", uses: ["CZlib"]),
    module("Localization"),
    module("JSONText", uses: ["ByteText", "Localization"]),
    module("RDFModel", uses: ["ByteText"]),
    module("XSDValues", uses: ["ByteText"]),
    // format
    module("RDFSyntax", uses: ["ByteText", "CExpat", "Localization", "RDFModel"]),
    module("RaptorSyntax", uses: ["ByteText", "CRaptor", "Localization", "RDFModel", "RDFSyntax"]),
    module(
        "RDFCanon", uses: ["ByteText", "Localization", "RDFModel", .product(name: "Crypto", package: "swift-crypto")]),
    module("JSONLD", uses: ["ByteText", "JSONText", "Localization", "RDFModel", "XSDValues"]),
    module("SPARQLAlgebra", uses: ["ByteText", "Localization", "RDFModel"]),
    module("SPARQLResults", uses: ["ByteText", "JSONText", "Localization", "RDFModel"]),
    module("TabularText", uses: ["ByteText"]),
    module(
        "OrganizationDirectory",
        uses: [
            "ByteText", "EmbeddedResources", "Localization", "RDFModel", "RDFSyntax", "TabularText",
            .product(name: "Yams", package: "Yams"),
        ]),
    // engine
    module("TripleStore", uses: ["ByteText", "RDFModel", "XSDValues"]),
    module(
        "SPARQLEngine",
        uses: [
            "ByteText", "CPCRE2", "RDFModel", "SPARQLAlgebra", "TripleStore", "XSDValues",
            .product(name: "Crypto", package: "swift-crypto"),
        ]),
    // service
    module("WebFetching", uses: ["CCurl", "Localization"]),
    module("Questions", uses: ["ByteText", "Localization", "RDFModel", "SPARQLAlgebra"]),
    module(
        "Publishing",
        uses: [
            "ByteText", "CFiles", "EmbeddedResources", "JSONLD", "JSONText", "Localization", "OrganizationDirectory",
            "RDFCanon", "RDFModel", "RDFSyntax", "RaptorSyntax", "TabularText",
        ]),
    // the front door
    module(
        "LinkedData",
        uses: [
            "ByteText", "Gzip", "JSONLD", "JSONText", "RDFCanon", "RDFModel", "RDFSyntax", "SPARQLAlgebra",
            "SPARQLEngine", "SPARQLResults", "TripleStore",
        ]),
]

let package = Package(
    name: "Lys",
    platforms: [.macOS(.v26)],
    products: libraries.map { .library(name: $0.name, targets: [$0.name]) } + [
        .executable(name: "lys", targets: ["lys"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: libraries + [
        .target(name: "CEmbedded"),
        .target(name: "CFiles"),
        .target(name: "CThreads"),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-gnutls-dev"]), .brew(["curl"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "CRaptor", pkgConfig: "raptor2", providers: [.apt(["libraptor2-dev"]), .brew(["raptor"])]),
        .executableTarget(
            name: "lys",
            dependencies: [
                "ByteText", "CFiles", "EmbeddedResources", "Gzip", "JSONLD", "JSONText", "LinkedData", "Localization",
                "OrganizationDirectory", "Publishing", "Questions", "RDFCanon", "RDFModel", "RDFSyntax",
                "RaptorSyntax", "SPARQLAlgebra", "SPARQLEngine", "SPARQLResults", "TripleStore", "WebFetching",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/CLI", swiftSettings: houseRules),
        .target(
            name: "TestSupport",
            dependencies: ["ByteText", "RDFCanon", "RDFModel", "RDFSyntax", "SPARQLResults", "XSDValues"],
            path: "Tests/TestSupport", swiftSettings: houseRules),
        .target(
            name: "ReferenceEvaluator",
            dependencies: ["RDFModel", "SPARQLAlgebra", .product(name: "Crypto", package: "swift-crypto")],
            path: "Tests/ReferenceEvaluator", swiftSettings: houseRules),
        // What docs/swift.md prints, built as it is printed.
        .executableTarget(
            name: "ReadmeExample", dependencies: ["LinkedData"],
            path: "Tests/ReadmeExample", swiftSettings: houseRules),
        tests(of: "ByteText"),
        tests(of: "EmbeddedResources", uses: ["TestSupport"]),
        tests(of: "Gzip"),
        tests(of: "Localization"),
        tests(of: "JSONText"),
        tests(of: "RDFModel"),
        tests(of: "XSDValues", uses: ["TestSupport"]),
        tests(of: "RDFSyntax", uses: ["ByteText", "Localization", "RDFCanon", "RDFModel", "TestSupport"]),
        tests(
            of: "RaptorSyntax",
            uses: ["ByteText", "Localization", "RDFCanon", "RDFModel", "RDFSyntax", "TestSupport"]),
        tests(of: "RDFCanon", uses: ["ByteText", "RDFModel", "RDFSyntax", "TestSupport"]),
        tests(of: "JSONLD", uses: ["ByteText", "JSONText", "Localization", "RDFModel", "TestSupport"]),
        tests(of: "WebFetching", uses: ["Localization"]),
        tests(of: "SPARQLAlgebra", uses: ["ByteText", "Localization", "RDFModel"]),
        tests(of: "SPARQLResults", uses: ["ByteText", "RDFModel", "TestSupport"]),
        tests(of: "TabularText", uses: ["ByteText", "TestSupport"]),
        tests(
            of: "OrganizationDirectory",
            uses: ["ByteText", "JSONText", "Localization", "RDFModel", "RDFSyntax", "TabularText", "TestSupport"]),
        tests(of: "TripleStore", uses: ["ByteText", "RDFModel", "TestSupport"]),
        tests(
            of: "SPARQLEngine",
            uses: [
                "ByteText", "RDFModel", "RDFSyntax", "ReferenceEvaluator", "SPARQLAlgebra", "TestSupport",
                "TripleStore", "XSDValues",
            ]),
        tests(
            of: "Publishing",
            uses: [
                "EmbeddedResources", "JSONText", "Localization", "OrganizationDirectory", "RDFCanon", "RDFModel",
                "RDFSyntax", "RaptorSyntax", "TestSupport",
            ]),
        tests(of: "LinkedData", uses: ["TestSupport"]),
        .testTarget(
            name: "QuestionsTests",
            dependencies: [
                "EmbeddedResources", "Localization", "OrganizationDirectory", "Questions", "RDFModel", "RDFSyntax",
                "SPARQLAlgebra", "SPARQLEngine", "TestSupport", "TripleStore",
            ],
            exclude: ["Expected", "Fixtures", "cases.tsv", "expected.py"], swiftSettings: houseRules),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "Gzip", "JSONLD", "JSONText", "OrganizationDirectory", "RDFCanon", "RDFModel", "RDFSyntax",
                "ReadmeExample", "SPARQLAlgebra", "SPARQLEngine", "SPARQLResults", "TabularText", "TestSupport",
                "TripleStore", "WebFetching", "lys", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: houseRules),
        .testTarget(
            name: "W3CTests",
            dependencies: [
                "ByteText", "JSONLD", "JSONText", "Localization", "RDFCanon", "RDFModel", "RDFSyntax", "SPARQLAlgebra",
                "SPARQLEngine", "SPARQLResults", "TestSupport", "TripleStore",
            ],
            swiftSettings: houseRules),
    ]
)
