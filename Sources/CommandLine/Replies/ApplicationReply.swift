import Domain
import Services

/// An application as commands tell it (R5.8).
struct ApplicationReply {
  private let application: Application
  private let call: Invocation
  private let now: Instant

  init(_ application: Application, _ call: Invocation) {
    self.application = application
    self.call = call
    now = call.now
  }

  func reply(_ text: String) -> Reply { Reply(json, text: text) }

  /// Whole, with what the check finds.
  func reply(with hits: [CollisionHit]) -> Reply {
    var fields = json
    fields["hits"] = .list(hits.map(ReceiptReply(call).json))
    let lines = [Reply.line(row), Reply.line(details)] + hits.map { call.wording.text(of: $0, at: now) }
    return Reply(fields, text: lines.joined(separator: "\n"))
  }

  var item: Reply.Item { Reply.Item(json: .object(json), row: row) }

  private var json: [String: JSONOutput] {
    let (entry, task) = (application.entry, application.task(at: now))
    return [
      "id": .integer(Int(application.id.value)), "state": .text(application.state(at: now).rawValue),
      "applicant": .text(application.applicant.name), "department": .text(application.applicant.department),
      "written_by": .text(application.writer?.name), "name": .text(entry.name),
      "landline": .text(entry.landline), "fax": .text(entry.fax), "mobile": .text(entry.mobile),
      "address": .text(entry.address), "remark": .text(entry.remark), "receipt": .text(application.receipt),
      "asked_at": call.time(application.askedAt), "answer_by": call.time(application.answerBy),
      "overdue": .bool(application.isOverdue(at: now)), "answered_by": .text(application.answer?.by.name),
      "answered_at": call.time(application.answer?.at),
      "reason": .text(application.answer.flatMap { $0.reason.isEmpty ? nil : $0.reason }),
      "task": .text(task?.task.rawValue), "until": call.time(task?.until),
      "code": .text(application.customer?.code), "wrong_name": .text(application.wrongName),
    ]
  }

  private var row: [String] {
    let state = application.state(at: now)
    let applicant = application.applicant
    return [
      String(application.id.value), call.words["application.state.\(state.rawValue)"], application.entry.name,
      "\(applicant.name) \(applicant.department)", next(state), application.entry.remark,
    ]
  }

  private var details: [String] {
    let entry = application.entry
    let numbers = [entry.landline, entry.fax, entry.mobile].filter { !$0.isEmpty }
    return numbers + [entry.address, call.words("collision.receipt", ["code": application.receipt])]
  }

  /// What is to come, or came of it.
  private func next(_ state: ApplicationState) -> String {
    if let (task, until) = application.task(at: now) {
      return call.words(
        "application.task.\(task.rawValue)",
        ["until": call.wording.due(until, at: now), "code": application.customer?.code ?? ""])
    }
    switch state {
    case .open:
      let due = call.wording.due(application.answerBy, at: now)
      return call.words(
        application.isOverdue(at: now) ? "application.overdue" : "application.due", ["until": due])
    case .refused: return application.answer?.reason ?? ""
    case .enter, .granted, .used, .lapsed, .withdrawn: return application.customer?.code ?? "-"
    }
  }
}
