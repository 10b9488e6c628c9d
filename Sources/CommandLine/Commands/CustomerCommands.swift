import Domain
import Services

/// What is done with one customer.
enum CustomerCommands {
  static let all = [
    CommandSpec("show", [.required("CUSTOMER")], run: show),
    CommandSpec(
      "enter", [],
      [
        OptionSpec("--name", "N"), OptionSpec("--phone", "P", .repeated), OptionSpec("--fax", "F", .repeated),
        OptionSpec("--mobile", "M", .repeated), OptionSpec("--wechat", "ID", .repeated),
        OptionSpec("--address", "A"), OptionSpec("--contact", "C"),
        OptionSpec("--industry", "I"), OptionSpec("--person"),
        OptionSpec("--pair", "CUSTOMER"), OptionSpec("--application", "ID"),
        OptionSpec("--releasing", "CUSTOMER"), OptionSpec("--for", "LOGIN"),
      ], run: enter),
    CommandSpec("pick", [.customers], run: pick),
    CommandSpec(
      "release", [.customers], [OptionSpec("--reason", "R", .required, .reasons)], run: release),
    CommandSpec("swap", [.required("OLD"), .required("NEW")], run: swap),
    CommandSpec(
      "transfer", [.customers], [OptionSpec("--to", "LOGIN", .required)],
      run: HandoverCommands.transfer),
    CommandSpec("undo", run: undo),
    CommandSpec("why", [.required("CUSTOMER")], run: why),
  ]

  private static func show(_ call: Invocation) throws -> Reply {
    let id = try call.customer()
    let session = try call.session()
    let view = try CustomerView.read(id, by: session.actor.id, at: call.now, in: session.house)
    try session.showNumbers(of: view, call)
    return CustomerReply(view, call).reply
  }

  private static func enter(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let (actor, now) = (session.actor.id, call.now)
    let application = try call.arguments.value("--application").map { text in
      guard let id = ApplicationID(text: text) else { throw Refusal.unknownApplication(text) }
      return try ApplicationView.read(id, by: actor, at: now, in: session.house).application
    }
    let (pair, old) = (try call.customer(option: "--pair"), try call.customer(option: "--releasing"))
    let form = entry(call.arguments, application?.entry.form)
    let id = try EnterCustomer(
      form, pair: pair, application: application?.id, releasing: old, for: call.arguments.value("--for")
    ).perform(
      by: actor, at: now, in: session.house)
    var facts: [String: JSONOutput] = [
      "code": .text(id.code), "id": .integer(Int(id.value)), "name": .text(form.name),
    ]
    if let old { facts["released"] = .text(old.code) }
    return Reply(
      facts,
      text: call.words(
        old == nil ? "enter.done" : "enter.done.instead",
        ["code": id.code, "name": form.name, "old": old?.code ?? ""]))
  }

  /// What is not typed is as it was applied for.
  private static func entry(_ arguments: ParsedArguments, _ applied: CustomerForm?) -> CustomerForm {
    var form = applied ?? CustomerForm(name: "", address: "")
    if arguments.has("--person") { form.kind = .person }
    if let name = arguments.value("--name") { form.name = name }
    if let address = arguments.value("--address") { form.address = address }
    if arguments.has("--phone") { form.phones = arguments.all("--phone") }
    if arguments.has("--fax") { form.faxes = arguments.all("--fax") }
    if arguments.has("--mobile") { form.mobiles = arguments.all("--mobile") }
    form.wechats = arguments.all("--wechat")
    form.contact = arguments.value("--contact") ?? ""
    form.industry = arguments.value("--industry") ?? ""
    return form
  }

  private static func pick(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    return try call.onEach { id in
      try PickCustomer(id).perform(by: session.actor.id, at: call.now, in: session.house)
      return try held(id, "pick.done", session, call)
    }
  }

  private static func release(_ call: Invocation) throws -> Reply {
    guard let reason = try call.arguments.word("--reason", as: ReleaseReason.self) else {
      throw UsageError.missing("--reason")
    }
    let session = try call.session()
    return try call.onEach { id in
      try ReleaseCustomer(id, reason: reason).perform(
        by: session.actor.id, at: call.now, in: session.house)
      return Reply(
        ["code": .text(id.code), "reason": .text(reason.rawValue)],
        text: call.words("release.done", ["code": id.code]))
    }
  }

  private static func swap(_ call: Invocation) throws -> Reply {
    let (old, new) = (try call.customer(0), try call.customer(1))
    let session = try call.session()
    try SwapCustomer(release: old, pick: new).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return try held(new, "swap.done", session, call)
  }

  private static func undo(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let undone = try UndoLast().perform(by: session.actor.id, at: call.now, in: session.house)
    if let outcome = undone.handover {
      return try HandoverReply(outcome, call, session).undone(undone.customer)
    }
    return Reply(
      ["code": .text(undone.customer.code), "undone": .text(undone.act.rawValue)],
      text: call.words(
        "undo.done", ["code": undone.customer.code, "act": call.words["audit.undo.\(undone.act.rawValue)"]]))
  }

  /// The customer as its new holder has it.
  private static func held(
    _ id: CustomerID, _ text: String, _ session: Session, _ call: Invocation
  ) throws -> Reply {
    let now = call.now
    let view = try CustomerView.read(id, by: session.actor.id, at: now, in: session.house)
    try session.showNumbers(of: view, call)
    let due = view.standing?.effectiveDue
    return Reply(
      [
        "code": .text(id.code), "name": .text(view.customer.name), "due_at": call.time(due),
        "numbers": .list(view.numbers.map { .text($0.display) }),
      ],
      text: call.words(
        text,
        [
          "code": id.code, "name": view.customer.name,
          "due": due.map { call.wording.due($0, at: now) } ?? "-",
          "numbers": view.numbers.map(\.display).joined(separator: ", "),
        ]))
  }

  private static func why(_ call: Invocation) throws -> Reply {
    let id = try call.customer()
    let session = try call.session()
    let view = try CustomerView.read(id, by: session.actor.id, at: call.now, in: session.house)
    guard view.holder != nil else { throw Refusal.notHeld }
    return WhyReply(view, call).reply
  }
}
