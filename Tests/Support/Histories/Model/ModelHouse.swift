/// A house as the rules speak of it: agents, customers, and every holding there ever was.
///
/// Each act answers with the code of its refusal, or `ok`.
package struct ModelHouse: Sendable {
  package struct Holding: Sendable {
    package let customer: Int
    package let holder: Int
    package let isPick: Bool
    package var opportunity: ModelOpportunity
    /// When it was given up by hand, where it was.
    package var releasedAt: Int?
    /// When it was given to somebody else, where it was.
    package var transferredAt: Int?
    /// The notes that still stand, newest last, with what they are called in the program.
    package var notes: [(id: Int64, at: Int)] = []

    package var endedAt: Int? { releasedAt ?? transferredAt ?? opportunity.end?.at }
  }

  /// An extension somebody asked for (R4.8).
  package struct Request: Sendable {
    let holding: Int
    let asker: Int
    let days: Int
    let asked: Int
    let expires: Int
    var isGranted: Bool?
  }

  private static let undo = 60

  package internal(set) var rules: ModelRules
  package internal(set) var calendar: ModelCalendar
  var fuse = ModelFuse()
  var versions: ModelVersions
  package internal(set) var holdings: [Holding] = []
  package internal(set) var requests: [Request] = []

  package init(_ rules: ModelRules, _ calendar: ModelCalendar) {
    self.rules = rules
    self.calendar = calendar
    versions = ModelVersions(rules, calendar)
  }

  package func current(_ customer: Int) -> Int? {
    holdings.lastIndex { $0.customer == customer && $0.endedAt == nil }
  }

  /// The moments at which something turns for a customer that is held.
  package var edges: [Int] {
    holdings.filter { $0.endedAt == nil }.flatMap(\.opportunity.edges) + requests.suffix(2).map(\.expires)
      + holdings.compactMap(\.releasedAt).suffix(2).map { $0 + ModelHouse.undo }
      + holdings.compactMap(\.notes.last?.at).suffix(2).map { $0 + ModelHouse.undo }
      + holdings.compactMap(\.endedAt).suffix(3).flatMap {
        [
          calendar.start(ofDay: calendar.day($0 - 1) + rules.coolDown + 1),
          calendar.endOfNextDeskDay(after: $0 - 1),
        ]
      }
  }

  /// What is over ends before any act (R4.6), unless releases by rule are off (R4.13).
  @discardableResult
  package mutating func look(at customer: Int, _ now: Int) -> (warned: Bool, ended: Bool) {
    guard let index = current(customer) else { return (false, false) }
    if isPending(at: now) {
      holdings[index].opportunity.adopt(rules, calendar, at: now)
      see(now)
    }
    let done = holdings[index].opportunity.look(at: now, warns: trusts(now), ends: !isOff(at: now))
    if done.ended, let end = holdings[index].opportunity.end { fuse.count(calendar.day(end.at - 1)) }
    return done
  }

  /// Due ones take no slot (R4.6), while anything is due (R4.13); signed ones never do (R3.1).
  package func slots(of holder: Int, at now: Int) -> Int {
    let isOff = isOff(at: now)
    return holdings.count {
      $0.holder == holder && $0.endedAt == nil && !$0.opportunity.isSigned
        && (isOff || !$0.opportunity.isOver(at: now))
    }
  }

  private func picks(of holder: Int, at now: Int) -> Int {
    holdings.count {
      $0.holder == holder && $0.isPick && calendar.day($0.opportunity.entered) == calendar.day(now)
    }
  }

  // MARK: the gate (R3.2)

  private func gate(_ customer: Int, for holder: Int, at now: Int, freed: Int = 0) -> String? {
    if current(customer) != nil { return "held" }
    if isHeldBack(customer, from: holder, at: now) { return "held" }
    if slots(of: holder, at: now) - freed >= rules.capacity { return "library_full" }
    let isCooling = holdings.filter { $0.customer == customer }.contains {
      guard $0.holder == holder, let ended = $0.endedAt, $0.transferredAt == nil, rules.coolDown > 0 else {
        return false
      }
      return calendar.day(now) <= calendar.day(ended - 1) + rules.coolDown
    }
    if isCooling { return "cooling_down" }
    return rules.dailyPicks > 0 && picks(of: holder, at: now) >= rules.dailyPicks ? "daily_limit" : nil
  }

  /// Released a moment ago by somebody who may still think again (R3.5).
  private func isHeldBack(_ customer: Int, from holder: Int, at now: Int) -> Bool {
    guard let last = holdings.last(where: { $0.customer == customer }), let released = last.releasedAt else {
      return false
    }
    return last.holder != holder && now < released + ModelHouse.undo
  }

  func notHeld(_ customer: Int, by holder: Int) -> String {
    let last = holdings.last { $0.customer == customer && $0.holder == holder && $0.endedAt != nil }
    return last.map { $0.releasedAt == nil && $0.transferredAt == nil } ?? false ? "flowed_back" : "not_held"
  }

  private mutating func open(_ customer: Int, for holder: Int, isPick: Bool, at now: Int) {
    let opportunity = ModelOpportunity(rules, calendar, entered: now)
    holdings.append(Holding(customer: customer, holder: holder, isPick: isPick, opportunity: opportunity))
  }

  // MARK: acts

  package mutating func enter(_ customer: Int, by holder: Int, at now: Int) -> String {
    if slots(of: holder, at: now) >= rules.capacity { return "library_full" }
    open(customer, for: holder, isPick: false, at: now)
    return "ok"
  }

  package mutating func pick(_ customer: Int, by holder: Int, at now: Int) -> String {
    look(at: customer, now)
    if let refusal = gate(customer, for: holder, at: now) { return refusal }
    open(customer, for: holder, isPick: true, at: now)
    return "ok"
  }

  package mutating func release(_ customer: Int, by holder: Int, at now: Int) -> String {
    look(at: customer, now)
    guard let index = current(customer), holdings[index].holder == holder else {
      return notHeld(customer, by: holder)
    }
    holdings[index].releasedAt = now
    return "ok"
  }

  package mutating func swap(_ old: Int, for new: Int, by holder: Int, at now: Int) -> String {
    look(at: new, now)
    look(at: old, now)
    guard let index = current(old), holdings[index].holder == holder else { return notHeld(old, by: holder) }
    if let refusal = gate(new, for: holder, at: now, freed: 1) { return refusal }
    holdings[index].releasedAt = now
    open(new, for: holder, isPick: true, at: now)
    return "ok"
  }

  /// The director gives it to an agent, from the sea or from the other: neither cool-down nor daily limit keeps it from
  /// him (R3.6), and with him every clock starts anew (R3.3).
  package mutating func transfer(_ customer: Int, to holder: Int, at now: Int) -> String {
    look(at: customer, now)
    let former = current(customer)
    if let former, holdings[former].holder == holder { return "same_holder" }
    if isHeldBack(customer, from: holder, at: now) { return "held" }
    let isSigned = former.map { holdings[$0].opportunity.isSigned } ?? false
    if !isSigned && slots(of: holder, at: now) >= rules.capacity { return "library_full" }
    if let former { holdings[former].transferredAt = now }
    open(customer, for: holder, isPick: false, at: now)
    holdings[holdings.count - 1].opportunity.isSigned = isSigned
    return "ok"
  }

  package mutating func undoRelease(of customer: Int, by holder: Int, at now: Int) -> String {
    look(at: customer, now)
    guard current(customer) == nil, let index = holdings.lastIndex(where: { $0.customer == customer }),
      let released = holdings[index].releasedAt, holdings[index].holder == holder,
      now < released + ModelHouse.undo
    else { return "too_late_to_undo" }
    if slots(of: holder, at: now) >= rules.capacity { return "library_full" }
    if isOver(index, at: now) { return "flowed_back" }
    holdings[index].releasedAt = nil
    return "ok"
  }

  /// - Parameter id: what the note is called in the program, should it be written.
  package mutating func note(
    _ kind: ModelOpportunity.Note, on customer: Int, by holder: Int, at now: Int, id: Int64
  ) -> String {
    look(at: customer, now)
    guard let index = current(customer), holdings[index].holder == holder else {
      return notHeld(customer, by: holder)
    }
    holdings[index].opportunity.note(kind, at: now)
    holdings[index].notes.append((id, now))
    return "ok"
  }

  package mutating func takeBack(_ note: Int64, on customer: Int, by holder: Int, at now: Int) -> String {
    look(at: customer, now)
    guard let index = current(customer), holdings[index].holder == holder else {
      return notHeld(customer, by: holder)
    }
    guard let last = holdings[index].notes.last, last.id == note, now < last.at + ModelHouse.undo else {
      return "too_late_to_undo"
    }
    var without = holdings[index].opportunity
    without.notes.removeLast()
    if without.isOver(at: now) && !isOff(at: now) { return "due_passed" }
    holdings[index].opportunity = without
    holdings[index].notes.removeLast()
    return "ok"
  }

  /// An order of the holder's is confirmed.
  package mutating func sign(_ customer: Int, by holder: Int, at now: Int) -> String {
    look(at: customer, now)
    guard let index = current(customer), holdings[index].holder == holder else {
      return notHeld(customer, by: holder)
    }
    holdings[index].opportunity.isSigned = true
    return "ok"
  }

  /// Whether it is over now, and anything is due.
  package func isOver(_ index: Int, at now: Int) -> Bool {
    holdings[index].opportunity.isOver(at: now) && !isOff(at: now)
  }
}
