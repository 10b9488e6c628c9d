/// One opportunity as the rules speak of it: everything that happened to it is kept, and every answer is reckoned from
/// all of it anew.
package struct ModelOpportunity: Sendable {
  /// What a note is to the clocks (R4.9).
  package enum Note: Sendable { case contact, visit, attempt, wrongNumber }

  package struct Clock: Sendable, Equatable {
    package let name: String
    package let start: Int
    package let due: Int
  }

  package struct Warning: Sendable, Equatable {
    package let clock: String
    package let start: Int
    package let level: Int
    package let at: Int
    /// The due it was about, where an extension had put that off (R4.7).
    package let putOffTo: Int?
  }

  package private(set) var rules: ModelRules
  package private(set) var calendar: ModelCalendar
  package let entered: Int
  package var notes: [(at: Int, kind: Note, row: Int, counts: Bool)] = []
  package private(set) var warnings: [Warning] = []
  package var end: (at: Int, reasons: [String])?
  /// To when a granted extension moved every clock that falls before (R4.8).
  package var extendedTo: Int?
  /// Before these it does not end: the answer to a request, or its last day (R4.8); the grace of a take-back (R4.16).
  package var askedUntil: Int?
  package var heldUntil: Int?
  /// An order is confirmed: no clock runs (R4.10).
  package var isSigned = false

  package init(_ rules: ModelRules, _ calendar: ModelCalendar, entered: Int) {
    self.rules = rules
    self.calendar = calendar
    self.entered = entered
  }

  /// A note is written. Whether it counts is told by the rules of its day: more than so many attempts in a row do not
  /// (R4.9).
  package mutating func note(_ kind: Note, at now: Int) {
    let before = notes.last { $0.kind != .wrongNumber }?.row ?? 0
    let row = kind == .attempt ? before + 1 : kind == .wrongNumber ? before : 0
    notes.append((now, kind, row, kind != .wrongNumber && row <= rules.tries))
  }

  /// The moments of the notes that count.
  private func counted(where isWanted: (Note) -> Bool = { _ in true }) -> [Int] {
    notes.filter { $0.counts && isWanted($0.kind) }.map(\.at)
  }

  /// Every running clock, the earliest due first, of several those first in the policy (R4.4).
  package var clocks: [Clock] {
    if isSigned { return [] }
    var clocks: [Clock] = []
    for rule in rules.clocks {
      let renewals =
        switch rule.watches {
        case "note": counted()
        case "visit": counted { $0 == .visit }
        default: [Int]()
        }
      if !rule.repeats && !renewals.isEmpty { continue }
      // Never from before the entry (R4.9), though the server's clock was set back.
      let start = max(entered, renewals.last ?? entered)
      let due = due(rule, from: start)
      clocks.append(Clock(name: rule.watches, start: start, due: max(due, extendedTo ?? due)))
    }
    let earliest = clocks.map(\.due).min()
    return clocks.filter { $0.due == earliest } + clocks.filter { $0.due != earliest }
  }

  /// Days of the house, counted from the day of the start; the release at its hour of the due day (R4.5).
  private func due(_ rule: ModelRules.Clock, from start: Int) -> Int {
    var day = calendar.day(start)
    switch rule.unit {
    case .days: day += rule.count
    case .deskDays: for _ in 0..<rule.count { day = calendar.deskDay(after: day) }
    case .months: day = calendar.day(day, plusMonths: rule.count)
    }
    return release(onDay: day)
  }

  /// The moment of release of a due day.
  func release(onDay day: Int) -> Int {
    let day = rules.movesOffRestDays && !calendar.isDeskDay(day) ? calendar.deskDay(after: day) : day
    return calendar.start(ofDay: day) + rules.releaseHour * 3600
  }

  /// The warnings of the ruling clock's period.
  private var said: [Warning] {
    guard let ruling = clocks.first else { return [] }
    return warnings.filter { $0.clock == ruling.name && $0.start == ruling.start }
  }

  /// The earliest due, put off by grace, by a request or by a take-back (R4.6).
  package var effectiveDue: Int? {
    graced.map { due in max(due, askedUntil ?? due, heldUntil ?? due) }
  }

  /// Grace is for who was not warned 8 desk hours before the due (R4.7).
  private var graced: Int? {
    guard let due = clocks.first?.due else { return nil }
    guard let warned = said.map(\.at).min() else { return due }
    if calendar.deskTime(from: warned, to: due) >= 8 * 3600 { return due }
    let deskDayEnds = calendar.endOfNextDeskDay(after: warned)
    var day = calendar.day(deskDayEnds) - 1
    while release(onDay: day) < deskDayEnds { day += 1 }
    return max(due, release(onDay: day))
  }

  package var isWarned: Bool { !said.isEmpty }

  package func isOver(at now: Int) -> Bool {
    guard let due = effectiveDue else { return false }
    return isWarned && due <= now
  }

  /// When a level of so many days is said.
  private func fires(_ level: Int, before due: Int) -> Int {
    let day = calendar.day(due - 1) - level
    return calendar.isDeskDay(day)
      ? calendar.start(ofDay: day) : calendar.opening(ofDay: calendar.deskDay(before: day))
  }

  /// Where something turns: the warnings, the last moment in time for one, and the due.
  package var edges: [Int] {
    guard let due = effectiveDue else { return [] }
    let inTime = calendar.moment(8 * 3600, ofDeskTimeBefore: due)
    return rules.warnings.map { fires($0, before: due) } + [inTime, due]
  }

  /// Somebody looks: who is to be warned is warned, of what is over the end is written down. What was done.
  ///
  /// - Parameters:
  ///   - warns: false where the clock can't be right.
  ///   - ends: false while releases by rule are off (R4.13).
  @discardableResult
  package mutating func look(at now: Int, warns: Bool = true, ends: Bool = true) -> (
    warned: Bool, ended: Bool
  ) {
    guard end == nil, let ruling = clocks.first, let due = effectiveDue else { return (false, false) }
    let least = said.map(\.level).min() ?? .max
    // R4.7: of a due that was put off is warned once more, by the last level at least.
    let putOffTo = ruling.due == extendedTo ? extendedTo : nil
    let isUnsaid = putOffTo != nil && !said.contains { $0.putOffTo == putOffTo }
    let levels = rules.warnings.filter { $0 < least || isUnsaid && $0 == rules.warnings.min() }
    let level = warns ? levels.filter { fires($0, before: due) <= now }.min() : nil
    if let level {
      warnings.append(
        Warning(clock: ruling.name, start: ruling.start, level: level, at: now, putOffTo: putOffTo))
    }
    guard ends, isOver(at: now), let due = effectiveDue else { return (level != nil, false) }
    close(at: due)
    return (level != nil, true)
  }

  /// The earliest clock ends it, with all that are due at the same moment (R4.4).
  mutating func close(at moment: Int) {
    let due = clocks.first?.due
    end = (moment, clocks.filter { $0.due == due }.map(\.name))
  }

  /// Other rules, other days: no due comes nearer than the end of the third desk day after (R4.15).
  package mutating func adopt(
    _ rules: ModelRules, _ calendar: ModelCalendar, isHeld: Bool = true, at now: Int
  ) {
    let before = effectiveDue
    (self.rules, self.calendar) = (rules, calendar)
    guard isHeld, let after = effectiveDue else { return }
    let floor = calendar.end(ofDeskDay: 3, after: now)
    if after < before ?? floor { heldUntil = max(heldUntil ?? 0, min(before ?? floor, floor)) }
  }

  /// An extension as it is granted: the earliest due and so many days, at the same hour (R4.8).
  package mutating func extend(by days: Int) {
    guard let due = clocks.first?.due else { return }
    extendedTo = release(onDay: calendar.day(due - 1) + days)
  }
}
