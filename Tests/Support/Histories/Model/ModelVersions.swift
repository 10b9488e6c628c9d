/// The rules a house adopts, each from a moment on, and what holds of them (R4.15).
struct ModelVersions: Sendable {
  enum Change: Sendable {
    case rules(ModelRules)
    case calendar([Int: Bool])
  }

  private let first: (rules: ModelRules, calendar: ModelCalendar)
  private var adopted: [(from: Int, change: Change, isInForce: Bool)] = []

  init(_ rules: ModelRules, _ calendar: ModelCalendar) {
    first = (rules, calendar)
  }

  mutating func adopt(_ change: Change, from moment: Int) {
    adopted.append((moment, change, false))
  }

  /// Whether any came into force.
  mutating func bringIntoForce(at now: Int) -> Bool {
    let arriving = adopted.indices.filter { !adopted[$0].isInForce && adopted[$0].from <= now }
    for index in arriving { adopted[index].isInForce = true }
    return !arriving.isEmpty
  }

  /// The latest version of the rules, and every calendar, as each has years of its own.
  var inForce: (rules: ModelRules, calendar: ModelCalendar) {
    let all = adopted.enumerated().filter(\.element.isInForce).sorted {
      ($0.element.from, $0.offset) < ($1.element.from, $1.offset)
    }
    return all.reduce(first) { holds, version in
      switch version.element.change {
      case .rules(let rules): (rules, holds.calendar)
      case .calendar(let days): (holds.rules, holds.calendar.replacing(days))
      }
    }
  }
}

extension ModelHouse {
  package mutating func adopt(_ rules: ModelRules, fromDay day: Int, at now: Int) -> String {
    if day < calendar.day(now) { return "invalid_field" }
    versions.adopt(.rules(rules), from: max(calendar.start(ofDay: day), now))
    return "ok"
  }

  package mutating func adopt(_ days: [Int: Bool], at now: Int) -> String {
    versions.adopt(.calendar(days), from: now)
    return "ok"
  }

  mutating func bringIntoForce(at now: Int) {
    guard versions.bringIntoForce(at: now) else { return }
    (rules, calendar) = versions.inForce
    for index in holdings.indices {
      // Who left it keeps the day he left it by; where it is taken back, the new rules hold.
      holdings[index].opportunity.adopt(rules, calendar, isHeld: holdings[index].endedAt == nil, at: now)
    }
  }
}
