import Domain

/// How far files are imported (R12.3).
package struct ImportRuns {
  let connection: Connection

  /// The last import of a file into a target.
  package func last(of file: String, into target: String) throws -> ImportRun? {
    try connection.first(
      """
      SELECT id, finished_at, read, entered, problems FROM import_run WHERE file = ? AND target = ?
      ORDER BY id DESC LIMIT 1
      """, [file, target]
    ) {
      ImportRun(
        id: $0.integer(0), finishedAt: $0.optionalInstant(1), read: $0.int(2), entered: $0.int(3),
        problems: ImportRun.problems($0.text(4)))
    }
  }

  package func start(
    of file: String, into target: String, by actor: PersonID, at now: Instant
  ) throws -> ImportRun {
    try connection.run(
      "INSERT INTO import_run (file, target, actor, started_at) VALUES (?, ?, ?, ?)",
      [file, target, actor, now])
    return ImportRun(id: connection.lastInsertedID, finishedAt: nil, read: 0, entered: 0, problems: [:])
  }

  /// False where it is no longer as far as that: another process went on with it.
  package func advance(_ run: ImportRun, from read: Int) throws -> Bool {
    let problems = run.problems.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return try connection.run(
      "UPDATE import_run SET read = ?, entered = ?, problems = ? WHERE id = ? AND read = ? AND finished_at IS NULL",
      [run.read, run.entered, problems.joined(separator: "\n"), run.id, read]) == 1
  }

  package func keep(_ refusal: KeptRefusal, of run: Int64) throws {
    try connection.run(
      "INSERT INTO import_refusal (run, row, code, reason) VALUES (?, ?, ?, ?)",
      [run, refusal.row, refusal.code, refusal.reason])
  }

  /// Why a row was refused, where it was.
  package func refusal(of run: Int64, row: Int) throws -> KeptRefusal? {
    try connection.first(
      "SELECT code, reason FROM import_refusal WHERE run = ? AND row = ?", [run, row]
    ) { KeptRefusal(row: row, code: $0.text(0), reason: $0.text(1)) }
  }

  package func finish(_ run: Int64, at now: Instant) throws {
    try connection.run("UPDATE import_run SET finished_at = ? WHERE id = ?", [now, run])
    try connection.run("DELETE FROM import_refusal WHERE run = ?", [run])
  }
}

/// One import of a file, finished or not.
package struct ImportRun: Sendable {
  package let id: Int64
  package let finishedAt: Instant?
  /// Rows read, those that went in, and how many were refused for each problem.
  package var read: Int
  package var entered: Int
  package var problems: [String: Int]

  fileprivate static func problems(_ text: String) -> [String: Int] {
    let pairs = text.split(separator: "\n").compactMap { line -> (String, Int)? in
      let words = line.split(separator: " ")
      guard words.count == 2, let count = Int(words[1]) else { return nil }
      return (String(words[0]), count)
    }
    return Dictionary(pairs) { $1 }
  }
}

/// A refused row as it is kept: its number in the file, and why, in code and in words.
package struct KeptRefusal: Sendable, Equatable {
  package let row: Int
  package let code: String
  package let reason: String

  package init(row: Int, code: String, reason: String) {
    self.row = row
    self.code = code
    self.reason = reason
  }
}
