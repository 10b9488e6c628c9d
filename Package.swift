// swift-tools-version: 6.0
import PackageDescription

// The house. Every arrow below is a dependency that is allowed; there are no others.
/// How the release is made small (18.8 MB at most, stripped): optimized for size, each function in a section of its own so
/// that unused ones go, nothing exported, equal functions kept once, no tables for unwinding (unwinding.lds says why;
/// LLD can leave them out), and not movable, which would cost a megabyte of relocations and as much time at each start. Exclusive access is checked in the debug builds that the tests run.
let small: [SwiftSetting] = [
  .unsafeFlags(
    ["-Osize", "-Xfrontend", "-function-sections", "-enforce-exclusivity=unchecked"],
    .when(configuration: .release))
]
let smaller: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-use-ld=lld", "-Xclang-linker", "-no-pie", "-Xlinker", "--icf=all", "-Xlinker", "--no-eh-frame-hdr",
      "-Xlinker", "--version-script=\(Context.packageDirectory)/Sources/tideline/exports.map",
      "-Xlinker", "--script=\(Context.packageDirectory)/Sources/tideline/unwinding.lds",
    ], .when(configuration: .release))
]

let package = Package(
  name: "tideline",
  products: [
    .executable(name: "tideline", targets: ["tideline"]),
    .executable(name: "tideline-bench", targets: ["tideline-bench"]),
  ],
  targets: [
    // Doors to the C libraries: module maps and inline shims, nothing else.
    .systemLibrary(name: "CNcurses", path: "Sources/CNcurses", providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(name: "CSQLite", path: "Sources/CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    // The files of Resources/, embedded at build time.
    .target(name: "CResources"),

    // The business, from pure values to the screens.
    .target(name: "Domain", swiftSettings: small),
    .target(name: "Assets", dependencies: ["Domain", "CResources"], swiftSettings: small),
    .target(name: "Storage", dependencies: ["Domain", "CSQLite"], swiftSettings: small),
    .target(name: "Services", dependencies: ["Domain", "Storage"], swiftSettings: small),
    .target(name: "TerminalKit", swiftSettings: small),
    .target(name: "Curses", dependencies: ["TerminalKit", "CNcurses"], swiftSettings: small),
    .target(
      name: "Desk", dependencies: ["Domain", "Assets", "Services", "TerminalKit"], swiftSettings: small),
    .target(name: "CommandLine", dependencies: ["Domain", "Assets", "Services"], swiftSettings: small),
    .executableTarget(
      name: "tideline",
      dependencies: [
        "Domain", "Assets", "Storage", "Services", "TerminalKit", "Curses", "Desk", "CommandLine",
      ], exclude: ["exports.map", "unwinding.lds"], swiftSettings: small, linkerSettings: smaller),
    .executableTarget(
      name: "tideline-bench",
      dependencies: [
        "Domain", "Assets", "Storage", "Services", "CommandLine", "CSQLite", "Histories", "Terminals",
      ]),

    // What tests share, parted by what it needs: a house and what people do in it; the independent model with its random
    // histories, and programs on terminals, which the benchmark runs too; assertions, files and processes; an agent at
    // the desk.
    .target(
      name: "HouseFixtures", dependencies: ["Domain", "Assets", "Storage", "Services"],
      path: "Tests/Support/House"),
    .target(
      name: "Histories", dependencies: ["Domain", "Assets", "Services", "HouseFixtures"],
      path: "Tests/Support/Histories"),
    .target(name: "Terminals", path: "Tests/Support/Terminals"),
    .target(name: "TestSupport", dependencies: ["HouseFixtures"], path: "Tests/Support/Common"),
    .target(
      name: "DeskFixtures",
      dependencies: ["Domain", "Assets", "Services", "Storage", "TerminalKit", "Desk", "HouseFixtures"],
      path: "Tests/Support/Desk"),
    .testTarget(
      name: "DomainTests", dependencies: ["Domain", "Assets", "Histories", "TestSupport"],
      path: "Tests/Domain", exclude: ["Fixtures"]),
    .testTarget(name: "AssetsTests", dependencies: ["Assets", "TestSupport"], path: "Tests/Assets"),
    .testTarget(name: "StorageTests", dependencies: ["Storage", "TestSupport"], path: "Tests/Storage"),
    .testTarget(
      name: "ServicesTests", dependencies: ["Services", "Histories", "TestSupport"], path: "Tests/Services"),
    .testTarget(
      name: "TerminalKitTests", dependencies: ["TerminalKit", "CNcurses", "Assets", "TestSupport"],
      path: "Tests/TerminalKit"),
    .testTarget(
      name: "CursesTests", dependencies: ["Curses", "CNcurses", "Assets"], path: "Tests/Curses"),
    .testTarget(
      name: "DeskTests", dependencies: ["Desk", "DeskFixtures"], path: "Tests/Desk", exclude: ["Goldens"]),
    .testTarget(
      name: "CommandLineTests", dependencies: ["CommandLine", "TerminalKit", "TestSupport"],
      path: "Tests/CommandLine"),
    .testTarget(
      name: "EndToEndTests", dependencies: ["tideline", "Terminals", "TestSupport"], path: "Tests/EndToEnd"),
  ],
  swiftLanguageModes: [.v6]
)
