import Domain
import Services

/// The customers behind a figure.
struct ReportListReply {
  private let list: ReportList
  private let call: Invocation

  init(_ list: ReportList, _ call: Invocation) {
    self.list = list
    self.call = call
  }

  var reply: Reply {
    var reply = Reply(
      list: list.rows.map(item), under: call.heading("code", "name", "when", "person", "what"),
      whenEmpty: call.words["reports.list.empty"])
    if list.isCut { reply.footnote = call.words("reports.list.cut", ["count": String(list.rows.count)]) }
    return reply
  }

  private func item(_ row: ReportRow) -> Reply.Item {
    let person = list.people[row.person]
    let policy = person.flatMap { try? call.rules.policy($0.policy) }
    let what = call.wording.text(row.what, policy, at: call.now)
    return Reply.Item(
      json: .object([
        "customer": .text(row.customer.code), "name": .text(row.name), "at": call.time(row.at),
        "login": .text(person?.login), "person": .text(person?.name), "what": .text(what),
      ]),
      row: [
        row.customer.code, row.name, call.wording.short(row.at, at: call.now), person?.name ?? "", what,
      ])
  }
}
