import Domain
import Services

/// What waits for an answer, of every kind, and the answer (R8.4).
enum ApprovalCommands {
  static let all = [
    CommandSpec("approvals", run: approvals),
    CommandSpec("approve", [.required("ID")], [OptionSpec("--remark", "R")]) {
      try answer($0, granted: true)
    },
    CommandSpec("refuse", [.required("ID")], [OptionSpec("--remark", "R")]) {
      try answer($0, granted: false)
    },
  ]

  private static func approvals(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let view = try ApprovalsView.read(by: session.actor.id, at: call.now, in: session.house)
    return ApprovalReply(call).list(view)
  }

  static func answer(_ call: Invocation, granted isGranted: Bool) throws -> Reply {
    let text = call.arguments.operand(0) ?? ""
    guard let id = RequestID(text: text) else { throw Refusal.unknownRequest(text) }
    let session = try call.session()
    try AnswerRequest(id, granted: isGranted, remark: call.arguments.value("--remark") ?? "").perform(
      by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["id": .integer(Int(id.value)), "granted": .bool(isGranted)],
      text: call.words[isGranted ? "extension.granted" : "extension.refused"])
  }
}

extension RequestID {
  /// As it is typed.
  init?(text: String) {
    guard let value = Int64(text), value > 0 else { return nil }
    self.init(value)
  }
}
