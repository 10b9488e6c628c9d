import Domain
import Services

/// The floor as it is just now (R8.5).
enum WallboardCommand {
  static let all = [CommandSpec("wallboard", [], [OptionSpec("--department", "D")], run: wallboard)]

  private static func wallboard(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let board = try Wallboard.read(
      department: call.arguments.value("--department"), by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      list: [head(board, call)] + board.lines.map { item($0, call) },
      under: call.heading("person", "department", "state") + [
        call.words["wallboard.head.hour"], call.words["wallboard.head.today"],
      ], whenEmpty: "")
  }

  private static func head(_ board: Wallboard, _ call: Invocation) -> Reply.Item {
    Reply.Item(
      json: .object([
        "at": call.time(board.at), "on_the_phone": .integer(board.onThePhone),
        "calls_this_hour": .integer(board.callsThisHour), "calls": .integer(board.calls),
        "hours": .list(board.hours.map { .integer($0) }),
      ]),
      text: call.words(
        "wallboard.title",
        [
          "on": String(board.onThePhone), "people": String(board.lines.count),
          "hour": String(board.callsThisHour), "calls": String(board.calls),
        ]))
  }

  private static func item(_ line: Wallboard.Line, _ call: Invocation) -> Reply.Item {
    Reply.Item(
      json: .object([
        "login": .text(line.person.login), "name": .text(line.person.name),
        "department": .text(line.person.departmentName), "state": .text(line.state.code),
        "since": call.time(line.state.since), "calls_this_hour": .integer(line.callsThisHour),
        "calls": .integer(line.calls),
      ]),
      row: [
        line.person.name, line.person.departmentName, call.wording.text(line.state, at: call.now),
        String(line.callsThisHour), String(line.calls),
      ])
  }
}
