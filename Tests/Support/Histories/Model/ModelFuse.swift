/// What keeps a wrong clock, or a wrong rule, from emptying libraries (R4.13).
struct ModelFuse: Sendable {
  var lastTick: Int?
  var blown: String?
  /// Releases of due days up to this moment are confirmed.
  var confirmedTo = 0
  /// How many the rules have released of a due day.
  private(set) var released: [Int: Int] = [:]

  mutating func count(_ dueDay: Int) { released[dueDay, default: 0] += 1 }

  /// 5 minutes behind the last tick, or 15 days ahead of it.
  func distrust(_ now: Int) -> String? {
    guard let lastTick else { return nil }
    if now < lastTick - 300 { return "clock_behind" }
    return now > lastTick + 15 * 86_400 ? "clock_ahead" : nil
  }
}

extension ModelHouse {
  func trusts(_ now: Int) -> Bool {
    (fuse.blown == nil || fuse.blown == "too_many") && fuse.distrust(now) == nil
  }

  package func isOff(at now: Int) -> Bool { fuse.blown != nil || !trusts(now) }

  private func over(at now: Int) -> [Int] {
    holdings.indices.filter { holdings[$0].endedAt == nil && holdings[$0].opportunity.isOver(at: now) }
  }

  private func isTooMuch(at now: Int) -> Bool {
    let held = holdings.count { $0.endedAt == nil }
    let days = Dictionary(grouping: over(at: now).compactMap { holdings[$0].opportunity.effectiveDue }) {
      calendar.day($0 - 1)
    }
    return days.contains { day, dues in
      let gone = fuse.released[day] ?? 0
      let open = dues.count { $0 > fuse.confirmedTo }
      let before = calendar.start(ofDay: day + 1) > fuse.confirmedTo ? gone : 0
      return open > 0 && open + before > rules.fuseCount
        && (open + before) * 100 > (held + gone) * rules.fusePercent
    }
  }

  /// The engine comes by: how many it warned, how many it released, and what its fuse says.
  package mutating func tick(at now: Int) -> (warned: Int, released: Int, fuse: String?) {
    let distrust = fuse.distrust(now)
    if distrust == nil { bringIntoForce(at: now) }
    if distrust == nil, fuse.blown != "too_many" || over(at: now).isEmpty { fuse.blown = nil }
    if fuse.blown == nil { fuse.blown = distrust ?? (isTooMuch(at: now) ? "too_many" : nil) }
    guard distrust == nil else { return (0, 0, fuse.blown) }
    var (warned, released) = (0, 0)
    for customer in Set(holdings.map(\.customer)) {
      let done = look(at: customer, now)
      if done.warned { warned += 1 }
      if done.ended { released += 1 }
    }
    fuse.lastTick = now
    return (warned, released, fuse.blown)
  }

  /// The director confirms what the fuse holds back: it ends now. The clock he has looked at is the right one.
  package mutating func confirm(at now: Int) -> String {
    guard fuse.blown != nil else { return "nothing_to_confirm" }
    for index in over(at: now) { holdings[index].opportunity.close(at: now) }
    fuse.blown = nil
    fuse.lastTick = now
    return "ok"
  }

  /// The director confirms beforehand what falls due until the end of the next desk day.
  package mutating func confirmForecast(at now: Int) -> String {
    fuse.confirmedTo = max(fuse.confirmedTo, calendar.endOfNextDeskDay(after: now))
    return "ok"
  }
}
