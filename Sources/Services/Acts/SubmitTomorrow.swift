import Domain
import Storage

/// Hands the list of the next desk day in (R7.5). Until it is passed it can be changed, and taken back.
package struct SubmitTomorrow {
  let reason: String

  /// - Parameter reason: why it is short; asked for only where it is.
  package init(reason: String = "") {
    self.reason = PlainText.inOneLine(reason)
  }

  package struct Submitted: Sendable {
    package let day: Day
    package let figures: ListFigures
    /// After the close (R8.2).
    package let isLate: Bool
    /// Who may pass it, the nearest first.
    package let superiors: [Refusal.Holder]
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Submitted {
    if reason.utf8.count > NoteCheck.longestLine * 5 { throw Refusal.invalidField("reason", .tooLong) }
    if !PlainText.isPlain(reason) { throw Refusal.invalidField("reason", .controlCharacters) }
    return try house.write(as: actor, .submitList, at: now) { unit in
      let agent = try unit.person
      let keeper = DayListKeeper(unit, of: agent)
      guard let list = try keeper.found else { throw Refusal.listEmpty }
      try requireSubmittable(list, keeper, in: unit)
      let figures = try keeper.figures()
      if !figures.isWhole && reason.isBlank { throw Refusal.listShort(figures) }
      let isLate = try unit.isAfterClose(of: agent)
      try unit.store.dayLists.submit(list.id, reason: reason, isLate: isLate, at: now)
      unit.event.add([
        "day": keeper.day.iso, "prepared": "\(figures.prepared)/\(figures.target)",
        "new": "\(figures.new)/\(figures.newTarget)", "reason": reason.isBlank ? nil : reason,
      ])
      return Submitted(
        day: keeper.day, figures: figures, isLate: isLate,
        superiors: try unit.store.people.superiors(of: agent.department).compactMap(unit.store.people.holder))
    }
  }

  private func requireSubmittable(_ list: DayList, _ keeper: DayListKeeper, in unit: WritingUnit) throws {
    try keeper.requireOpen(list)
    if list.status == .submitted { throw Refusal.alreadySubmitted(at: list.submittedAt ?? unit.now) }
    if try !unit.store.dayLists.rows(of: list.id).contains(where: \.isHeld) { throw Refusal.listEmpty }
  }
}

/// Takes a list back that was handed in and is not passed yet.
package struct WithdrawTomorrow {
  package init() {}

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .submitList, at: now) { unit in
      let keeper = DayListKeeper(unit, of: try unit.person)
      guard let list = try keeper.found else { throw Refusal.notSubmitted }
      try keeper.requireOpen(list)
      guard list.status == .submitted else { throw Refusal.notSubmitted }
      try unit.store.dayLists.withdraw(list.id)
      unit.event.add(["day": keeper.day.iso, "withdrawn": "true"])
    }
  }
}

extension MomentUnit {
  /// R8.2: past the hour at which who is unchecked goes on record.
  func isAfterClose(of agent: Person) throws -> Bool {
    try rules.calendar.minuteOfDay(now) >= rules.policy(agent.policy).list.closesAt
  }
}
