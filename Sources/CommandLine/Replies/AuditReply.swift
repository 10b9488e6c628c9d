import Assets
import Domain
import FoundationEssentials
import Services

/// One audit event (R2.5).
enum AuditReply {
  /// - Parameter policy: whose titles the text uses.
  static func item(_ event: RecordedEvent, _ call: Invocation, _ policy: Policy) -> Reply.Item {
    let wording = AuditWording(event, call, policy)
    let origin = "origin.\(event.origin)"
    let when = call.wording.moment(event.at, at: call.now)
    return Reply.Item(
      json: .object([
        "id": .integer(Int(event.id)), "at": call.time(event.at), "login": .text(event.login),
        "name": .text(event.name), "origin": .text(event.origin), "act": .text(event.act),
        "customer": .text(event.customer?.code), "detail": detail(event.detail),
      ]),
      row: [
        when, event.name ?? call.words["system"], wording.what, event.customer?.code ?? "-",
        call.words.has(origin) ? call.words[origin] : event.origin, wording.detail,
      ])
  }

  /// The stored object, so that it is not a text within the JSON.
  private static func detail(_ text: String) -> JSONOutput {
    guard let value = try? JSONValue(json5: Data(text.utf8)) else { return .text(text) }
    return output(value)
  }

  static func output(_ value: JSONValue) -> JSONOutput {
    switch value {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .number(let number): Int(exactly: number).map { .integer($0) } ?? .text(String(number))
    case .text(let text): .text(text)
    case .list(let list): .list(list.map(output))
    case .object(let object): .object(object.mapValues(output))
    }
  }
}
