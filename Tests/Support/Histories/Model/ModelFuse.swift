/// What keeps a wrong clock, or a wrong rule, from emptying libraries (R4.13).
struct ModelFuse: Sendable {
  var lastTick: Int?
  /// What a tick or an act saw since it was mended last.
  var highest: Int?
  var blown: String?
  /// Releases of due days up to this moment are confirmed.
  var confirmedTo = 0
  /// How many the rules have released of a due day.
  private(set) var released: [Int: Int] = [:]

  mutating func count(_ dueDay: Int) { released[dueDay, default: 0] += 1 }

  mutating func see(_ now: Int) {
    if let lastTick, now > lastTick + 15 * 86_400 { return }
    highest = max(highest ?? now, now)
  }

  mutating func mend(at now: Int) {
    blown = nil
    highest = now
  }

  /// 5 minutes behind the highest moment, or 15 days ahead of the last tick.
  func distrust(_ now: Int) -> String? {
    if let highest, now < highest - 300 { return "clock_behind" }
    guard let lastTick else { return nil }
    return now > lastTick + 15 * 86_400 ? "clock_ahead" : nil
  }
}

extension ModelHouse {
  /// Something was done (R4.13).
  package mutating func see(_ now: Int) { fuse.see(now) }

  func trusts(_ now: Int) -> Bool {
    (fuse.blown == nil || fuse.blown == "too_many") && fuse.distrust(now) == nil && !isPending(at: now)
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
    if distrust == nil, fuse.blown != nil, fuse.blown != "too_many" || over(at: now).isEmpty {
      fuse.mend(at: now)
    }
    if fuse.blown == nil { fuse.blown = distrust ?? (isTooMuch(at: now) ? "too_many" : nil) }
    guard distrust == nil else { return (0, 0, fuse.blown) }
    var (warned, released) = (0, 0)
    for customer in Set(holdings.map(\.customer)) {
      let done = look(at: customer, now)
      if done.warned { warned += 1 }
      if done.ended { released += 1 }
    }
    fuse.lastTick = now
    fuse.see(now)
    return (warned, released, fuse.blown)
  }

  /// The director confirms what the fuse holds back: it ends now; or that the clock is right. The clock he has looked at is
  /// the right one.
  package mutating func confirm(at now: Int) -> String {
    guard fuse.blown != nil else { return "nothing_to_confirm" }
    if fuse.blown == "too_many" {
      for index in over(at: now) { holdings[index].opportunity.close(at: now) }
    }
    fuse.mend(at: now)
    fuse.lastTick = now
    return "ok"
  }

  /// The director confirms beforehand what falls due until the end of the next desk day.
  package mutating func confirmForecast(at now: Int) -> String {
    fuse.confirmedTo = max(fuse.confirmedTo, calendar.endOfNextDeskDay(after: now))
    return "ok"
  }
}
