import Domain
import Services

/// A request with the facts to decide it on, as commands tell it (R8.4).
struct ApprovalReply {
  private let call: Invocation

  init(_ call: Invocation) {
    self.call = call
  }

  func list(_ view: ApprovalsView) -> Reply {
    Reply(
      list: view.waiting.map(item) + view.applications.map(item),
      under: call.heading(
        "id", "request", "code", "name", "asker", "reason", "expires", "if_granted", "facts"),
      whenEmpty: call.words["requests.empty"])
  }

  private func item(_ waiting: WaitingRequest) -> Reply.Item {
    let asked = waiting.asked
    let kind = asked.kind.rawValue
    let yes = waiting.yes.map { call.wording.text(ofYes: $0, to: kind, at: call.now) }
    let facts = waiting.facts.map { call.wording.text(of: $0, at: call.now) }
    return Reply.Item(
      json: json(waiting),
      row: [
        String(asked.id.value), call.words["request.\(kind)"], asked.customer?.code ?? "-", asked.about,
        asked.asker.name, asked.reason, call.wording.due(asked.expiresAt, at: call.now),
        waiting.isBeyond ? call.words["approvals.for_directors"] : yes ?? "-", facts.joined(separator: ", "),
      ])
  }

  /// For support: with a letter before its id, as applications are counted for themselves.
  private func item(_ application: Application) -> Reply.Item {
    let entry = application.entry
    let facts = [
      ("landline", entry.landline), ("fax", entry.fax), ("mobile", entry.mobile), ("address", entry.address),
    ].filter { !$0.1.isEmpty }
    let id = "A\(application.id.value)"
    return Reply.Item(
      json: .object([
        "id": .text(id), "kind": .text("application"), "name": .text(entry.name),
        "asker": .text(application.applicant.name), "department": .text(application.applicant.department),
        "reason": .text(entry.remark), "asked_at": call.time(application.askedAt),
        "expires_at": call.time(application.answerBy), "may_grant": .bool(true),
        "facts": .object(Dictionary(facts.map { ($0.0, JSONOutput.text($0.1)) }) { first, _ in first }),
      ]),
      row: [
        id, call.words["request.application"], "-", entry.name, application.applicant.name, entry.remark,
        call.wording.due(application.answerBy, at: call.now), "-", facts.map(\.1).joined(separator: ", "),
      ])
  }

  private func json(_ waiting: WaitingRequest) -> JSONOutput {
    let asked = waiting.asked
    let facts = waiting.facts.map { ($0.name, json($0.value)) }
    return .object([
      "id": .integer(Int(asked.id.value)), "kind": .text(asked.kind.rawValue),
      "code": .text(asked.customer?.code), "name": .text(asked.about), "asker": .text(asked.asker.name),
      "department": .text(asked.asker.department), "person": .text(asked.person?.name),
      "days": .integer(asked.days), "reason": .text(asked.reason), "asked_at": call.time(asked.askedAt),
      "expires_at": call.time(asked.expiresAt), "due_at": call.time(waiting.due),
      "if_granted": waiting.yes.map { json($0.value) } ?? .null, "may_grant": .bool(!waiting.isBeyond),
      "facts": .object(Dictionary(facts) { first, _ in first }),
    ])
  }

  private func json(_ value: RequestFact.Value) -> JSONOutput {
    switch value {
    case .at(let moment), .due(let moment): call.time(moment)
    case .count(let count): .integer(count)
    case .text(let text), .word(let text, _): .text(text)
    }
  }
}
