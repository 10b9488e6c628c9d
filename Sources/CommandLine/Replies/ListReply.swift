import Domain
import Services

/// The list of a day: a line of how it stands, then a line a customer (R7.5).
struct ListReply {
  private let call: Invocation

  init(_ call: Invocation) {
    self.call = call
  }

  var heading: [String] { call.heading("code", "name", "why", "next") }

  func head(_ view: TomorrowView) -> Reply.Item {
    let figures = view.figures
    return Reply.Item(
      json: .object([
        "date": .text(view.day.iso), "prepared": .integer(figures.prepared),
        "prepared_target": .integer(figures.target), "new": .integer(figures.new),
        "new_target": .integer(figures.newTarget), "status": .text(view.status.rawValue),
        "changed": .bool(view.isChanged), "submitted_at": call.time(view.submittedAt),
        "late": .bool(view.isLate),
        "reason": .text(view.reason), "remark": .text(view.remark),
        "answered_by": .text(view.answeredBy?.name),
        "visit_day": .bool(view.isVisitDay), "version": .integer(view.version),
      ]),
      text: Reply.line([
        view.day.iso, "\(figures.prepared)/\(figures.target)", "\(figures.new)/\(figures.newTarget)",
        call.words["list.status.\(view.status.rawValue)"],
        view.isChanged ? call.words["list.changed"] : view.remark,
      ]))
  }

  func item(_ row: TomorrowRow) -> Reply.Item {
    let next = row.customer?.next
    let end = row.end.map { call.words["end.\($0.wordKey)"] }
    return Reply.Item(
      json: .object([
        "code": .text(row.id.code), "name": .text(row.name), "source": .text(row.source.rawValue),
        "new": .bool(row.isNew), "later": .bool(row.isLater), "counts": .bool(row.counts),
        "intent": .text(row.customer?.intent), "at": call.time(next?.at),
        "agreed": .bool(next?.isAgreed ?? false), "purpose": call.json(next)["purpose"] ?? .null,
        "due_at": call.time(row.customer?.due),
        "end_reason": .text(row.end?.code),
      ]),
      row: [
        row.id.code, row.name,
        end ?? call.words[row.isLater ? "list.later" : "list.source.\(row.source.rawValue)"],
        next.map { call.wording.text(of: $0, at: call.now) } ?? "-",
      ])
  }
}
