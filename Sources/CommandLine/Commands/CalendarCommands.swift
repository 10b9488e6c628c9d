import Assets
import Domain
import FoundationEssentials
import Services

/// The working days of the house (R4.5).
enum CalendarCommands {
  static let all = [
    CommandSpec("calendar show", [.required("YEAR")], run: show),
    CommandSpec("calendar import", [.required("FILE")], run: load),
  ]

  private static func show(_ call: Invocation) throws -> Reply {
    let text = call.arguments.operand(0) ?? ""
    guard let year = decimal(text), let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year, month: 12, day: 31)
    else { throw UsageError.badValue(text, of: "YEAR", expected: "2026") }
    let calendar = call.calendar
    let days = (first.number...last.number).map(Day.init(number:))
    let exceptions = days.filter { calendar.isDeskDay($0) == $0.weekday.isWeekend }
    let items = exceptions.map { day in
      let kind = calendar.isDeskDay(day) ? "work" : "off"
      return Reply.Item(
        json: .object(["date": .text(day.iso), "kind": .text(kind)]),
        row: [day.iso, call.wording.weekday(day), call.words["calendar.\(kind)"]])
    }
    let none = calendar.hasTable(for: year) ? "calendar.plain" : "calendar.unknown"
    return Reply(
      list: items, under: call.heading("date", "weekday", "day"), whenEmpty: call.words(none, ["year": text]))
  }

  private static func load(_ call: Invocation) throws -> Reply {
    let path = call.arguments.operand(0) ?? ""
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw FileFailure.unreadable(path: path)
    }
    let session = try call.session()
    let years = try AdoptCalendar(String(decoding: data, as: UTF8.self)).perform(
      by: session.actor.id, at: call.now, in: session.house)
    let list = years.sorted().map(String.init).joined(separator: ", ")
    return Reply(
      ["years": .list(years.sorted().map { .integer($0) })],
      text: call.words("calendar.adopted", ["years": list]))
  }
}
