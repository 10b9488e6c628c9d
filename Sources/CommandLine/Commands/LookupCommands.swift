import Assets
import Domain
import Services

/// What needs no base: names, numbers, phrases of time, working days.
enum LookupCommands {
  static let all = [
    CommandSpec("name", [.optional("TEXT")], [OptionSpec("--stdin")], run: name),
    CommandSpec(
      "number", [.optional("TEXT")], [OptionSpec("--area", "CODE"), OptionSpec("--stdin")], run: number),
    CommandSpec("when", [.optional("TEXT")], [OptionSpec("--stdin")], run: when),
    CommandSpec("workday", [.optional("START"), .optional("+N")], [OptionSpec("--stdin")], run: workday),
  ]

  private static func name(_ call: Invocation) throws -> Reply {
    let tables = call.rules.tables.names
    return try eachText(call) { text in
      let name = CompanyName(parsing: text, with: tables)
      let parts = [name.division, name.tradeName, name.industry, name.form, name.branch]
      return Reply.Item(
        json: .object([
          "name": .text(text), "division": .text(name.division), "trade_name": .text(name.tradeName),
          "industry": .text(name.industry), "form": .text(name.form), "branch": .text(name.branch),
          "key": .text(name.key), "weak": .bool(name.isWeak),
        ]),
        text: "\(parts.map { $0.isEmpty ? "-" : $0 }.joined(separator: " | "))\t\(name.key)")
    }
  }

  private static func number(_ call: Invocation) throws -> Reply {
    let tables = call.rules.tables.numbers
    let area = call.arguments.value("--area")
    if call.arguments.has("--stdin") {
      return try eachText(call) { text in
        let numbers = PhoneNumber.all(in: text, areaCode: area, with: tables)
        return Reply.Item(
          json: .list(numbers.map { .object(json($0)) }),
          text: numbers.map { Reply.line(cells($0)) }.joined(separator: "; "))
      }
    }
    guard let text = call.arguments.operand(0) else { throw UsageError.missing("TEXT") }
    let numbers = PhoneNumber.all(in: text, areaCode: area, with: tables)
    return Reply(
      list: numbers.map { Reply.Item(json: .object(json($0)), row: cells($0)) },
      whenEmpty: call.words["number.none"])
  }

  private static func json(_ number: PhoneNumber) -> [String: JSONOutput] {
    [
      "e164": .text(number.e164), "extension": .text(number.extensionDigits),
      "kind": .text(number.kind.rawValue),
      "valid": .bool(number.isValid), "area_guessed": .bool(number.isAreaGuessed),
      "display": .text(number.display),
    ]
  }

  private static func cells(_ number: PhoneNumber) -> [String] {
    [number.e164 ?? "-", number.extensionDigits ?? "-", number.kind.rawValue]
  }

  private static func when(_ call: Invocation) throws -> Reply {
    guard let policy = call.policy else { throw UsageError.missing("TEXT") }
    let calendar = call.calendar
    return try eachText(call) { text in
      let now = call.now
      switch WhenPhrase.resolve(text, now: now, calendar: calendar, defaults: policy.when) {
      case .success(let resolved): return item(resolved, text, calendar, call)
      case .failure(let error):
        let refusal = Refusal.nextContact(error)
        guard call.arguments.has("--stdin") else { throw refusal }
        let message = call.wording.text(of: refusal, at: now)
        return Reply.Item(
          json: .object(["text": .text(text), "code": .text(refusal.code), "message": .text(message)]),
          text: message)
      }
    }
  }

  private static func item(
    _ resolved: WhenPhrase.Resolved, _ text: String, _ calendar: HouseCalendar, _ call: Invocation
  ) -> Reply.Item {
    Reply.Item(
      json: .object([
        "text": .text(text), "at": call.time(resolved.moment), "time_given": .bool(resolved.isTimeGiven),
        "weekday": .text("\(calendar.day(of: resolved.moment).weekday)"),
        "desk_day": .bool(!resolved.isRestDay), "next_desk_at": call.time(resolved.nextDeskMoment),
      ]),
      text: ([call.wording.moment(resolved.moment, at: call.now)]
        + dayOff(resolved, calendar, call)).joined(separator: "  "))
  }

  private static func dayOff(
    _ resolved: WhenPhrase.Resolved, _ calendar: HouseCalendar, _ call: Invocation
  ) -> [String] {
    guard let next = resolved.nextDeskMoment else { return [] }
    let day = calendar.day(of: next)
    let workday = call.wording.date(day, today: calendar.day(of: call.now)) + " " + call.wording.weekday(day)
    return [call.words("when.day_off", ["workday": workday])]
  }

  private static func workday(_ call: Invocation) throws -> Reply {
    let calendar = call.calendar
    if call.arguments.has("--stdin") {
      return try eachText(call) { line in
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        return try workday(words.first ?? "", words.count > 1 ? words[1] : "", calendar)
      }
    }
    guard let start = call.arguments.operand(0) else { throw UsageError.missing("START") }
    guard let count = call.arguments.operand(1) else { throw UsageError.missing("+N") }
    return Reply(list: [try workday(start, count, calendar)], whenEmpty: "")
  }

  private static func workday(_ start: String, _ count: String, _ calendar: HouseCalendar) throws
    -> Reply.Item
  {
    guard let day = Day(iso: start) else {
      throw UsageError.badValue(start, of: "START", expected: "2026-11-26")
    }
    let digits = count.hasPrefix("+") ? count.dropFirst() : count[...]
    guard let days = decimal(digits), (0...3660).contains(days) else {
      throw UsageError.badValue(count, of: "+N", expected: "+0 - +3660")
    }
    let due = calendar.adding(deskDays: days, to: day)
    return Reply.Item(
      json: .object([
        "start": .text(day.iso), "days": .integer(days), "due": .text(due.iso),
        "calendar_days": .integer(due - day), "desk_day": .bool(calendar.isDeskDay(day)),
        "table_known": .bool(calendar.hasTable(for: due.civil.year)),
      ]),
      text: due.iso)
  }

  /// Answers the operand, or each line of standard input with one line.
  private static func eachText(_ call: Invocation, _ answer: (String) throws -> Reply.Item) throws -> Reply {
    if call.arguments.has("--stdin") {
      var items: [Reply.Item] = []
      while let line = readLine() { items.append(try answer(line)) }
      return Reply(list: items, whenEmpty: "")
    }
    guard let text = call.arguments.operand(0) else { throw UsageError.missing("TEXT") }
    return Reply(list: [try answer(text)], whenEmpty: "")
  }
}
