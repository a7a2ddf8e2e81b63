// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "yousu",
    products: [
        .executable(name: "yousu", targets: ["yousu"]),
        .executable(name: "yousu-bench", targets: ["Bench"]),
        .executable(name: "yousu-evaluate", targets: ["Evaluation"]),
        .executable(name: "yousu-faults", targets: ["Faults"]),
        // Loaded before the C library, where its calls are to fail.
        .library(name: "FaultShim", type: .dynamic, targets: ["CFaultShim"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    ],
    targets: [
        // The rules of the service: values and pure functions.
        .target(name: "Casework", swiftSettings: strict),
        // A city's configuration: YAML in, checked values out.
        .target(name: "CCityDefault"),
        .target(
            name: "City", dependencies: ["Casework", "Reports", "Yams", "CCityDefault"], swiftSettings: strict
        ),
        // What has to be known of files by name, and why the system refuses something with them.
        .target(name: "Files", swiftSettings: strict),
        // The SQLite file.
        .target(name: "CStore", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(
            name: "CaseStore",
            dependencies: [
                "Casework", "CStore", "Files", "Sealing", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: strict),
        // Callers' data under lock, and the keys to it.
        .target(
            name: "Sealing", dependencies: ["Files", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        // Figures in, published text out.
        .target(name: "Reports", dependencies: ["Casework", "Lettering", "Paper"], swiftSettings: strict),
        // Findings from what callers say: values in, values out.
        .target(name: "Insight", dependencies: ["Casework", "SplitMix"], swiftSettings: strict),
        // Numbers by chance that a seed brings back.
        .target(name: "SplitMix", swiftSettings: strict),
        // Made-up cases that look like a city's.
        .target(name: "Simulation", dependencies: ["Casework", "SplitMix"], swiftSettings: strict),
        // Files of rows, the width and the harmlessness of text, what a terminal needs, and what goes on paper;
        // none of them knows of hotlines.
        .target(name: "CSV", swiftSettings: strict),
        .target(name: "Lettering", swiftSettings: strict),
        .target(name: "Console", dependencies: ["Lettering"], swiftSettings: strict),
        .target(name: "Paper", dependencies: ["Lettering"], swiftSettings: strict),
        // The work itself, once for every face.
        .target(
            name: "Desk",
            dependencies: [
                "Casework", "City", "CaseStore", "Sealing", "Insight", "Reports", "CSV", "Simulation",
            ],
            swiftSettings: strict),
        // The command line.
        .target(
            name: "YousuCLI",
            dependencies: [
                "Desk", "Console", "Casework", "CaseStore", "Files", "Sealing", "Insight", "Lettering",
                "Paper", "Reports", "CSV", "Simulation",
            ], swiftSettings: strict),
        .executableTarget(name: "yousu", dependencies: ["YousuCLI"], swiftSettings: strict),

        // What measurements, trials and tests of the built program have in common.
        .target(name: "Trials", dependencies: ["Files"], swiftSettings: strict),
        // Measures the program on big stores, beside the least that SQLite and a process cost.
        .executableTarget(
            name: "Bench",
            dependencies: [
                "Desk", "CaseStore", "Casework", "CStore", "CSV", "Console", "Lettering", "Sealing",
                "Trials",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ], swiftSettings: strict),

        // Measures the findings on texts whose answers are known.
        .executableTarget(
            name: "Evaluation", dependencies: ["Insight", "Casework", "CSV", "City", "Simulation", "Trials"],
            swiftSettings: strict),

        // Tries what goes wrong on machines and disks, and what people do to files, on the built program.
        .target(name: "CFaultShim"),
        .executableTarget(
            name: "Faults",
            dependencies: [
                "CSV", "Console", "Lettering", "SplitMix", "Trials",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),

        // A made-up city, a store in a folder of its own, a clock that stands still.
        .target(
            name: "TestSupport",
            dependencies: ["Casework", "City", "CaseStore", "Sealing", "Desk", "Paper"],
            path: "Tests/TestSupport",
            exclude: ["Cities"], swiftSettings: strict),
        .testTarget(name: "CaseworkTests", dependencies: ["Casework", "SplitMix"], swiftSettings: strict),
        .testTarget(
            name: "SimulationTests", dependencies: ["Simulation", "Casework", "City", "TestSupport"],
            swiftSettings: strict),
        .testTarget(name: "InsightTests", dependencies: ["Insight", "Casework"], swiftSettings: strict),
        .testTarget(name: "SealingTests", dependencies: ["Sealing"], swiftSettings: strict),
        .testTarget(name: "CSVTests", dependencies: ["CSV", "SplitMix"], swiftSettings: strict),
        .testTarget(name: "LetteringTests", dependencies: ["Lettering", "SplitMix"], swiftSettings: strict),
        .testTarget(name: "ConsoleTests", dependencies: ["Console", "Lettering"], swiftSettings: strict),
        .testTarget(
            name: "PaperTests", dependencies: ["Paper", "Lettering", "SplitMix"], exclude: ["Golden"],
            swiftSettings: strict),
        .testTarget(
            name: "ReportsTests", dependencies: ["Reports", "Casework", "SplitMix"], swiftSettings: strict),
        .testTarget(
            name: "CityTests", dependencies: ["City", "Casework", "Reports", "SplitMix", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "CaseStoreTests",
            dependencies: [
                "CaseStore", "Casework", "Desk", "SplitMix", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "DeskTests",
            dependencies: [
                "Desk", "Casework", "CaseStore", "City", "Insight", "Reports", "CSV", "Simulation",
                "Sealing", "SplitMix", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "BenchTests",
            dependencies: ["Bench", "Desk", "Casework", "CaseStore", "TestSupport"],
            swiftSettings: strict),
        // Runs the built program as the documentation says, and compares the guide with the workflow's table.
        .testTarget(
            name: "DocumentationTests", dependencies: ["yousu", "Casework", "Desk"], swiftSettings: strict),
        .testTarget(name: "FaultTests", dependencies: ["Faults", "Trials", "yousu"], swiftSettings: strict),
        // The built program, run as people run it.
        .testTarget(
            name: "TranscriptTests",
            dependencies: [
                "yousu", "YousuCLI", "Desk", "CaseStore", "Casework", "Console", "Lettering", "Trials",
                "TestSupport",
            ],
            exclude: ["Screens", "Slips"], swiftSettings: strict),
    ]
)
