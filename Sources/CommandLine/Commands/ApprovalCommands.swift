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

  /// With `--grant` or `--refuse`.
  static func answer(_ call: Invocation, of kind: RequestKind?) throws -> Reply {
    let (grants, refuses) = (call.arguments.has("--grant"), call.arguments.has("--refuse"))
    guard grants != refuses else { throw UsageError.missing("--grant|--refuse") }
    return try answer(call, granted: grants, of: kind)
  }

  /// - Parameter kind: which alone is answered; nil for any.
  static func answer(
    _ call: Invocation, granted isGranted: Bool, of kind: RequestKind? = nil
  ) throws -> Reply {
    if kind == nil, let id = call.application() { return try answer(call, id, granted: isGranted) }
    let id = try call.request()
    let session = try call.session()
    try AnswerRequest(id, granted: isGranted, remark: call.arguments.value("--remark") ?? "", of: kind)
      .perform(by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["id": .integer(Int(id.value)), "granted": .bool(isGranted)],
      text: call.words[isGranted ? "extension.granted" : "extension.refused"])
  }
}

extension ApprovalCommands {
  /// Who is granted an application enters it himself; `application answer` gives a customer.
  private static func answer(_ call: Invocation, _ id: ApplicationID, granted: Bool) throws -> Reply {
    let session = try call.session()
    let remark = call.arguments.value("--remark") ?? ""
    try AnswerApplication(id, granted ? .enter : .refuse(reason: remark)).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["id": .text("A\(id.value)"), "granted": .bool(granted)],
      text: call.words[granted ? "extension.granted" : "extension.refused"])
  }
}

extension Invocation {
  /// The operand as an application: its id behind an `A`.
  fileprivate func application() -> ApplicationID? {
    let typed = arguments.operand(0) ?? ""
    return typed.first?.lowercased() == "a" ? ApplicationID(text: String(typed.dropFirst())) : nil
  }

  /// The operand as the id of a request.
  func request() throws -> RequestID {
    let text = arguments.operand(0) ?? ""
    guard let value = Int64(text), value > 0 else { throw Refusal.unknownRequest(text) }
    return RequestID(value)
  }
}
