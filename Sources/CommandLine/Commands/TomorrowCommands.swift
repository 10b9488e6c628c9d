import Domain
import Services

/// The list of the next desk day, as its agent prepares it (R7.5).
enum TomorrowCommands {
  static let all = [
    CommandSpec("tomorrow show", run: show),
    CommandSpec("tomorrow fill", run: fill),
    CommandSpec("tomorrow add", [.customers], run: add),
    CommandSpec("tomorrow drop", [.customers], run: drop),
    CommandSpec("tomorrow submit", [], [OptionSpec("--reason", "R")], run: submit),
    CommandSpec("tomorrow withdraw", run: withdraw),
  ]

  private static func show(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let view = try TomorrowView.read(by: session.actor.id, at: call.now, in: session.house)
    let shown = ListReply(call)
    return Reply(
      list: [shown.head(view)] + view.rows.map(shown.item), under: shown.heading, whenEmpty: "")
  }

  private static func fill(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let filled = try FillTomorrow().perform(
      by: session.actor.id, at: call.now, in: session.house)
    var fields = json(filled.figures)
    fields["date"] = .text(filled.day.iso)
    fields["added"] = .list(filled.added.map { .text($0.code) })
    return Reply(
      fields, text: text("tomorrow.filled", filled.figures, call, ["added": String(filled.added.count)]))
  }

  private static func add(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    return try call.onEach { id in
      let figures = try AddToTomorrow(id).perform(
        by: session.actor.id, at: call.now, in: session.house)
      return changed("tomorrow.added", id, figures, call)
    }
  }

  private static func drop(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    return try call.onEach { id in
      let figures = try DropFromTomorrow([id]).perform(
        by: session.actor.id, at: call.now, in: session.house)
      return changed("tomorrow.dropped", id, figures, call)
    }
  }

  private static func changed(
    _ key: String, _ id: CustomerID, _ figures: ListFigures, _ call: Invocation
  ) -> Reply {
    var fields = json(figures)
    fields["code"] = .text(id.code)
    return Reply(fields, text: text(key, figures, call, ["code": id.code]))
  }

  private static func submit(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let submitted = try SubmitTomorrow(reason: call.arguments.value("--reason") ?? "").perform(
      by: session.actor.id, at: call.now, in: session.house)
    var fields = json(submitted.figures)
    fields["date"] = .text(submitted.day.iso)
    fields["status"] = .text(ListStatus.submitted.rawValue)
    fields["late"] = .bool(submitted.isLate)
    let manager = submitted.superiors.first?.name ?? "-"
    return Reply(fields, text: text("tomorrow.submitted", submitted.figures, call, ["manager": manager]))
  }

  private static func withdraw(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    try WithdrawTomorrow().perform(by: session.actor.id, at: call.now, in: session.house)
    return Reply(["status": .text(ListStatus.open.rawValue)], text: call.words["tomorrow.withdrawn"])
  }

  private static func json(_ figures: ListFigures) -> [String: JSONOutput] {
    [
      "prepared": .integer(figures.prepared), "prepared_target": .integer(figures.target),
      "new": .integer(figures.new), "new_target": .integer(figures.newTarget),
    ]
  }

  private static func text(
    _ key: String, _ figures: ListFigures, _ call: Invocation, _ values: [String: String]
  ) -> String {
    call.words.filled(key) { name in
      switch name {
      case "prepared": "\(figures.prepared)/\(figures.target)"
      case "new": "\(figures.new)/\(figures.newTarget)"
      default: values[String(name)]
      }
    }
  }
}
