import Domain

/// What one look of the doctor found.
package struct Finding: Sendable {
  package enum Check: String, Sendable, CaseIterable {
    case sqlite, file, schema, guards, rows, derived, lists, search, engine, clock, fuse, calendar, log
  }

  package enum State: String, Sendable {
    case ok
    /// Nothing is wrong yet, and somebody should know.
    case note
    case wrong
  }

  package let check: Check
  package let state: State
  /// What the words of it need.
  package let facts: [String: Fact]

  package enum Fact: Sendable, Equatable {
    case number(Int)
    case text(String)
    case moment(Instant)
    case fuse(FuseCause)
  }

  init(_ check: Check, _ state: State, _ facts: [String: Fact] = [:]) {
    self.check = check
    self.state = state
    self.facts = facts
  }

  init(_ check: Check, isRight: Bool, _ facts: [String: Fact] = [:]) {
    self.init(check, isRight ? .ok : .wrong, facts)
  }
}
