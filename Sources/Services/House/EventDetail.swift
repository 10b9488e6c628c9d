import Domain
import FoundationEssentials
import Storage

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

extension WritingUnit {
  /// What an audit event says of a customer that came to a holder.
  func taken(by person: Person, _ facts: KeyValuePairs<String, String?> = [:]) -> EventDetail {
    var detail = EventDetail(facts)
    detail.change("holder", from: nil, to: person.name)
    detail.change("state", from: CustomerState.unassigned.rawValue, to: CustomerState.pending.rawValue)
    return detail
  }

  /// What an audit event says of a customer that went to the sea.
  func givenUp(_ customer: Customer, _ facts: KeyValuePairs<String, String?>) throws -> EventDetail {
    var detail = EventDetail(facts)
    let holder = try customer.holder.flatMap { try store.people.holder($0) }
    detail.change("holder", from: holder?.name, to: nil)
    detail.change("state", from: customer.state.rawValue, to: CustomerState.unassigned.rawValue)
    detail.change("next_contact", from: customer.nextContact.map(rules.calendar.iso8601), to: nil)
    return detail
  }
}
