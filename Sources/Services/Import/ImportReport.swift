import Domain
import Storage

/// What an import did.
package struct ImportReport: Sendable {
  package private(set) var read = 0
  package private(set) var entered = 0
  /// How many rows were refused for what: `name.missing`, `phone.not_a_number`, `collision`.
  package private(set) var problems: [String: Int] = [:]
  /// The last row of the file that an earlier import of it had come to, where it had not come to the end.
  package internal(set) var resumedAfterRow: Int?
  /// When the same file was imported to its end before.
  package let importedBefore: Instant?

  init(after previous: ImportRun?) {
    importedBefore = previous?.finishedAt
    guard let previous, previous.finishedAt == nil else { return }
    (read, entered, problems) = (previous.read, previous.entered, previous.problems)
  }

  package var refused: Int { read - entered }

  /// How many rows were refused for each code.
  package var reasons: [String: Int] {
    Dictionary(problems.map { (RowRefusal.code(ofProblem: $0.key), $0.value) }, uniquingKeysWith: +)
  }

  mutating func count(_ refusal: RowRefusal?) {
    read += 1
    guard let refusal else {
      entered += 1
      return
    }
    problems[refusal.problem, default: 0] += 1
  }
}

/// Why an import ends before its file does. The raw values are part of the command line's contract.
package enum ImportHalt: String, Error, Sendable {
  /// Somebody asked for it.
  case interrupted
  /// Another process imports the same file, and is further on by now.
  case elsewhere = "imported_elsewhere"
}

/// An import that could not go on: what it had done by then stays.
package struct ImportStopped: Error {
  package let report: ImportReport
  package let cause: any Error
}
