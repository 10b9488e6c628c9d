import Foundation
import XCTest

/// What the house promises about its own sources (the arrows of the package, where SQL may stand).
final class HouseRuleTests: XCTestCase {
  /// What each target may import: others of the house as the arrows go, and of the system as little as can be.
  private static let allowed: [String: Set<String>] = [
    "Domain": [],
    "Assets": ["Domain", "CResources"],
    "Storage": ["Domain", "CSQLite"],
    "Services": ["Domain", "Storage"],
    "TerminalKit": [],
    "Curses": ["TerminalKit", "CNcurses"],
    "Desk": ["Domain", "Assets", "Services", "TerminalKit"],
    "CommandLine": ["Domain", "Assets", "Services"],
    "tideline": ["Domain", "Assets", "Storage", "Services", "TerminalKit", "Curses", "Desk", "CommandLine"],
    "tideline-bench": [
      "Domain", "Assets", "Storage", "Services", "CommandLine", "CSQLite",
      // The model and its random histories: the long runs are the tests' own, for longer. And the screens on a terminal.
      "Histories", "Terminals",
    ],
  ]
  private static let system: Set<String> = ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"]

  func testTargetsImportWhatTheArrowsAllow() throws {
    var seen: Set<String> = []
    for file in try SourceTree.files(under: "Sources") {
      seen.insert(file.target)
      let allowed = HouseRuleTests.allowed[file.target, default: []].union(HouseRuleTests.system)
      for line in file.lines {
        guard let match = line.text.firstMatch(of: /^\s*(?:@\w+ )*import (?:\w+ )?(\w+)/) else { continue }
        XCTAssertTrue(allowed.contains(String(match.1)), "\(file.name):\(line.number) imports \(match.1)")
      }
    }
    XCTAssertEqual(seen, Set(HouseRuleTests.allowed.keys), "a target without arrows")
  }

  /// The pure targets ask for no time and do nothing outside.
  func testTheDomainAsksForNothing() throws {
    for file in try SourceTree.files(under: "Sources/Domain") {
      for line in file.lines where line.text.contains(/^\s*import (Dispatch|Glibc|FoundationEssentials)/) {
        XCTFail("\(file.name):\(line.number) \(line.text)")
      }
    }
  }

  func testSQLStandsInStorageAlone() throws {
    let sql =
      /\b(SELECT .+ FROM|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|CREATE (TABLE|INDEX|TRIGGER|VIRTUAL)|PRAGMA \w+|BEGIN IMMEDIATE)\b/
    for file in try SourceTree.files(under: "Sources")
    where !["Storage", "tideline-bench"].contains(file.target) {
      for line in file.lines where !line.isComment && line.text.contains(sql) {
        XCTFail("\(file.name):\(line.number) \(line.text)")
      }
    }
  }

  /// Nothing a user, a file or a database can cause may stop the program.
  func testNothingStopsTheProgram() throws {
    let stops = /\btry!|\bfatalError\(|\bpreconditionFailure\(|\bas! |\w\)?!\.(?!=)/
    for file in try SourceTree.files(under: "Sources") {
      for line in file.lines where !line.isComment && line.code.contains(stops) {
        XCTFail("\(file.name):\(line.number) \(line.text)")
      }
    }
  }

  /// Only one door leads to each C library.
  func testTheDoorsAreThin() throws {
    for door in ["CNcurses", "CSQLite"] {
      let folder = SourceTree.root.appendingPathComponent("Sources/\(door)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      XCTAssertEqual(Set(names), ["module.modulemap", "shim.h"], door)
    }
  }
}

/// The sources of the house, line by line.
struct SourceTree {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct File {
    /// `Sources/Domain/Clocks/Standing.swift`
    let name: String
    let text: String

    /// `Domain`
    var target: String { name.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    var lines: [Line] {
      text.components(separatedBy: "\n").enumerated().map { Line(number: $0.offset + 1, text: $0.element) }
    }
  }

  struct Line {
    let number: Int
    let text: String

    var isComment: Bool { text.contains(/^\s*\/\//) }
    /// Without what is said in strings.
    var code: String { text.replacing(/"[^"]*"/, with: "\"\"") }
  }

  static func files(under folder: String) throws -> [File] {
    let start = root.appendingPathComponent(folder)
    let names = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      let url = start.appendingPathComponent(name)
      return File(name: "\(folder)/\(name)", text: try String(contentsOf: url, encoding: .utf8))
    }
  }
}
