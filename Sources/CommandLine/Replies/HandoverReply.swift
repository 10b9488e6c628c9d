import Domain
import Services

/// What went where in a handover, or would (R2.6).
struct HandoverReply {
  private let outcome: HandoverOutcome
  private let call: Invocation
  /// Those who got something, in the order of the first.
  private let receivers: [Person]

  init(_ outcome: HandoverOutcome, _ call: Invocation, _ session: Session) throws {
    self.outcome = outcome
    self.call = call
    let ids = outcome.moved.compactMap { $0.receiver?.id }
    receivers = try Set(ids).sorted().map { try Reading.person($0, in: session.house) }
  }

  func reply(of giver: Person, isPlan: Bool) -> Reply {
    let json: [String: JSONOutput] = [
      "from": .text(giver.login), "handover": .integer(outcome.id.map { Int($0.value) }),
      isPlan ? "plan" : "moved": .list(outcome.moved.map(moved)), "left": .list(outcome.left.map(left)),
      "applications": .integer(outcome.applications), "tasks": .integer(outcome.helps),
    ]
    var reply = Reply(json, text: ([head(of: giver, isPlan)] + shares + leftLines).joined(separator: "\n"))
    reply.status = outcome.stop != nil || !isPlan && !outcome.left.isEmpty ? 1 : 0
    return reply
  }

  /// Of what was taken back.
  func undone(_ customer: CustomerID) -> Reply {
    let codes = outcome.moved.map { JSONOutput.text($0.customer.code) }
    let key = outcome.moved.count == 1 && outcome.left.isEmpty ? "transfer.undone" : "handover.undone"
    let head = call.words(
      key, ["code": outcome.moved.first?.customer.code ?? customer.code, "count": String(codes.count)])
    return Reply(
      [
        "code": .text(customer.code), "undone": .text(Act.transfer.rawValue),
        "handover": .integer(outcome.id.map { Int($0.value) }), "back": .list(codes),
        "left": .list(outcome.left.map(left)),
      ], text: ([head] + leftLines).joined(separator: "\n"))
  }

  static func transferred(_ id: CustomerID, to receiver: Person, _ call: Invocation) -> Reply {
    Reply(
      ["code": .text(id.code), "to": .text(receiver.login), "holder": .text(receiver.name)],
      text: call.words("transfer.done", ["code": id.code, "name": receiver.name]))
  }

  // MARK: json

  private func moved(_ moved: HandoverOutcome.Moved) -> JSONOutput {
    let receiver = receivers.first { $0.id == moved.receiver?.id }
    return .object([
      "code": .text(moved.customer.code), "name": .text(moved.name), "to": .text(receiver?.login),
      "holder": .text(receiver?.name),
    ])
  }

  private func left(_ left: HandoverOutcome.Left) -> JSONOutput {
    let (code, message) = call.errors.describe(left.reason)
    return .object([
      "code": .text(left.customer.code), "name": .text(left.name), "reason": .text(code),
      "message": .text(message),
    ])
  }

  // MARK: text

  private func head(of giver: Person, _ isPlan: Bool) -> String {
    let isToSea = receivers.isEmpty && !outcome.moved.isEmpty
    let key = (isPlan ? "handover.plan" : "handover.done") + (isToSea ? ".sea" : "")
    return call.words(
      key,
      [
        "name": giver.name, "count": String(outcome.moved.count),
        "applications": String(outcome.applications), "tasks": String(outcome.helps),
      ])
  }

  private var shares: [String] {
    receivers.map { receiver in
      let count = outcome.moved.count { $0.receiver?.id == receiver.id }
      return Reply.line([receiver.login, receiver.name, receiver.departmentName, String(count)])
    }
  }

  private var leftLines: [String] {
    var lines = outcome.left.map {
      Reply.inOneLine("\($0.customer.code) \($0.name): \(call.errors.describe($0.reason).message)")
    }
    if !lines.isEmpty { lines.insert(call.words("handover.left", ["count": String(lines.count)]), at: 0) }
    if let stop = outcome.stop { lines.append(call.errors.describe(stop).message) }
    return lines
  }
}
