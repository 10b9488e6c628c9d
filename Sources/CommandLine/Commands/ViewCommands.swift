import Domain
import Services

/// The views of the sea that somebody keeps for his screen (R5.10).
enum ViewCommands {
  static let all = [
    CommandSpec("view list", run: list),
    CommandSpec(
      "view keep", [.required("DIGIT")],
      [
        OptionSpec("--name", "N", .required), OptionSpec("--filter", "F"),
        OptionSpec("--base", "B", .optional, .all(of: SeaBase.self, under: "sea.view")),
        OptionSpec("--oldest-first"),
      ], run: keep),
    CommandSpec("view drop", [.required("DIGIT")], run: drop),
  ]

  private static func list(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let views = try Reading.seaViews(of: session.actor.id, in: session.house)
    return Reply(
      list: views.map(item), under: call.heading("digit", "view", "base", "filter"),
      whenEmpty: call.words["view.empty"])
  }

  private static func item(_ view: KeptSeaView) -> Reply.Item {
    Reply.Item(
      json: .object([
        "digit": .integer(view.digit), "name": .text(view.name), "base": .text(view.base.rawValue),
        "filter": .text(view.filter), "oldest_first": .bool(view.isOldestFirst),
      ]),
      row: [String(view.digit), view.name, view.base.rawValue, view.filter])
  }

  private static func keep(_ call: Invocation) throws -> Reply {
    let arguments = call.arguments
    let view = KeptSeaView(
      digit: try digit(call), name: arguments.value("--name") ?? "",
      base: try arguments.word("--base", as: SeaBase.self) ?? .all, filter: arguments.value("--filter") ?? "",
      isOldestFirst: arguments.has("--oldest-first"))
    let session = try call.session()
    try KeepSeaView(view).perform(by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["digit": .integer(view.digit), "name": .text(view.name)],
      text: call.words("view.kept", ["digit": String(view.digit), "name": view.name]))
  }

  private static func drop(_ call: Invocation) throws -> Reply {
    let digit = try digit(call)
    let session = try call.session()
    try KeepSeaView(dropping: digit).perform(by: session.actor.id, at: call.now, in: session.house)
    return Reply(["digit": .integer(digit)], text: call.words("view.dropped", ["digit": String(digit)]))
  }

  private static func digit(_ call: Invocation) throws -> Int {
    guard let digit = Int(call.arguments.operand(0) ?? "") else {
      throw Refusal.invalidField("digit", .outOfRange)
    }
    return digit
  }
}
