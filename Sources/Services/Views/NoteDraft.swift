import Domain
import FoundationEssentials
import Storage

/// A half-typed note as the base keeps it: a JSON object, everything as it was typed.
package struct NoteDraft: Codable, Sendable, Equatable {
  package var outcome: String?
  package var kind = NoteKind.call.rawValue
  package var text = ""
  package var next = ""
  package var intent = ""
  package var stage = ""
  package var met = ""
  package var place = ""
  package var number: String?
  /// When a call was begun, in seconds.
  package var calledAt: Int64?

  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  package init() {}

  /// Nil for what no version of this program has written.
  package init?(json: String) {
    guard let draft = try? JSONDecoder().decode(NoteDraft.self, from: Data(json.utf8)) else { return nil }
    self = draft
  }

  /// A quick outcome, should the customer be gone when it arrives.
  package init(_ entry: NoteEntry) {
    outcome = entry.outcome.rawValue
    number = entry.number
  }

  /// Since when its writer has been on the phone (R6.4); nil where he wrote without a call.
  package var onCallSince: Instant? { calledAt.map(Instant.init(seconds:)) }
}

extension Draft {
  /// What was typed; nil for what no version of this program has written.
  package var note: NoteDraft? { NoteDraft(json: entry) }
}

extension LeftDraft {
  /// What was typed; empty for what no version of this program has written.
  package var text: String { NoteDraft(json: entry)?.text ?? "" }
}
