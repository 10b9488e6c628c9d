import Domain
import Services

/// The collision check, and the receipts it leaves (R5.3 to R5.6).
enum CheckCommands {
  static let all = [
    CommandSpec(
      "check", [],
      [
        OptionSpec("--name", "N"), OptionSpec("--phone", "P", .repeated), OptionSpec("--fax", "F", .repeated),
        OptionSpec("--mobile", "M", .repeated), OptionSpec("--wechat", "ID", .repeated),
        OptionSpec("--area", "CODE"),
      ], run: check),
    CommandSpec(
      "receipt list", [], [OptionSpec("--customer", "CUSTOMER"), OptionSpec("--limit", "N")], run: list),
    CommandSpec("receipt show", [.required("RECEIPT")], run: show),
  ]

  private static func check(_ call: Invocation) throws -> Reply {
    let arguments = call.arguments
    let query = CollisionQuery(
      name: arguments.value("--name") ?? "", phones: arguments.all("--phone"), faxes: arguments.all("--fax"),
      mobiles: arguments.all("--mobile"), wechats: arguments.all("--wechat"), area: arguments.value("--area"))
    if query == CollisionQuery(area: query.area) { throw UsageError.missing("--name") }
    let session = try call.session()
    let receipt = try CheckCollision(query).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return ReceiptReply(call).reply(receipt)
  }

  private static func list(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let limit = try call.arguments.count("--limit", in: 1...100_000) ?? 50
    let (actor, house) = (session.actor.id, session.house)
    let receipts =
      if let text = call.arguments.value("--customer") {
        try ReceiptView.list(
          about: CustomerID(typed: text), limit: limit, by: actor, in: house)
      } else {
        try ReceiptView.list(limit: limit, by: actor, in: house)
      }
    return Reply(
      list: receipts.map(ReceiptReply(call).item),
      under: call.heading("receipt", "at", "who", "act", "searched", "verdict", "hits"),
      whenEmpty: call.words["receipt.none"])
  }

  private static func show(_ call: Invocation) throws -> Reply {
    let text = call.arguments.operand(0) ?? ""
    guard let code = ReceiptCode(text) else { throw Refusal.unknownReceipt(text) }
    let session = try call.session()
    return ReceiptReply(call).reply(try ReceiptView.read(code, by: session.actor.id, in: session.house))
  }
}
