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

  /// Whether the engine has not come to one whose moment has.
  func isPending(at now: Int) -> Bool { adopted.contains { !$0.isInForce && $0.from <= now } }

  /// The latest version of the rules, and every calendar, as each has years of its own: each counts from its moment.
  func holding(at now: Int) -> (rules: ModelRules, calendar: ModelCalendar) {
    let all = adopted.enumerated().filter { $0.element.isInForce || $0.element.from <= now }.sorted {
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

  /// Whatever is done from now on is done by the rules of this moment.
  package mutating func takeUp(at now: Int) {
    (rules, calendar) = versions.holding(at: moment(now))
  }

  /// Whether the engine has not come to rules whose moment has.
  func isPending(at now: Int) -> Bool { versions.isPending(at: moment(now)) }

  /// By a clock that can't be right no rule comes into force (R4.13).
  private func moment(_ now: Int) -> Int { fuse.distrust(now) == nil ? now : fuse.highest ?? now }

  mutating func bringIntoForce(at now: Int) {
    guard versions.bringIntoForce(at: now) else { return }
    takeUp(at: now)
    for index in holdings.indices {
      // Who left it keeps the day he left it by; where it is taken back, the new rules hold.
      holdings[index].opportunity.adopt(rules, calendar, isHeld: holdings[index].endedAt == nil, at: now)
    }
  }
}
