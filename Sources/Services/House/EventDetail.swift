import Domain
import FoundationEssentials

/// What an audit event says beyond who, when and what: facts, and what changed from what to what (R2.5).
struct EventDetail {
  static let none = EventDetail()

  private var facts: [String: String] = [:]
  private var changes: [String: Change] = [:]

  private struct Change: Encodable {
    let before: String?
    let after: String?
  }

  private struct Form: Encodable {
    let facts: [String: String]?
    let changes: [String: Change]?
  }

  init(_ facts: KeyValuePairs<String, String?> = [:]) {
    add(facts)
  }

  mutating func add(_ facts: KeyValuePairs<String, String?>) {
    for (name, value) in facts { self.facts[name] = value }
  }

  /// Nothing is noted where the value stays as it was.
  mutating func change(_ name: String, from before: String?, to after: String?) {
    if before != after { changes[name] = Change(before: before, after: after) }
  }

  var isEmpty: Bool { facts.isEmpty && changes.isEmpty }

  var json: String {
    if isEmpty { return "{}" }
    let form = Form(facts: facts.isEmpty ? nil : facts, changes: changes.isEmpty ? nil : changes)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(form) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }
}
