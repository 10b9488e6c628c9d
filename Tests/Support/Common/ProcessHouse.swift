import Foundation
import HouseFixtures
import Storage

/// A sandbox base that several processes of the program work on.
package final class ProcessHouse: Sendable {
  package let folder: URL
  package let path: String

  /// - Parameter agents: logins; each in a department of its own.
  package init(agents: [String] = ["zhang", "li"]) throws {
    folder = try Scratch.newFolder()
    path = folder.appendingPathComponent("house.db").path
    try require(["init", "--sandbox"])
    for agent in agents {
      try require(["person", "add", agent, "--name", agent, "--department", "部门\(agent)"])
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Thursday, 2026-11-26 14:00 in the house.
  package static let start = "2026-11-26T14:00:00+08:00"

  package func environment(at now: String = ProcessHouse.start) -> [String: String] {
    ["TIDELINE_DB": path, "TIDELINE_NOW": now, "LC_ALL": "C.UTF-8"]
  }

  package func start(_ words: [String], at now: String = ProcessHouse.start) throws -> Running {
    try Running(words + ["--json"], environment: environment(at: now))
  }

  package func run(_ words: [String], at now: String = ProcessHouse.start) throws -> Program.Result {
    try start(words, at: now).finish()
  }

  /// What must succeed.
  @discardableResult
  package func require(_ words: [String], at now: String = ProcessHouse.start) throws -> JSON {
    let result = try run(words, at: now)
    guard result.status == 0, let object = result.objects.first else {
      throw Unexpected(words: words, result: result)
    }
    return object
  }

  private struct Unexpected: Error {
    let words: [String]
    let result: Program.Result
  }

  /// A file of so many customers, each with a name and a number of its own.
  package func table(of count: Int) throws -> String {
    let rows = (1...count).map { "苏州潮音\($0)厂,0512-6\(1_000_000 + $0),苏州市潮声路\($0)号" }
    let url = folder.appendingPathComponent("table-\(count).csv")
    try Data((["公司名称,固定电话,经营地址"] + rows).joined(separator: "\n").utf8).write(to: url)
    return url.path
  }

  package func dump() throws -> BaseDump { try BaseDump(path) }

  /// For what no command can set up.
  package func connection() throws -> Connection { try Connection(path: path, access: .write) }

  /// How large the log is: it grows with every commit.
  package var logSize: Int {
    (try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int) ?? 0
  }
}

/// Runs several pieces of work at once, each on a thread of its own, and gives their results in order.
package func atOnce<Result: Sendable>(
  _ count: Int, _ work: @escaping @Sendable (Int) throws -> Result
) throws -> [Result] {
  let (results, group) = (Results<Result>(), DispatchGroup())
  for index in 0..<count {
    group.enter()
    Thread.detachNewThread {
      results.add(index, Swift.Result { try work(index) })
      group.leave()
    }
  }
  group.wait()
  return try results.inOrder
}

/// `@unchecked Sendable`: all access is under the lock.
private final class Results<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [Int: Result<Value, any Error>] = [:]

  func add(_ index: Int, _ value: Result<Value, any Error>) {
    lock.withLock { values[index] = value }
  }

  var inOrder: [Value] {
    get throws {
      try lock.withLock { try values.sorted { $0.key < $1.key }.map { try $0.value.get() } }
    }
  }
}
