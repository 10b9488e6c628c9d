import Assets
import Domain
import Services

/// What is asked of support, and what it answers (R5.8).
enum ApplicationCommands {
  static let all = [
    CommandSpec(
      "apply", [],
      [
        OptionSpec("--name", "N"), OptionSpec("--landline", "P"), OptionSpec("--fax", "F"),
        OptionSpec("--mobile", "M"), OptionSpec("--address", "A"), OptionSpec("--remark", "R"),
        OptionSpec("--for", "LOGIN"),
      ], run: apply),
    CommandSpec(
      "application list", [], [OptionSpec("--mine"), OptionSpec("--queue"), OptionSpec("--all")], run: list),
    CommandSpec(
      "application answer", [.required("ID")],
      [
        OptionSpec("--enter"), OptionSpec("--grant", "CUSTOMER"), OptionSpec("--refuse"),
        OptionSpec("--reason", "R"),
      ],
      run: answer),
    CommandSpec("application show", [.required("ID")], run: show),
    CommandSpec("application rename", [.required("ID")], run: rename),
    CommandSpec("application withdraw", [.required("ID")], run: withdraw),
  ]

  private static func apply(_ call: Invocation) throws -> Reply {
    let arguments = call.arguments
    let entry = Application.Entry(
      name: arguments.value("--name") ?? "", landline: arguments.value("--landline") ?? "",
      fax: arguments.value("--fax") ?? "", mobile: arguments.value("--mobile") ?? "",
      address: arguments.value("--address") ?? "", remark: arguments.value("--remark") ?? "")
    let session = try call.session()
    let application = try Apply(entry, for: arguments.value("--for")).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return ApplicationReply(application, call).reply(
      call.words(
        "application.asked",
        [
          "id": String(application.id.value), "name": application.entry.name,
          "until": call.wording.due(application.answerBy, at: call.now),
        ]))
  }

  private static func list(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let (actor, now) = (session.actor.id, call.now)
    let applications =
      switch try shelf(call, session) {
      case "--queue": try ApplicationQueue.read(for: actor, at: now, in: session.house)
      case "--all": try ApplicationList.read(by: actor, in: session.house)
      default: try SupportTasks.read(by: actor, at: now, in: session.house)
      }
    return Reply(
      list: applications.map { ApplicationReply($0, call).item },
      under: call.heading("id", "state", "name", "applicant", "then", "remark"),
      whenEmpty: call.words["application.empty"])
  }

  /// What was asked for; else one's own, for support what waits for it, and for who only writes them what he wrote.
  private static func shelf(_ call: Invocation, _ session: Session) throws -> String {
    let asked = ["--mine", "--queue", "--all"].filter(call.arguments.has)
    if asked.count > 1 { throw UsageError.missing("--mine|--queue|--all") }
    if let asked = asked.first { return asked }
    let rights = session.house.rules.rights
    if rights.allow(.apply, to: session.actor) { return "--mine" }
    return rights.allow(.answerApplication, to: session.actor) ? "--queue" : "--all"
  }

  /// With what the check finds now, for support to decide on.
  private static func show(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let view = try ApplicationView.read(
      try id(call), by: session.actor.id, at: call.now, in: session.house)
    return ApplicationReply(view.application, call).reply(with: view.hits)
  }

  private static func rename(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let now = call.now
    let customer = try PutNameRight(try id(call)).perform(by: session.actor.id, at: now, in: session.house)
    let view = try CustomerView.read(customer, by: session.actor.id, at: now, in: session.house)
    return Reply(
      [
        "code": .text(customer.code), "name": .text(view.customer.name),
        "unprotected": .bool(!view.unprotected.isEmpty),
      ],
      text: ([call.words("application.renamed", ["code": customer.code, "name": view.customer.name])]
        + view.unprotected.map { call.wording.text(of: $0, at: call.now) }).joined(separator: "\n"))
  }

  private static func answer(_ call: Invocation) throws -> Reply {
    let answer = try self.answer(of: call)
    let session = try call.session()
    let application = try AnswerApplication(try id(call), answer).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return ApplicationReply(application, call).reply(said(application, call))
  }

  private static func answer(of call: Invocation) throws -> ApplicationAnswer {
    let arguments = call.arguments
    let answers = ["--enter", "--grant", "--refuse"].filter(arguments.has)
    guard answers.count == 1 else { throw UsageError.missing("--enter|--grant|--refuse") }
    if let text = arguments.value("--grant") {
      guard let customer = CustomerID(codeOrID: text) else { throw Refusal.unknownCustomer(text) }
      return .grant(customer)
    }
    return arguments.has("--enter") ? .enter : .refuse(reason: arguments.value("--reason") ?? "")
  }

  private static func said(_ application: Application, _ call: Invocation) -> String {
    let now = call.now
    let facts: KeyValuePairs<String, String> = [
      "name": application.entry.name, "applicant": application.applicant.name,
      "code": application.customer?.code ?? "",
      "until": application.expiresAt.map { call.wording.due($0, at: now) } ?? "",
    ]
    switch application.task(at: now)?.task {
    case .enter: return call.words("application.may_enter", facts)
    case .putNameRight: return call.words("application.granted.rename", facts)
    case nil:
      let key = application.customer == nil ? "application.refused.done" : "application.granted.done"
      return call.words(key, facts)
    }
  }

  private static func withdraw(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let id = try self.id(call)
    try WithdrawApplication(id).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["id": .integer(Int(id.value)), "state": .text(ApplicationState.withdrawn.rawValue)],
      text: call.words("application.withdrawn_now", ["id": String(id.value)]))
  }

  private static func id(_ call: Invocation) throws -> ApplicationID {
    let text = call.arguments.operand(0) ?? ""
    guard let id = ApplicationID(text: text) else { throw Refusal.unknownApplication(text) }
    return id
  }
}

extension ApplicationID {
  /// As it is typed.
  init?(text: String) {
    guard let value = Int64(text), value > 0 else { return nil }
    self.init(value)
  }
}
