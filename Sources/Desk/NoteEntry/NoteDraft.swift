import Domain
import FoundationEssentials

/// A half-typed note as the base keeps it: a JSON object, everything as it was typed.
struct NoteDraft: Codable, Sendable, Equatable {
  var outcome: String?
  var kind = NoteKind.call.rawValue
  var text = ""
  var next = ""
  var intent = ""
  var stage = ""
  var met = ""
  var place = ""
  var number: String?
  /// When a call was begun, in seconds.
  var calledAt: Int64?

  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  init() {}

  /// Nil for what no version of this program has written.
  init?(json: String) {
    guard let draft = try? JSONDecoder().decode(NoteDraft.self, from: Data(json.utf8)) else { return nil }
    self = draft
  }

  /// A quick outcome, should the customer be gone when it arrives.
  init(_ entry: NoteEntry) {
    outcome = entry.outcome.rawValue
    number = entry.number
  }
}
