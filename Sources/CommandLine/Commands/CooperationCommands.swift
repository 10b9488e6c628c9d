import Domain
import Services

/// The register of who helps with which customers (R3.8).
enum CooperationCommands {
  static let all = [
    CommandSpec(
      "coop ask", [.required("CUSTOMER")],
      [OptionSpec("--with", "LOGIN", .required), OptionSpec("--reason", "R", .required)], run: ask),
    CommandSpec(
      "coop add", [.required("CUSTOMER")],
      [OptionSpec("--with", "LOGIN", .required), OptionSpec("--reason", "R")], run: add),
    CommandSpec(
      "coop answer", [.required("ID")],
      [OptionSpec("--grant"), OptionSpec("--refuse"), OptionSpec("--remark", "R")]
    ) { try ApprovalCommands.answer($0, of: .cooperation) },
    CommandSpec("coop end", [.required("CUSTOMER")], [OptionSpec("--with", "LOGIN", .required)], run: end),
    CommandSpec("coop list", run: list),
  ]

  private static func ask(_ call: Invocation) throws -> Reply {
    let id = try call.customer()
    let session = try call.session()
    let asked = try AskCooperation(
      id, with: try helper(call, session).id, reason: call.arguments.value("--reason") ?? ""
    ).perform(by: session.actor.id, at: call.now, in: session.house)
    return call.asked(asked, .cooperation, about: id)
  }

  private static func add(_ call: Invocation) throws -> Reply {
    let id = try call.customer()
    let session = try call.session()
    let helper = try helper(call, session)
    try RegisterHelper(helper.id, with: id, reason: call.arguments.value("--reason") ?? "").perform(
      by: session.actor.id, at: call.now, in: session.house)
    return told("coop.added", id, helper, helps: true, call)
  }

  private static func end(_ call: Invocation) throws -> Reply {
    let id = try call.customer()
    let session = try call.session()
    let helper = try helper(call, session)
    try EndCooperation(of: helper.id, with: id).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return told("coop.ended", id, helper, helps: false, call)
  }

  private static func helper(_ call: Invocation, _ session: Session) throws -> Person {
    try Reading.person(login: call.arguments.value("--with") ?? "", in: session.house)
  }

  private static func told(
    _ key: String, _ id: CustomerID, _ helper: Person, helps: Bool, _ call: Invocation
  ) -> Reply {
    Reply(
      ["code": .text(id.code), "helper": .text(helper.login), "helps": .bool(helps)],
      text: call.words(key, ["code": id.code, "name": helper.name]))
  }

  private static func list(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let register = try CooperationView.read(by: session.actor.id, in: session.house)
    return Reply(
      list: register.map { item($0, call) },
      under: call.heading("code", "name", "holder", "helper", "since", "reason"),
      whenEmpty: call.words["coop.empty"])
  }

  private static func item(_ line: Cooperation, _ call: Invocation) -> Reply.Item {
    Reply.Item(
      json: .object([
        "code": .text(line.customer.code), "name": .text(line.customerName),
        "holder": .text(line.holder.name), "helper": .text(line.helper.name),
        "department": .text(line.helper.department), "since": call.time(line.since),
        "reason": .text(line.reason),
      ]),
      row: [
        line.customer.code, line.customerName, line.holder.name,
        "\(line.helper.name) \(line.helper.department)", call.wording.short(line.since, at: call.now),
        line.reason,
      ])
  }
}
