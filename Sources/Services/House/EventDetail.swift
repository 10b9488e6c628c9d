import Domain
import Storage

/// What an audit event says beyond who, when and what: facts, and what changed from what to what (R2.5).
struct EventDetail {
  static let none = EventDetail()

  private var facts: [String: String] = [:]
  private var changes: [String: Change] = [:]

  fileprivate struct Change {
    let before: String?
    let after: String?
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

  /// A JSON object, its keys in order.
  var json: String {
    var members: [String] = []
    if !changes.isEmpty { members.append("\"changes\":" + EventDetail.object(changes.mapValues(\.json))) }
    if !facts.isEmpty { members.append("\"facts\":" + EventDetail.object(facts.mapValues(\.quoted))) }
    return "{\(members.joined(separator: ","))}"
  }

  private static func object(_ members: [String: String]) -> String {
    let sorted = members.sorted { $0.key < $1.key }.map { "\($0.key.quoted):\($0.value)" }
    return "{\(sorted.joined(separator: ","))}"
  }
}

extension EventDetail.Change {
  fileprivate var json: String {
    let members = [("after", after), ("before", before)].compactMap { name, value in
      value.map { "\"\(name)\":\($0.quoted)" }
    }
    return "{\(members.joined(separator: ","))}"
  }
}

extension String {
  /// As a string of JSON (RFC 8259, 7). An encoder takes longer than the statement that stores what it made.
  fileprivate var quoted: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) { return "\"\(self)\"" }
    return "\"" + unicodeScalars.map(\.escaped).joined() + "\""
  }
}

extension Unicode.Scalar {
  fileprivate var escaped: String {
    switch self {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case "\u{8}": "\\b"
    case "\u{C}": "\\f"
    case "\0"..<" ": "\\u00" + (value < 0x10 ? "0" : "") + String(value, radix: 16)
    default: String(self)
    }
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

  /// What an audit event says of a customer that its holder has no more.
  ///
  /// - Parameter state: what becomes of it; it goes to the sea where nothing is said.
  func givenUp(
    _ customer: Customer, _ facts: KeyValuePairs<String, String?>, into state: CustomerState? = nil
  ) throws -> EventDetail {
    var detail = EventDetail(facts)
    let holder = try customer.holder.flatMap { try store.people.holder($0) }
    detail.change("holder", from: holder?.name, to: nil)
    detail.change("state", from: customer.state.rawValue, to: (state ?? customer.stateInSea).rawValue)
    detail.change("next_contact", from: customer.nextContact.map(rules.calendar.iso8601), to: nil)
    return detail
  }
}
