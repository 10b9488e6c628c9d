import Assets
import Domain
import Services

/// Orders, and the service axis that starts with them (R8.7, section 9).
enum OrderCommands {
  private static let days = [OptionSpec("--date", "D", .required), OptionSpec("--expires", "D")]

  static let all = [
    CommandSpec(
      "order add", [.required("CUSTOMER")],
      [
        OptionSpec("--amount", "A", .required), OptionSpec("--contract-name", "N", .required),
        OptionSpec("--submitted", "T"),
      ], run: add),
    CommandSpec("order confirm", [.required("ID")], [OptionSpec("--date", "D", .required)], run: confirm),
    CommandSpec("order open", [.required("ID")], days, run: open),
    CommandSpec("order renew", [.required("ID")], days, run: renew),
    CommandSpec("order void", [.required("ID")], [OptionSpec("--reason", "R", .required)], run: void),
    CommandSpec("order list", [.required("CUSTOMER")], run: list),
    CommandSpec("order show", [.required("ID")], run: show),
    CommandSpec("orders", run: waiting),
    CommandSpec("commission", [.required("ORDER")], run: show),
    CommandSpec(
      "payment add", [.required("ORDER")],
      [OptionSpec("--amount", "A", .required), OptionSpec("--date", "D"), OptionSpec("--due", "D")],
      run: pay),
    CommandSpec(
      "payment void", [.required("ID")], [OptionSpec("--reason", "R", .required)], run: voidPayment),
  ]

  private static func add(_ call: Invocation) throws -> Reply {
    let customer = try call.customer()
    let amount = try amount(call)
    let submitted = try call.arguments.value("--submitted").map { text in
      guard let moment = call.calendar.moment(iso8601: text) else {
        throw Refusal.invalidField("submitted", .unreadable)
      }
      return moment
    }
    let session = try call.session()
    let id = try AddOrder(
      customer, amount: amount, contract: call.arguments.value("--contract-name") ?? "",
      submittedAt: submitted
    ).perform(by: session.actor.id, at: call.now, in: session.house)
    return try reply(id, "order.added", session, call)
  }

  private static func confirm(_ call: Invocation) throws -> Reply {
    let (id, day) = (try order(call), try date(call))
    let session = try call.session()
    try ConfirmOrder(id, on: day).perform(by: session.actor.id, at: call.now, in: session.house)
    return try reply(id, "order.confirmed", session, call)
  }

  private static func open(_ call: Invocation) throws -> Reply {
    let (id, days) = (try order(call), try term(call))
    let session = try call.session()
    try OpenOrder(id, days).perform(by: session.actor.id, at: call.now, in: session.house)
    return try reply(id, "order.opened", session, call)
  }

  private static func renew(_ call: Invocation) throws -> Reply {
    let (id, days) = (try order(call), try term(call))
    let session = try call.session()
    try RenewOrder(id, days).perform(by: session.actor.id, at: call.now, in: session.house)
    return try reply(id, "order.renewed", session, call)
  }

  private static func void(_ call: Invocation) throws -> Reply {
    let id = try order(call)
    let session = try call.session()
    try VoidOrder(id, reason: call.arguments.value("--reason") ?? "").perform(
      by: session.actor.id, at: call.now, in: session.house)
    return try reply(id, "order.voided", session, call)
  }

  private static func list(_ call: Invocation) throws -> Reply {
    let customer = try call.customer()
    let session = try call.session()
    let orders = try OrderView.list(of: customer, by: session.actor.id, in: session.house)
    let replies = OrderReply(call)
    return Reply(
      list: orders.map { Reply.Item(json: .object(replies.json($0)), row: replies.row($0)) },
      under: call.heading("id", "state", "amount", "contract", "seller", "days"),
      whenEmpty: call.words["order.none"])
  }

  private static func waiting(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let queue = try OrderQueue.read(by: session.actor.id, at: call.now, in: session.house)
    let replies = OrderReply(call)
    return Reply(
      list: queue.lines.map(replies.item),
      under: call.heading("id", "step", "name", "amount", "rest", "seller", "due"),
      whenEmpty: call.words["orders.empty"])
  }

  private static func show(_ call: Invocation) throws -> Reply {
    let id = try order(call)
    let session = try call.session()
    let policy = try session.house.rules.policy(session.actor.policy)
    return OrderReply(call).reply(
      try OrderProof.read(id, by: session.actor.id, in: session.house), policy)
  }

  /// The order as it is after an act.
  private static func reply(_ id: OrderID, _ text: String, _ session: Session, _ call: Invocation) throws
    -> Reply
  {
    let (order, customer) = try Reading.order(id, by: session.actor.id, in: session.house)
    let term = order.terms.last
    return Reply(
      OrderReply(call).json(order),
      text: call.words(
        text,
        [
          "id": String(id.value), "code": order.customer.code, "name": customer.name,
          "amount": order.amount.grouped, "opened": term?.opensOn.iso ?? "-",
          "expires": term?.expiresOn.iso ?? "-",
        ])
        + (text == "order.added" && !order.counts(at: call.now)
          ? "\n" + call.words["order.does_not_count"] : ""))
  }

  // MARK: payments

  private static func pay(_ call: Invocation) throws -> Reply {
    let (id, amount) = (try order(call), try amount(call))
    let paidOn = try day("--date", "date", call) ?? call.calendar.day(of: call.now)
    let due = try day("--due", "rest_due", call)
    let session = try call.session()
    try AddPayment(id, amount: amount, paidOn: paidOn, restDue: due).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return try payments(of: id, "payment.added", session, call)
  }

  private static func voidPayment(_ call: Invocation) throws -> Reply {
    let text = call.arguments.operand(0) ?? ""
    guard let number = decimal(text), number > 0 else { throw Refusal.unknownPayment(text) }
    let session = try call.session()
    let id = try VoidPayment(PaymentID(Int64(number)), reason: call.arguments.value("--reason") ?? "")
      .perform(
        by: session.actor.id, at: call.now, in: session.house)
    return try payments(of: id, "payment.voided", session, call)
  }

  private static func payments(
    of id: OrderID, _ text: String, _ session: Session, _ call: Invocation
  ) throws -> Reply {
    let view = try OrderProof.read(id, by: session.actor.id, in: session.house).view
    let balance = call.wording.line(of: view.payments, for: view.order, on: call.calendar.day(of: call.now))
    return Reply(
      OrderReply(call).json(view),
      text: call.words(text, ["order": String(id.value), "balance": balance ?? call.words["order.unpaid"]]))
  }

  // MARK: what is typed

  private static func amount(_ call: Invocation) throws -> Amount {
    guard let amount = call.arguments.value("--amount").flatMap({ Amount($0) }) else {
      throw Refusal.invalidField("amount", .unreadable)
    }
    return amount
  }

  /// - Parameter field: as it is called where it can't be read.
  private static func day(_ option: String, _ field: String, _ call: Invocation) throws -> Day? {
    try call.arguments.value(option).map { text in
      guard let day = Day(iso: text) else { throw Refusal.invalidField(field, .unreadable) }
      return day
    }
  }

  private static func order(_ call: Invocation) throws -> OrderID {
    let text = call.arguments.operand(0) ?? ""
    guard let id = decimal(text), id > 0 else { throw Refusal.unknownOrder(text) }
    return OrderID(Int64(id))
  }

  private static func date(_ call: Invocation) throws -> Day {
    guard let day = try day("--date", "date", call) else { throw Refusal.invalidField("date", .missing) }
    return day
  }

  private static func term(_ call: Invocation) throws -> TermDays {
    return TermDays(opensOn: try date(call), expiresOn: try day("--expires", "expires", call))
  }
}
