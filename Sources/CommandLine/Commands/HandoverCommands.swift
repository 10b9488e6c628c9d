import Domain
import Services

/// Who works in whose place, for good or for some days (R2.6, R4.15).
enum HandoverCommands {
  static let all = [
    CommandSpec(
      "handover", [.required("LOGIN")],
      [
        OptionSpec("--to", "LOGIN"), OptionSpec("--spread", "DEPARTMENT"), OptionSpec("--sea"),
        OptionSpec("--dry-run"), OptionSpec("--ask"), OptionSpec("--reason", "R"),
      ], run: handOver),
    CommandSpec(
      "person move", [.required("LOGIN"), .required("DEPARTMENT")], [OptionSpec("--keep")], run: movePerson),
    CommandSpec("person deactivate", [.required("LOGIN")], run: deactivate),
    CommandSpec("person activate", [.required("LOGIN")], run: activate),
  ]

  private static func movePerson(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let (login, department) = (call.arguments.operand(0) ?? "", call.arguments.operand(1) ?? "")
    let count = try MovePerson(login, to: department, takingCustomers: call.arguments.has("--keep")).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["login": .text(login), "department": .text(department), "customers": .integer(count)],
      text: call.words(
        "person.moved", ["login": login, "department": department, "count": String(count)]))
  }

  private static func deactivate(_ call: Invocation) throws -> Reply {
    try changeActivity(call, isBack: false)
  }

  private static func activate(_ call: Invocation) throws -> Reply {
    try changeActivity(call, isBack: true)
  }

  private static func changeActivity(_ call: Invocation, isBack: Bool) throws -> Reply {
    let session = try call.session()
    let login = call.arguments.operand(0) ?? ""
    let held = try DeactivatePerson(login, isBack: isBack).perform(
      by: session.actor.id, at: call.now, in: session.house)
    let key = isBack ? "person.activated" : held == 0 ? "person.deactivated" : "person.deactivated.holds"
    return Reply(
      ["login": .text(login), "active": .bool(isBack), "customers": .integer(held)],
      text: call.words(key, ["login": login, "count": String(held)]))
  }

  private static func handOver(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let giver = try Reading.person(login: call.arguments.operand(0) ?? "", in: session.house)
    let target = try target(call, session)
    if call.arguments.has("--ask") { return try ask(for: giver, to: target, call, session) }
    if call.arguments.has("--reason") { throw UsageError.surplus("--reason") }
    let (source, actor) = (HandoverSource.person(giver.id), session.actor.id)
    let isPlan = call.arguments.has("--dry-run")
    let outcome =
      isPlan
      ? try HandoverPlan.read(source, to: target, by: actor, at: call.now, in: session.house)
      : try HandOver(source, to: target).perform(by: actor, at: call.now, in: session.house)
    return try HandoverReply(outcome, call, session).reply(of: giver, isPlan: isPlan)
  }

  private static func ask(
    for giver: Person, to target: HandoverTarget, _ call: Invocation, _ session: Session
  ) throws -> Reply {
    if call.arguments.has("--dry-run") { throw UsageError.surplus("--dry-run") }
    let id = try AskHandover(
      of: giver.id, to: target, reason: call.arguments.value("--reason") ?? ""
    ).perform(by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["from": .text(giver.login), "request": .integer(Int(id.value))],
      text: call.words("handover.asked", ["name": giver.name, "id": String(id.value)]))
  }

  /// Exactly one of the three.
  private static func target(_ call: Invocation, _ session: Session) throws -> HandoverTarget {
    let given = ["--to", "--spread", "--sea"].filter(call.arguments.has)
    if given.isEmpty { throw UsageError.missing("--to") }
    if given.count > 1 { throw UsageError.surplus(given[1]) }
    if let login = call.arguments.value("--to") {
      return .person(try Reading.person(login: login, in: session.house).id)
    }
    guard let name = call.arguments.value("--spread") else { return .sea }
    return .department(try Reading.department(named: name, in: session.house))
  }

  static func transfer(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let receiver = try Reading.person(login: call.arguments.value("--to") ?? "", in: session.house)
    let customers = try call.customers()
    guard customers.isOfSeveral else {
      let id = try customers.customer(customers.typed[0])
      try TransferCustomer(id, to: receiver.id).perform(
        by: session.actor.id, at: call.now, in: session.house)
      return HandoverReply.transferred(id, to: receiver, call)
    }
    return try call.onAll(customers) { ids in
      let outcome = try HandOver(.customers(ids), to: .person(receiver.id)).perform(
        by: session.actor.id, at: call.now, in: session.house)
      return (
        outcome.moved.map { HandoverReply.transferred($0.customer, to: receiver, call) },
        outcome.left.map { ($0.customer, call.errors.describe($0.reason)) }
      )
    }
  }
}
