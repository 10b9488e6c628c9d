import Assets
import Domain
import Services

/// One customer of a library, in a line.
enum LibraryReply {
  static func list(
    _ rows: some Sequence<LibraryRow>, _ session: Session, _ call: Invocation, whenEmpty key: String
  ) throws -> Reply {
    Reply(
      list: try rows.map { try item($0, session, call) },
      under: call.heading("code", "name", "level", "due", "number", "next"), whenEmpty: call.words[key])
  }

  private static func item(_ row: LibraryRow, _ session: Session, _ call: Invocation) throws -> Reply.Item {
    let numbers = try Reading.numbers(of: row.id, by: session.actor.id, at: call.now, in: session.house)
    let undo = try session.house.rules.policy(session.actor.policy).undoSeconds
    if call.now < row.enteredAt + undo {
      try NoteNumberShown(row.id).perform(by: session.actor.id, at: call.now, in: session.house)
    }
    let due = row.due.map { call.wording.due($0, at: call.now) }
    return Reply.Item(
      json: .object(json(row, numbers, call)),
      row: [
        row.id.code, row.name, row.intent, due ?? "-", numbers.first ?? "-",
        row.next.map { call.wording.text(of: $0, at: call.now) } ?? "-",
      ])
  }

  private static func json(
    _ row: LibraryRow, _ numbers: [String], _ call: Invocation
  ) -> [String: JSONOutput] {
    let today = call.calendar.day(of: call.now)
    var fields: [String: JSONOutput] = [
      "code": .text(row.id.code), "id": .integer(Int(row.id.value)), "name": .text(row.name),
      "place": .text(row.place), "state": .text(row.state.rawValue), "intent": .text(row.intent),
      "stage": .integer(row.stage), "due_at": call.time(row.due), "clock": .text(row.clock),
      "days_left": .integer(row.due.map { call.calendar.dueDay(of: $0) - today }),
      "entered_at": call.time(row.enteredAt), "last_note_at": call.time(row.lastNoteAt),
      "last_outcome": .text(row.lastOutcome?.rawValue),
      "ask_level": .bool(row.isLevelToAsk(at: call.now)),
      "numbers": .list(numbers.map { .text($0) }),
    ]
    fields.merge(call.json(row.next)) { _, new in new }
    return fields
  }
}
